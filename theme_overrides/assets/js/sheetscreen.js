// One statement at a time, large enough for the back of the room. Arrow keys turn, Escape closes.
(() => {
  const sheet = window.stifinner.sheet;
  if (!sheet) return;
  const { root, say, claims, questions, spread } = sheet;
  const dialog = root.querySelector("[data-screen]");
  const opener = root.querySelector("[data-big]");
  if (!opener) return;
  const [place, text, drawn, talk, back, on] = ["place", "text", "spread", "talk", "back", "on"].map((part) =>
    dialog.querySelector(`[data-screen-${part}]`),
  );
  const discussion = [...root.querySelectorAll("[data-talk] > li")];
  talk.append(...discussion.map((one) => one.cloneNode(true)));
  talk.hidden = !discussion.length;
  let items = [];
  let at = 0;

  const show = () => {
    const item = items[at];
    const key = claims.length ? "statement" : "question";
    place.textContent = `${say(key, { n: item.number })} · ${say("of", { n: at + 1, total: items.length })}`;
    text.textContent = item.text;
    const now = claims.length ? spread.counts("now", item) : { total: 0 };
    drawn.replaceChildren(...(now.total >= (spread?.FEWEST ?? Infinity) ? spread.bar(now) : []));
    back.disabled = at === 0;
    on.disabled = at === items.length - 1;
  };
  const turn = (by) => {
    const next = Math.min(Math.max(at + by, 0), items.length - 1);
    if (next === at) return;
    at = next;
    show();
    text.focus();
  };
  opener.addEventListener("click", () => {
    items = claims.length ? (sheet.order ?? claims).filter(sheet.isShown) : questions;
    if (!items.length) items = sheet.shown();
    at = 0;
    show();
    dialog.showModal();
    text.focus();
  });
  back.addEventListener("click", () => turn(-1));
  on.addEventListener("click", () => turn(1));
  dialog.querySelector("[data-screen-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => opener.focus());
  dialog.addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    turn(way);
  });
})();

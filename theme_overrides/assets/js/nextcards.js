// What is next on the front page: of all cards the first three that lie ahead; where fewer are dated, undated ones fill
// in (unless their programme's last known day is more than a year ago). Nothing at all: the open seat.
(() => {
  const next = document.querySelector("[data-next]");
  const list = next?.querySelector("ol");
  if (!list) return;
  const { today, days, inWords, hasBegun } = window.stifinner;
  const now = today();
  const cards = [...list.querySelectorAll("[data-card]")];
  const ahead = cards.filter((card) => card.dataset.start && card.dataset.end >= now && !hasBegun(card));
  const undated = cards.filter(
    ({ dataset }) => !dataset.start && (!dataset.lastKnown || days(dataset.lastKnown, now) <= 365),
  );
  const chosen = [...ahead, ...undated].slice(0, 3);

  for (const card of cards) card.hidden = !chosen.includes(card);
  for (const card of chosen) {
    const { start, end, known } = card.dataset;
    if (start) card.querySelector("[data-when]").textContent = inWords(start, end, undefined, known);
  }
  if (ahead.length) {
    ahead[0].classList.add("nextcard--first");
    const day = ahead[0].querySelector(".date__day");
    day?.classList.toggle("date__day--span", day.textContent.trim().length > 3);
  }
  list.classList.toggle("next__list--one", chosen.length === 1);
  list.classList.toggle("next__list--two", chosen.length === 2);
  list.classList.add("is-set");
  list.hidden = !chosen.length;
  next.querySelector("[data-next-empty]").hidden = chosen.length > 0;
  const label = next.querySelector("[data-with-clock]");
  label.textContent = label.dataset.withClock;
})();

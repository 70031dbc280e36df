// What is next on the front page: of all cards the first three that lie ahead, in the order in which they begin; where
// fewer are dated, undated ones fill in (unless their programme's last known day is more than a year ago). Nothing at
// all: the open seat.
(() => {
  const next = document.querySelector("[data-next]");
  const list = next?.querySelector("ol");
  if (!list) return;
  const { now, today, days, readStop, inOrder, sayNear, sayDay } = window.stifinner;
  const at = now();
  const cards = [...list.querySelectorAll("[data-card]")];
  const stops = cards.map(readStop);
  const ahead = inOrder(stops, at).map(({ index }) => cards[index]);
  const undated = cards.filter(
    ({ dataset }, index) => stops[index].undated && (!dataset.lastKnown || days(dataset.lastKnown, today()) <= 365),
  );
  const chosen = [...ahead, ...undated].slice(0, 3);

  for (const card of cards) card.hidden = !chosen.includes(card);
  list.prepend(...chosen);
  for (const card of chosen) {
    const stop = readStop(card);
    card.querySelector("[data-when]").textContent = sayNear(stop, at);
    sayDay(card, stop, at);
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

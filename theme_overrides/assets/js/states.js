// Planned, running or completed, and the path in miniature: said from the dates in the page, by today's date in Oslo.
(() => {
  const { now, today, days, readStop, nextOf, isDated, isOff, isPast } = window.stifinner;
  const day = today();

  // After the last known day, with gatherings still undated, a programme is held to be running for a year; after
  // that nobody knows, and nothing is said.
  const stateOf = ({ first, last, open }) => {
    if (day < first) return "planned";
    if (day <= last) return "running";
    if (open === undefined) return "completed";
    return days(last, day) <= 365 ? "running" : null;
  };
  const icons = { planned: "hourglass", running: "people", completed: "check" };

  for (const mark of document.querySelectorAll("[data-programme-state]")) {
    const state = stateOf(mark.dataset);
    if (!state) continue;
    mark.querySelector("[data-word]").textContent = mark.dataset[state];
    const use = mark.querySelector("use");
    use.setAttribute("href", use.getAttribute("href").replace(icons.planned, icons[state]));
    mark.classList.toggle("state--quiet", state !== "running");
    mark.hidden = false;
  }

  for (const path of document.querySelectorAll("[data-mini]")) {
    const steps = [...path.children];
    const stops = steps.map(readStop);
    const next = nextOf(stops, now());
    for (const [place, step] of steps.entries()) {
      step.classList.toggle("is-past", isPast(stops[place], now()));
      step.classList.toggle("is-off", isOff(stops[place]));
      step.classList.toggle("is-next", place === next.index && isDated(next));
    }
  }
})();

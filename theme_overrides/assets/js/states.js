// Planned, running or completed, and the path in miniature: said from the dates in the page, by today's date in Oslo.
(() => {
  const { today, days } = window.stifinner;
  const now = today();

  // After the last known day, with gatherings still undated, a programme is held to be running for a year; after
  // that nobody knows, and nothing is said.
  const stateOf = ({ first, last, open }) => {
    if (now < first) return "planned";
    if (now <= last) return "running";
    if (open === undefined) return "completed";
    return days(last, now) <= 365 ? "running" : null;
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
    const dated = [...path.querySelectorAll("[data-start]")];
    for (const step of dated) step.classList.toggle("is-past", step.dataset.end < now);
    dated.find((step) => step.dataset.end >= now && step.dataset.neverNext === undefined)?.classList.add("is-next");
  }
})();

// Days that are over need no place in a calendar, and nobody is called to them: data-until is the last day of each. A
// section that has none left for the reader, whose cohort hides the others' (cohorts.js), goes too.
(() => {
  const { today } = window.stifinner;
  const days = [...document.querySelectorAll("[data-until]")];
  const lists = new Set(days.map((day) => day.parentElement));
  for (const day of days) if (day.dataset.until < today()) day.remove();
  for (const list of lists) if ([...list.children].every(({ hidden }) => hidden)) list.closest("section").remove();
})();

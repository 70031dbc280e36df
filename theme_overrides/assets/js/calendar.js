// Days that are over need no place in a calendar: data-until is the last day of each.
(() => {
  const { today } = window.stifinner;
  for (const day of document.querySelectorAll("[data-until]")) {
    const list = day.parentElement;
    if (day.dataset.until < today()) day.remove();
    if (!list.children.length) list.closest("section").remove();
  }
})();

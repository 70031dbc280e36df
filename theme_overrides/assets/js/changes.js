// What has changed in the last month, on pages about other things: a line is shown for 31 days from the day on which it
// was told, and the whole place only while there is one. Without this file nothing is said to be new: a link leads to
// all changes.
(() => {
  const { today, days } = window.stifinner;
  const isNew = (line) => {
    const ago = days(line.dataset.told, today());
    return ago >= 0 && ago <= 31;
  };

  for (const list of document.querySelectorAll("[data-a-month]")) {
    const lines = [...list.children];
    for (const line of lines) line.hidden = !isNew(line);
    const isEmpty = lines.every(({ hidden }) => hidden);
    list.closest("[data-changed]").hidden = isEmpty;
    for (const link of document.querySelectorAll("[data-all-changes]")) link.hidden = !isEmpty;
  }
})();

// The reader's cohort stands in the address ("?kull=kull-1"), so that a link to it can be passed on; nothing is kept.
// Theirs is opened and comes first; where none is chosen, those that are running are open.
(() => {
  const { words, today } = window.stifinner;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const asked = new URLSearchParams(location.search).get(words.cohort_in_address);
  const isThere = all("[data-cohort], [data-choose-cohort], [data-for-cohort]").some(({ dataset }) =>
    (dataset.cohort ?? dataset.chooseCohort ?? dataset.forCohort).split(" ").includes(asked),
  );
  const chosen = isThere ? asked : "";

  /** Over is what lies in the archive, and what is past the last of its days with no day still to come. */
  const isRunning = ({ dataset: { archived, last, open } }) =>
    archived === undefined && (!last || open !== undefined || today() <= last);

  for (const list of all("[data-cohorts]")) {
    const parts = all(":scope > [data-cohort]", list);
    const mine = parts.find((part) => part.dataset.cohort === chosen);
    for (const part of parts) part.open = mine ? part === mine : isRunning(part);
    if (!mine) continue;
    mine.classList.add("is-mine");
    for (const word of all("[data-yours]", mine)) word.hidden = false;
    list.prepend(mine);
  }
  // Whose card is past its last day goes where an editor would have put it, below the others.
  const earlier = document.querySelector("[data-cohorts-earlier]");
  const over = all("[data-cohort-cards]:not([data-cohorts-earlier] *) > [data-cohort-card]").filter(
    (card) => !isRunning(card),
  );
  if (earlier && over.length) {
    earlier.querySelector("[data-cohort-cards]").append(...over);
    earlier.hidden = false;
  }

  for (const link of all("[data-choose-cohort]"))
    if (chosen && link.dataset.chooseCohort === chosen) link.setAttribute("aria-current", "true");
  for (const el of all("[data-for-cohort]")) el.hidden = !el.dataset.forCohort.split(" ").includes(chosen);

  window.stifinner.cohort = chosen;
})();

// What is missing: in each programme the gathering that is next in Oslo comes first.
(() => {
  const { now, readStop, nextOf, isDated } = window.stifinner;
  for (const list of document.querySelectorAll("[data-gaps]")) {
    const lines = [...list.children];
    // Whose day depends on the cohort may come before all that are known.
    if (lines.some((line) => "varies" in line.dataset)) continue;
    const found = nextOf(lines.map(readStop), now());
    if (!isDated(found)) continue;
    const next = lines[found.index];
    next.classList.add("is-next");
    next.querySelector("[data-kind]").textContent = list.dataset.next;
    list.prepend(next);
  }
})();

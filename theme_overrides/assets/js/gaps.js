// What is missing: in each programme the gathering that is next by today's date in Oslo comes first.
(() => {
  const now = window.stifinner.today();
  for (const list of document.querySelectorAll("[data-gaps]")) {
    const next = [...list.children].find(
      (line) =>
        ["day", "days"].includes(line.dataset.known) && line.dataset.end >= now && !window.stifinner.hasBegun(line),
    );
    if (!next) continue;
    next.classList.add("is-next");
    next.querySelector("[data-kind]").textContent = list.dataset.next;
    list.prepend(next);
  }
})();

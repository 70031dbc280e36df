// "Vis veien for": the timeline for one role. What is for everyone always stays, and so does the path that leads past
// what is hidden. Without this file the choice is not shown and the whole way is.
(() => {
  const pick = document.querySelector("[data-pick]");
  const line = document.querySelector("[data-timeline]");
  if (!pick || !line) return;
  const items = [...line.querySelectorAll("[data-item]")];
  const isFor = (el, role) => !role || !el.dataset.roles || el.dataset.roles.split(" ").includes(role);
  const isBelow = (one, other) =>
    other.dataset.lane === "lower" &&
    other.dataset.row === one.dataset.row &&
    Number(other.dataset.column) === Number(one.dataset.column) + 1;

  const showItems = (shown) => {
    for (const [at, el] of items.entries()) {
      const isOther = !shown.includes(el);
      const mates = shown
        .filter((other) => other.dataset.lane === el.dataset.lane)
        .map((other) => items.indexOf(other));
      el.classList.toggle("is-other", isOther);
      el.classList.toggle(
        "is-passed",
        isOther && mates.some((place) => place < at) && mates.some((place) => place > at),
      );
      el.classList.toggle("is-over", !isOther && shown.length < items.length && mates.at(-1) === at);
      el.classList.toggle("is-first", el === shown[0]);
      el.classList.toggle("is-last", el === shown.at(-1));
      // An arrow needs both its ends.
      el.classList.toggle(
        "is-alone",
        items.some((other) => isBelow(el, other) && !shown.includes(other)),
      );
      if (isOther) el.setAttribute("aria-hidden", "true");
      else el.removeAttribute("aria-hidden");
    }
  };

  const showRest = (shown) => {
    for (const lane of ["upper", "lower"]) {
      line.classList.toggle(`lacks-${lane}`, !shown.some((el) => el.dataset.lane === lane));
    }
    for (const name of line.querySelectorAll("[data-lanename]")) {
      name.classList.toggle(
        "is-other",
        !shown.some((el) => el.dataset.lane === name.dataset.lanename && el.dataset.row === name.dataset.row),
      );
    }
    for (const title of line.querySelectorAll(".tl__row")) {
      title.hidden = !shown.some((el) => el.dataset.row === title.dataset.row);
    }
    const works = new Set(shown.map((el) => el.id));
    for (const el of line.querySelectorAll("[data-carries]")) {
      el.classList.toggle(
        "is-working",
        el.dataset.carries.split(" ").some((work) => works.has(work)),
      );
    }
  };

  pick.addEventListener("change", (event) => {
    const shown = items.filter((el) => isFor(el, event.target.value));
    showItems(shown);
    showRest(shown);
    window.stifinner.drawTimeline(line);
  });
})();

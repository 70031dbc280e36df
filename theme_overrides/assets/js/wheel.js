// The year as a wheel: which year is open, what is past and next in it, and the hand of today. Without this file all
// years are shown, and nothing is claimed.
(() => {
  const { today, markSteps } = window.stifinner;
  const all = document.querySelector("[data-wheels]");
  if (!all) return;
  const years = [...all.querySelectorAll("[data-wheel-year]")];
  const pick = document.querySelector("[data-year-pick]");
  const day = today();

  /** Degrees of a day from the first of January; each month has thirty. */
  const angleOf = (text) => {
    const [year, month, date] = text.split("-").map(Number);
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return 30 * (month - 1 + (date - 0.5) / length);
  };

  const raiseHand = (year) => {
    const { from, to } = year.dataset;
    if (day < from || day > to) return;
    const hand = year.querySelector("[data-hand]");
    hand.setAttribute("transform", `rotate(${angleOf(day).toFixed(1)} 400 400)`);
    hand.removeAttribute("visibility");
    year.querySelector("[data-hand-key]").hidden = false;
  };

  const STATES = ["is-past", "is-next", "is-coming", "is-off"];

  /** A mark is filled as its line is; several that are joined, only where all of them are over. */
  const fillMarks = (year) => {
    for (const mark of year.querySelectorAll("[data-mark-of]")) {
      const lines = mark.dataset.markOf.split(" ").map((number) => year.querySelector(`[data-line="${number}"]`));
      for (const name of STATES) {
        const has = (line) => line.classList.contains(name);
        mark.classList.toggle(name, name === "is-past" ? lines.every(has) : lines.some(has));
      }
    }
  };

  const show = (index) => {
    for (const [place, year] of years.entries()) year.hidden = place !== index;
  };

  /** The year that today is in; between years the one to come, and after them all the last. */
  const openYear = () => {
    const place = years.findIndex((year) => day <= year.dataset.to);
    return place < 0 ? years.length - 1 : place;
  };

  const steps = years.flatMap((year) => [...year.querySelectorAll("[data-line]")]);
  markSteps(steps, all.dataset, () => "");
  years.forEach(raiseHand);
  years.forEach(fillMarks);

  if (!pick) return;
  const inputs = [...pick.querySelectorAll("input")];
  const open = openYear();
  inputs[open].checked = true;
  show(open);
  pick.hidden = false;
  pick.addEventListener("change", () => show(inputs.findIndex((input) => input.checked)));
})();

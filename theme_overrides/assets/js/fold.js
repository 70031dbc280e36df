// What is over is folded: the past steps of a path into one line, and what was to be done before a gathering.
(() => {
  const { words, now, isOver, readStop, isPast, isOff, upper, cohort } = window.stifinner;
  const at = now();
  const make = (name, className, ...inside) => {
    const el = document.createElement(name);
    el.className = className;
    el.append(...inside);
    return el;
  };
  const folded = (className, summary, ...inside) =>
    make("details", `folded ${className}`, make("summary", "folded__summary", ...summary), ...inside);

  /** Held, or cancelled and its day over. */
  const isDone = (stop) => isPast(stop, at) || (isOff(stop) && stop.times.every((time) => isOver(time, at)));

  /** The marks of steps in small, for those who see them. */
  const marksOf = (steps) => {
    const marks = make("span", "folded__marks");
    marks.setAttribute("aria-hidden", "true");
    for (const step of steps) {
      const mark = step.querySelector(".mark, .shape")?.cloneNode(true);
      if (mark) marks.append(make("span", "is-past", mark));
    }
    return marks;
  };

  const foldPast = (list) => {
    const done = [...list.children].filter((step) => isDone(readStop(step)));
    const held = done.filter((step) => isPast(readStop(step), at) && !("work" in step.dataset));
    if (held.length < 2) return;
    const count = upper(words.numbers[held.length - 1] ?? String(held.length));
    const text = list.dataset.wordFolded.replace("{count}", count);
    const inner = make("ol", list.className, ...done);
    list.prepend(make("li", "way__folded", folded("folded--past", [marksOf(held), text], inner)));
  };

  /** Of a gathering whose day is over, for the reader's cohort or for all: what comes after it is first. */
  const foldBefore = (acts) => {
    const mine = cohort && document.querySelector(`[data-cohort="${CSS.escape(cohort)}"]`);
    if (!isPast(readStop(mine || acts), at)) return;
    const [before, after] = ["before", "after"].map((act) => acts.querySelector(`[data-act="${act}"]`));
    if (after) {
      acts.querySelector("[data-act]").before(after);
      const link = acts.querySelector(`nav a[href="#${after.getAttribute("aria-labelledby")}"]`);
      link?.closest("ol").prepend(link.closest("li"));
    }
    const body = before?.querySelector(".act__body");
    if (!body) return;
    const fold = folded("folded--before", [acts.dataset.wordBefore], ...body.childNodes);
    const asked = document.getElementById(location.hash.slice(1));
    fold.open = before.contains(asked) || fold.querySelector(":checked") !== null;
    body.append(fold);
  };

  document.querySelectorAll("[data-way][data-fold-past]").forEach(foldPast);
  document.querySelectorAll("[data-acts]").forEach(foldBefore);
})();

// Past, next and coming on the pages of a programme. Everything is read from dates in the page and today's date in
// Oslo; without this file the page gives dates and claims nothing. Only a known day can be the next: a month, a season
// or work between is past when all of it is over, and before that nothing is said of it.
(() => {
  const { today, inWords, hasBegun } = window.stifinner;
  const now = today();
  const isOver = (el) => Boolean(el.dataset.end) && el.dataset.end < now;
  const isDay = (el) => el.dataset.known === "day" || (el.dataset.known === "days" && !hasBegun(el));
  const isRunning = (el) => isDay(el) && el.dataset.start <= now && el.dataset.end >= now;
  const fill = (text, el) =>
    (text ?? "").replace("{when}", inWords(el.dataset.start, el.dataset.end, undefined, el.dataset.known));
  const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  /** A running span of several days; on its only day "i dag" says more. */
  const isUnderWay = (el) => isRunning(el) && el.dataset.known === "day" && el.dataset.start !== el.dataset.end;

  /** Marks each step, and returns the next one, or null. */
  const markSteps = (steps, words, sayComing) => {
    const next = steps.find((el) => isDay(el) && !isOver(el) && !el.hasAttribute("data-work")) ?? null;
    // A month that is not over may come before it: then it is only the next of those whose day is known.
    const sure = !steps
      .slice(0, steps.indexOf(next))
      .some((el) => (el.dataset.known === "month" && !isOver(el)) || hasBegun(el));
    for (const el of steps) {
      const word = el.querySelector("[data-state]");
      if (isOver(el)) {
        el.classList.add("is-past");
        if (word) word.textContent = words.wordPast;
      } else if (el === next) {
        el.classList.add("is-next");
        if (word)
          word.textContent = isUnderWay(el) ? words.wordNow : fill(sure ? words.wordNext : words.wordNextDated, el);
      } else if (isDay(el)) {
        el.classList.add("is-coming");
        if (word) word.textContent = sayComing(el);
      }
    }
    return next;
  };

  /** Draws it anew each time: timeline.js asks again when another role is chosen, for what is next depends on it. */
  const drawTimeline = (line) => {
    const all = [...line.querySelectorAll("[data-item]")];
    const steps = all.filter((el) => !el.classList.contains("is-other"));
    for (const el of all) {
      el.classList.remove("is-past", "is-next", "is-coming");
      el.querySelector("[data-state]").textContent = "";
    }
    markSteps(steps, line.dataset, (el) => (isUnderWay(el) ? line.dataset.wordNow : upper(fill("{when}", el))));
    const flag = line.querySelector("[data-today-mark]");
    const ahead = steps.find((el) => el.dataset.start && !isOver(el) && !hasBegun(el));
    if (!flag) return;
    // With nothing dated ahead nobody knows where on the path today is, so no flag is raised.
    flag.hidden = !ahead;
    flag.className = "tl__today";
    if (!ahead) return;
    for (const name of ahead.classList) if (/^tl__[rc]\d/.test(name)) flag.classList.add(name);
    flag.classList.toggle("is-across", ahead.dataset.lane === "lower");
    ahead.before(flag);
  };

  /** A gathering's own page: it is the next only if the one before it is known to be over. */
  const sayWhen = (el) => {
    const word = el.querySelector("[data-state]");
    const { after } = el.dataset;
    const isNext = isDay(el) && after !== undefined && after < now;
    if (isOver(el)) el.classList.add("is-past");
    else if (isNext || isRunning(el)) el.classList.add("is-next");
    const when = inWords(el.dataset.start, el.dataset.end, undefined, el.dataset.known);
    const text = isOver(el)
      ? el.dataset.wordPast
      : isUnderWay(el)
        ? el.dataset.wordNow
        : isNext && !isRunning(el)
          ? fill(el.dataset.wordNext, el)
          : when;
    if (!word || !text) return;
    // After a comma the sentence goes on; the tick of what is past carries its own comma.
    word.textContent = isOver(el) ? text.toLowerCase() : `, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  };

  const showNext = (list) => {
    const cards = [...list.querySelectorAll("[data-card]")];
    const words = list.dataset;
    const dated = cards.find((el) => el.dataset.start && !isOver(el) && !hasBegun(el));
    const lastPast = cards.findLastIndex((el) => isOver(el));
    const undated = cards.find((el, index) => index > lastPast && !el.dataset.start);
    const card = dated ?? undated ?? list.querySelector("[data-done]");
    const label = card?.querySelector("[data-label]");
    if (!card) return;
    if (card === dated && isDay(card)) {
      label.textContent = isUnderWay(card) ? words.wordNow : fill(words.wordNext, card);
    } else if (card === dated) {
      label.textContent = card.dataset.start > now ? words.wordNextMonth : words.wordNowMonth;
    } else if (card === undated) {
      label.textContent = card.dataset.word ?? (lastPast < 0 ? words.wordFirstUndated : words.wordUndated);
    }
    if (card === dated) card.querySelector(".upnext__label").classList.add("is-next");
    card.hidden = false;
    list.closest("[data-role-hero]")?.classList.add("has-next");
  };

  window.stifinner.drawTimeline = drawTimeline;
  document.querySelectorAll("[data-timeline]").forEach(drawTimeline);
  document.querySelectorAll("[data-way]").forEach((list) => {
    const { wordComing, wordNow } = list.dataset;
    markSteps([...list.children], list.dataset, (el) => (isUnderWay(el) ? wordNow : wordComing));
  });
  document.querySelectorAll("[data-mark]").forEach((el) => el.classList.toggle("is-past", isOver(el)));
  document.querySelectorAll("[data-when]").forEach(sayWhen);
  document.querySelectorAll("[data-upnext]").forEach(showNext);
})();

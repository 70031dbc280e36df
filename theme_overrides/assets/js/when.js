// Past, next and coming on the pages of a programme. Everything is read from dates in the page and the time it is in
// Oslo; without this file the page gives dates and claims nothing. Of a month, a season or work between nothing is said
// until it is the next, or past.
(() => {
  const { words, now, dayOf, isOver, isUnderWay } = window.stifinner;
  const { readStop, ahead, coming, isOff, isPast, missed, nextOf, isDated } = window.stifinner;
  const { upper, wordOf, sayNear, sayDay, markTimes } = window.stifinner;
  const at = now();
  const today = dayOf(at);

  /** A word of a list, with how far it is and how many there are to choose from in it. */
  const fill = (text, stop) =>
    (text ?? "")
      .replace("{when}", sayNear(stop, at))
      .replace("{count}", words.numbers?.[ahead(stop, at).length - 1] ?? ahead(stop, at).length);

  /** What is said of the stop that is next, in the words of its list. */
  const sayNext = (stop, { state, last }, list) => {
    if (state === "now") return list.wordNow;
    if (state === "month") return coming(stop, at).begins > today ? list.wordNextMonth : list.wordNowMonth;
    const isChoice = stop.form === "choice" && ahead(stop, at).length > 1;
    const own = last ? list.wordLast : isChoice && list.wordChoose;
    return fill(own || list.wordNext, stop);
  };

  const sayOff = (stop) => (missed(stop, at).length ? upper(words.off_today) : "");

  /** The class of a step and its word. */
  const told = (stop, next, list, sayComing) => {
    if (isOff(stop)) return ["is-off", sayOff(stop)];
    if (isPast(stop, at)) return ["is-past", list.wordPast];
    const time = coming(stop, at);
    if (!time) return [];
    if (next) return ["is-next", sayNext(stop, next, list)];
    if (stop.known === "month") return [];
    return ["is-coming", isUnderWay(time, at) ? list.wordNow : sayComing(stop)];
  };

  /** Where cohorts have dates of their own, and the reader's is not known, nobody knows what is next. */
  const isUnsure = (steps) => steps.some((el) => "varies" in el.dataset);

  const markSteps = (steps, list, sayComing) => {
    const stops = steps.map(readStop);
    const next = isUnsure(steps) || "noNext" in list ? { index: -1 } : nextOf(stops, at);
    for (const [place, el] of steps.entries()) {
      const [name, text = ""] = told(stops[place], place === next.index && next, list, sayComing);
      const word = wordOf(el);
      if (name) el.classList.add(name);
      if (word) word.textContent = text;
      markTimes(el, at);
      if (stops[place].form === "series") sayDay(el, stops[place], at);
    }
  };

  /** The flag of today stands before what has not begun; with nothing dated ahead nobody knows where it is. */
  const raiseFlag = (line, steps) => {
    const flag = line.querySelector("[data-today-mark]");
    if (!flag) return;
    const isAhead = (stop) => stop.times.length > 0 && stop.times.every((time) => !isOver(time, at));
    const first = isUnsure(steps) ? undefined : steps.find((el) => isAhead(readStop(el)));
    flag.hidden = !first;
    flag.className = "tl__today";
    if (!first) return;
    for (const name of first.classList) if (/^tl__[rc]\d/.test(name)) flag.classList.add(name);
    flag.classList.toggle("is-across", first.dataset.lane === "lower");
    first.before(flag);
  };

  /** Draws it anew each time: timeline.js asks again when another role is chosen, for what is next depends on it. */
  const drawTimeline = (line) => {
    const all = [...line.querySelectorAll("[data-item]")];
    const steps = all.filter((el) => !el.classList.contains("is-other"));
    for (const el of all) {
      el.classList.remove("is-past", "is-next", "is-coming", "is-off");
      wordOf(el).textContent = "";
    }
    markSteps(steps, line.dataset, (stop) => upper(sayNear(stop, at)));
    raiseFlag(line, steps);
  };

  /** A choice of which one time is left is called so, and is then like any other. */
  const sayLast = (el, next) => {
    const choice = el.querySelector("[data-choice]");
    if (!choice || !next.last) return next;
    choice.textContent = choice.dataset.last;
    return { ...next, last: false };
  };

  /** A gathering's own page: it is the next only if the one before it is known to be over. */
  const sayWhen = (el) => {
    const stop = readStop(el);
    const time = coming(stop, at);
    const isToday = time && dayOf(time.begins) <= today && stop.known !== "month";
    const isNext = time && stop.known !== "month" && "after" in el.dataset && isOver({ ends: el.dataset.after }, at);
    sayDay(el, stop, at);
    const next = sayLast(el, nextOf([stop], at));
    const [name, text] = told(stop, isNext && !isToday && next, el.dataset, (one) => sayNear(one, at));
    el.classList.toggle("is-next", Boolean(isNext || isToday));
    if (name === "is-past" || name === "is-off") el.classList.add(name);
    const word = wordOf(el);
    const when = text ?? sayNear(stop, at);
    if (!word || !when) return;
    // After a comma the sentence goes on; the tick of what is past carries its own comma.
    word.textContent = name === "is-past" ? when.toLowerCase() : `, ${when.charAt(0).toLowerCase()}${when.slice(1)}`;
  };

  const sayUndated = (card, stops, list) => {
    const isFirst = !stops.some((stop) => isPast(stop, at));
    return card.dataset.word ?? (isFirst ? list.wordFirstUndated : list.wordUndated);
  };

  const showNext = (list) => {
    if (list.closest("[data-next-shared][hidden]")) return;
    const cards = [...list.querySelectorAll("[data-card]")];
    const stops = cards.map(readStop);
    const next = nextOf(stops, at);
    const card = cards[next.index] ?? list.querySelector("[data-done]");
    if (!card) return;
    const done = card.querySelector("[data-word-off]");
    // Nothing is completed where nothing was held.
    if (done && stops.some(isOff) && !stops.some((stop) => isPast(stop, at))) done.textContent = done.dataset.wordOff;
    if (next.index >= 0) {
      const label = card.querySelector("[data-label]");
      const stop = stops[next.index];
      label.textContent = isDated(next) ? sayNext(stop, next, list.dataset) : sayUndated(card, stops, list.dataset);
      label.closest(".upnext__label")?.classList.toggle("is-next", isDated(next));
      sayDay(card, stop, at);
    }
    card.hidden = false;
    list.closest("[data-role-hero]")?.classList.add("has-next");
  };

  Object.assign(window.stifinner, { drawTimeline, markSteps });
  document.querySelectorAll("[data-timeline]").forEach(drawTimeline);
  document.querySelectorAll("[data-way]").forEach((list) => {
    markSteps([...list.children], list.dataset, () => list.dataset.wordComing);
  });
  document.querySelectorAll("[data-mark]").forEach((el) => el.classList.toggle("is-past", isPast(readStop(el), at)));
  document.querySelectorAll("[data-when]").forEach(sayWhen);
  document.querySelectorAll("[data-upnext]").forEach(showNext);
})();

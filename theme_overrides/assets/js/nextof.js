// What is next of a whole path, in a line: on cards of cohorts, and for whoever has not said which cohort is theirs.
// The path is a list somewhere on the page, whose id data-next-of says, or stands within the line itself.
(() => {
  const { words, now, ahead, coming, readStop, nextOf, inDays, sayNear } = window.stifinner;
  const at = now();
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const yearOf = (time) => time?.begins.slice(0, 4);

  /** The day of what is coming, and of a choice all that are left; the page has the words where no day is known. */
  const sayDays = (el, stop) => {
    if (stop.known === "month" || !stop.start) return el.dataset.yearless ?? el.dataset.says ?? "";
    const times = stop.form === "choice" ? ahead(stop, at) : [coming(stop, at)];
    // Of several in one year the last says which.
    const beside = (time, place) => (yearOf(times[place + 1]) === yearOf(time) ? time.begins : at);
    return times.map((time, place) => inDays(time, beside(time, place))).join(words.days_or);
  };

  const look = (el) => {
    const list = el.dataset.nextOf ? document.getElementById(el.dataset.nextOf) : el;
    const steps = list ? all("[data-stop]", list) : [];
    const stops = steps.map(readStop);
    const next = nextOf(stops, at);
    return { el, ...next, step: steps[next.index], stop: stops[next.index] };
  };

  const sentence = ({ el: { dataset: list }, state, last, step, stop }) => {
    const texts = { now: list.wordNow, month: list.wordMonth, over: list.wordOver ?? "" };
    texts.undated = step && "yearless" in step.dataset ? list.wordMonth : list.wordUndated;
    const text = texts[state] ?? (last ? list.wordLast : list.wordNext);
    const said = { name: () => step.dataset.name, day: () => sayDays(step, stop), when: () => sayNear(stop, at) };
    return text.replace(/\{(name|day|when)\}/g, (_, key) => said[key]());
  };

  const write = (found) => {
    const text = sentence(found);
    if (text) (found.el.querySelector("[data-said]") ?? found.el).textContent = text;
  };

  /** What two cohorts must have in common to have the same next. */
  const keyOf = ({ state, step, stop }) =>
    [state, step.dataset.gathering ?? step.dataset.name, ...ahead(stop, at).map(({ begins }) => begins)].join(" ");

  /** Whether it may be told once: all that are not over agree. Of several the only one left is called by its name. */
  const agree = (lines) => {
    const running = lines.filter(({ state }) => state !== "over");
    return (running.length !== 1 || lines.length === 1) && new Set(running.map(keyOf)).size <= 1;
  };

  /** Whether the one card that would be shown means the same. */
  const isSame = (shared, { stop }) => {
    const stops = all("[data-card]", shared).map(readStop);
    const begins = (one) => (one ? ahead(one, at).map((time) => time.begins) : []).join(" ");
    return !stops.length || begins(stops[nextOf(stops, at).index]) === begins(stop);
  };

  const lines = all("[data-next-of]").map(look);
  lines.forEach(write);
  for (const box of all("[data-next-by-cohort]")) {
    const own = lines.filter(({ el }) => box.contains(el));
    const shared = box.querySelector("[data-next-shared]");
    const once = shared !== null && agree(own) && isSame(shared, own.find(({ state }) => state !== "over") ?? {});
    for (const { el, state } of own) el.hidden = once || state === "over";
    if (shared) shared.hidden = !once;
  }
})();

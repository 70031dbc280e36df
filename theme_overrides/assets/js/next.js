// Which of several stops is next. A stop is one mark on a path: {form, work, undated, known, start, end, off, times},
// form being "once", "choice", "part" or "series", and a time {begins, ends, off}, off where it is cancelled. Where no
// times are given its days are one. Nothing here looks at the page but readStop.
(() => {
  const { dayOf, isOver, isUnderWay } = window.stifinner;

  const readTime = (written) => {
    const off = written.startsWith("!");
    const [begins, ends] = written.slice(off ? 1 : 0).split("/");
    return { begins, ends, off };
  };

  const timesOf = ({ times, start, end, off = false }) =>
    times.length || !start ? times : [{ begins: start, ends: end, off }];

  /** The stop that an element stands for, from what dates.clock wrote on it. */
  const readStop = ({ dataset }) => {
    const { start, end = start, known = "day", form = "once", times = "" } = dataset;
    const [work, off] = ["work" in dataset || "neverNext" in dataset, "off" in dataset];
    const written = times.split(" ").filter(Boolean).map(readTime);
    const all = timesOf({ times: written, start, end, off });
    return { form, work, undated: !start && !off, known, start, end, off, times: all };
  };

  const byBegin = (a, b) => (a.begins < b.begins ? -1 : Number(a.begins > b.begins));

  /** Its times that are still to be held, or going on, in order of begin. */
  const ahead = (stop, now) =>
    timesOf(stop)
      .filter((time) => !time.off && !isOver(time, now))
      .sort(byBegin);

  /** The first of them, or undefined. */
  const coming = (stop, now) => ahead(stop, now)[0];

  /** All of it was cancelled: never next, never held. */
  const isOff = (stop) => Boolean(stop.off) || (stop.times.length > 0 && stop.times.every((time) => time.off));

  /** It was held, and all of it is over. */
  const isPast = (stop, now) => timesOf(stop).some((time) => !time.off) && !coming(stop, now);

  /** Its cancelled times that would have been today, as long as they would have lasted. */
  const missed = (stop, now) =>
    stop.known === "month"
      ? []
      : timesOf(stop).filter((time) => time.off && dayOf(time.begins) <= dayOf(now) && !isOver(time, now));

  const stateOf = ({ known }, time, now) => (known === "month" ? "month" : isUnderWay(time, now) ? "now" : "day");

  /** Those that lie ahead, as {index, stop, time, state}: what is going on, then by what begins first. */
  const inOrder = (stops, now) =>
    stops
      .map((stop, index) => ({ index, stop, time: stop.work ? undefined : coming(stop, now) }))
      .filter(({ time }) => time)
      .map((each) => ({ ...each, state: stateOf(each.stop, each.time, now) }))
      .sort((a, b) => (b.state === "now") - (a.state === "now") || byBegin(a.time, b.time));

  const firstUndated = (stops, now) => {
    const lastPast = stops.findLastIndex((stop) => !stop.work && isPast(stop, now));
    return stops.findIndex((stop, index) => index > lastPast && stop.undated && !stop.work);
  };

  /**
   * The next: the first that lies ahead; where nothing has a date any more, the first without one after the last that
   * was held. Work between is never the next. "time" is a place in the stop's times, -1 where no day is known; "last":
   * there was a choice, and this alone is left of it.
   */
  const nextOf = (stops, now) => {
    const [next] = inOrder(stops, now);
    if (!next) {
      const index = firstUndated(stops, now);
      return { index, time: -1, state: index < 0 ? "over" : "undated", last: false };
    }
    const { index, stop, time, state } = next;
    const wasChoice = stop.form === "choice" && stop.times.filter(({ off }) => !off).length > 1;
    const place = state === "month" ? -1 : Math.max(stop.times.indexOf(time), 0);
    return { index, time: place, state, last: wasChoice && ahead(stop, now).length === 1 };
  };

  /** Whether anything is known of when the next is. */
  const isDated = ({ state }) => state !== "undated" && state !== "over";

  const rule = { readStop, ahead, coming, isOff, isPast, missed, inOrder, nextOf, isDated };
  window.stifinner = Object.assign(window.stifinner ?? {}, rule);
})();

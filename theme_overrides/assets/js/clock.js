// What time it is in Oslo, and how far it is to another. Loaded before every script that speaks of time.
// Days and moments are ISO texts ("2022-10-20T09:30"), which compare as they stand; a time begins with one and
// ends with one. What ends on a day, without a clock, ends with that day.
(() => {
  const meta = document.querySelector('meta[name="stifinner-words"]');
  const words = meta ? JSON.parse(meta.content) : {};
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Oslo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

  /** This minute in Oslo: "2022-10-20T09:30". */
  const now = () => {
    const part = Object.fromEntries(format.formatToParts(new Date()).map(({ type, value }) => [type, value]));
    return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
  };

  /** The day of a moment. */
  const dayOf = (moment) => moment.slice(0, 10);

  /** Today in Oslo: "2022-10-20". */
  const today = () => dayOf(now());

  /** Whole days from a to b. */
  const days = (a, b) => Math.round((Date.parse(b) - Date.parse(a)) / 864e5);

  const hasClock = (moment) => moment.includes("T");
  const isOver = ({ ends }, at = now()) => (hasClock(ends) ? ends <= at : ends < dayOf(at));

  /** Whether it is going on: of a single day without a clock nobody knows, and "i dag" says more. */
  const isUnderWay = (time, at = now()) =>
    time.begins <= at && !isOver(time, at) && (hasClock(time.begins) || dayOf(time.begins) < dayOf(time.ends));

  const say = (key, n) => (words[key] ?? "").replace("{n}", n);

  /**
   * "om 12 dager", "i dag", "pågår", "gjennomført". For a month or season (known: "month") a number of days would
   * promise more than anyone knows: then only months are counted, and near it nothing is said.
   */
  const inWords = (time, known = "day", at = now()) => {
    if (isOver(time, at)) return say("done");
    const n = days(dayOf(at), dayOf(time.begins));
    if (n >= 730) return say("in_years", Math.round(n / 365.25));
    if (n >= 60) return say("in_months", Math.round(n / 30.44));
    if (known === "month") return "";
    if (isUnderWay(time, at)) return say("running");
    if (n <= 0) return say("today");
    return n === 1 ? say("tomorrow") : say("in_days", n);
  };

  const clock = { words, now, today, dayOf, days, isOver, isUnderWay, inWords };
  window.stifinner = Object.assign(window.stifinner ?? {}, clock);
})();

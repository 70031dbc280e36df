// What day it is in Oslo, and how far it is to another day. Loaded before every script that speaks of time.
// Days are ISO texts, which compare as they stand.
(() => {
  const meta = document.querySelector('meta[name="stifinner-words"]');
  const words = meta ? JSON.parse(meta.content) : {};
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Oslo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });

  /** Today in Oslo: "2022-10-20". */
  const today = () => {
    const part = Object.fromEntries(format.formatToParts(new Date()).map(({ type, value }) => [type, value]));
    return `${part.year}-${part.month}-${part.day}`;
  };

  /** Whole days from a to b. */
  const days = (a, b) => Math.round((Date.parse(b) - Date.parse(a)) / 864e5);

  const say = (key, n, from) => (from[key] ?? "").replace("{n}", n);

  /**
   * "om 12 dager", "i dag", "pågår", "gjennomført". For a month or season (known: "month") a number of days would
   * promise more than anyone knows: then only months are counted, and near it nothing is said. Of several days (known:
   * "days") the first is meant; after it nothing is said until the last is over.
   */
  const inWords = (start, end = start, from = words, known = "day") => {
    const now = today();
    if (end < now) return say("done", 0, from);
    if (start < now && known === "days") return "";
    if (start <= now)
      return known === "month" ? "" : say(start === end || known === "days" ? "today" : "running", 0, from);
    const n = days(now, start);
    if (n >= 730) return say("in_years", Math.round(n / 365.25), from);
    if (n >= 60) return say("in_months", Math.round(n / 30.44), from);
    if (known === "month") return "";
    return n === 1 ? say("tomorrow", n, from) : say("in_days", n, from);
  };

  /** Whether the first of several days is past, and the last is not: what has begun so is neither past nor next. */
  const hasBegun = ({ dataset: { start, end, known } }) => known === "days" && start < today() && end >= today();

  window.stifinner = Object.assign(window.stifinner ?? {}, { words, today, days, inWords, hasBegun });
})();

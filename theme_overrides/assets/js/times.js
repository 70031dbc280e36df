// What is said of each time of a stop, where it has several or is cancelled: held, coming, or "skulle vært i dag".
// Within the element of a stop, data-time and data-bead hold the place of a time among its times.
(() => {
  const { words, now, dayOf, isOver, inWords, readStop, coming, missed } = window.stifinner;

  const upper = (text = "") => text.charAt(0).toUpperCase() + text.slice(1);

  /** Those within an element that are about it, and not about something else with a time that stands in it. */
  const own = (el, selector) =>
    [...el.querySelectorAll(selector)].filter((part) => {
      const about = part.parentElement.closest("[data-start]");
      return !about || about === el || !el.contains(about);
    });

  /** The word of a stop as a whole; its times have words of their own. */
  const wordOf = (el) => own(el, "[data-state]").find((word) => !word.closest("[data-time]"));

  const format = (options) => new Intl.DateTimeFormat(words.locales, { timeZone: "UTC", ...options });
  const full = { day: "numeric", month: "long", year: "numeric" };
  const thisYear = { day: "numeric", month: "long" };

  /** "27. april", "10.–11. februar", with the year where it is not this one. */
  const inDays = ({ begins, ends }, at) => {
    const span = format(begins.slice(0, 4) === at.slice(0, 4) ? thisYear : full);
    return span.formatRange(new Date(dayOf(begins)), new Date(dayOf(ends)));
  };

  const inFull = { weekday: "long", ...full };
  const isOneDay = ({ begins, ends }) => dayOf(begins) === dayOf(ends);

  /** The same as dates stand on cards: "tirsdag 27. april 2027", and several days without theirs. */
  const inText = ({ begins, ends }) =>
    format(isOneDay({ begins, ends }) ? inFull : full).formatRange(new Date(dayOf(begins)), new Date(dayOf(ends)));

  const span = (name, text) => {
    const el = document.createElement("span");
    el.className = `date__${name}`;
    el.textContent = text;
    return el;
  };

  /** The same in the pieces of the largest type, as date.html has them; of one day. */
  const inPieces = ({ begins }) => {
    const parts = format(inFull).formatToParts(new Date(dayOf(begins)));
    const place = parts.findIndex(({ type }) => type === "day");
    const said = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
    const rest = span("rest", `${said.month} `);
    rest.append(span("year", said.year));
    // In Norwegian the dot after the figure belongs to it.
    const day = span("day", said.day + parts[place + 1].value.trim());
    return [span("weekday", said.weekday), " ", day, " ", rest];
  };

  const write = (part, time) => {
    const isLarge = part.dataset.comingDay === "large";
    part.replaceChildren(...(isLarge && isOneDay(time) ? inPieces(time) : [inText(time)]));
  };

  /** How far it is to what is coming of a stop, or nothing. */
  const sayNear = (stop, at) => {
    const time = coming(stop, at);
    return time ? inWords(time, stop.known, at) : "";
  };

  /** The day that is meant, where a card shows another one first. */
  const sayDay = (el, stop, at) => {
    const time = coming(stop, at);
    const isOther = time && dayOf(time.begins) !== stop.start;
    for (const part of own(el, "[data-coming-day]")) {
      if (isOther) write(part, time);
      else part.replaceChildren();
    }
  };

  const said = (stop, time, at) => {
    if (!time.off) return inWords(time, stop.known, at);
    return missed(stop, at).includes(time) ? words.off_today : "";
  };

  const markTimes = (el, at = now()) => {
    const stop = readStop(el);
    const next = coming(stop, at);
    for (const part of own(el, "[data-time], [data-bead]")) {
      const time = stop.times[part.dataset.time ?? part.dataset.bead];
      if (!time) continue;
      part.classList.toggle("is-off", time.off);
      part.classList.toggle("is-past", !time.off && isOver(time, at));
      if ("bead" in part.dataset) part.classList.toggle("is-now", time === next);
      else part.classList.toggle("is-next", time === next && el.classList.contains("is-next"));
      const word = part.querySelector("[data-state]");
      if (word) word.textContent = upper(said(stop, time, at));
    }
  };

  const at = now();
  for (const el of document.querySelectorAll("[data-told-off]")) el.hidden = !missed(readStop(el), at).length;
  const parts = [...document.querySelectorAll("[data-time], [data-bead]")];
  for (const el of new Set(parts.map((part) => part.parentElement.closest("[data-start]")))) if (el) markTimes(el, at);

  window.stifinner = Object.assign(window.stifinner, { upper, own, wordOf, inDays, sayNear, sayDay, markTimes });
})();

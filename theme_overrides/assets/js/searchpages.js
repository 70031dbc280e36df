// The pages of the index: their names, their days, and which of those found come first. Fetched by finder.js.
window.stifinner.searchPages = (takeApart, query, docs) => {
  const titles = new Map(
    docs.filter(({ location }) => !location.includes("#")).map(({ location, title }) => [location, title]),
  );
  const placeOf = ([{ location }]) => location.split("#")[0];

  // Of a gathering's days the index has two tags each: «tirsdag 27. april 2027» and «27.4.2027 uke17». The day of a
  // month weighs as a name together with its month only: «samling 1» is not about the first of May.
  const days = new Map();
  const daysOf = ({ location, tags = [] }) => {
    const found = [];
    for (let i = 0; i + 1 < tags.length; i += 2) {
      const [day, month, year] = tags[i + 1].split(" ")[0].split(".").map(Number);
      const sought = `${tags[i].replace(/(\d+)\.? /, "$1")} ${tags[i + 1]}`;
      const said = takeApart.runsOf(`${sought} ${tags[i]}`.toLowerCase()).flatMap(takeApart.partsOf);
      found.push({ shown: tags[i], at: new Date(year, month - 1, day + 1), words: sought, said });
    }
    days.set(location, found);
    return found;
  };
  /** A name, and a gathering's days, stand where Material has tags, so that they can weigh most. */
  const tagsOf = (doc) =>
    doc.location.includes("#") ? undefined : [doc.title, ...daysOf(doc).map(({ words }) => words)];

  // Of each page the words of its name, and all its text on one line, without accents; made when first asked for.
  let pageTexts = null;
  const textsOf = (place) => {
    if (!pageTexts) {
      const all = new Map();
      for (const { location, title, text } of docs) {
        const at = location.split("#")[0];
        all.set(at, `${all.get(at) ?? ""} ${title} ${text}`);
      }
      pageTexts = new Map(
        [...all].map(([at, text]) => {
          const name = query.wordsOf(titles.get(at) ?? "");
          return [at, { name: [...name, ...name.map(takeApart.plain)], text: onOneLine(text) }];
        }),
      );
    }
    return pageTexts.get(place) ?? { name: [], text: "" };
  };
  const onOneLine = (text) => {
    const read = text
      .replace(/<[^>]*>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    return ` ${takeApart.plain(read.toLowerCase()).replace(/\s+/g, " ").trim()}`;
  };
  /** The day among a page's days that is the one looked for, by some of its words or by all of them joined. */
  const dayAmong = (place, wanted) =>
    days.get(place)?.find(({ said }) => said.includes(wanted.join("")) || wanted.every((word) => said.includes(word)));
  /** Of two gatherings the one that comes sooner, and what is over last. */
  const sooner = (one, other) => {
    const [first, second] = [one.at - Date.now(), other.at - Date.now()];
    return (first < 0) - (second < 0) || (first < 0 ? second - first : first - second);
  };
  /** Pages that are called just what was typed come first, then gatherings of the day that was; then what has more of
      the words, and the rest is as the worker weighs it. */
  const ranked = (found, typed) => {
    const wanted = query.wordsOf(typed);
    const letters = wanted
      .filter((word) => !query.hasFigure(word))
      .map((word) => takeApart.plain(word.replace(query.ending, "") || word));
    const phrase = onOneLine(typed);
    const weighed = found.map((page) => {
      const place = placeOf(page);
      const { name, text } = textsOf(place);
      const has = wanted.length > 1 ? letters.filter((word) => text.includes(word)).length + text.includes(phrase) : 0;
      return { page, named: wanted.every((word) => name.includes(word)), day: dayAmong(place, wanted), has };
    });
    return weighed
      .sort(
        (one, other) =>
          other.named - one.named ||
          !one.day - !other.day ||
          (one.day && sooner(one.day, other.day)) ||
          other.has - one.has,
      )
      .map(({ page }) => page);
  };

  return { titles, placeOf, tagsOf, ranked, dayAmong };
};

// What is typed, as Material's worker is asked for it. Fetched by finder.js.
window.stifinner.searchQuery = (takeApart, endings) => {
  // Each word as it was typed and without its ending (their stems weigh most), as the beginning of a word, and inside
  // one, since Norwegian words are compounds: «samlinger» is to find «personalsamlingen». The shortest must end the
  // compound: «ark» is in «refleksjonsark», not in «marked», and «rom» in «klasserommet». Two words may be one:
  // «leder dag». The worker sets a star after what carries no weight.
  const ending = new RegExp(`(?:${endings})$`, "u");
  const hasFigure = (word) => /\d/.test(word);
  /** Days as people write them in figures, as the index has them. */
  const withDays = (text) =>
    text
      .replace(/[*^~]/g, " ")
      .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, "$3.$2.$1")
      .replace(/(\d)\/(?=\d)/g, "$1.")
      .replace(/\b(\d\d?\.\d\d?\.)(\d\d)\b(?!\.\d)/g, "$120$2");
  const partsOf = (run) => (/^\d+\.\d+\.\d+$/.test(run) ? takeApart.partsOf(run).slice(0, 1) : takeApart.partsOf(run));
  const wordsOf = (text) => {
    const all = takeApart.runsOf(withDays(text.normalize("NFC").toLowerCase())).flatMap(partsOf);
    return all.filter((word, i) => word.length > 2 || hasFigure(word) || i === all.length - 1);
  };
  /** A figure is looked for as it is, and as the beginning of a longer one that can't be mistaken. */
  const figureFormsOf = (word) => (/^\d{1,2}$/.test(word) ? [`${word}^1000`] : [`${word}^1000`, `${word}*^100`]);
  /** As it would be with letters that its author may have no key for, and accents that the page may not have. */
  const otherSpellings = (word) => {
    const full = word.replace(/aa/g, "å").replace(/ae/g, "æ").replace(/oe/g, "ø");
    const plain = /[^a-zæøå]/.test(word) ? takeApart.plain(word) : word;
    return [full, plain].filter((other) => other !== word).flatMap((other) => [`${other}^300`, `${other}*^30`]);
  };
  const formsOf = (word) => {
    if (hasFigure(word)) return figureFormsOf(word);
    const cut = word.replace(ending, "");
    const core = cut.length > 2 ? cut : word;
    const forms = [`${word}^1000`, `${word}*^100`, ...otherSpellings(word)];
    if (core !== word) forms.push(`${core}^500`);
    if (core.length > 3) forms.push(`*${core}*^10`);
    else if (word.length > 3) forms.push(`*${word}*^10`, `*${core}^10`);
    else if (word.length > 2) forms.push(`*${word}^10`, `*${word}${word.at(-1)}^10`);
    return forms;
  };
  /** Two neighbours as one, whatever stood between them: «leder dag», «e-post», «uke 17». */
  const joinedOf = (text) => {
    const all = takeApart
      .runsOf(withDays(text.toLowerCase()))
      .flatMap((run) => run.split(/[-\u2010\u2011]/))
      .filter(Boolean);
    return all.slice(1).flatMap((word, i) => {
      const one = all[i];
      const joined = [`${one}${word}^1000`];
      if (hasFigure(one) || hasFigure(word)) joined.push(`${takeApart.pairOf(one, word)}^1000`);
      return joined;
    });
  };
  const queryOf = (text) => {
    const forms = wordsOf(text).flatMap(formsOf);
    return [...new Set(forms.length ? [...forms, ...joinedOf(text)] : [])].join(" ");
  };
  /** The same with one letter wrong, left out, added or exchanged with the next; the last may have been no ending. */
  const nearQueryOf = (text) =>
    wordsOf(text)
      .filter((word) => word.length > 4 && !hasFigure(word))
      .map((word) => `${word}~1 ${word.slice(0, -1)}~1`)
      .join(" ");

  return { ending, hasFigure, wordsOf, queryOf, nearQueryOf };
};

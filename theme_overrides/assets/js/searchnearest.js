// Where nothing is found: the index's own words that are nearest to what was typed. Fetched by finder.js.
window.stifinner.searchNearest = (takeApart, docs) => {
  const MOST = 4;
  let known = null;
  const knownWords = () => {
    if (known) return known;
    known = new Map();
    for (const { title, text } of docs) {
      for (const run of takeApart.runsOf(`${title} ${text.replace(/<[^>]*>/g, " ")}`)) {
        const word = run.toLowerCase();
        if (/^[\p{L}-]{4,}$/u.test(word)) known.set(word, (known.get(word) ?? 0) + 1);
      }
    }
    return known;
  };
  /** How many letters are left out, added, wrong, or exchanged with the next; more than `most` is not counted on. */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [before, above] = [[], Array.from({ length: other.length + 1 }, (_, i) => i)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const differs = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + differs);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, above] = [above, row];
    }
    return above.at(-1);
  };
  return (text) => {
    const found = [];
    for (const run of takeApart.runsOf(text)) {
      const one = takeApart.plain(takeApart.partsOf(run).at(-1));
      if (one.length < 4 || /\d/.test(one)) continue;
      const most = Math.ceil(one.length / 4);
      for (const [word, often] of knownWords()) {
        const other = takeApart.plain(word.replaceAll("-", ""));
        // A short word that begins otherwise is another word.
        const far = one.length < 6 && one[0] !== other[0] ? most + 1 : distance(one, other, most);
        if (far <= most) found.push({ run, word, far: far - often / (often + 1) });
      }
    }
    found.sort((one, other) => one.far - other.far);
    // Of the forms of one word the first is enough.
    const isForm = ({ word }, i) => found.slice(0, i).some((earlier) => word.startsWith(earlier.word.slice(0, -2)));
    return found.filter((one, i) => !isForm(one, i)).slice(0, MOST);
  };
};

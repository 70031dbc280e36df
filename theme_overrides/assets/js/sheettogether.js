// The group sees itself: where it differs first, then where it agrees; and, beside an earlier round, what has moved.
(() => {
  const sheet = window.stifinner.sheet;
  if (!sheet?.spread) return;
  const { root, say, make, claims, spread, rounds } = sheet;
  const out = root.querySelector("[data-spread]");

  const name = (claim) =>
    make("p", "spread__q", [make("span", "claim__n", String(claim.number)), make("span", "", claim.text)]);
  const row = (claim, ...bars) => make("li", "spread__row", [name(claim), make("div", "spread__bars", bars.flat())]);
  const labelled = (key, counted) => [make("p", "spread__when", say(key)), ...spread.bar(counted)];
  const list = (title, rows, note = "") =>
    rows.length
      ? [make("h3", "together__h", title), ...(note ? [make("p", "soft small", note)] : []), make("ol", "spread", rows)]
      : [];

  const compare = (both) => {
    const seen = both
      .map(({ claim, now, before }) => ({
        claim,
        now,
        before,
        way: spread.moved(before, now),
        far: Math.abs(spread.mean(now) - spread.mean(before)),
      }))
      .sort((a, b) => b.far - a.far);
    const drawn = ({ claim, now, before, way }) =>
      row(
        claim,
        labelled("before", before),
        labelled("now", now),
        make("p", "spread__moved", way ? say("towards", { word: way }) : say("unmoved")),
      );
    return [
      ...list(say("moved"), seen.filter(({ way }) => way).map(drawn)),
      ...list(say("still_same"), seen.filter(({ way }) => !way).map(drawn)),
    ];
  };

  const show = () => {
    const size = rounds.now.length;
    sheet.order = claims;
    if (size < spread.FEWEST) {
      out.replaceChildren(...(size ? [make("p", "together__few", say("few", { n: size }))] : []));
      return;
    }
    const counted = claims
      .map((claim) => ({
        claim,
        now: spread.counts("now", claim),
        before: spread.counts("before", claim),
      }))
      .filter(({ now }) => now.total);
    const enough = counted
      .filter(({ now }) => now.total >= spread.FEWEST)
      .sort((a, b) => spread.variance(b.now) - spread.variance(a.now) || a.claim.number - b.claim.number);
    const differ = enough.filter(({ now }) => !spread.isAgreed(now));
    const agree = enough.filter(({ now }) => spread.isAgreed(now)).reverse();
    const few = counted.filter(({ now }) => now.total < spread.FEWEST);
    const drawn = ({ claim, now }) => row(claim, spread.bar(now));
    sheet.order = [...differ, ...agree].map(({ claim }) => claim);
    out.replaceChildren(
      ...compare(enough.filter(({ before }) => before.total >= spread.FEWEST)),
      ...list(say("differ"), differ.map(drawn)),
      ...list(say("agree"), agree.map(drawn)),
      ...list(
        say("too_few"),
        few.map(({ claim }) => make("li", "spread__row", name(claim))),
        say("too_few_note"),
      ),
    );
  };
  sheet.onRounds(show);
})();

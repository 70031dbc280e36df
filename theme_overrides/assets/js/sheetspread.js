// How a group is spread over the steps: one shape a person. Under three answers nothing is shown.
(() => {
  const sheet = window.stifinner.sheet;
  if (!sheet?.rounds) return;
  const { steps, make } = sheet;
  const FEWEST = 3;
  const AGREED = 0.75;
  const DOTS = 12;

  const counts = (round, claim) => {
    const given = sheet.rounds[round].map(({ ratings }) => ratings[claim.number - 1]).filter(Boolean);
    return { counts: steps.map((_, i) => given.filter((value) => value === i + 1).length), total: given.length };
  };
  const mean = ({ counts: list, total }) => list.reduce((sum, n, i) => sum + n * (i + 1), 0) / total;
  const variance = (one) => {
    const middle = mean(one);
    return one.counts.reduce((sum, n, i) => sum + n * (i + 1 - middle) ** 2, 0) / one.total;
  };
  // Agreed: three in four at one step, and nobody further away than the next.
  const isAgreed = ({ counts: list, total }) => {
    const used = list.flatMap((n, i) => (n ? [i] : []));
    return used.at(-1) - used[0] <= 1 && Math.max(...list) / total >= AGREED;
  };

  const cell = (step, n, number) => {
    const dots = make("span", "spread__dots");
    if (n > DOTS) dots.append(sheet.step(number), make("span", "spread__count", `× ${n}`));
    else dots.append(...Array.from({ length: n }, () => sheet.step(number)));
    return make("span", `spread__cell tone--${step.tone}${n ? "" : " is-empty"}`, [
      dots,
      make("span", "spread__word", step.word),
    ]);
  };
  const bar = ({ counts: list }) => {
    const told = steps.flatMap(({ word }, i) => (list[i] ? [`${list[i]} ${word.toLowerCase()}`] : [])).join(", ");
    const drawn = make(
      "div",
      `spread__bar spread__bar--${steps.length}`,
      steps.map((step, i) => cell(step, list[i], i + 1)),
    );
    drawn.setAttribute("aria-hidden", "true");
    return [make("p", "only-heard", told), drawn];
  };
  // Which way it has moved, or "" where it stands about where it stood: a quarter of a step.
  const moved = (before, now) => {
    const way = mean(now) - mean(before);
    return Math.abs(way) < 0.25 ? "" : steps[way < 0 ? 0 : steps.length - 1].word;
  };

  sheet.spread = { FEWEST, counts, variance, isAgreed, bar, mean, moved };
})();

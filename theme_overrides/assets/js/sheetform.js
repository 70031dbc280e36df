// Filling in: progress, one core element only, and a way through the sheet by few keys.
(() => {
  const sheet = window.stifinner.sheet;
  if (!sheet) return;
  const { root, form, claims, questions, say } = sheet;
  const done = root.querySelector("[data-done]");
  const marks = root.querySelector("[data-marks]");
  // More than fit on a line or two would hide what one fills in.
  const MOST_MARKS = 30;

  sheet.onChange(() => {
    for (const part of form.querySelectorAll("[data-core]")) {
      part.hidden = Boolean(sheet.core()) && part.dataset.core !== sheet.core();
    }
    for (const paper of root.querySelectorAll("[data-paper]")) {
      paper.hidden = Boolean(sheet.core()) && Boolean(paper.dataset.paper) && paper.dataset.paper !== sheet.core();
    }
    form.classList.toggle("is-one", Boolean(sheet.core()));
    const shown = sheet.shown();
    const given = claims.length
      ? shown.map(sheet.rating)
      : questions.map(({ answer }) => Number(Boolean(answer.value.trim())));
    const told = say(claims.length ? "done" : "answered", { n: given.filter(Boolean).length, total: given.length });
    if (done.textContent !== told) done.textContent = told;
    marks.replaceChildren(
      ...(claims.length && given.length <= MOST_MARKS ? given : []).map((value) =>
        sheet.make("li", "", sheet.step(value)),
      ),
    );
  });

  // What was written stands on paper whole, where a field would cut it.
  sheet.onChange(() => {
    for (const { el, note } of claims) el.querySelector("[data-said]").textContent = note.value.trim();
    for (const { el, answer } of questions) el.querySelector("[data-said]").textContent = answer.value.trim();
  });

  // While a statement's choices have the focus: a number chooses the step that is called so and goes on, Enter goes on.
  const goOn = (claim) => {
    const shown = sheet.shown();
    const next = shown[shown.indexOf(claim) + 1];
    (next ? (next.radios.find((radio) => radio.checked) ?? next.radios[0]) : root.querySelector("[data-keep]")).focus();
  };
  form.addEventListener("keydown", (event) => {
    if (event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
    const claim = claims.find(({ radios }) => radios.includes(event.target));
    if (!claim) return;
    const radio = claim.radios.find(({ dataset }) => dataset.key === event.key);
    if (!radio && event.key !== "Enter") return;
    event.preventDefault();
    if (radio && !radio.checked) radio.click();
    goOn(claim);
  });
})();

// What is filled in, on paper: the sheet, and a plan of what needs work.
(() => {
  const sheet = window.stifinner.sheet;
  if (!sheet) return;
  const { root, claims, steps, say } = sheet;
  root.querySelector("[data-print]").addEventListener("click", () => print());
  const plan = root.querySelector("[data-plan]");
  if (!plan) return;
  const row = root.querySelector("[data-plan-row]");
  const empty = root.querySelector("[data-plan-empty]");

  // The low end of the scale: yellow and red of a traffic light.
  const isLow = (claim) => sheet.rating(claim) > steps.length / 2;
  sheet.onChange(() => {
    const chosen = claims.filter((claim) => sheet.isShown(claim) && (isLow(claim) || claim.mark.checked));
    plan.replaceChildren(
      ...chosen.map((claim) => {
        const made = row.content.cloneNode(true);
        const rating = sheet.rating(claim);
        made.querySelector("[data-number]").textContent = claim.number;
        made.querySelector("[data-words]").textContent = claim.text;
        const why = made.querySelector("[data-why]");
        if (rating) why.append(sheet.step(rating));
        why.append([steps[rating - 1]?.word, claim.mark.checked ? say("to_work_on") : ""].filter(Boolean).join(" · "));
        if (claim.note.value.trim()) why.append(sheet.make("span", "plan__note", claim.note.value.trim()));
        return made;
      }),
    );
    empty.hidden = chosen.length > 0;
  });

  // --- The code ---
  const code = root.querySelector("[data-code]");
  const hint = root.querySelector("[data-code-hint]");
  const count = root.querySelector("[data-code-count]");
  sheet.onChange(() => {
    const shown = sheet.shown();
    const done = shown.filter(sheet.rating).length;
    const readable = sheetCode.fits(sheet.spec);
    code.hidden = !done || !readable;
    code.replaceChildren(
      ...(code.hidden ? [] : sheetCode.encode(sheet.ratings(), sheet.spec).split(" ")).flatMap((group) => [
        sheet.make("span", "", group),
        " ",
      ]),
    );
    const told = !readable
      ? hint.dataset.long
      : !done
        ? hint.dataset.first
        : say(done < shown.length ? "going" : "complete");
    if (hint.textContent !== told) hint.textContent = told;
    count.textContent = say("of", { n: done, total: shown.length });
  });
})();

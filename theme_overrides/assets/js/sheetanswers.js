// The answers on a sheet: read from the form and put into it. They are in the form and nowhere else; what keeps them is
// sheetkeep.js. In a page that is framed by another nothing can be filled in, and nothing kept is read.
(() => {
  const root = document.querySelector("[data-sheet]");
  if (!root) return;
  root.querySelector("[data-still]").hidden = true;
  if (window.top !== window.self) {
    root.querySelector("[data-framed]").hidden = false;
    return;
  }
  for (const el of root.querySelectorAll("[data-live]")) el.hidden = false;
  for (const fold of root.querySelectorAll("[data-fold]")) fold.open = false;

  const form = root.querySelector("[data-form]");
  const words = JSON.parse(root.dataset.words);
  const list = (name) => (root.dataset[name] ? root.dataset[name].split(" ") : []);
  const steps = JSON.parse(root.dataset.steps).map((word, i) => ({
    word,
    shape: list("shapes")[i],
    tone: list("tones")[i],
  }));
  const text = (el) => el.querySelector("[data-text]").textContent.trim();
  const claims = [...form.querySelectorAll("[data-claim]")].map((el, i) => ({
    el,
    number: i + 1,
    text: text(el),
    core: el.closest("[data-core]").dataset.core,
    radios: [...el.querySelectorAll("input[type=radio]")],
    note: el.querySelector("[data-note]"),
    mark: el.querySelector("[data-mark]"),
  }));
  const questions = [...form.querySelectorAll("[data-question]")].map((el, i) => ({
    el,
    number: i + 1,
    text: text(el),
    answer: el.querySelector("[data-answer]"),
  }));
  const spec = {
    tag: Number(root.dataset.tag),
    version: Number(root.dataset.version),
    statements: claims.length,
    steps: steps.length,
  };
  const picks = [...form.querySelectorAll("[name=core]")];

  const say = (key, values = {}) =>
    Object.entries(values).reduce(
      (said, [name, value]) => said.replaceAll(`{${name}}`, value),
      key.split(".").reduce((at, part) => at[part], words),
    );
  const rating = (claim) => Number(claim.radios.find((radio) => radio.checked)?.value ?? 0);
  const core = () => picks.find((pick) => pick.checked)?.value ?? "";
  const isShown = (claim) => !core() || claim.core === core();
  const shown = () => claims.filter(isShown);
  // What is outside the chosen core element is kept in the form, and counts nowhere.
  const ratings = () => claims.map((claim) => (isShown(claim) ? rating(claim) : 0));

  const read = () => ({
    core: core(),
    ratings: claims.map(rating),
    notes: claims.map(({ note }) => note.value),
    marks: claims.map(({ mark }) => mark.checked),
    answers: questions.map(({ answer }) => answer.value),
  });
  const isEmpty = (answers = read()) =>
    !answers.ratings.some(Boolean) &&
    !answers.marks.some(Boolean) &&
    ![...answers.notes, ...answers.answers].some((one) => one.trim());
  const write = (answers = {}) => {
    const at = (name, i) => answers[name]?.[i];
    for (const pick of picks) pick.checked = pick.value === (answers.core ?? "");
    if (picks.length && !picks.some((pick) => pick.checked)) picks[0].checked = true;
    claims.forEach((claim, i) => {
      for (const radio of claim.radios) radio.checked = Number(radio.value) === at("ratings", i);
      claim.note.value = typeof at("notes", i) === "string" ? at("notes", i) : "";
      claim.mark.checked = at("marks", i) === true;
    });
    questions.forEach(({ answer }, i) => {
      answer.value = typeof at("answers", i) === "string" ? at("answers", i) : "";
    });
    changed();
  };

  const hearers = [];
  const changed = () => hearers.forEach((hear) => hear());
  const onChange = (hear) => {
    hearers.push(hear);
    hear();
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());

  const ask = (question, yes) =>
    new Promise((answer) => {
      const dialog = root.querySelector("[data-ask]");
      dialog.querySelector("[data-ask-text]").textContent = question;
      const [agree, refuse] = [dialog.querySelector("[data-ask-yes]"), dialog.querySelector("[data-ask-no]")];
      agree.textContent = yes;
      dialog.returnValue = "";
      agree.onclick = () => dialog.close("yes");
      refuse.onclick = () => dialog.close();
      dialog.onclose = () => answer(dialog.returnValue === "yes");
      dialog.showModal();
    });
  const step = (number) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", `step ${number ? `tone--${steps[number - 1].tone}` : "step--none"}`);
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `${root.dataset.sprite}${number ? steps[number - 1].shape : "step-0"}`);
    svg.append(use);
    return svg;
  };
  const make = (tag, name = "", content = "") => {
    const el = document.createElement(tag);
    if (name) el.className = name;
    el.append(...[content].flat());
    return el;
  };

  window.stifinner.sheet = {
    root,
    form,
    spec,
    steps,
    claims,
    questions,
    say,
    rating,
    core,
    isShown,
    shown,
    ratings,
    read,
    write,
    isEmpty,
    onChange,
    ask,
    step,
    make,
  };
})();

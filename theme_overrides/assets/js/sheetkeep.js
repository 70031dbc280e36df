// Keeping the answers: not at all unless somebody says so. Then on this device for thirty days, or in a
// file of their own.
(() => {
  const sheet = window.stifinner.sheet;
  if (!sheet) return;
  const { root, say, spec } = sheet;
  const box = root.querySelector("[data-keep]");
  const said = root.querySelector("[data-said-keep]");
  const notKept = root.querySelector("[data-not-kept]");
  const KEY = `stifinner:sheet:${location.pathname}`;
  const DAYS = 30;
  let saved = true;

  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      if (!found) return null;
      if (typeof found.until === "number" && found.until > Date.now()) return found;
      localStorage.removeItem(KEY);
    } catch {
      /* storage switched off, or not ours */
    }
    return null;
  };
  const forget = () => {
    try {
      localStorage.removeItem(KEY);
    } catch {
      /* nothing can be kept */
    }
  };
  const keep = () => {
    const until = Date.now() + DAYS * 864e5;
    try {
      localStorage.setItem(KEY, JSON.stringify({ until, version: spec.version, answers: sheet.read() }));
      const date = new Date(until).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" });
      said.textContent = say("kept", { date });
    } catch {
      box.checked = false;
      said.textContent = say("not_keepable");
    }
    notKept.hidden = box.checked;
  };

  // --- Files ---
  const file = (kind, more) => ({
    stifinner: kind,
    sheet: spec.tag,
    name: root.dataset.name,
    version: spec.version,
    ...more,
  });
  const save = (name, content) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" }));
    link.download = `${name.replace(/[\\/:*?"<>|]+/g, "").trim()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const isRatings = (list) =>
    Array.isArray(list) &&
    list.length === spec.statements &&
    list.every((value) => Number.isInteger(value) && value >= 0 && value <= spec.steps);
  // → {content} or {fault}: what to say of a file that can't be used.
  const read = async (chosen) => {
    const name = chosen.name;
    let content = null;
    try {
      content = JSON.parse(await chosen.text());
    } catch {
      /* told below */
    }
    const kinds = ["answers", "ratings", "round"];
    if (!content || !kinds.includes(content.stifinner)) return { fault: say("unreadable", { name }) };
    if (content.sheet !== spec.tag) return { fault: say("other_sheet_file", { name, sheet: content.name ?? "?" }) };
    if (content.version !== spec.version) {
      return { fault: say("other_version_file", { name, version: content.version ?? "?", own: spec.version }) };
    }
    const lists = content.stifinner === "round" ? content.round : [content.answers?.ratings];
    if (!Array.isArray(lists) || !lists.every(isRatings)) return { fault: say("unreadable", { name }) };
    return { content };
  };
  sheet.files = { file, save, read };

  root.querySelector("[data-save]").addEventListener("click", () => {
    save(root.dataset.name, file("answers", { answers: sheet.read() }));
    saved = true;
  });
  root.querySelector("[data-save-ratings]")?.addEventListener("click", () => {
    save(say("file_ratings", { name: root.dataset.name }), file("ratings", { answers: { ratings: sheet.ratings() } }));
  });
  root.querySelector("[data-open]").addEventListener("change", async ({ target }) => {
    const [chosen] = target.files;
    if (!chosen) return;
    const { content, fault } = await read(chosen);
    target.value = "";
    if (fault || content.stifinner === "round") {
      said.textContent = fault ?? say("a_round", { name: chosen.name });
      return;
    }
    if (!sheet.isEmpty() && !(await sheet.ask(say("ask_replace"), say("yes_open")))) return;
    sheet.write(content.answers);
    if (box.checked) keep();
    saved = true;
    said.textContent = say("opened", { name: chosen.name });
  });

  // --- This device ---
  box.addEventListener("change", () => {
    if (box.checked) return keep();
    forget();
    said.textContent = "";
    notKept.hidden = false;
  });
  sheet.form.addEventListener("input", () => {
    saved = false;
    if (box.checked) keep();
  });
  const wipe = () => {
    sheet.write();
    sheet.forgetGroup?.();
    box.checked = false;
    notKept.hidden = false;
    saved = true;
  };
  root.querySelector("[data-delete]").addEventListener("click", async () => {
    if (!(await sheet.ask(say("ask_delete"), root.querySelector("[data-delete]").dataset.yes))) return;
    forget();
    wipe();
    said.textContent = say("deleted");
  });

  const recall = () => {
    const found = kept();
    if (!found) return wipe();
    if (found.version === spec.version) {
      sheet.write(found.answers);
      box.checked = true;
      return keep();
    }
    wipe();
    const button = sheet.make("button", "button button--quiet", say("save_old"));
    button.type = "button";
    button.addEventListener("click", () => {
      save(root.dataset.name, { ...file("answers", { answers: found.answers }), version: found.version });
    });
    said.replaceChildren(say("other_version_kept", { version: found.version }), " ", button);
  };
  // A form that the browser filled in again by itself, and a page that comes back as it was left, hold
  // nobody's answers.
  addEventListener("pageshow", (event) => {
    if (event.persisted) recall();
  });
  addEventListener("beforeunload", (event) => {
    if (!saved && !box.checked && !sheet.isEmpty()) event.preventDefault();
  });
  recall();
})();

// What the group hands in: codes and files, in this round and an earlier one. It is in memory only, and has no names.
(() => {
  const sheet = window.stifinner.sheet;
  if (!sheet?.spec.statements) return;
  const { root, say, spec } = sheet;
  const rounds = { now: [], before: [] };
  const hearers = [];
  const same = (a, b) => String(a) === String(b);

  const explain = (text, fault) => {
    const code = sheetCode.grouped(text.toUpperCase().replace(/[\s-]/g, ""));
    const part = code.split(" ")[fault.group - 1];
    const key = fault.fault === "typed" && !fault.group ? "typed_unknown" : fault.fault;
    return say(key, { ...fault, code, part, own: spec.version });
  };

  class Round {
    constructor(el) {
      this.el = el;
      this.entries = rounds[el.dataset.round];
      this.codes = el.querySelector("[data-codes]");
      this.faults = el.querySelector("[data-faults]");
      el.querySelector("[data-add]").addEventListener("click", () => this.addCodes());
      this.codes.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.addCodes();
      });
      el.querySelector("[data-files]").addEventListener("change", ({ target }) => this.addFiles(target));
      el.querySelector("[data-empty-round]").addEventListener("click", () => {
        this.empty();
        this.codes.focus();
      });
      el.querySelector("[data-save-round]").addEventListener("click", () => {
        const content = sheet.files.file("round", { round: this.entries.map(({ ratings }) => ratings) });
        sheet.files.save(say("file_round", { name: root.dataset.name }), content);
      });
      this.show();
    }

    // Whoever is in already is asked about; nothing that could not be taken is lost.
    async take(ratings, label, key) {
      const twice = this.entries.some((entry) => same(entry.ratings, ratings));
      if (twice && !(await sheet.ask(say(key, { code: label }), root.dataset.yesAdd))) return false;
      this.entries.push({ ratings, label });
      this.show();
      return true;
    }

    async addCodes() {
      const texts = sheetCode.split(this.codes.value, spec);
      const faults = texts.length ? [] : [say("empty")];
      const left = [];
      for (const text of texts) {
        const found = sheetCode.decode(text, spec);
        if (found.fault) {
          left.push(text);
          faults.push(explain(text, found));
          continue;
        }
        if (!(await this.take(found.ratings, found.code, "same"))) left.push(text);
      }
      this.codes.value = left.join("\n");
      this.tell(faults);
      this.codes.focus();
    }

    async addFiles(input) {
      const faults = [];
      for (const chosen of [...input.files]) {
        const { content, fault } = await sheet.files.read(chosen);
        if (fault) {
          faults.push(fault);
          continue;
        }
        const isRound = content.stifinner === "round";
        const lists = (isRound ? content.round : [content.answers.ratings]).filter((ratings) => ratings.some(Boolean));
        if (!lists.length) faults.push(say("no_ratings", { name: chosen.name }));
        for (const ratings of lists) {
          // Within one round two may well have answered alike: that was asked when it was made.
          if (isRound) this.entries.push({ ratings, label: chosen.name });
          else await this.take(ratings, chosen.name, "same_file");
        }
      }
      input.value = "";
      this.show();
      this.tell(faults);
    }

    tell(faults) {
      this.faults.replaceChildren(...faults.map((fault) => sheet.make("p", "", fault)));
    }

    empty() {
      this.entries.length = 0;
      this.codes.value = "";
      this.tell([]);
      this.show();
    }

    show() {
      const { length } = this.entries;
      const count = length ? say(length === 1 ? "count.one" : "count.many", { n: length }) : say("none_yet");
      this.el.querySelector("[data-count]").textContent = count;
      this.el.querySelector("[data-round-tools]").hidden = !length;
      this.el.querySelector("[data-entries]").replaceChildren(
        ...this.entries.map((entry, i) => {
          const button = sheet.make("button", "round__remove", sheet.make("span", "", "×"));
          button.type = "button";
          button.setAttribute("aria-label", say("remove", { code: entry.label }));
          button.addEventListener("click", () => {
            this.entries.splice(i, 1);
            this.show();
            this.codes.focus();
          });
          return sheet.make("li", "round__entry", [sheet.make("span", "", entry.label), button]);
        }),
      );
      hearers.forEach((hear) => hear());
    }
  }

  const all = [...root.querySelectorAll("[data-round]")].map((el) => new Round(el));
  sheet.rounds = rounds;
  sheet.onRounds = (hear) => {
    hearers.push(hear);
    hear();
  };
  sheet.forgetGroup = () => all.forEach((round) => round.empty());
  // A page that comes back as it was left must not show the group of another.
  addEventListener("pageshow", (event) => {
    if (event.persisted) sheet.forgetGroup();
  });
})();

// What the dialog does with what is typed: ours is the query and the list, Material's the index and the worker.
// Messages: 0 set up, 1 ready, 2 query, 3 result. Fetched by search.js the first time the dialog opens.
(() => {
  const dialog = document.querySelector("[data-search]");
  const words = dialog.dataset;
  const input = dialog.querySelector("[data-search-input]");
  const hits = dialog.querySelector("[data-search-hits]");
  const count = dialog.querySelector("[data-search-count]");
  const start = dialog.querySelector("[data-search-start]");
  const MOST_PAGES = 20;
  const MOST_HEADINGS = 5;
  // Fewer pages than this, and words that are nearly the same are looked for too.
  const FEW = 3;
  const titles = new Map();
  // What to do with the worker's answer while one is under way.
  let answer = null;
  let worker = null;
  let ready = false;

  const setUp = async () => {
    try {
      worker = new Worker(words.worker);
      worker.onmessage = ({ data }) => {
        if (data.type === 1) { ready = true; ask(); }
        if (data.type === 3) answer(data.data.items);
      };
      worker.onerror = fail;
      const { config, docs } = await (await fetch(words.index)).json();
      for (const doc of docs) {
        if (doc.location.includes("#")) continue;
        titles.set(doc.location, doc.title);
        doc.tags = [doc.title];
      }
      // A page's name weighs most, then headings, then text. There are no tags here: the name stands in their place.
      config.fields = { tags: { boost: 1e4 }, title: { boost: 8 }, text: { boost: 1 } };
      worker.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
    } catch { fail(); }
  };
  const fail = () => { count.textContent = words.failed; };

  // Each word as it was typed and without its ending (their stems weigh most), as the beginning of a word, and inside one,
  // since Norwegian words are compounds: «samlinger» is to find «personalsamlingen». The shortest must end the compound:
  // «ark» is in «refleksjonsark», not in «marked», and «rom» in «klasserommet». Two words may be one: «leder dag».
  // The worker sets a star after what carries no weight.
  const ending = new RegExp(`(?:${words.endings})$`, "u");
  const wordsOf = (text) => {
    const all = text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return all.filter((word, i) => word.length > 2 || i === all.length - 1);
  };
  const formsOf = (word, i, all) => {
    const cut = word.replace(ending, "");
    const core = cut.length > 2 ? cut : word;
    const forms = [`${word}^1000`, `${word}*^100`];
    if (core !== word) forms.push(`${core}^500`);
    if (core.length > 3) forms.push(`*${core}*^10`);
    else if (word.length > 3) forms.push(`*${word}*^10`, `*${core}^10`);
    else if (word.length > 2) forms.push(`*${word}^10`, `*${word}${word.at(-1)}^10`);
    if (i) forms.push(`${all[i - 1]}${word}^1000`);
    return forms;
  };
  const queryOf = (text) => wordsOf(text).flatMap(formsOf).join(" ");
  /** The same with one letter wrong, left out, added or exchanged with the next; the last may have been no ending. */
  const nearQueryOf = (text) => (
    wordsOf(text).filter((word) => word.length > 4).map((word) => `${word}~1 ${word.slice(0, -1)}~1`).join(" ")
  );

  const send = (query, answered) => {
    const text = input.value;
    answer = (pages) => {
      answer = null;
      if (text === input.value) answered(pages);
      else ask(); // the reader has typed on
    };
    worker.postMessage({ type: 2, data: query });
  };
  const placeOf = ([{ location }]) => location.split("#")[0];
  /** Pages that are called just what was typed come first; the rest is as the worker weighs it. */
  const ranked = (pages) => {
    const wanted = wordsOf(input.value);
    const isNamed = (page) => {
      const name = wordsOf(titles.get(placeOf(page)) ?? "");
      return wanted.every((word) => name.includes(word));
    };
    return [...pages.filter(isNamed), ...pages.filter((page) => !isNamed(page))];
  };
  const ask = () => {
    const query = queryOf(input.value);
    start.hidden = query !== "";
    if (!query) { hits.replaceChildren(); count.textContent = ""; return; }
    if (!ready) { count.textContent = words.loading; return; }
    if (answer) return;
    send(query, (pages) => {
      const near = pages.length < FEW ? nearQueryOf(input.value) : "";
      if (!near) { show(ranked(pages)); return; }
      send(near, (more) => {
        const found = new Set(pages.map(placeOf));
        show([...ranked(pages), ...more.filter((page) => !found.has(placeOf(page)))], pages.length === 0);
      });
    });
  };

  const element = (tag, className, ...children) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };

  // The index holds HTML with <mark> around what matched. Only text and marks are taken over.
  const textOf = (html, most = Infinity) => {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    const pieces = [];
    const walk = (node, marked) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) pieces.push({ text: child.data.replace(/\s+/g, " "), marked });
        else {
          walk(child, marked || child.nodeName === "MARK");
          if (/^(P|LI|TD|TH|H[1-6]|DIV|PRE|UL|OL)$/.test(child.nodeName)) pieces.push({ text: " ", marked: false });
        }
      }
    };
    walk(body, false);
    const out = document.createDocumentFragment();
    const first = pieces.findIndex(({ marked }) => marked);
    let before = pieces.slice(0, Math.max(first, 0)).map(({ text }) => text).join("");
    if (most < Infinity && before.length > 70) before = `… ${before.slice(-60).replace(/^\S*\s/, "")}`;
    out.append(before);
    let left = most - before.length;
    for (const { text, marked } of pieces.slice(Math.max(first, 0))) {
      if (left <= 0) { out.append(" …"); break; }
      const cut = text.length > left ? text.slice(0, left).replace(/\s\S*$/, "") : text;
      const [, word, sign] = /^(.*?)([.,:;!?»”)]*)$/u.exec(cut);
      if (marked) out.append(element("mark", "", word), sign);
      else out.append(cut);
      left -= text.length;
    }
    return out;
  };

  const link = (location, ...children) => {
    const a = element("a", "", ...children);
    a.href = words.root + (window.stifinner.fileOf?.(location) ?? location);
    return a;
  };
  const teaser = ({ text }) => (/<mark/.test(text) ? [element("span", "hit__text", textOf(text, 170))] : []);

  // Many pages are called «Leder»: the nearest page above says in which programme.
  const whereOf = (location) => {
    const parts = location.split("/").slice(0, -2);
    for (; parts.length; parts.pop()) {
      const title = titles.get(`${parts.join("/")}/`);
      if (title) return [element("span", "hit__where", title)];
    }
    return [];
  };

  const hit = (items) => {
    const page = items.find(({ location }) => !location.includes("#")) ?? items[0];
    const headings = items.filter((item) => item !== page && item.score > 0).slice(0, MOST_HEADINGS);
    const node = element("li", "hit", link(page.location, element("span", "hit__page", textOf(page.title)), ...whereOf(page.location), ...teaser(page)));
    if (headings.length) {
      node.append(element("ul", "hit__list", ...headings.map((item) => (
        element("li", "", link(item.location, element("span", "hit__heading", textOf(item.title)), ...teaser(item)))
      ))));
    }
    return node;
  };

  const show = (pages, isNear = false) => {
    const shown = pages.slice(0, MOST_PAGES);
    hits.replaceChildren(...(shown.length ? [element("ol", "list", ...shown.map(hit))] : []));
    hits.scrollTop = 0;
    if (!pages.length) count.textContent = words.none;
    else if (isNear) count.textContent = words.near;
    else if (pages.length === 1) count.textContent = words.one;
    else count.textContent = (pages.length > MOST_PAGES ? words.more : words.many).replace("{n}", pages.length > MOST_PAGES ? MOST_PAGES : pages.length);
  };

  const move = (step) => {
    const stops = [input, ...hits.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  };

  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && event.target === input) hits.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });
  input.addEventListener("input", ask);
  setUp();
  ask();
})();

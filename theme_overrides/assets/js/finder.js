// What the dialog does with what is typed: ours is the query and the list, Material's the index and the worker.
// Messages: 0 set up, 1 ready, 2 query, 3 result. Fetched by search.js the first time the dialog opens.
(() => {
  const dialog = document.querySelector("[data-search]");
  const words = dialog.dataset;
  const input = dialog.querySelector("[data-search-input]");
  const hits = dialog.querySelector("[data-search-hits]");
  const count = dialog.querySelector("[data-search-count]");
  const start = dialog.querySelector("[data-search-start]");
  const dead = dialog.querySelector("[data-search-none]");
  const MOST_PAGES = 20;
  const MOST_HEADINGS = 5;
  // Fewer pages than this, and words that are nearly the same are looked for too.
  const FEW = 3;
  const here = document.currentScript.src;
  let query = null;
  let pages = null;
  let nearest = null;
  let headings = [];
  // What to do with the worker's answer while one is under way.
  let answer = null;
  let worker = null;
  let ready = false;

  const load = (address) =>
    new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = loaded;
      script.onerror = failed;
      document.head.append(script);
    });
  const setUp = async () => {
    try {
      const [index] = await Promise.all([
        fetch(words.index).then((answered) => answered.json()),
        // What a word is stands beside lunr's languages, since its worker reads it too.
        load(new URL("../lunr/min/lunr.words.min.js", new URL(words.worker, location.href))),
        ...["searchquery", "searchpages", "searchnearest"].map((name) => load(new URL(`${name}.js`, here))),
      ]);
      const { words: takeApart, searchQuery, searchPages, searchNearest } = window.stifinner;
      const { config, docs } = index;
      query = searchQuery(takeApart, words.endings);
      pages = searchPages(takeApart, query, docs);
      nearest = searchNearest(takeApart, docs);
      headings = docs;
      worker = new Worker(words.worker);
      worker.onmessage = ({ data }) => {
        if (data.type === 1) {
          ready = true;
          ask();
        }
        if (data.type === 3) answer(data.data.items);
      };
      worker.onerror = fail;
      // Figures, hyphens and accents are taken apart before the portal's own language stems what is left.
      config.lang = ["words", ...config.lang];
      config.pipeline = [...new Set([...config.pipeline, "stemmer"])];
      config.separator = takeApart.BETWEEN;
      // A page's name weighs most, then headings, then text.
      config.fields = { tags: { boost: 1e4 }, title: { boost: 8 }, text: { boost: 1 } };
      const sought = docs.map((doc) => ({ ...doc, tags: pages.tagsOf(doc) }));
      worker.postMessage({ type: 0, data: { config, docs: sought, options: { suggest: false } } });
    } catch {
      fail();
    }
  };
  const fail = () => {
    count.textContent = words.failed;
  };

  const send = (asked, answered) => {
    const text = input.value;
    answer = (found) => {
      answer = null;
      if (text === input.value) answered(found);
      else ask(); // the reader has typed on
    };
    worker.postMessage({ type: 2, data: asked });
  };
  const ask = () => {
    const asked = ready ? query.queryOf(input.value) : input.value.trim();
    start.hidden = asked !== "";
    if (!asked) {
      hits.replaceChildren();
      count.textContent = "";
      dead.hidden = true;
      return;
    }
    if (!ready) {
      count.textContent = words.loading;
      return;
    }
    if (answer) return;
    send(asked, (found) => {
      const best = pages.ranked(found, input.value);
      const near = found.length < FEW ? query.nearQueryOf(input.value) : "";
      if (!near) {
        show(best);
        return;
      }
      send(near, (more) => {
        const places = new Set(found.map(pages.placeOf));
        show([...best, ...more.filter((page) => !places.has(pages.placeOf(page)))], found.length === 0);
      });
    });
  };

  const element = (tag, className, ...children) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };

  // The index holds HTML with <mark> around what matched. Only text and marks are taken over. A tab is between facts
  // that the page sets apart.
  const piecesOf = (html) => {
    const pieces = [];
    const put = (data, marked) => {
      const text = data
        .replace(/[^\S\t]+/g, " ")
        .replace(/: ?\t ?/g, ": ")
        .replace(/ ?\t ?/g, " · ");
      pieces.push({ text, marked });
    };
    const walk = (node, marked) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) put(child.data, marked);
        else {
          walk(child, marked || child.nodeName === "MARK");
          if (child.nodeName === "P") put("\t", false);
        }
      }
    };
    walk(new DOMParser().parseFromString(html, "text/html").body, false);
    if (pieces.at(-1)?.text.trim() === "·") pieces.pop();
    return pieces;
  };
  const textOf = (html, most = Infinity) => {
    const pieces = piecesOf(html);
    const out = document.createDocumentFragment();
    const first = pieces.findIndex(({ marked }) => marked);
    let before = pieces
      .slice(0, Math.max(first, 0))
      .map(({ text }) => text)
      .join("");
    if (most < Infinity && before.length > 70) before = `… ${before.slice(-60).replace(/^(?:[^·]*· |\S*\s)/, "")}`;
    out.append(before);
    let left = most - before.length;
    for (const { text, marked } of pieces.slice(Math.max(first, 0))) {
      if (left <= 0) {
        out.append(" …");
        break;
      }
      const cut = text.length > left ? text.slice(0, left).replace(/(?: ·)?\s\S*$/, "") : text;
      const [, word, sign] = /^(.*?)([.,:;!?»”)]*)$/u.exec(cut);
      if (marked) out.append(element("mark", "", word), sign);
      else out.append(cut);
      left -= text.length;
    }
    return out;
  };

  const addressOf = (location) => words.root + (window.stifinner.fileOf?.(location) ?? location);
  const link = (location, ...children) => {
    const a = element("a", "", ...children);
    a.href = addressOf(location);
    return a;
  };
  const teaser = (item) => {
    const day = pages.dayAmong(item.location, query.wordsOf(input.value));
    const shown = [];
    if (day && !/<mark/.test(item.text)) shown.push(day.shown);
    if (/<mark/.test(item.text)) shown.push(textOf(item.text, 170));
    return shown.map((text) => element("span", "hit__text", text));
  };

  // Many pages are called «Leder»: the nearest page above says in which programme.
  const whereOf = (location) => {
    const parts = location.split("/").slice(0, -2);
    for (; parts.length; parts.pop()) {
      const title = pages.titles.get(`${parts.join("/")}/`);
      if (title) return [element("span", "hit__where", title)];
    }
    return [];
  };

  const hit = (items) => {
    const page = items.find(({ location }) => !location.includes("#")) ?? items[0];
    const headings = items.filter((item) => item !== page && item.score > 0).slice(0, MOST_HEADINGS);
    const node = element(
      "li",
      "hit",
      link(page.location, element("span", "hit__page", textOf(page.title)), ...whereOf(page.location), ...teaser(page)),
    );
    if (headings.length) {
      node.append(
        element(
          "ul",
          "hit__list",
          ...headings.map((item) =>
            element(
              "li",
              "",
              link(item.location, element("span", "hit__heading", textOf(item.title)), ...teaser(item)),
            ),
          ),
        ),
      );
    }
    return node;
  };

  const lead = () => {
    const found = nearest(input.value);
    const list = dead.querySelector("[data-search-nearest]");
    list.parentElement.hidden = !found.length;
    list.replaceChildren(
      ...found.map(({ run, word }) => {
        const button = element("button", "", word);
        button.type = "button";
        button.addEventListener("click", () => {
          input.value = input.value.replace(run, word);
          input.focus();
          ask();
        });
        return element("li", "", button);
      }),
    );
    // Of a programme's pages, its own contact; else the foot of the page, where the portal's stands.
    const contact = dead.querySelector("[data-search-contact]");
    const own =
      contact &&
      headings.find(
        ({ location, title }) =>
          title === contact.dataset.title && location.startsWith(`${contact.dataset.searchContact}#`),
      );
    if (own) contact.href = addressOf(own.location);
    count.textContent = words.none.replace("{query}", input.value.trim());
    if (found.length)
      count.append(element("span", "only-heard", ` ${words.meant} ${found.map(({ word }) => word).join(", ")}?`));
  };

  const show = (found, isNear = false) => {
    const shown = found.slice(0, MOST_PAGES);
    hits.replaceChildren(...(shown.length ? [element("ol", "list", ...shown.map(hit))] : []));
    hits.scrollTop = 0;
    dead.hidden = found.length > 0;
    if (!found.length) lead();
    else if (isNear) count.textContent = words.near;
    else if (found.length === 1) count.textContent = words.one;
    else
      count.textContent = (found.length > MOST_PAGES ? words.more : words.many).replace(
        "{n}",
        found.length > MOST_PAGES ? MOST_PAGES : found.length,
      );
  };

  const move = (step) => {
    const stops = [input, ...dialog.querySelectorAll("[data-search-hits] a, [data-search-none] :is(a, button)")].filter(
      (stop) => stop.checkVisibility?.() ?? stop.offsetParent,
    );
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

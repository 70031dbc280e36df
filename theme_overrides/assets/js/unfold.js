// On paper no date is folded: what the styles open there (::details-content) is opened for browsers that lack it, too.
(() => {
  const FOLDED = [".folded", ".stop__more", ".fold:not([hidden])", ".dates"]
    .map((fold) => `${fold}:not([open])`)
    .join();
  const opened = new Set();
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(FOLDED)) {
      opened.add(fold);
      fold.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened.clear();
  });
})();

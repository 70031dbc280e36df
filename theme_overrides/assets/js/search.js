// The search's dialog opens and closes. All that finds something is in finder.js, which is fetched the first time, so
// that pages on which nobody searches are light.
(() => {
  const dialog = document.querySelector("[data-search]");
  if (!dialog?.showModal) return;
  const finder = new URL("finder.js", document.currentScript.src);
  let fetched = false;

  const fetchFinder = () => {
    if (fetched) return;
    fetched = true;
    const script = document.createElement("script");
    script.src = finder;
    script.onerror = () => {
      dialog.querySelector("[data-search-count]").textContent = dialog.dataset.failed;
    };
    document.head.append(script);
  };
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("[data-search-input]").select();
    fetchFinder();
  };

  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  });
  // A click on the backdrop is a click on the dialog itself; a chosen hit may lie on this very page.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a, [data-search-close]")) dialog.close();
  });
})();

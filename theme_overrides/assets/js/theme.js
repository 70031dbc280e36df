// Runs before the first paint: says that scripts work, and sets light or dark as the reader last chose.
// Nothing is stored here; the key carries the portal's path, since portals may share an origin.
(() => {
  const root = document.documentElement;
  const portal = new URL("../../", document.currentScript.src).pathname;
  window.stifinner = { themeKey: `stifinner:${portal}:theme` };
  root.classList.add("has-js");
  try {
    const kept = localStorage.getItem(window.stifinner.themeKey);
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch {
    /* storage switched off: the system decides */
  }
})();

// The switch between light and dark. The choice is kept only when the reader has made one.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const buttons = document.querySelectorAll("[data-theme-switch]");
  const say = () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(isDark())));
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem(window.stifinner.themeKey, root.dataset.theme);
      } catch {
        /* not kept */
      }
      say();
    });
  }
  system.addEventListener("change", say);
  say();
})();

// The menu on the phone is a native <details>. This adds what people expect of a menu: Escape closes it and gives focus
// back, and it closes when the reader clicks or moves outside.
(() => {
  const menu = document.querySelector("[data-menu]");
  if (!menu) return;
  const summary = menu.querySelector("summary");
  const close = () => {
    menu.open = false;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    summary.focus();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && (!menu.contains(event.target) || event.target.closest("a"))) close();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close();
  });
})();

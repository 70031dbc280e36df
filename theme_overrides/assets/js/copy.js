// Buttons that copy a text of the page: data-copy is the id of the element that has it.
(() => {
  /** Mark the text, so that a key press or a long touch copies it; what is folded is opened. */
  const select = (el) => {
    const fold = el.closest("details");
    if (fold) fold.open = true;
    const range = document.createRange();
    range.selectNodeContents(el);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    el.scrollIntoView({ block: "nearest" });
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    const told = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        told.textContent = button.dataset.copied;
      } catch {
        // The browser does not let pages copy, or the page came by an open connection.
        select(source);
        told.textContent = button.dataset.selected;
      }
    });
  }
})();

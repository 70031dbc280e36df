"""Texts of a timeline that lie on each other."""

OVERLAPS = """() => {
  const texts = [...document.querySelectorAll("[data-item], [data-lanename], .tl__row, [data-today-mark]")]
    .flatMap((el) => {
      const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
      const boxes = [];
      while (walker.nextNode()) {
        if (!walker.currentNode.data.trim() || !walker.currentNode.parentElement.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        for (const box of range.getClientRects()) boxes.push({el, box, text: walker.currentNode.data.trim()});
      }
      return boxes;
    });
  const found = [];
  for (const [i, one] of texts.entries()) for (const other of texts.slice(i + 1)) {
    if (one.el === other.el) continue;
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (across > 1 && down > 2) found.push([one.text, other.text]);
  }
  return found;
}"""
"""What the browser answers with: pairs of texts of two things."""

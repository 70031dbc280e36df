"""A page as the search reads it: headings with their anchors, and the text below each.

Material's search closes a heading's section with the element it stands in, and puts nothing between neighbours; on
pages that are composed as ours are, text would go to the wrong heading and words would run together.
"""

from html import escape
from html.parser import HTMLParser

_SILENT = frozenset({"svg", "script", "style", "template", "dialog", "button", "select", "input"})
_VOID = frozenset({"input", "br", "hr", "img", "path", "use", "circle", "rect", "line", "meta", "link"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLOSING_SIGNS = tuple(".,:;!?)»…")


def flatten(html: str) -> str:
    """Headings and paragraphs, one after the other; what nobody reads is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._words: list[str] = []
        self._heading = ""
        self._silent: list[str] = []

    def parts(self) -> list[str]:
        """What was read, finished."""
        self._finish_text()
        return self._parts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to be silent, or begin a heading."""
        values = dict(attrs)
        if self._silent or tag in _SILENT or _is_unread(values):
            if tag not in _VOID:
                self._silent.append(tag)
        elif tag in _HEADINGS and values.get("id"):
            self._finish_text()
            self._heading = tag
            self._parts.append(f'<{tag} id="{escape(values["id"] or "")}">')

    def handle_endtag(self, tag: str) -> None:
        """Speak again, or finish a heading."""
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
        elif tag == self._heading:
            self._parts.append(f"{escape(self._text())}</{tag}>")
            self._heading = ""

    def handle_data(self, data: str) -> None:
        """Take up words."""
        if not self._silent and data.strip():
            self._words.append(data)

    def _finish_text(self) -> None:
        if text := self._text():
            self._parts.append(f"<p>{escape(text)}</p>")

    def _text(self) -> str:
        """The words so far, apart, but with no space before a closing sign."""
        text = ""
        for words in self._words:
            text += words if not text or words.startswith(_CLOSING_SIGNS) else f" {words}"
        self._words = []
        return " ".join(text.replace("\u00ad", "").split())


def _is_unread(values: dict[str, str | None]) -> bool:
    classes = (values.get("class") or "").split()
    return "hidden" in values or "data-search-exclude" in values or "only-heard" in classes

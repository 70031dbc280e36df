"""A page as the search reads it: headings with their anchors, and the text below each.

Material's search closes a heading's section with the element it stands in, and puts nothing between neighbours; on
pages that are composed as ours are, text would go to the wrong heading and words would run together. A tab stands
between what a page sets apart, so that an excerpt can do so too.
"""

from html import escape
from html.parser import HTMLParser

_SILENT = frozenset({"svg", "script", "style", "template", "dialog", "button", "select", "input"})
_VOID = frozenset({"input", "br", "hr", "img", "path", "use", "circle", "rect", "line", "meta", "link"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"}
    | {"small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""What stands within a line; everything else is set apart from what is beside it."""
_APART = "\t"
_DATE = "date__"
"""How the classes of a date's pieces begin: they are one fact."""
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
        self._open: list[tuple[str, bool]] = []
        """What the reader stands in, and whether we composed it: an editor's text has no classes."""
        self._ended: str = ""
        """The element within the line that ended just before."""

    def parts(self) -> list[str]:
        """What was read, finished."""
        self._finish_text()
        return self._parts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to be silent, or begin a heading."""
        values = dict(attrs)
        if self._is_apart(tag, values):
            self._set_apart()
        if self._silent or tag in _SILENT or _is_unread(values):
            if tag not in _VOID:
                self._silent.append(tag)
            return
        if tag not in _VOID:
            self._open.append((tag, bool(values.get("class"))))
        if tag in _HEADINGS and values.get("id"):
            self._finish_text()
            self._heading = tag
            self._parts.append(f'<{tag} id="{escape(values["id"] or "")}">')

    def handle_endtag(self, tag: str) -> None:
        """Speak again, or finish a heading."""
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
            return
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag == self._heading:
            self._parts.append(f"{escape(self._text())}</{tag}>")
            self._heading = ""
        elif tag not in _INLINE:
            self._set_apart()
        self._ended = tag if tag in _INLINE else ""

    def handle_data(self, data: str) -> None:
        """Take up words."""
        if not self._silent and data.strip():
            self._words.append(data.replace(_APART, " "))
            self._ended = ""

    def _is_apart(self, tag: str, values: dict[str, str | None]) -> bool:
        """Whether it does not go on with what was read: a block, or one fact right beside another in a line of ours."""
        if tag not in _INLINE:
            return tag not in _VOID | _SILENT
        composed = "span" in (tag, self._ended) or bool(self._open and self._open[-1][1])
        return bool(self._ended) and composed and not (values.get("class") or "").startswith(_DATE)

    def _set_apart(self) -> None:
        if self._words and not self._silent and not self._heading and not self._words[-1].rstrip().endswith(","):
            self._words.append(_APART)

    def _finish_text(self) -> None:
        if text := self._text():
            self._parts.append(f"<p>{escape(text)}</p>")

    def _text(self) -> str:
        """The words so far, apart, but with no space before a closing sign."""
        text = ""
        for words in self._words:
            text += words if not text or words.startswith(_CLOSING_SIGNS) else f" {words}"
        self._words = []
        parts = (" ".join(part.split()) for part in text.replace("\u00ad", "").split(_APART))
        return _APART.join(part for part in parts if part)


def _is_unread(values: dict[str, str | None]) -> bool:
    classes = (values.get("class") or "").split()
    return "hidden" in values or "data-search-exclude" in values or "only-heard" in classes

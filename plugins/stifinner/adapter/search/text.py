"""Flatten a page for the search: headings with their ids, and the text below each as one paragraph.

Material's search ends a heading's section with the element that the heading stands in, and puts no space between
neighbouring elements. In our pages, text would end up below the wrong heading and words would run together. A tab
stands between texts that the page shows apart, so that an excerpt can show them apart too.
"""

from html import escape
from html.parser import HTMLParser

_SILENT = frozenset({"svg", "script", "style", "template", "dialog", "button", "select", "input"})
"""Elements whose text is left out."""
_UNCLOSED = frozenset({"input", "br", "hr", "img", "path", "use", "circle", "rect", "line", "meta", "link"})
"""Elements without an end tag, and those of drawings that we write without one."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"}
    | {"small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""Elements within a line; everything else is shown apart from what is beside it."""
_APART = "\t"
"""Stands between texts that the page shows apart."""
_DATE = "date__"
"""Beginning of the classes of a date's pieces, which belong together."""
_CLOSING_SIGNS = tuple(".,:;!?)»…")


def flatten(html: str) -> str:
    """Give a page's headings and paragraphs as HTML; what no reader sees is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts())


class _Reader(HTMLParser):
    """Collects the headings and paragraphs of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        """Finished headings and paragraphs, as HTML."""
        self._words: list[str] = []
        """Text since the last finished part."""
        self._heading = ""
        """Tag of the heading that is open; empty outside a heading."""
        self._silent: list[str] = []
        """Tags of open elements whose text is left out: the outermost such element, and those inside it."""
        self._open: list[tuple[str, bool]] = []
        """Tags of the other open elements, and whether each has a class.

        One with a class is of our templates, since what is made of an editor's text has none.
        """
        self._ended = ""
        """Tag of the element within a line that has just ended; empty where text or a block has come since."""

    def parts(self) -> list[str]:
        """Finish the last paragraph, and give all parts."""
        self._finish_text()
        return self._parts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to leave text out, or begin a heading; a heading without an id is text, as the search needs the id."""
        values = dict(attrs)
        if self._is_apart(tag, values):
            self._set_apart()
        if self._silent or tag in _SILENT or _is_unread(values):
            if tag not in _UNCLOSED:
                self._silent.append(tag)
            return
        if tag not in _UNCLOSED:
            self._open.append((tag, bool(values.get("class"))))
        if tag in _HEADINGS and values.get("id"):
            self._finish_text()
            self._heading = tag
            self._parts.append(f'<{tag} id="{escape(values["id"] or "")}">')

    def handle_endtag(self, tag: str) -> None:
        """Stop leaving text out, or finish a heading."""
        # An end tag ends the elements inside its own too, whose end tags HTML lets a writer leave out.
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
        """Collect text."""
        if not self._silent and data.strip():
            self._words.append(data.replace(_APART, " "))
            self._ended = ""

    def _is_apart(self, tag: str, values: dict[str, str | None]) -> bool:
        """Tell whether an element is shown apart from what was read before it.

        That is a block, or an element right beside another one within a line of our templates. In an editor's text,
        italics beside bold are still one sentence; so are the words around a line break, a drawing or a button.
        """
        if tag not in _INLINE:
            return tag not in _UNCLOSED | _SILENT
        is_beside = bool(self._ended)
        in_template = "span" in (tag, self._ended) or bool(self._open and self._open[-1][1])
        is_piece_of_date = (values.get("class") or "").startswith(_DATE)
        return is_beside and in_template and not is_piece_of_date

    def _set_apart(self) -> None:
        """Put a tab behind the words so far; not in a heading, and not after a comma, where the sentence goes on."""
        if self._words and not self._silent and not self._heading and not self._words[-1].rstrip().endswith(","):
            self._words.append(_APART)

    def _finish_text(self) -> None:
        """Make a paragraph of the words so far, if there are any."""
        if text := self._text():
            self._parts.append(f"<p>{escape(text)}</p>")

    def _text(self) -> str:
        """Take the words so far as one text, and begin anew: spaces between them, but none before a closing sign.

        Soft hyphens, which stand inside long words, are left out.
        """
        text = ""
        for words in self._words:
            text += words if not text or words.startswith(_CLOSING_SIGNS) else f" {words}"
        self._words = []
        parts = (" ".join(part.split()) for part in text.replace("\u00ad", "").split(_APART))
        return _APART.join(part for part in parts if part)


def _is_unread(values: dict[str, str | None]) -> bool:
    """Tell by an element's attributes whether its text is left out."""
    classes = (values.get("class") or "").split()
    return "hidden" in values or "data-search-exclude" in values or "only-heard" in classes

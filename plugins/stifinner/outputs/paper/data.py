"""Turn views into plain data for the Typst templates: every field of every view, without a list of them anywhere."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import quote

from ...language.phrases import Phrases
from ...views.parts.elements import Prose
from .press import PaperDocument
from .prose_tree import ProseTree
from .qr import draw_qr


class PaperComposer:
    """Composes documents for the press from views; a piece of prose that is on several papers is read once.

    ``printed``: gives, for the path of a picture, the ending of its file's name and its bytes, None: it can't be
    printed; ``portal``: the portal's name; ``site_url``: where it is published, or empty.
    """

    def __init__(
        self, printed: Callable[[str], tuple[str, bytes] | None], phrases: Phrases, portal: str, site_url: str
    ) -> None:
        self._printed = printed
        self._phrases = phrases
        self._portal = portal
        self._site_url = site_url
        self._pictures: dict[str, bytes] = {}
        self._names: dict[str, str | None] = {}
        """Path of a picture → the name it is printed under, once asked for; None: it can't be printed."""
        self._codes: dict[str, str] = {}
        """Address → its QR code as SVG, once drawn."""
        self._prose = ProseTree(site_url, phrases["words"]["prose"]["alerts"], self._place_picture)

    def document(self, title: str, papers: Sequence[Mapping[str, Any]]) -> PaperDocument:
        """Compose a document of papers (made by ``paper``), one after the other. ``title``: shown by PDF readers."""
        data = {
            "lang": self._phrases["html_lang"],
            "title": title,
            "words": self._phrases["words"]["paper"],
            "colours": self._phrases["values"]["scale"]["colours"],
            "papers": papers,
        }
        as_text = json.dumps(papers)
        return PaperDocument(data, {name: content for name, content in self._pictures.items() if name in as_text})

    def paper(
        self,
        view: object,
        *,
        name: str,
        kick: str,
        foot: str,
        back_to: str,
        landscape: bool = False,
        large: bool = False,
    ) -> dict[str, Any]:
        """Compose one paper of a document. The function of the templates named after the view's class sets it.

        ``name``: large, at the top; ``kick``: small, above it; ``foot``: which paper it is; ``back_to``: site address
        of the page it belongs to, for the QR code; ``large``: large print.
        """
        self._prose.begin_paper()
        shown = self.data_of(view)
        url = quote(self._site_url + back_to, safe=":/%") if self._site_url else ""
        return {
            "kind": re.sub(r"(?<!^)(?=[A-Z])", "-", type(view).__name__).lower(),
            "name": name,
            "kick": kick,
            "foot": f"{self._portal}. {foot}.",
            "landscape": landscape,
            "large": large,
            "url": url,
            "shown-url": re.sub(r"^https?://", "", url).removesuffix("/"),
            "qr": self._code(url),
            "view": shown,
            "notes": self._prose.notes(),
        }

    def version(self, number: int) -> str:
        """Show the number of a sheet's version: «utgave 1»."""
        return self._phrases["words"]["paper"]["version"].format(version=number)

    def data_of(self, value: Any) -> Any:
        """Turn a view, or a value in one, into what JSON can hold; prose becomes a tree of nodes (``prose_tree``)."""
        if isinstance(value, Prose):
            return self._prose.blocks(value)
        if is_dataclass(value):
            return {field.name: self.data_of(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Mapping):
            return {key: self.data_of(each) for key, each in value.items()}
        if isinstance(value, tuple | list):
            return [self.data_of(one) for one in value]
        return value

    def _code(self, url: str) -> str:
        if url and url not in self._codes:
            self._codes[url] = draw_qr(url)
        return self._codes.get(url, "")

    def _place_picture(self, path: str) -> str | None:
        """Keep a picture for the documents, and give the name it is printed under; None where it can't be printed.

        The name is made from the bytes, so that a changed picture has another one, and its papers are made anew.
        """
        if path not in self._names:
            printed = self._printed(path)
            name = hashlib.blake2b(printed[1], digest_size=12).hexdigest() + printed[0] if printed else None
            if printed and name:
                self._pictures[name] = printed[1]
            self._names[path] = name
        return self._names[path]

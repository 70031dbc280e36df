"""A view as plain data for its Typst template: every view and every field, without a list of them anywhere."""

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
    """Makes documents of views; each piece of prose is read once.

    ``printed``: what a picture's name ends with and its bytes, by its path; ``portal``: its name; ``site_url``: where
    it stands, or empty.
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
        """Names of pictures by their path, once asked for."""
        self._codes: dict[str, str] = {}
        """QR codes by what they lead to, once drawn."""
        self._prose = ProseTree(site_url, phrases["words"]["prose"]["alerts"], self._place_picture)

    def document(self, title: str, papers: Sequence[Mapping[str, Any]]) -> PaperDocument:
        """A document of one paper after the other (see ``paper``). ``title``: of the file."""
        data = {
            "lang": self._phrases["html_lang"],
            "title": title,
            "words": self._phrases["words"]["paper"],
            "colours": self._phrases["values"]["scale"]["colours"],
            "papers": papers,
        }
        said = json.dumps(papers)
        return PaperDocument(data, {name: content for name, content in self._pictures.items() if name in said})

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
        """One paper of a document, set by the function of the templates that is named after the view's class.

        ``name``: large, at the top; ``kick``: small, above it; ``foot``: what kind of paper it is; ``back_to``: address
        of the page it belongs to.
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
        """«utgave 1»."""
        return self._phrases["words"]["paper"]["version"].format(version=number)

    def data_of(self, thing: Any) -> Any:
        """Anything in a view as JSON can say it; prose as a tree of nodes."""
        if isinstance(thing, Prose):
            return self._prose.blocks(thing)
        if is_dataclass(thing):
            return {field.name: self.data_of(getattr(thing, field.name)) for field in fields(thing)}
        if isinstance(thing, Mapping):
            return {key: self.data_of(value) for key, value in thing.items()}
        if isinstance(thing, tuple | list):
            return [self.data_of(one) for one in thing]
        return thing

    def _code(self, url: str) -> str:
        if url and url not in self._codes:
            self._codes[url] = draw_qr(url)
        return self._codes.get(url, "")

    def _place_picture(self, path: str) -> str | None:
        """The name a picture is printed under: it follows from its bytes, so that a changed picture is another."""
        if path not in self._names:
            printed = self._printed(path)
            name = hashlib.blake2b(printed[1], digest_size=12).hexdigest() + printed[0] if printed else None
            if printed and name:
                self._pictures[name] = printed[1]
            self._names[path] = name
        return self._names[path]

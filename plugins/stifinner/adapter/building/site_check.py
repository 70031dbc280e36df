"""Check the built site: every link leads to something that is there, and nothing is fetched from another site.

What this finds is a fault of ours: mistakes of editors are told before anything is built.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

# Elements and attributes whose address a browser fetches by itself; those of ``_FOLLOWED`` wait for a reader.
_FETCHED = {
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("video", "poster"),
    ("video", "src"),
}
_FETCHED_SETS = {("img", "srcset"), ("source", "srcset")}
_FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action")}
# Values of `rel` of a `link` that a browser does not fetch.
_SPOKEN_OF = {"alternate", "author", "canonical", "license", "next", "prev"}
_DATA_TYPES = {"application/json", "application/ld+json"}
# Pages are as long, and their elements as deep, as editors make them.
_HTML = etree.HTMLParser(encoding="utf-8", huge_tree=True)
_TOO_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_SEARCH_INDEX = "search/search_index.json"
_ID = re.compile(r"""\sid=["']([^"']+)["']""")
_CSS_TARGET = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, order=True)
class SiteProblem:
    """Something in the built site that would not work for a reader."""

    page: str
    """The file in the site: «om/index.html»."""
    line: int
    code: str
    """Code of the problem; the catalogue has a sentence for each (``site_problems``)."""
    subject: str
    """What it is about: an address, an id, an attribute."""


@dataclass(frozen=True)
class _Reference:
    """An address that a file mentions."""

    line: int
    target: str
    fetched: bool
    """Whether a browser fetches it by itself; else a reader may follow it."""


@dataclass(frozen=True)
class _Flaw:
    """A problem that shows in one file alone."""

    line: int
    code: str
    subject: str


@dataclass
class _File:
    """What was found in one file."""

    ids: set[str] = field(default_factory=set)
    references: list[_Reference] = field(default_factory=list)
    flaws: list[_Flaw] = field(default_factory=list)


class _PageReader:
    """Collects a page's ids, addresses and flaws."""

    def __init__(self) -> None:
        self.found = _File()
        self.policy = False
        """Whether the page has a Content Security Policy."""
        self._line = 0
        """Where the tag of the element that is read ends."""

    def read_element(self, tag: str, given: Mapping[str, str], line: int) -> None:
        """Read an element. ``given``: attribute → value, empty where the attribute has none."""
        self._line = line
        self._read_attributes(tag, given)
        if tag == "style":
            self._flaw("inline_element", "<style>")
        elif tag == "script" and "src" not in given and given.get("type") not in _DATA_TYPES:
            self._flaw("inline_element", "<script>")
        elif tag == "link":
            self._refer(given.get("href", ""), fetched=given.get("rel", "") not in _SPOKEN_OF)
        elif tag == "meta":
            self._read_meta(given.get("http-equiv", "").lower(), given.get("content", ""))

    def _read_attributes(self, tag: str, given: Mapping[str, str]) -> None:
        """Collect ids and addresses of an element. ``given``: attribute → value."""
        for name, value in given.items():
            if name == "id":
                self._note_id(value)
            elif name == "style" or name.startswith("on"):
                self._flaw("inline_attribute", f"<{tag} {name}>")
            elif (tag, name) in _FETCHED:
                self._refer(value, fetched=True)
            elif (tag, name) in _FETCHED_SETS:
                for candidate in value.split(","):
                    self._refer(candidate.split()[0] if candidate.split() else "", fetched=True)
            elif (tag, name) in _FOLLOWED:
                self._refer(value, fetched=False)

    def _read_meta(self, equivalent: str, content: str) -> None:
        """Note the policy, or the address that a page leads on to. ``equivalent``: value of ``http-equiv``."""
        if equivalent == "content-security-policy":
            self.policy = self.policy or "default-src" in content
        elif equivalent == "refresh":
            self._refer(content.partition("url=")[2], fetched=False)

    def _note_id(self, value: str) -> None:
        if value in self.found.ids:
            self._flaw("duplicate_id", value)
        self.found.ids.add(value)

    def _refer(self, target: str, *, fetched: bool) -> None:
        self.found.references.append(_Reference(self._line, target.strip(), fetched))

    def _flaw(self, code: str, subject: str) -> None:
        self.found.flaws.append(_Flaw(self._line, code, subject))


def check_site(folder: Path, site_url: str = "", *, from_disk: bool = False) -> list[SiteProblem]:
    """Find every problem in the site in ``folder``, in order of page and line.

    ``site_url``: where the site will be published; absolute addresses that begin with it are its own. ``from_disk``:
    the site is opened without a server, so a link to a folder leads to no page.
    """
    paths = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    files = {path: file for path in sorted(paths) if (file := _read_file(folder, path)) is not None}
    address = urlsplit(site_url)
    site = _Site(paths, files, address.netloc, address.path.rstrip("/") + "/", from_disk)
    problems = []
    for path, file in files.items():
        problems += [SiteProblem(path, flaw.line, flaw.code, flaw.subject) for flaw in file.flaws]
        for reference in file.references:
            if code := site.judge(path, reference):
                problems.append(SiteProblem(path, reference.line, code, reference.target))
    return sorted(problems)


def count_pages(folder: Path) -> int:
    """Count the pages that a reader can open; documents at old addresses only lead on to one, and don't count."""
    return sum(1 for page in folder.rglob("index.html") if not _leads_on(page))


def _leads_on(page: Path) -> bool:
    """Tell whether a file is the document at an old address. These are short, so longer files are not read."""
    return page.stat().st_size < 4096 and 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


@dataclass(frozen=True)
class _Site:
    """All files of the site, to look addresses up in."""

    paths: set[str]
    files: dict[str, _File]
    """Path → what was found in the file, of the files that were read."""
    host: str
    base: str
    """Path of the site on its host, with «/» at both ends."""
    from_disk: bool

    def judge(self, page: str, reference: _Reference) -> str:
        """Give the code of what is wrong with an address on a page; empty where nothing is."""
        try:
            target = urlsplit(reference.target)
        except ValueError:
            return "scheme"
        if target.scheme or target.netloc:
            own = self.host and target.netloc == self.host and target.scheme in {"", "http", "https", "webcal"}
            if not own or not target.path.startswith(self.base):
                return self._judge_foreign(target.scheme, fetched=reference.fetched)
        if not reference.target and not reference.fetched:
            return "empty_link"
        path = self._resolve(page, unquote(target.path))
        if path is None:
            return "outside"
        if path not in self.paths:
            return "missing_target"
        fragment = unquote(target.fragment)
        known = self.files.get(path)
        if fragment and known is not None and path.endswith((".html", ".svg")) and fragment not in known.ids:
            return "" if fragment == "top" else "missing_anchor"
        return ""

    @staticmethod
    def _judge_foreign(scheme: str, *, fetched: bool) -> str:
        if fetched:
            return "other_host"
        return "" if scheme in {"http", "https", "webcal", "mailto", "tel"} else "scheme"

    def _resolve(self, page: str, path: str) -> str | None:
        """Give the path of the file that an address on a page leads to; None where it leads out of the site."""
        if not path:
            return page
        if path.startswith("/"):
            if not path.startswith(self.base):
                return None
            steps, path = [], path[len(self.base) :]
        else:
            steps = page.split("/")[:-1]
        for step in path.split("/"):
            if step == "..":
                if not steps:
                    return None
                steps.pop()
            elif step not in {"", "."}:
                steps.append(step)
        whole = "/".join(steps)
        return whole if whole in self.paths or self.from_disk else f"{whole}/index.html".lstrip("/")


def _read_file(folder: Path, path: str) -> _File | None:
    """Read ids, addresses and flaws of a file; None for a file of a kind that mentions no others."""
    if path.endswith(".html"):
        return _read_page((folder / path).read_text(encoding="utf-8"))
    if path.endswith(".svg"):
        return _File(ids=set(_ID.findall((folder / path).read_text(encoding="utf-8"))))
    if path.endswith(".css"):
        return _File(references=list(_read_css((folder / path).read_text(encoding="utf-8"))))
    if path == _SEARCH_INDEX:
        entries = json.loads((folder / path).read_text(encoding="utf-8"))["docs"]
        return _File(references=[_Reference(1, f"../{entry['location']}", fetched=False) for entry in entries])
    return None


def _read_page(text: str) -> _File:
    """Read a page's ids, addresses and flaws; no Content Security Policy is one, and so is an end that is not read."""
    reader = _PageReader()
    root = etree.HTML(text or " ", _HTML)
    # What follows ``</html>`` is shown too, and stands beside the root.
    for top in () if root is None else (root, *root.itersiblings()):
        for element in top.iter("*"):
            reader.read_element(element.tag, element.attrib, element.sourceline)
    if not reader.policy:
        reader.found.flaws.append(_Flaw(1, "no_policy", ""))
    reader.found.flaws += [_Flaw(end.line, "too_deep", "") for end in _HTML.error_log.filter_types(_TOO_DEEP)]
    return reader.found


def _read_css(text: str) -> Iterator[_Reference]:
    text = _CSS_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for match in _CSS_TARGET.finditer(text):
        yield _Reference(text.count("\n", 0, match.start()) + 1, match[1] or match[2], fetched=True)

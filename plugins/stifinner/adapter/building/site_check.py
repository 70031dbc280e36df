"""The built site, read as a browser would read it: every link leads somewhere, and nothing comes from anywhere else."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a browser fetches unasked; `a` and `area` are followed by people.
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
# A `link` of these kinds says something about the page; nothing is fetched.
_SPOKEN_OF = {"alternate", "author", "canonical", "license", "next", "prev"}
_DATA_TYPES = {"application/json", "application/ld+json"}
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
    """What kind of problem; the phrase catalogue has a sentence for each."""
    subject: str
    """What it is about: an address, an id, an attribute."""


@dataclass(frozen=True)
class _Reference:
    """An address that a file mentions."""

    line: int
    target: str
    fetched: bool


@dataclass
class _File:
    """What was found in one file."""

    ids: set[str] = field(default_factory=set)
    references: list[_Reference] = field(default_factory=list)
    flaws: list[tuple[int, str, str]] = field(default_factory=list)


class _PageReader(HTMLParser):
    """Collects a page's ids, addresses and flaws."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = _File()
        self.policy = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name == "id":
                self._note_id(line, value)
            elif name == "style" or name.startswith("on"):
                self._flaw("inline_attribute", f"<{tag} {name}>")
            elif (tag, name) in _FETCHED:
                self._refer(value, fetched=True)
            elif (tag, name) in _FETCHED_SETS:
                for candidate in value.split(","):
                    self._refer(candidate.split()[0] if candidate.split() else "", fetched=True)
            elif (tag, name) in _FOLLOWED:
                self._refer(value, fetched=False)
        if tag == "style":
            self._flaw("inline_element", "<style>")
        elif tag == "script" and "src" not in given and given.get("type") not in _DATA_TYPES:
            self._flaw("inline_element", "<script>")
        elif tag == "link":
            self._refer(given.get("href", ""), fetched=given.get("rel", "") not in _SPOKEN_OF)
        elif tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = self.policy or "default-src" in given.get("content", "")
        elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._refer(given.get("content", "").partition("url=")[2], fetched=False)

    def _note_id(self, line: int, value: str) -> None:
        if value in self.found.ids:
            self.found.flaws.append((line, "duplicate_id", value))
        self.found.ids.add(value)

    def _refer(self, target: str, *, fetched: bool) -> None:
        self.found.references.append(_Reference(self.getpos()[0], target.strip(), fetched))

    def _flaw(self, code: str, subject: str) -> None:
        self.found.flaws.append((self.getpos()[0], code, subject))


def check_site(folder: Path, site_url: str = "", *, from_disk: bool = False) -> list[SiteProblem]:
    """Every problem in the site in ``folder``, in order of page and line.

    ``site_url`` is where it is going to stand; absolute addresses are compared with it. ``from_disk``: it is opened
    without a server, so a link to a folder leads to no page.
    """
    paths = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    files = {path: found for path in sorted(paths) if (found := _read_file(folder, path)) is not None}
    address = urlsplit(site_url)
    site = _Site(paths, files, address.netloc, address.path.rstrip("/") + "/", from_disk)
    problems = []
    for path, found in files.items():
        problems += [SiteProblem(path, *flaw) for flaw in found.flaws]
        for reference in found.references:
            if code := site.judge(path, reference):
                problems.append(SiteProblem(path, reference.line, code, reference.target))
    return sorted(problems)


def count_pages(folder: Path) -> int:
    """How many pages a reader can open; documents at old addresses only lead to one."""
    return sum(1 for page in folder.rglob("index.html") if not _leads_on(page))


def _leads_on(page: Path) -> bool:
    """Such documents are short, so that the others need not be read."""
    return page.stat().st_size < 4096 and 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


@dataclass(frozen=True)
class _Site:
    """All files of the site, to look addresses up in."""

    paths: set[str]
    files: dict[str, _File]
    host: str
    base: str
    from_disk: bool

    def judge(self, page: str, reference: _Reference) -> str:
        """The code of what is wrong with an address, or empty."""
        try:
            target = urlsplit(reference.target)
        except ValueError:
            return "scheme"
        if target.scheme or target.netloc:
            own = self.host and target.netloc == self.host and target.scheme in {"", "http", "https"}
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
        return "" if scheme in {"http", "https", "mailto", "tel"} else "scheme"

    def _resolve(self, page: str, path: str) -> str | None:
        """The file that an address leads to, or None when it leads out of the portal."""
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
        found = "/".join(steps)
        return found if found in self.paths or self.from_disk else f"{found}/index.html".lstrip("/")


def _read_file(folder: Path, path: str) -> _File | None:
    """What a file says, or None for a file that mentions no others."""
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
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    if not reader.policy:
        reader.found.flaws.append((1, "no_policy", ""))
    return reader.found


def _read_css(text: str) -> Iterator[_Reference]:
    text = _CSS_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for match in _CSS_TARGET.finditer(text):
        yield _Reference(text.count("\n", 0, match.start()) + 1, match[1] or match[2], fetched=True)

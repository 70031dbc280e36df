"""What check passes is built: a portal through everything but MkDocs, in one process."""

import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import Any

from jinja2 import Environment

from properties.disk import Files, write_portal
from stifinner.adapter.building.site_check import check_site
from stifinner.content import read_content
from stifinner.files.memory import Memory
from stifinner.files.shipped import THEME, pictures_in
from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.assets import Assets, bundle_assets
from stifinner.outputs.html.pages import PageRenderer, root_of, template_name
from stifinner.outputs.html.policy import policy_of
from stifinner.portal import ComposedPage, Portal, build_portal
from stifinner.problems.problem import has_errors, show_problems
from stifinner.publishing.pictures import copied_attachments, publish_pictures
from stifinner.views.pages.handbook import HandbookPage

WORK, WAIT = 30, 300
"""Seconds of work, and of waiting, after which something is taken to last for ever; a portal takes less than one."""
A_DAY = date(2031, 1, 15)
"""What is past by then is told too."""
ROOM = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
_EMPTY = '<meta http-equiv="content-security-policy" content="default-src">'
SITE_URL = "https://portal.example/under/"


class TooLong(Exception):
    """Something does not end."""


@dataclass(frozen=True)
class Verdict:
    """What was said of a portal."""

    passed: bool
    """Whether check lets it be built."""
    codes: Counter[str]
    """Problems told by check, by their code."""
    paths: frozenset[str]
    """Where they are told."""
    wrong: tuple[str, ...]
    """What the built pages have that check ought to have told."""


@dataclass
class Kept:
    """What need not be made again for the next portal in the same folder."""

    memory: Memory = field(default_factory=Memory)
    documents: dict[str, tuple[object, str]] = field(default_factory=dict)
    """Address → what a page was made of, and the page."""

    def document(self, address: str, made_of: object, make: Callable[[], str]) -> str:
        """The page, made again where it is made of something else."""
        if address not in self.documents or self.documents[address][0] != made_of:
            self.documents[address] = (made_of, make())
        return self.documents[address][1]


def judge(language: str, files: Files, *, printed: bool) -> Verdict:
    """Check a portal and build what passes. An exception on the way is the caller's."""
    with tempfile.TemporaryDirectory(dir=ROOM, ignore_cleanup_errors=True) as room, patience():
        content = write_portal(Path(room) / "content", files)
        return judge_folder(language, content, Path(room) / "site", Kept(), printed=printed)


def judge_folder(language: str, content: Path, site: Path, kept: Kept, *, printed: bool) -> Verdict:
    """The same for a folder that lies there."""
    memory = kept.memory
    phrases = load_phrases(language)
    told = read_content(content, phrases, pictures=_pictures(), memory=memory, today=A_DAY)
    codes = Counter(problem.code for problem in told.problems)
    paths = frozenset(problem.path for problem in told.problems)
    assert not told.problems or show_problems(told.problems, phrases)
    if has_errors(told.problems):
        return Verdict(False, codes, paths, ())
    portal = build_portal(content, name="Portalen", language=language, pictures=_pictures(), memory=memory)
    _build(portal, content, site, kept, printed=printed)
    wrong = [f"{found.page}:{found.line} {found.code} {found.subject}" for found in check_site(site, SITE_URL)]
    return Verdict(True, codes, paths, tuple(wrong))


def _build(portal: Portal, content: Path, site: Path, kept: Kept, *, printed: bool) -> None:
    """Write the site as MkDocs does, with the same documents."""
    shutil.copytree(_base().name, site)
    renderer = portal.renderer([THEME / "fragments"], SITE_URL, "https://rediger.example/")
    for page in portal.pages:
        render = _handbook_document if isinstance(page.view, HandbookPage) else _document
        made_of = (page, portal.frame)
        document = kept.document(page.address, made_of, partial(render, portal, renderer, page))
        _write(site, f"{page.address}index.html", document.encode())
    for moved in portal.moved:
        _write(site, f"{moved.address}index.html", renderer.render_moved(moved, portal.frame, SITE_URL).encode())
    for address, made in (*portal.render_calendars(SITE_URL), *portal.render_feeds(SITE_URL)):
        _write(site, address, made)
    for path in copied_attachments(portal):
        _write(site, path, (content / path).read_bytes())
    for address, picture in publish_pictures(portal, content, None):
        _write(site, address, picture)
    if printed:
        for address, pdf in portal.print_papers(content, [THEME], SITE_URL, None):
            _write(site, address, pdf)
    else:
        for paper in portal.papers:
            _write(site, paper.brief.address, b"")


@contextmanager
def patience() -> Iterator[None]:
    """Nothing inside lasts for ever: it is stopped by an exception, also where it waits for a file."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    timers = {signal.SIGPROF: (signal.ITIMER_PROF, WORK), signal.SIGALRM: (signal.ITIMER_REAL, WAIT)}
    before = {number: signal.signal(number, stop) for number in timers}
    for timer, seconds in timers.values():
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for number, (timer, _) in timers.items():
            signal.setitimer(timer, 0)
            signal.signal(number, before[number])


def _write(site: Path, address: str, content: bytes) -> None:
    place = site / address
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def _document(portal: Portal, renderer: PageRenderer, page: ComposedPage) -> str:
    kind = template_name(type(page.view)).removesuffix(".html")
    more: dict[str, Any] = {
        "address": page.address,
        "style": _assets().styles[kind],
        "script": _assets().scripts[kind],
        "csp": policy_of(private=page.frame.private),
        "edit_url": None,
        "canonical": SITE_URL + page.address,
        "about": page.about,
        "search_worker": "",
        "problems": (),
        "preview": False,
    }
    frame = {
        part: renderer.render_frame(part, portal.frame, page.frame, root=root_of(page.address), **more)
        for part in ("head", "top", "foot")
    }
    programme = page.frame.programme
    shown = {**frame, "html_lang": portal.frame.html_lang, "programme": programme.id if programme else ""}
    return _whole().render(
        stifinner=shown, page={"content": renderer.render_page(page.view, page.address, page.places)}
    )


def _handbook_document(_: Portal, renderer: PageRenderer, page: ComposedPage) -> str:
    """Every portal has the same handbook, so that it is rendered once; its frame is on other pages too."""
    kept = _handbook()
    if page.address not in kept:
        kept[page.address] = _EMPTY + str(renderer.render_page(page.view, page.address, page.places))
    return kept[page.address]


@cache
def _handbook() -> dict[str, str]:
    return {}


@cache
def _assets() -> Assets:
    return bundle_assets([THEME / "assets"], "")


@cache
def _pictures() -> frozenset[str]:
    return pictures_in([THEME])


@cache
def _whole() -> Any:
    return Environment(autoescape=False).from_string((THEME / "main.html").read_text(encoding="utf-8"))  # noqa: S701


@cache
def _base() -> tempfile.TemporaryDirectory[str]:
    """What every site has: pictures of the theme, and the place of the rest."""
    base = tempfile.TemporaryDirectory(prefix="portals-")
    for path in sorted(THEME.joinpath("assets").rglob("*")):
        if path.is_file():
            content = path.read_bytes() if path.suffix == ".svg" else b""
            _write(Path(base.name), path.relative_to(THEME).as_posix(), content)
    for address in _assets().files:
        _write(Path(base.name), address, b"")
    _write(Path(base.name), "404.html", _EMPTY.encode())
    return base

"""Whole portals, drawn: a few files of all kinds that refer to each other, and what else lies in folders."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from properties.disk import Content, Files
from properties.facts import LANGUAGES
from properties.mistakes import ODD_FILES, Case, sound_cases, unsound_cases
from properties.writer import NAMES, Draw, Place, Plan, Writer
from stifinner.model.kinds import KINDS, SHARED
from stifinner.phrases import Phrases, load_phrases

QUIRKS = ("letters", "values", "titles", "equal", "ours", "grammar", "empty", "anchors", "targets", "names", "circles", "files")
"""What may be odd in a portal. Each has few of them, since one that has all is stopped by the first."""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><rect width="40" height="30"/></svg>'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
ODD_NAMES = ("æøå", "Store Bokstaver", "a,b", "a#b", "x" * 190, "index", "😀", "a.b.md", "a\u00adb", "CON", "åa\u030a", "-", "_x", "404", "a+b", "aux", "nul", "å" * 60)


@dataclass(frozen=True)
class Drawn:
    """A portal that was drawn."""

    language: str
    files: Files
    printed: bool
    """Whether its papers are to be pressed as well."""

    def __repr__(self) -> str:
        """As a person reads it who wants to lay it on disk."""
        files = "\n".join(f"=== {ascii(path)}\n{content}" for path, content in self.files.items())
        return f"<portal in {self.language}{', printed' if self.printed else ''}>\n{files}"


@st.composite
def portals(draw: Draw) -> Drawn:
    """A portal of five to twelve files and what lies beside them."""
    language = draw(st.sampled_from(("nb", *LANGUAGES)))
    quirks = draw(st.frozensets(st.sampled_from(QUIRKS), max_size=3))
    plan = Plan(language, quirks)
    programmes = draw(st.sampled_from((("p",), ("p", "q"))))
    plan.places = tuple(_places(draw, plan, programmes))
    files: dict[str, Content] = {}
    for path, content in _attachments(draw, plan, programmes[0]):
        files[path] = content
    plan.attachments = tuple(path for path, content in files.items() if isinstance(content, bytes) and "ODD" not in path)
    for place in plan.places:
        files[place.path] = Writer(draw, plan, place).file()
    if language == "nb":
        files = _with_cases(draw, files)
    return Drawn(language, files, printed=draw(st.integers(0, 2)) == 0)


def _places(draw: Draw, plan: Plan, programmes: tuple[str, ...]) -> list[Place]:
    phrases = plan.phrases
    places = [Place("portal", "", "index", "index.md")]
    places += [place_in(phrases, "programme", programme, programme) for programme in programmes]
    names = (*NAMES, *ODD_NAMES) if "names" in plan.quirks else NAMES
    kinds = [kind for kind in KINDS if kind not in {"portal", "programme"}]
    if draw(st.integers(0, 3)) == 0:
        # Nearly all of one kind: things that refer to each other, in any shape.
        kinds += [draw(st.sampled_from(kinds))] * 30
        plan.favourite = kinds[-1]
    kind, name, home = st.sampled_from(kinds), st.sampled_from(names), st.sampled_from((*programmes, programmes[0], ""))
    for of, id, programme in draw(st.lists(st.tuples(kind, name, home), min_size=3, max_size=9, unique=True)):
        inside = programme or ("" if of in {*SHARED, "article"} else programmes[0])
        place = place_in(phrases, of, inside, id)
        if place.path not in {other.path for other in places} and (inside or id != "index"):
            places.append(place)
    return places


def place_in(phrases: Phrases, kind: str, programme: str, id: str) -> Place:
    """Where the file of a thing lies."""
    folders = phrases["folders"]
    base = f"{folders['programmes']}/{programme}/" if programme else ""
    if kind == "programme":
        return Place(kind, programme, id, f"{base}index.md")
    folder = "" if kind == "article" and not programme else f"{folders[kind]}/"
    return Place(kind, programme, id, f"{base}{folder}{id}.md")


def _attachments(draw: Draw, plan: Plan, programme: str) -> list[tuple[str, Content]]:
    phrases: Phrases = plan.phrases
    folders = phrases["folders"]
    base = f"{folders['programmes']}/{programme}/{folders['attachments']}/"
    usual: list[tuple[str, Content]] = [(f"{base}tegning.svg", SVG), (f"{base}bilde.png", PNG), (f"{base}ark (1).pdf", b"%PDF-1.7\n"), ("merke.svg", SVG)]
    found = draw(st.lists(st.sampled_from(usual), max_size=3, unique=True))
    if "files" in plan.quirks:
        odd: Any = draw(st.lists(st.sampled_from(list(ODD_FILES.items())), min_size=1, max_size=4, unique=True))
        found += [(path.replace("filer/", base) if path.startswith("filer/") else path, content) for path, content in odd]
    return found


def _with_cases(draw: Draw, files: dict[str, Content]) -> dict[str, Content]:
    """Files that something is told of, in programmes of their own."""
    drawn: list[Case] = draw(st.lists(st.sampled_from(sound_cases()), max_size=2))
    if draw(st.integers(0, 3)) == 0:
        drawn += draw(st.lists(st.sampled_from(unsound_cases()), min_size=1, max_size=8))
    for number, case in enumerate(drawn):
        more = case.moved(f"c{number}")
        if not {*more} & {*files}:
            files = {**files, **more}
    return files

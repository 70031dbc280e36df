"""Whole portals, drawn: a few files of all kinds that refer to each other, and what else lies in folders."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from properties.attachments import ODD_FILES, USUAL
from properties.disk import Content, Files
from properties.mistakes import Case, cases
from properties.plan import QUIRKS, Chance, Draw, Place, Plan, pool
from properties.writer import Writer
from stifinner.language.phrases import LANGUAGES, Phrases
from stifinner.model.kinds import KINDS, may_be_shared


@dataclass(frozen=True)
class Drawn:
    """A portal that was drawn."""

    language: str
    files: Files
    printed: bool
    """Whether its papers are to be pressed as well."""

    def __repr__(self) -> str:
        """As a person reads it who wants to lay it on disk."""
        files = "\n".join(f"=== {path!a}\n{content}" for path, content in self.files.items())
        return f"<portal in {self.language}{', printed' if self.printed else ''}>\n{files}"


@st.composite
def portals(draw: Draw) -> Drawn:
    """A portal of five to twelve files, what lies beside them, and in some what is known to be told of."""
    language = draw(st.sampled_from(("nb", "nb", *LANGUAGES)))
    plan = Plan(language, draw(st.frozensets(st.sampled_from(QUIRKS), max_size=2)))
    programmes = draw(st.sampled_from((("p",), ("p", "q"))))
    plan.places = tuple(_draw_places(draw, plan, programmes))
    files: dict[str, Content] = dict(_draw_attachments(draw, plan, programmes[0]))
    plan.attachments = tuple(path for path, content in files.items() if isinstance(content, bytes))
    for place in plan.places:
        files[place.path] = Writer(Chance(draw, plan, place)).file()
    if language == "nb":
        # The cases are in bokmål.
        files = _with_cases(draw, files)
    return Drawn(language, files, printed=draw(st.integers(0, 2)) == 0)


def _draw_places(draw: Draw, plan: Plan, programmes: tuple[str, ...]) -> Iterator[Place]:
    phrases = plan.phrases
    yield Place("portal", "", "index", "index.md")
    for programme in programmes:
        yield _place_in(phrases, "programme", programme, programme)
    kinds = [kind for kind in KINDS if kind not in {"portal", "programme"}]
    if draw(st.integers(0, 3)) == 0:
        # Nearly all of one kind: things that refer to each other, in any shape.
        plan.favourite = draw(st.sampled_from(kinds))
        kinds += [plan.favourite] * 30
    names = (*pool("names"), *(pool("odd_names") if "names" in plan.quirks else ()))
    kind, name, home = map(st.sampled_from, (kinds, names, (*programmes, programmes[0], "")))
    taken = set()
    for of, id, programme in draw(st.lists(st.tuples(kind, name, home), min_size=3, max_size=9, unique=True)):
        inside = programme or ("" if may_be_shared(of) or of == "article" else programmes[0])
        place = _place_in(phrases, of, inside, id)
        if place.path not in taken and place.path != "index.md":
            taken.add(place.path)
            yield place


def _place_in(phrases: Phrases, kind: str, programme: str, id: str) -> Place:
    """Where the file of a thing lies."""
    folders = phrases["folders"]
    base = f"{folders['programmes']}/{programme}/" if programme else ""
    if kind == "programme":
        return Place(kind, programme, id, f"{base}index.md")
    folder = "" if kind == "article" and not programme else f"{folders[kind]}/"
    return Place(kind, programme, id, f"{base}{folder}{id}.md")


def _draw_attachments(draw: Draw, plan: Plan, programme: str) -> Iterator[tuple[str, Content]]:
    """Those in ``filer/`` lie in a programme."""
    folders = plan.phrases["folders"]
    base = f"{folders['programmes']}/{programme}/{folders['attachments']}/"
    paths = draw(st.lists(st.sampled_from(sorted(USUAL)), max_size=3, unique=True))
    if "files" in plan.quirks:
        paths += draw(st.lists(st.sampled_from(sorted(ODD_FILES)), min_size=1, max_size=3, unique=True))
    for path in paths:
        where = base + path.removeprefix("filer/") if path.startswith("filer/") else path
        yield where, {**USUAL, **ODD_FILES}[path]


def _with_cases(draw: Draw, files: dict[str, Content]) -> dict[str, Content]:
    """The files, and some that something is told of, in programmes of their own."""
    if stops := draw(st.integers(0, 2)) == 0:
        # Nothing of these is built, so that there is room for many.
        drawn = draw(st.lists(_case(stops=True), min_size=10, max_size=20))
        drawn += draw(st.lists(_case(stops=False), min_size=6, max_size=12))
    else:
        drawn = draw(st.lists(_case(stops=False), max_size=2))
    for number, case in enumerate(drawn):
        more = case.moved(f"c{number}")
        if stops or not {*more} & {*files}:
            files |= {path: content for path, content in more.items() if content is not None}
            files = {path: content for path, content in files.items() if more.get(path, content) is not None}
    return files


@cache
def _case(*, stops: bool) -> st.SearchStrategy[Case]:
    """A case that stops a build, or one that does not; each code is as likely as any other."""
    by_code: dict[str, list[Case]] = {}
    for case in cases():
        if case.stops == stops:
            for code in sorted(case.codes) or [""]:
                by_code.setdefault(code, []).append(case)
    return st.sampled_from(sorted(by_code)).flatmap(lambda code: st.sampled_from(by_code[code]))

"""The front page: the next gatherings of all programmes, «Jeg er …» with the roles, and the programmes."""

from dataclasses import dataclass, replace
from typing import Literal

from ...graph.portal_graph import ProgrammeParts, address, has_page
from ...graph.stops import Stop, alone
from ...language.phrases.counted import say_count
from ...model.gathering import Gathering
from ...model.role import Role
from ...model.values import State
from ..parts.changes import RecentChanges, compose_recent
from ..parts.composer import Composer
from ..parts.elements import GatheringBrief, ProgrammeMark, Prose, Sections
from ..parts.page import Page
from ..parts.state import StateShown, compose_state
from ..timeline.layout import compose_mini
from ..timeline.shown import MiniStep


@dataclass(frozen=True)
class RoleDoor:
    """One link of «Jeg er …»: a role in a programme."""

    programme: ProgrammeMark
    address: str
    text: str
    """What the link says: the programme's short name."""


@dataclass(frozen=True)
class RoleSentence:
    """A row of «Jeg er …»: the end of the sentence, and a link for each programme that has such a role."""

    words: str
    """«leder», «med i et menneskemøteteam»."""
    doors: tuple[RoleDoor, ...]


@dataclass(frozen=True)
class NextCard:
    """A gathering on the front page. All are in the page; the browser shows the next three by today's date."""

    gathering: GatheringBrief
    programme: ProgrammeMark
    prepare: str | None
    """Address of the place on the gathering's page that says how to prepare; None: nothing to prepare."""
    last_known: str
    """Last known day of the programme, ISO 8601, or empty: an undated card is not shown long after it."""


@dataclass(frozen=True)
class ProgrammeCard:
    """A programme on the front page."""

    programme: ProgrammeMark
    by: str
    """Who is behind it: its organisations, else its provider; or empty."""
    summary: str
    state: StateShown
    counted: str
    """«9 samlinger», «Datoer kommer», or empty."""
    steps: tuple[MiniStep, ...]


@dataclass(frozen=True)
class FrontPage(Page):
    """The next gatherings, the roles, the programmes."""

    styles = "opening next duo stop changes iam programmecards new signup"
    scripts = "next times signup nextof states nextcards changes"
    is_list = True

    title: str
    lede: Prose
    next_cards: tuple[NextCard, ...]
    """All dated gatherings in order of time, then the first undated one of each programme."""
    recent: RecentChanges | None
    """What has changed; None where nothing has."""
    sentences: tuple[RoleSentence, ...]
    programmes: tuple[ProgrammeCard, ...]
    umbrellas: tuple[ProgrammeCard, ...]
    about: Prose
    sections: Sections


def compose_front_page(composer: Composer) -> FrontPage:
    """Compose the front page of the portal."""
    portal = composer.graph.portal
    cards = [(parts, compose_programme_card(composer, parts)) for parts in composer.graph.programmes]
    return FrontPage(
        title=portal.title,
        lede=composer.prose(portal, portal.summary),
        next_cards=_next_cards(composer),
        recent=compose_recent(composer, portal),
        sentences=_sentences(composer),
        programmes=tuple(card for parts, card in cards if parts.programme.type != "umbrella"),
        umbrellas=tuple(card for parts, card in cards if parts.programme.type == "umbrella"),
        about=composer.prose(portal, portal.about),
        sections=composer.sections(portal),
    )


def compose_programme_card(composer: Composer, parts: ProgrammeParts) -> ProgrammeCard:
    """Compose the card of a programme, for the front page or, for a local edition, for the page of its umbrella."""
    item, words = parts.programme, composer.words
    count = len(parts.of(Gathering))
    counted = say_count(words["gatherings_count"], count) if count else ""
    if count and not any(stop.start or stop.when.text for stop in parts.occurrences.path):
        counted = words["dates_coming"]
    return ProgrammeCard(
        programme=composer.mark_of(parts),
        by=composer.join(item.organisations) or item.provider,
        summary=item.summary.plain,
        state=compose_programme_state(composer, parts),
        counted=counted,
        steps=compose_mini(composer, parts),
    )


def compose_programme_state(composer: Composer, parts: ProgrammeParts) -> StateShown:
    """Compose whether a programme is planned, running or completed: by all its gatherings, and the work they give."""
    due = [meant.written.on for work in parts.works.values() for _, meant in work.deadlines]
    days = (day for when in due if when for day in (when.start, when.end) if day)
    return compose_state(composer, _given(parts), parts.occurrences.all, days)


def _given(parts: ProgrammeParts) -> Literal["", State]:
    """Give the editor's word for a programme's state; one of which every cohort is said to be over is over."""
    cohorts = parts.occurrences.cohorts
    all_over = bool(cohorts) and all(cohort.state == "completed" for cohort in cohorts)
    return parts.programme.state or ("completed" if all_over else "")


def _next_cards(composer: Composer) -> tuple[NextCard, ...]:
    dated: list[tuple[Stop, ProgrammeParts, str]] = []
    undated: list[NextCard] = []
    for parts in composer.graph.programmes:
        if _given(parts) == "completed":
            continue
        stops = [stop for stop in parts.occurrences.all if has_page(stop.gathering)]
        last = compose_programme_state(composer, parts).last
        dated += [(stop, parts, last) for stop in stops if stop.when.dated]
        waiting = [stop for stop in stops if not stop.start and stop.when.kind != "recurring"]
        undated += [_next_card(composer, parts, stop, last) for stop in waiting[:1]]
    dated.sort(key=lambda card: (card[0].start, card[0].gathering.path))
    return (*(_next_card(composer, parts, stop, last) for stop, parts, last in dated), *undated)


def _next_card(composer: Composer, parts: ProgrammeParts, stop: Stop, last: str) -> NextCard:
    gathering = stop.gathering
    # What is one cohort's leads on with that cohort.
    cohort = alone(stop.cohorts)
    brief = replace(composer.stop_brief(parts, stop), address=composer.gathering_address(parts, gathering, cohort))
    before = composer.gathering_address(parts, gathering, cohort, composer.anchors["before"])
    return NextCard(brief, composer.mark_of(parts), before if has_before(gathering) else None, last)


def has_before(gathering: Gathering) -> bool:
    """Tell whether there is anything to do before a gathering: tasks, or focus points to think through."""
    return bool(gathering.before or gathering.focus_areas)


def _sentences(composer: Composer) -> tuple[RoleSentence, ...]:
    """Compose the rows of «Jeg er …»; roles of several programmes that are called the same share a row."""
    rows: dict[str, list[RoleDoor]] = {}
    for parts in composer.graph.programmes:
        mark = composer.mark_of(parts)
        for role in parts.of(Role):
            door = RoleDoor(mark, address(role), mark.short_name)
            rows.setdefault(composer.in_sentence(role), []).append(door)
    return tuple(RoleSentence(words, tuple(doors)) for words, doors in rows.items())

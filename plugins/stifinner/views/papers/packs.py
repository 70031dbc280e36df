"""Print packs: what a gathering or a role needs on paper, with its sheets, in one file."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...model.gathering import Gathering
from ...model.role import Role
from ...model.sheet import Sheet
from ..pages.gathering import compose_gathering_page
from ..pages.role import compose_role_page
from ..parts.composer import Composer
from ..parts.elements import ListPart, Prose
from ..parts.prints import PaperBrief, Variant, pack_briefs, sheets_in_pack
from ..sheets.papers import SheetPaper, compose_papers
from .handout import Handout, compose_gathering_handout, compose_role_handout


@dataclass(frozen=True)
class PlanTopic:
    """What to talk about before a plan is made, from one sheet."""

    name: str
    questions: tuple[ListPart[Prose], ...]


@dataclass(frozen=True)
class ActionPlan:
    """A blank plan of what to do after all of a pack's sheets."""

    kick: str
    """Small, above the name: what all the sheets belong to."""
    topics: tuple[PlanTopic, ...]
    """Each sheet once, in the pack's order."""


@dataclass(frozen=True)
class Pack:
    """A handout, the sheets that go with it, and one plan."""

    brief: PaperBrief
    title: str
    """For the window of whoever reads the PDF."""
    label: str
    """«Til deltakerne», at the foot."""
    back_to: str
    """Address of the page it belongs to."""
    handout: Handout
    sheets: tuple[SheetPaper, ...]
    """Papers for participants; for whoever leads, each after the paper with its notes."""
    plan: ActionPlan


def compose_packs(composer: Composer, parts: ProgrammeParts) -> Iterator[Pack]:
    """The packs of a programme: of each gathering and each role that has sheets."""
    papers = {sheet.id: compose_papers(composer, parts, sheet) for sheet in parts.of(Sheet)}
    items: list[Gathering | Role] = [gathering for gathering in parts.of(Gathering) if not gathering.mentioned_only]
    for item in [*items, *parts.of(Role)]:
        sheets = [papers[sheet.id] for sheet in sheets_in_pack(parts, item)]
        if not sheets:
            continue
        handout = _handout(composer, parts, item)
        plan = ActionPlan(
            kick=" · ".join(filter(None, (handout.name, composer.mark_of(parts).short_name))),
            topics=tuple(PlanTopic(shown.name, shown.discussion) for shown in (of_one[0].sheet for of_one in sheets)),
        )
        for brief in pack_briefs(composer, item):
            yield Pack(
                brief=brief,
                title=f"{handout.name} – {brief.name}",
                label=composer.words["papers"]["labels"][brief.variant],
                back_to=address(item),
                handout=handout,
                plan=plan,
                sheets=tuple(paper for of_sheet in sheets for paper in _chosen(of_sheet, brief.variant)),
            )


def _handout(composer: Composer, parts: ProgrammeParts, item: Gathering | Role) -> Handout:
    if isinstance(item, Gathering):
        return compose_gathering_handout(composer, compose_gathering_page(composer, parts, item))
    return compose_role_handout(composer, compose_role_page(composer, parts, item))


def _chosen(papers: tuple[SheetPaper, ...], variant: Variant) -> Iterator[SheetPaper]:
    """The sheet's first paper, and before it the notes, where the pack is for whoever leads."""
    if variant == "leaders":
        yield next(paper for paper in papers if paper.brief.variant == "facilitator")
    yield papers[0]

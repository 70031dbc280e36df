"""Packs: the handout of a gathering or a role, its sheets and a blank plan, in one PDF."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.ways import cohorts_of
from ...model.gathering import Gathering
from ...model.role import Role
from ...model.sheet import Sheet
from ..pages.gathering import compose_gathering_page
from ..pages.role import compose_role_page
from ..parts.cohorts import role_in_cohort
from ..parts.composer import Composer
from ..parts.elements import ListPart, Prose
from ..parts.prints import PaperBrief, Variant, pack_briefs, sheets_in_pack
from ..sheets.papers import SheetPaper, compose_papers
from .handout import Handout, compose_gathering_handout, compose_role_handout


@dataclass(frozen=True)
class PlanTopic:
    """A sheet's questions to talk about before a plan is made."""

    name: str
    questions: tuple[ListPart[Prose], ...]


@dataclass(frozen=True)
class ActionPlan:
    """A blank plan of what to do after all of a pack's sheets."""

    kick: str
    """Small text above the name: what all the sheets belong to."""
    topics: tuple[PlanTopic, ...]
    """Each sheet once, in the pack's order."""


@dataclass(frozen=True)
class Pack:
    """A handout, the sheets that go with it, and one plan."""

    brief: PaperBrief
    title: str
    """For the window of whoever reads the PDF."""
    label: str
    """Text at the foot of its pages: «Til deltakerne»."""
    back_to: str
    """Address of the page it belongs to."""
    handout: Handout
    sheets: tuple[SheetPaper, ...]
    """One paper of each sheet; in the pack for whoever leads, the paper with the notes stands before it."""
    plan: ActionPlan


def compose_packs(composer: Composer, parts: ProgrammeParts) -> Iterator[Pack]:
    """Compose the packs of a programme: of its gatherings and roles that use sheets, and of those roles in cohorts."""
    papers = {sheet.id: compose_papers(composer, parts, sheet) for sheet in parts.of(Sheet)}
    items: list[Gathering | Role] = [gathering for gathering in parts.of(Gathering) if not gathering.mentioned_only]
    for item in [*items, *parts.of(Role)]:
        papers_used = [papers[sheet.id] for sheet in sheets_in_pack(parts, item)]
        if not papers_used:
            continue
        for page_address, handout in _handouts(composer, parts, item):
            plan = ActionPlan(
                kick=" · ".join(filter(None, (handout.name, composer.mark_of(parts).short_name))),
                topics=tuple(
                    PlanTopic(shown.name, shown.discussion) for shown in (of_sheet[0].sheet for of_sheet in papers_used)
                ),
            )
            for brief in pack_briefs(composer, item, page_address):
                yield Pack(
                    brief=brief,
                    title=f"{handout.name} – {brief.name}",
                    label=composer.words["papers"]["labels"][brief.variant],
                    back_to=page_address,
                    handout=handout,
                    plan=plan,
                    sheets=tuple(paper for of_sheet in papers_used for paper in _choose(of_sheet, brief.variant)),
                )


def _handouts(composer: Composer, parts: ProgrammeParts, item: Gathering | Role) -> Iterator[tuple[str, Handout]]:
    """Compose the handout of each page that an item has: a role has one in each of its cohorts, beside its own.

    Gives the address of the page with it.
    """
    if isinstance(item, Gathering):
        yield address(item), compose_gathering_handout(composer, compose_gathering_page(composer, parts, item))
        return
    yield address(item), compose_role_handout(composer, compose_role_page(composer, parts, item))
    for cohort in cohorts_of(parts, item):
        page = compose_role_page(composer, parts, item, cohort)
        yield role_in_cohort(composer, cohort, item), compose_role_handout(composer, page)


def _choose(papers: tuple[SheetPaper, ...], variant: Variant) -> Iterator[SheetPaper]:
    """Choose from one sheet's papers: the first, and before it the notes where the pack is for whoever leads."""
    if variant == "leaders":
        yield next(paper for paper in papers if paper.brief.variant == "facilitator")
    yield papers[0]

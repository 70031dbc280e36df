"""The pages of wheels: which there are, where they stand, and who links to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.ways import roles_in, way_of, way_of_role
from ...graph.work import Step
from ...model.cohort import Cohort
from ...model.item import Item
from ...model.role import Role
from ..parts.cohorts import role_in_cohort
from ..parts.composer import Composer
from ..parts.elements import Link, Shape
from ..parts.texts import lower_first
from ..parts.within import compose_within
from ..timeline.lanes import compose_lanes, lower_audiences, people_of
from ..timeline.shown import LegendEntry
from .compose import RingChoice, Spoke, WheelComposer, is_dated
from .shown import WheelPage, WheelYear

_ONE_RING = (RingChoice("", ""),)


@dataclass(frozen=True)
class WheelPlaced:
    """A page with wheels, where it stands and whom it is about."""

    address: str
    source: str
    """Path of the file that it is mostly made of."""
    section: str
    """Key in the catalogue's ``nav`` of the word that it stands under."""
    view: WheelPage
    draft: bool = False
    """Whether it is about a draft."""


def wheel_address(composer: Composer, page: str) -> str:
    """Give the address of the wheel of a page: ``programmer/x/arshjul/``."""
    return f"{page}{composer.anchors['wheel']}/"


def wheel_link(composer: Composer, page: str, steps: Iterable[Step]) -> Link | None:
    """Give the link from a page to its wheel; None where nothing on its way has a date. ``page``: its address."""
    return Link(composer.words["wheel"]["title"], wheel_address(composer, page)) if is_dated(steps) else None


def link_of_programme(composer: Composer, parts: ProgrammeParts) -> Link | None:
    """Give the link from a programme's page to its wheel, or None."""
    return wheel_link(composer, address(parts.programme), (spoke.step for spoke in _of_programme(composer, parts)))


def has_wheel(composer: Composer) -> bool:
    """Tell whether the portal has a wheel: whether anything in it has a date."""
    return any(stop.start for parts in composer.graph.programmes for stop in parts.occurrences.all)


def compose_wheels(composer: Composer, parts: ProgrammeParts) -> Iterator[WheelPlaced]:
    """Compose the wheels of a programme, of its cohorts and of its roles, in each cohort and outside them."""
    programme = Link(composer.mark_of(parts).name, address(parts.programme))
    of_all = composer.mark_of(parts).short_name
    yield from _page(composer, parts, parts.programme, address(parts.programme), (programme,), of_all)
    for cohort in parts.occurrences.cohorts:
        above = (programme, Link(cohort.title, address(cohort)))
        yield from _page(composer, parts, cohort, address(cohort), above, lower_first(cohort.title), cohort=cohort)
        for role in roles_in(parts, cohort):
            home = role_in_cohort(composer, cohort, role)
            name = composer.words["wheel"]["role_in"].format(
                role=composer.indefinite(role), cohort=lower_first(cohort.title)
            )
            whole = (*above, Link(role.title, home))
            yield from _page(composer, parts, cohort, home, whole, name, cohort=cohort, role=role)
    for role in parts.of(Role):
        above = (programme, Link(role.title, address(role)))
        yield from _page(composer, parts, role, address(role), above, composer.indefinite(role), role=role)


def compose_portal_wheel(composer: Composer, name: str) -> Iterator[WheelPlaced]:
    """Compose the wheel of the whole portal, in which each programme has a ring. ``name``: of the portal.

    Work between, and what has no date yet, are told in the programmes' own.
    """
    rings, spokes = [], []
    for parts in composer.graph.programmes:
        mark = composer.mark_of(parts)
        rings.append(RingChoice(mark.id, mark.short_name, mark.id))
        spokes += [Spoke(parts, Step(stop), None, mark.id, mark.short_name) for stop in parts.occurrences.all]
    wheels = WheelComposer(composer, [spoke for spoke in spokes if spoke.is_dated], rings)
    if years := wheels.years():
        words, home = composer.words["wheel"], wheel_address(composer, "")
        view = WheelPage(
            programme=None,
            above=(),
            title=words["of"].format(name=name),
            years=years,
            undated=(),
            legend=_legend(composer, years),
            claims_next=False,
            pdf=_pdf(composer, home),
            within=None,
        )
        yield WheelPlaced(home, composer.graph.portal.path, "wheel", view)


def _page(
    composer: Composer,
    parts: ProgrammeParts,
    item: Item,
    home: str,
    above: tuple[Link, ...],
    name: str,
    cohort: Cohort | None = None,
    role: Role | None = None,
) -> Iterator[WheelPlaced]:
    """Compose the page of one wheel; nothing where nothing in it has a date.

    ``item``: the one whose file it is mostly made of; ``home``: address of the page that it belongs to; ``name``: whose
    it is, in a sentence.
    """
    spokes, rings = _on_rings(composer, parts, _spokes(composer, parts, cohort, role), role)
    wheels = WheelComposer(composer, spokes, rings)
    years = wheels.years()
    if not years:
        return
    owners = {spoke.owner for spoke in spokes}
    view = WheelPage(
        programme=composer.mark_of(parts),
        above=above,
        title=composer.words["wheel"]["of"].format(name=name),
        years=years,
        undated=wheels.undated(),
        legend=_legend(composer, years),
        claims_next=not (owners - {""}),
        pdf=_pdf(composer, wheel_address(composer, home)),
        within=compose_within(composer, parts),
    )
    draft = any(one.path in composer.graph.drafts for one in (item, role) if one)
    yield WheelPlaced(wheel_address(composer, home), item.path, "roles" if role else "programmes", view, draft)


def _pdf(composer: Composer, wheel: str) -> Link:
    return Link(composer.words["wheel"]["print"], f"{wheel}{composer.anchors['wheel']}.pdf")


def _spokes(composer: Composer, parts: ProgrammeParts, cohort: Cohort | None, role: Role | None) -> list[Spoke]:
    if role:
        return list(_of_role(composer, parts, role, cohort))
    if cohort:
        return [Spoke(parts, step, cohort, "") for step in way_of(parts, parts.occurrences.paths[cohort.id]).steps]
    return list(_of_programme(composer, parts))


def _of_programme(composer: Composer, parts: ProgrammeParts) -> Iterator[Spoke]:
    """Give the steps of a programme: of all its cohorts, each once."""
    cohorts = parts.occurrences.cohorts
    if not cohorts:
        yield from (Spoke(parts, step, None, "") for step in parts.way.steps)
        return
    seen = set()
    for cohort in cohorts:
        for step in way_of(parts, parts.occurrences.paths[cohort.id]).steps:
            due = step.work.due.day if step.work else None
            key = (id(step.stop), step.is_work, due)
            # Who is over has no date to come.
            if key not in seen and (is_dated([step]) or cohort.state != "completed"):
                seen.add(key)
                yield Spoke(parts, step, None, "", composer.cohort_name(parts, step.stop))


def _of_role(composer: Composer, parts: ProgrammeParts, role: Role, cohort: Cohort | None) -> Iterator[Spoke]:
    """Give the steps of a role. Where the cohort is not known, it has those of each."""
    for step in way_of_role(parts, role, cohort).steps:
        if step.work or step.stop.form != "varies":
            yield Spoke(parts, step, cohort, "", "" if cohort else composer.cohort_name(parts, step.stop))
        else:
            yield from (
                Spoke(parts, Step(stop), None, "", composer.cohort_name(parts, stop)) for stop in step.stop.varying
            )


def _on_rings(
    composer: Composer, parts: ProgrammeParts, spokes: Sequence[Spoke], role: Role | None
) -> tuple[list[Spoke], Sequence[RingChoice]]:
    """Put steps on rings, as the timeline puts them in lanes: outermost those who prepare others; a role has one."""
    gatherings = [spoke.step.gathering for spoke in spokes]
    if role or not gatherings:
        return list(spokes), _ONE_RING
    lower = lower_audiences(gatherings)
    lanes = compose_lanes(composer, parts, gatherings, lower)
    if len(lanes) < 2:
        return list(spokes), _ONE_RING
    known = list(dict.fromkeys(frozenset(gathering.audience) for gathering in gatherings))
    placed = [replace(spoke, ring="lower" if people_of(spoke.step, known) in lower else "upper") for spoke in spokes]
    return placed, [RingChoice(lane.key, lane.name) for lane in lanes]


def _legend(composer: Composer, years: Sequence[WheelYear]) -> tuple[LegendEntry, ...]:
    """Compose what the shapes mean that stand in the wheels."""
    shapes: dict[Shape, None] = {}
    for year in years:
        if not year.counts:
            shapes |= dict.fromkeys(line.shape for line in year.lines)
    return tuple(LegendEntry(shape, composer.words["shapes"][shape]) for shape in shapes)

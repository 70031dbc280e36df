"""Compose who supports whom around a role, from what the files of roles say."""

from collections.abc import Container
from dataclasses import replace

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.support import Arrow, Drawing, find_drawings
from ...model.cohort import Cohort
from ...model.role import Role, Supports
from .cohorts import role_address
from .composer import Composer
from .support import Support, SupportEdge, SupportNode
from .texts import lower_first, upper_first


def compose_support(
    composer: Composer, parts: ProgrammeParts, role: Role, cohort: Cohort | None = None
) -> Support | None:
    """Compose everyone a role is connected with through support; None where it neither gives nor gets any.

    ``cohort``: the one that somebody has the role in, where that is known; links lead to the roles in it.
    """
    whole = _supports_of(composer, parts).get(role.id)
    if whole is None:
        return None

    def place(node: SupportNode) -> str | None:
        other = parts.find(Role, node.key)
        return role_address(composer, parts, other, cohort) if other else node.address

    nodes = (replace(node, you=node.key == role.id, address=place(node)) for node in whole.nodes)
    return replace(whole, nodes=tuple(nodes))


def _supports_of(composer: Composer, parts: ProgrammeParts) -> dict[str, Support]:
    """Give, by id of a role, the support of a programme; composed once, so no node is marked as ``you`` yet."""
    id = parts.programme.id
    if id not in composer.supports:
        groups = {group for role in parts.of(Role) for group in role.part_of}
        composer.supports[id] = {
            key: support
            for drawing in find_drawings(composer.graph, parts)
            for support in (_support(composer, parts, drawing, groups),)
            for key in drawing.people
        }
    return composer.supports[id]


def _support(composer: Composer, parts: ProgrammeParts, drawing: Drawing, groups: Container[str]) -> Support:
    edges, sentences = zip(*(_edge(composer, arrow) for arrow in drawing.arrows), strict=True)
    return Support(tuple(_node(parts, key, groups) for key in drawing.people), edges, sentences, drawing.fits)


def _edge(composer: Composer, arrow: Arrow) -> tuple[SupportEdge, str]:
    """Compose an arrow, and the sentence that says the same; an arrow without ``support`` says who is in a group."""
    role, support = arrow.source, arrow.support
    name = _people(composer, arrow.role) if arrow.role else lower_first(arrow.target)
    if support is not None:
        edge = SupportEdge(role.id, arrow.target, support.verb, support.recommended)
        return edge, _sentence(composer, role, support, name)
    verb = composer.phrases["values"]["part_of"]
    words = {"source": upper_first(_people(composer, role)), "verb": verb, "target": name}
    return SupportEdge(role.id, arrow.target, verb, False), composer.words["supports"].format(**words)


def _people(composer: Composer, role: Role) -> str:
    """Name those who have a role, as the sentence needs it.

    «ledere» where the file has the plural, else its name. In English, where the verb would have to change with the
    plural, «a leader».
    """
    if composer.words["supports_in_plural"]:
        return role.plural or lower_first(role.title)
    return composer.indefinite(role)


def _sentence(composer: Composer, role: Role, support: Supports, name: str) -> str:
    words = composer.words
    sentence = words["supports_detail" if support.detail else "supports"].format(
        source=upper_first(_people(composer, role)), verb=support.verb, target=name, detail=support.detail
    )
    return words["supports_recommended"].format(sentence=sentence) if support.recommended else sentence


def _node(parts: ProgrammeParts, key: str, groups: Container[str]) -> SupportNode:
    role = parts.find(Role, key)
    if role is None:
        return SupportNode(key, upper_first(key), None, False, "people")
    return SupportNode(key, role.title, address(role), False, "people" if role.id in groups else "person")

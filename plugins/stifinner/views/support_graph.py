"""The support that a role stands in, made from what the role files say: edges, and the same in sentences."""

from ..graph.graph import ProgrammeParts, address
from ..model.role import Role, Supports
from .composer import Composer, lower_first, upper_first
from .support import Support, SupportEdge, SupportNode


def compose_support(composer: Composer, parts: ProgrammeParts, role: Role) -> Support | None:
    """Everyone the role is connected with through support; None where it stands alone."""
    edges = _all_edges(composer, parts)
    reached = _reached({role.id}, edges)
    mine = [(edge, sentence) for edge, sentence in edges if edge.source in reached]
    if not mine:
        return None
    keys = dict.fromkeys(key for edge, _ in mine for key in (edge.source, edge.target))
    nodes = tuple(_node(parts, key, role) for key in keys)
    return Support(nodes, tuple(edge for edge, _ in mine), tuple(sentence for _, sentence in mine))


def _all_edges(composer: Composer, parts: ProgrammeParts) -> list[tuple[SupportEdge, str]]:
    edges = []
    for role in parts.roles:
        for support in (one for one in role.supports.items if one.name):
            target = composer.graph.target(role, support.target)
            key = target.id if isinstance(target, Role) else support.name
            name = _people(composer, target) if isinstance(target, Role) else lower_first(support.name)
            edge = SupportEdge(role.id, key, support.verb, support.recommended)
            edges.append((edge, _sentence(composer, role, support, name)))
        for whole in (one for one in parts.roles if one.id in role.part_of):
            verb = composer.phrases["values"]["part_of"]
            edge = SupportEdge(role.id, whole.id, verb, False)
            words = {"source": upper_first(_people(composer, role)), "verb": verb, "target": _people(composer, whole)}
            edges.append((edge, composer.words["supports"].format(**words)))
    return edges


def _people(composer: Composer, role: Role) -> str:
    """«ledere», where the editor has given the word, else the name; in English, whose verbs know number, «a leader»."""
    if composer.words["supports_in_plural"]:
        return role.plural or lower_first(role.title)
    return composer.one(role)


def _sentence(composer: Composer, role: Role, support: Supports, name: str) -> str:
    words = composer.words
    key = "supports_detail" if support.detail else "supports"
    sentence = words[key].format(
        source=upper_first(_people(composer, role)), verb=support.verb, target=name, detail=support.detail
    )
    return str(words["supports_recommended"].format(sentence=sentence)) if support.recommended else str(sentence)


def _reached(start: set[str], edges: list[tuple[SupportEdge, str]]) -> set[str]:
    """All keys connected with the start, whichever way the support goes."""
    reached = set(start)
    while True:
        more = {key for edge, _ in edges for key in (edge.source, edge.target) if {edge.source, edge.target} & reached}
        if more <= reached:
            return reached
        reached |= more


def _node(parts: ProgrammeParts, key: str, you: Role) -> SupportNode:
    role = parts.role(key)
    if role is None:
        return SupportNode(key, upper_first(key), None, False, "people")
    group = any(role.id in other.part_of for other in parts.roles)
    return SupportNode(key, role.title, address(role), role.id == you.id, "people" if group else "person")

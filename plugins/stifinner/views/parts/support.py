"""Who supports whom: people and the support that goes between them, as edges and as the same in sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SupportNode:
    """One who supports or is supported."""

    key: str
    name: str
    address: str | None
    you: bool
    """True for the role whose page this is."""
    icon: str
    """«person», «people» or «hand»."""


@dataclass(frozen=True)
class SupportEdge:
    """Support from one to another."""

    source: str
    target: str
    verb: str
    """The word on the arrow: «støtter», «underviser», «er med i»."""
    recommended: bool
    """Recommended, not required: drawn dashed."""


@dataclass(frozen=True)
class Support:
    """The part of the programme's support that the reader stands in, or all of it."""

    nodes: tuple[SupportNode, ...]
    edges: tuple[SupportEdge, ...]
    sentences: tuple[str, ...]
    """The same in words, one sentence an edge."""
    drawn: bool = True
    """False where there are too many for a picture: the sentences stand alone."""

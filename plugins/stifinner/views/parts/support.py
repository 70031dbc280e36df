"""Who supports whom, as a graph to draw (people and edges) and as the same in sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SupportNode:
    """One who supports or is supported."""

    key: str
    """Id of the role, or the name of somebody who has no file."""
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
    """Keys of those who give and get it."""
    verb: str
    """The word on the arrow: «støtter», «underviser», «er med i»."""
    recommended: bool
    """True where it is recommended, not required: drawn dashed."""


@dataclass(frozen=True)
class Support:
    """Everyone that a role is connected with through support, directly or through others."""

    nodes: tuple[SupportNode, ...]
    edges: tuple[SupportEdge, ...]
    sentences: tuple[str, ...]
    """The same in words, one sentence an edge."""
    drawn: bool = True
    """False where there are too many for a picture: only the sentences are shown."""

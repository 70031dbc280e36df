"""What every fact and heading means, with an example: for templates, the handbook and the schema alike."""

from dataclasses import dataclass
from functools import cache

from .phrases import load_phrases, read_words
from .phrases.guidance import GuideHelp, GuideText


@dataclass(frozen=True)
class Entry:
    """What the guide says of one fact or heading."""

    word: str
    """The word as an editor writes it: «dato», «Dagsplan»."""
    example: str
    """What could stand there."""
    help: str
    """What it means, in a sentence or two."""


@dataclass(frozen=True)
class KindGuide:
    """Everything that can stand in the file of one kind."""

    kind: str
    """As in the catalogue: ``gathering``."""
    new_title: str
    """«Ny samling»."""
    lede: str
    """What to write first, below the title."""
    what: str
    """What such a file is."""
    folder: str
    """Below the programme: ``samlinger``; empty for what lies elsewhere."""
    facts: dict[str, Entry]
    """Attribute → entry, in the order of the catalogue."""
    headings: dict[str, Entry]


@cache
def load_guide(language: str) -> dict[str, KindGuide]:
    """Read the guide of a language: name of a kind → its guide.

    Raises ``KeyError`` for a fact or heading without entry.
    """
    phrases = load_phrases(language)
    text: GuideText = read_words("guide", f"{language}.yml")

    def entries(known: dict[str, list[str]], kind: str, words: dict[str, str]) -> dict[str, Entry]:
        """Read the entries of a kind's facts or headings; what is said of one kind goes before what is said of all."""
        return {
            key: Entry(word, *known[f"{kind}.{key}" if f"{kind}.{key}" in known else key])
            for key, word in words.items()
        }

    return {
        kind: KindGuide(
            kind=kind,
            new_title=title,
            lede=lede,
            what=what,
            folder=phrases["folders"].get(kind, ""),
            facts=entries(text["fields"], kind, phrases["fields"].get(kind, {})),
            headings=entries(text["headings"], kind, phrases["headings"].get(kind, {})),
        )
        for kind, (title, lede, what) in text["kinds"].items()
    }


def example_of(kind: str, attribute: str, language: str) -> str:
    """Find an example of what a fact may say; empty where the guide has none."""
    guide = load_guide(language).get(kind)
    return guide.facts[attribute].example if guide and attribute in guide.facts else ""


@cache
def guide_words(language: str) -> GuideHelp:
    """Read the words that templates and the handbook use beside the guide's entries."""
    text: GuideText = read_words("guide", f"{language}.yml")
    return text["help"]

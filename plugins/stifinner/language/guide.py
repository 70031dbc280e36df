"""What every fact and heading means, with an example: for templates, the handbook and the schema alike."""

from dataclasses import dataclass
from functools import cache

from .phrases import load_phrases, read_words
from .phrases.guidance import GuideHelp, GuideText


@dataclass(frozen=True)
class Entry:
    """A fact or heading, as an editor writes it."""

    word: str
    """«dato», «Dagsplan»."""
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
    """What to write first."""
    what: str
    """What such a file is."""
    folder: str
    """Below the programme: ``samlinger``; empty for what lies elsewhere."""
    facts: dict[str, Entry]
    """Attribute → entry, in the order of the catalogue."""
    headings: dict[str, Entry]


@cache
def load_guide(language: str) -> dict[str, KindGuide]:
    """Kind → guide. Raises ``KeyError`` for a fact or heading that nobody has explained."""
    phrases = load_phrases(language)
    text: GuideText = read_words("guide", f"{language}.yml")

    def entries(known: dict[str, list[str]], kind: str, words: dict[str, str]) -> dict[str, Entry]:
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
    """What could stand as a fact; empty where nobody has given an example."""
    guide = load_guide(language).get(kind)
    return guide.facts[attribute].example if guide and attribute in guide.facts else ""


@cache
def guide_words(language: str) -> GuideHelp:
    """What the templates say beside that."""
    text: GuideText = read_words("guide", f"{language}.yml")
    return text["help"]

"""A programme's own names that are spelt in another way in its texts. The spelling in its titles is right."""

import re
from collections.abc import Iterator

from ...graph.portal_graph import ProgrammeParts
from ...model.kinds import KINDS
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent
from ..words import Words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST = 9
"""Letters of an ordinary word that is looked for; a coined one («JegBygge») may be shorter."""


def check_terms(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for each other spelling: «Framtidsbygge» where the focus area is called «FremtidsBygge»."""
    key = _Key(words)
    for parts in content.graph.programmes:
        terms: dict[str, str] = {}
        for term in _terms(parts):
            terms.setdefault(key(term), term)
        if not terms:
            continue
        for file in content.files_of(parts.programme.id):
            written = set(_WORD.findall("\n".join(line for _, line in file.shown)))
            if terms.keys().isdisjoint(map(key, written)):
                continue
            for number, line in file.shown:
                for found in _WORD.finditer(line):
                    right = terms.get(key(found[0]))
                    if right and (meant := _meant(found[0], right)):
                        details = {"written": found[0], "right": meant, "excerpt": file.source.excerpt(number)}
                        problems.add("spelling-of-term", file.path, number, found.start() + 1, **details)


class _Key:
    """Function that gives the same key for two spellings of one word. It remembers each word that it was asked for."""

    def __init__(self, words: Words) -> None:
        self._respelt = words.review["respelt"]
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """Give the word without capitals, hyphens and doubled letters, and with one spelling of each known pair."""
        key = self._known.get(word)
        if key is None:
            key = word.casefold().replace("-", "").removesuffix("s")
            for one, *others in self._respelt:
                for other in others:
                    key = key.replace(other, one)
            key = self._known[word] = re.sub(r"(.)\1", r"\1", key)
        return key


def _terms(parts: ProgrammeParts) -> Iterator[str]:
    """Give titles of one word, and coined words in longer ones; kinds in the order of the model, the programme last."""
    titles = [item.title for kind in KINDS.values() if kind.coins_words for item in parts.of(kind.cls)]
    titles.append(parts.programme.short_name)
    for title in titles:
        for word in _WORD.findall(title):
            if is_coined(word) or (word == title.strip() and len(word) >= _SHORTEST):
                yield word


def is_coined(word: str) -> bool:
    """Tell whether a word is coined: it has a capital after a small letter, and no hyphen («JegBygge»)."""
    return bool(re.search(r"[^\W\d_A-ZÆØÅ][A-ZÆØÅ]", word)) and "-" not in word


def _meant(written: str, right: str) -> str:
    """Give the right spelling of a word, or empty where it is spelt right already.

    Capitals matter in coined words only: other words may begin with one or not.
    """
    genitive = "s" if written.endswith("s") and not right.endswith("s") else ""
    right = right + genitive
    if is_coined(right):
        return "" if written == right or written.isupper() else right
    same = written.casefold() == right.casefold() or written.casefold() + "s" == right.casefold()
    return "" if same else (right if written[0].isupper() else right.lower())

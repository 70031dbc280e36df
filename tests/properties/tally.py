"""What the portals of a run had in them, counted."""

from collections import Counter
from dataclasses import dataclass, field

from properties.judge import Verdict
from properties.portals import Drawn
from stifinner.language.misread import Misread
from stifinner.language.phrases import load_phrases
from stifinner.model.kinds import KINDS, place_of

TOLD_ELSEWHERE = frozenset(
    {"large-page", "slow-page", "stopped-page", "large-file", "huge-file", "heavy-file", "too-large-file"}
    | {"unreadable-file", "unreadable-value"}
)
"""Codes that no small portal brings about: what a build is watched for, sizes, what nobody may read."""


def all_headings() -> set[str]:
    """Every fixed heading, as «kind: attribute»."""
    return {f"{kind}: {attribute}" for kind, words in load_phrases("nb")["headings"].items() for attribute in words}


@dataclass
class Tally:
    """Counts portals by what is in them."""

    portals: int = 0
    passed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    headings: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)

    def add(self, drawn: Drawn, verdict: Verdict) -> None:
        """Count one."""
        self.portals += 1
        self.passed += verdict.passed
        self.codes.update(verdict.codes)
        for path, content in drawn.files.items():
            if isinstance(content, str) and path.endswith(".md"):
                self._add_file(drawn.language, path, content)

    def _add_file(self, language: str, path: str, text: str) -> None:
        phrases = load_phrases(language)
        try:
            kind = place_of(path, phrases).kind
        except Misread:
            return
        lines = set(text.split("\n"))
        keys = {line.partition(":")[0] for line in lines}
        self.kinds[kind] += 1
        self.headings.update(
            f"{kind}: {key}" for key, word in phrases["headings"][kind].items() if f"## {word}" in lines
        )
        self.facts.update(f"{kind}: {key}" for key, word in phrases["fields"].get(kind, {}).items() if word in keys)

    def rare(self, times: int) -> dict[str, int]:
        """Kinds, headings, facts and codes that were there fewer times."""
        phrases = load_phrases("nb")
        facts = {f"{kind}: {attribute}" for kind, words in phrases["fields"].items() for attribute in words}
        codes = set(phrases["problems"]) - TOLD_ELSEWHERE
        counted = ((self.kinds, set(KINDS)), (self.headings, all_headings()), (self.facts, facts), (self.codes, codes))
        return {name: of[name] for of, names in counted for name in sorted(names) if of[name] < times}

    def report(self) -> str:
        """All of it, for people."""
        lines = [f"{self.portals} portals, {self.passed} passed the check ({self.passed / max(self.portals, 1):.0%})"]
        for title in ("kinds", "headings", "facts", "codes"):
            counts: Counter[str] = getattr(self, title)
            lines.append(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.most_common()))
        return "\n".join([*lines, f"fewer than twenty times: {self.rare(20)}"])

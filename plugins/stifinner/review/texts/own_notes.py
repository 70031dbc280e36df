"""Notes of an author to themselves («TODO», «sjekk dette»), which readers would see."""

from ...dates.words import vocabulary
from ...problems.problem import ProblemList
from ...source.foreign import is_box
from ..reviewed import ReviewedFile
from ..words import Words


def check_own_notes(file: ReviewedFile, words: Words, problems: ProblemList) -> None:
    """Add a problem for each note to oneself in the facts or in the text that readers see."""
    if not words.to_self.search("\n".join(file.source.lines)):
        return
    note = words.phrases["headings"]["article"]["editors_note"]
    date, unknown = words.phrases["fields"]["gathering"]["date"], vocabulary().words["open"]
    facts = [
        (fact.line, file.source.excerpt(fact.line))
        for fact in file.source.facts
        # «dato: TBA» says that nothing is known yet, and pages say so.
        if fact.key != date or fact.value.lower() not in unknown
    ]
    for number, line in (*facts, *file.shown):
        if line.startswith("???") and is_box(line):
            continue
        for found in words.to_self.finditer(line):
            excerpt = file.source.excerpt(number)
            details = {"text": found[0], "note": note}
            problems.add("note-to-self", file.path, number, found.start() + 1, excerpt=excerpt, **details)

"""Examples of the template of a new file that nobody has replaced."""

from ...language.guide import load_guide
from ...model.kinds import KINDS
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent, ReviewedFile
from ..words import Words


def check_left_over(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for the first line of a file that is still an example of its template."""
    for name, attribute in ((name, attribute) for name, kind in KINDS.items() for attribute in kind.begun):
        entry = load_guide(words.phrases["language"])[name].headings[attribute]
        examples = {line.strip(" -") for line in entry.example.split("\n") if line.lstrip().startswith("- ")}
        for path, item in content.graph.items.items():
            if type(item) is KINDS[name].cls:
                _check_file(content.files[path], entry.word.lower(), examples, problems)


def _check_file(file: ReviewedFile, heading: str, examples: set[str], problems: ProblemList) -> None:
    """Add a problem for the first line below ``heading`` (in small letters) that is one of the template's examples."""
    for number, line in file.shown:
        text = line.strip(" -")
        if text in examples and file.section_at(number) == heading:
            column = line.find(text) + 1
            problems.add("left-from-template", file.path, number, column, excerpt=line, value=text)
            return

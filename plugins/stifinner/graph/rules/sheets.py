"""Rules of a reflection sheet: it has to ask something, and what it asks has to fit in its cell on paper."""

from ...markdown.text import Text
from ...model.sheet import Sheet, Statement
from ...problems.problem import ProblemList
from ...source.source_file import SourceFile

LONGEST_STATEMENT = 200
"""Characters of a statement: five lines in a third of a page in landscape."""
LONGEST_CONCRETISATION = 240
"""Characters of a concretisation."""
MOST_CONCRETISATIONS = 10
"""Concretisations of one statement, which is never split over two pages."""

LONGEST_QUESTION = 1_000
"""Characters of an open question: half a page, so that there is room for an answer."""
LONGEST_SHEET = 25_000
"""Characters of a sheet's file: ten times the ordinary. Each sheet is set on five or six papers, which takes time."""
MOST_STATEMENTS = 100
"""Statements and questions of one sheet: each takes 1/30 of a second on each of its papers."""


def check_sheet(sheet: Sheet, source: SourceFile, problems: ProblemList) -> None:
    """Check a sheet; whatever breaks a rule becomes a problem at its line."""
    statements = [statement for element in sheet.elements.parts for statement in element.statements]
    if not statements and not sheet.questions.items:
        if not sheet.unread & {"elements", "questions"}:
            problems.add("empty-sheet", sheet.path)
        return
    if (length := sum(map(len, source.lines))) > LONGEST_SHEET:
        problems.add("long-sheet", sheet.path, count=length, most=LONGEST_SHEET)
    count = len(statements) + len(sheet.questions.items)
    if count > MOST_STATEMENTS:
        problems.add("many-statements", sheet.path, count=count, most=MOST_STATEMENTS)
    for element in sheet.elements.parts:
        if not element.statements:
            excerpt = source.excerpt(element.line)
            problems.add("empty-element", sheet.path, element.line, 1, excerpt=excerpt, title=element.title)
    _check_questions(sheet, source, problems)
    for statement in statements:
        _check_statement(statement, sheet, source, problems)


def _check_questions(sheet: Sheet, source: SourceFile, problems: ProblemList) -> None:
    for question in sheet.questions.items:
        if (length := len(question.plain)) > LONGEST_QUESTION:
            details = {"count": length, "most": LONGEST_QUESTION}
            excerpt = source.excerpt(question.line)
            problems.add("long-question", sheet.path, question.line, 1, excerpt=excerpt, **details)


def _check_statement(statement: Statement, sheet: Sheet, source: SourceFile, problems: ProblemList) -> None:
    _check_length(statement.text, LONGEST_STATEMENT, sheet, source, problems)
    for concretisation in statement.concretisations:
        _check_length(concretisation, LONGEST_CONCRETISATION, sheet, source, problems)
    if len(statement.concretisations) > MOST_CONCRETISATIONS:
        line = statement.concretisations[MOST_CONCRETISATIONS].line
        details = {"count": len(statement.concretisations), "most": MOST_CONCRETISATIONS}
        problems.add("many-concretisations", sheet.path, line, 1, excerpt=source.excerpt(line), **details)


def _check_length(text: Text, longest: int, sheet: Sheet, source: SourceFile, problems: ProblemList) -> None:
    """Check that a text fits in its cell. ``longest``: in characters."""
    length = len(text.plain)
    if length > longest:
        excerpt = source.excerpt(text.line)
        problems.add("long-cell", sheet.path, text.line, 1, excerpt=excerpt, over=length - longest, longest=longest)

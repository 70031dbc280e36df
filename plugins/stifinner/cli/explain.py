"""The command ``stifinner explain``."""

import difflib
import sys
from collections.abc import Iterator

import click

from ..problems.explanations import in_general, load_examples, reasons
from ..problems.problem import Severity
from .options import PHRASES, WORDS, sentence


@click.command(help=WORDS["help"]["explain"])
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain one problem by its code, or list all of them."""
    if code is None:
        click.echo("\n".join(_list()))
    elif code in PHRASES["problems"]:
        click.echo("\n".join(_explanation(code)))
    else:
        near = difflib.get_close_matches(code, list(PHRASES["problems"]), n=1)
        suggestion = PHRASES["problem_text"]["suggestion"].format(right=near[0]) if near else ""
        sys.exit(sentence(WORDS["unknown_code"], code=code, suggestion=suggestion))


def _list() -> Iterator[str]:
    """Give the lines of the list: every code with its message, below the reason why it matters."""
    problems = PHRASES["problems"]
    width = max(map(len, problems))
    for reason, why in PHRASES["reasons"].items():
        yield f"{why}"
        for code in (code for code, its in reasons().items() if its == reason):
            yield f"  {code:{width}}  {in_general(problems[code]['message'])}"
        yield ""
    yield WORDS["explain_one"]


def _explanation(code: str) -> Iterator[str]:
    """Give the lines that explain a problem: message, reason, cure, and an example wrong and right."""
    problem, words = PHRASES["problems"][code], PHRASES["problem_text"]
    severity: Severity = problem.get("severity", "error")
    example = load_examples(PHRASES["language"])[code]
    yield f"{code} ({words[severity]}: {WORDS['severities'][severity]})"
    yield ""
    yield in_general(problem["message"])
    yield f"{words['why']} {PHRASES['reasons'][reasons()[code]]}"
    yield f"{words['cure']} {in_general(problem['hint'])}"
    for title, at, text in (
        (WORDS["wrong"], example.wrong_at, example.wrong),
        (WORDS["right"], example.right_at, example.right),
    ):
        yield ""
        yield f"{title} {at}".strip()
        yield from (f"    {line.expandtabs(8)}".rstrip() for line in text.rstrip("\n").split("\n"))

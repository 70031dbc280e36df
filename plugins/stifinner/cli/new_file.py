"""The commands ``stifinner new gathering`` and so on: each writes a new file of its kind, which passes the check."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ..content import read_content
from ..files.settings import Settings
from ..files.shipped import pictures_in, theme_folders
from ..graph.occurrences import begin_cohort
from ..help.template import list_gatherings, render_template, template_path
from ..language.guide import KindGuide, load_guide
from ..language.phrases import load_phrases
from ..language.slugs import slugify
from ..model.cohort import Cohort
from ..model.declared import must_be_there
from ..model.gathering import Gathering
from ..model.kinds import KINDS, may_be_shared
from ..problems.problem import has_errors, show_problems
from .failure import tell_fault
from .options import (
    PHRASES,
    WORDS,
    config_file_option,
    sentence,
    settings_of,
    shown_folder,
)

_SHARE = "-"
"""Answer to the question for a programme that means: shared by all."""


def file_commands() -> list[click.Command]:
    """Make a command for each kind: under the portal's word, and hidden under its other words and the English one."""
    guide = load_guide(PHRASES["language"])
    commands = []
    for name, kind in KINDS.items():
        if kind.lies != "front":
            english = kind.command or name.replace("_", "-")
            shown, *others = dict.fromkeys([*WORDS["new_names"].get(name, ()), english])
            commands.append(_command(shown, guide[name]))
            commands += [_command(other, guide[name], hidden=True) for other in others]
    return commands


def _command(name: str, guide: KindGuide, *, hidden: bool = False) -> click.Command:
    """Make the command of a kind under one name."""
    help_text = WORDS["help"]["new_file"].format(kind=guide.new_title, what=guide.what)
    command = click.command(name, help=help_text, hidden=hidden)(_run(guide.kind))
    for option in reversed(_options(guide)):
        command = option(command)
    return command


def _asked(guide: KindGuide) -> tuple[str, ...]:
    """Give the attributes that a person is asked for: facts that must be there first."""
    must = [attribute for attribute in guide.facts if must_be_there(guide.kind, attribute)]
    return tuple(dict.fromkeys((*must, *KINDS[guide.kind].asked)))


def _options(guide: KindGuide) -> list[Callable[[click.Command], click.Command]]:
    """Make the options of a kind's command, as decorators."""
    options: list[Callable[[click.Command], click.Command]] = [
        config_file_option,
        click.option("--title", help=WORDS["help"]["new_title"]),
    ]
    if KINDS[guide.kind].lies != "home":
        options.append(click.option("--program", "--programme", "programme", help=WORDS["help"]["new_programme"]))
    for attribute in _asked(guide):
        entry = guide.facts[attribute]
        options.append(click.option(f"--{attribute}", attribute, metavar=entry.word.upper(), help=entry.help))
    return options


def _run(kind: str) -> Callable[..., None]:
    """Make the function that a kind's command calls. ``facts`` are the options: attribute → value."""

    def run(config_file: Path, title: str | None, programme: str | None = None, **facts: str | None) -> None:
        settings = settings_of(config_file)
        try:
            _write(settings, kind, title, programme, facts)
        except click.Abort:
            sys.exit("\n" + WORDS["not_answered"])

    return run


def _write(
    settings: Settings, kind: str, title: str | None, programme: str | None, facts: dict[str, str | None]
) -> None:
    """Write a new file; where ``title`` is None, ask for title and facts. What can't be done ends the command."""
    guide = load_guide(settings.language)[kind]
    home = "" if KINDS[kind].lies == "home" else _programme(settings, kind, programme)
    asks = title is None
    name = (title if title is not None else click.prompt(sentence(WORDS["ask_title"], kind=guide.new_title))).strip()
    if not slugify(name) or not name.isprintable():
        sys.exit(sentence(WORDS["name_not_usable"], name=name))
    given = _answers(guide, facts, asks=asks)
    path = template_path(kind, settings.language, home, name)
    file = settings.content / path
    shown = f"{shown_folder(settings.content.resolve())}{path}"
    try:
        begun = _begun(settings, kind, home)
        _write_new(file, render_template(kind, settings.language, title=name, facts=given, begun=begun))
    except OSError as error:
        if os.path.lexists(file):
            sys.exit(sentence(WORDS["exists"], file=shown))
        sys.exit(f"{tell_fault(error)}\n{WORDS['not_written']}")
    _check(settings, path, file)
    click.echo(sentence(WORDS["written_file"], file=shown))


def _begun(settings: Settings, kind: str, programme: str) -> dict[str, str]:
    """Give what a new file begins with: attribute of a heading → text. ``programme``: its id."""
    heading = KINDS[kind].begun_with_gatherings
    if not heading:
        return {}
    parts = read_content(settings.content, load_phrases(settings.language)).graph.parts_of(programme)
    begun = begin_cohort(parts.of(Gathering), parts.of(Cohort)) if parts else ()
    return {heading: list_gatherings([(one.id, one.title, date) for one, date in begun], settings.language)}


def _answers(guide: KindGuide, facts: dict[str, str | None], *, asks: bool) -> dict[str, str]:
    """Give attribute → value of the facts that options or answers say. ``asks``: ask for those without an option."""
    given = {}
    for attribute in _asked(guide):
        answer = facts.get(attribute)
        if answer is None and asks:
            entry = guide.facts[attribute]
            answer = click.prompt(
                sentence(WORDS["ask_fact"], fact=entry.word, help=entry.help), default="", show_default=False
            )
        if answer and answer.strip():
            given[attribute] = answer.strip()
    return given


def _write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet, all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as stream:
        try:
            stream.write(text)
            stream.flush()
        except OSError:
            file.unlink()
            raise


def _check(settings: Settings, path: str, file: Path) -> None:
    """Check the new file; remove it and end the command where an answer made it wrong. ``path``: in the content."""
    phrases = load_phrases(settings.language)
    content = read_content(settings.content, phrases, pictures=pictures_in(theme_folders(settings.theme)))
    own = tuple(problem for problem in content.problems if problem.path == path)
    if has_errors(own):
        _remove(file)
        click.echo(show_problems(own, phrases), err=True)
        sys.exit(WORDS["file_not_written"])
    if path not in content.graph.items:
        _remove(file)
        sys.exit(sentence(WORDS["name_left_out"], name=file.name))


def _remove(file: Path) -> None:
    """Remove the file, and its folder if nothing else is in it."""
    file.unlink()
    if not any(file.parent.iterdir()):
        file.parent.rmdir()


def _programme(settings: Settings, kind: str, chosen: str | None) -> str:
    """Give the programme's id; empty for a file that is shared by all.

    ``chosen``: the option's value; None: the only programme there is, or the person is asked.
    """
    folder = settings.content / load_phrases(settings.language)["folders"]["programmes"]
    programmes = sorted(path.parent.name for path in folder.glob("*/index.md"))
    choices = [*programmes, *((_SHARE,) if may_be_shared(kind) else ())]
    if chosen is None:
        if not programmes:
            sys.exit(WORDS["no_programme"])
        only = programmes[0] if len(programmes) == 1 else ""
        chosen = only or click.prompt(WORDS["ask_programme"], type=click.Choice(choices))
    if chosen not in choices:
        sys.exit(sentence(WORDS["unknown_programme"], name=chosen, choices=", ".join(programmes)))
    return "" if chosen == _SHARE else chosen

"""``stifinner new gathering`` and the like: a file to begin with, which passes the check."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ..content import read_content
from ..files.settings import Settings
from ..files.shipped import pictures_in, theme_folders
from ..help.template import render_template, template_path
from ..language.guide import KindGuide, load_guide
from ..language.phrases import load_phrases
from ..language.slugs import slugify
from ..model.declared import must_be_there
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
"""Answer to the question for a programme: shared by all."""


def file_commands() -> list[click.Command]:
    """A command for each kind under the portal's own word, and unlisted under its other words and the English one."""
    guide = load_guide(PHRASES["language"])
    commands = []
    for name, kind in KINDS.items():
        if kind.lies != "front":
            english = kind.command or name.replace("_", "-")
            shown, *others = dict.fromkeys([*WORDS["new_names"][name], english])
            commands.append(_command(shown, guide[name]))
            commands += [_command(other, guide[name], hidden=True) for other in others]
    return commands


def _command(name: str, guide: KindGuide, *, hidden: bool = False) -> click.Command:
    help_text = WORDS["help"]["new_file"].format(kind=guide.new_title, what=guide.what)
    command = click.command(name, help=help_text, hidden=hidden)(_run(guide.kind))
    for option in reversed(_options(guide)):
        command = option(command)
    return command


def _asked(guide: KindGuide) -> tuple[str, ...]:
    must = [attribute for attribute in guide.facts if must_be_there(guide.kind, attribute)]
    return tuple(dict.fromkeys((*must, *KINDS[guide.kind].asked)))


def _options(guide: KindGuide) -> list[Callable[[click.Command], click.Command]]:
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
    guide = load_guide(settings.language)[kind]
    home = "" if KINDS[kind].lies == "home" else _programme(settings, kind, programme)
    asking = title is None
    name = (title if title is not None else click.prompt(sentence(WORDS["ask_title"], kind=guide.new_title))).strip()
    if not slugify(name) or not name.isprintable():
        sys.exit(sentence(WORDS["name_not_usable"], name=name))
    given = {}
    for attribute in _asked(guide):
        answer = facts.get(attribute)
        if answer is None and asking:
            entry = guide.facts[attribute]
            answer = click.prompt(
                sentence(WORDS["ask_fact"], fact=entry.word, help=entry.help), default="", show_default=False
            )
        if answer and answer.strip():
            given[attribute] = answer.strip()
    path = template_path(kind, settings.language, home, name)
    place = settings.content / path
    shown = f"{shown_folder(settings.content.resolve())}{path}"
    try:
        _write_new(place, render_template(kind, settings.language, title=name, facts=given))
    except OSError as error:
        if os.path.lexists(place):
            sys.exit(sentence(WORDS["exists"], file=shown))
        sys.exit(f"{tell_fault(error)}\n{WORDS['not_written']}")
    _check(settings, path, place)
    click.echo(sentence(WORDS["written_file"], file=shown))


def _write_new(place: Path, text: str) -> None:
    """Write a file that is not there yet, whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("x", encoding="utf-8") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            place.unlink()
            raise


def _check(settings: Settings, path: str, place: Path) -> None:
    """Take the file away again where an answer made it wrong."""
    phrases = load_phrases(settings.language)
    content = read_content(settings.content, phrases, pictures=pictures_in(theme_folders(settings.theme)))
    own = tuple(problem for problem in content.problems if problem.path == path)
    if has_errors(own):
        _take_away(place)
        click.echo(show_problems(own, phrases), err=True)
        sys.exit(WORDS["file_not_written"])
    if path not in content.graph.items:
        _take_away(place)
        sys.exit(sentence(WORDS["name_left_out"], name=place.name))


def _take_away(place: Path) -> None:
    """The file, and the folder that was made for it."""
    place.unlink()
    if not any(place.parent.iterdir()):
        place.parent.rmdir()


def _programme(settings: Settings, kind: str, said: str | None) -> str:
    """The programme's id: said, the only one, or chosen; empty for what all share."""
    folder = settings.content / load_phrases(settings.language)["folders"]["programmes"]
    there = sorted(path.parent.name for path in folder.glob("*/index.md"))
    choices = [*there, *((_SHARE,) if may_be_shared(kind) else ())]
    if said is None:
        if not there:
            sys.exit(WORDS["no_programme"])
        said = there[0] if len(there) == 1 else click.prompt(WORDS["ask_programme"], type=click.Choice(choices))
    if said not in choices:
        sys.exit(sentence(WORDS["unknown_programme"], name=said, choices=", ".join(there)))
    return "" if said == _SHARE else said

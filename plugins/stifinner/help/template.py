"""New files of each kind: a new file passes the check as it is, and says in comments what can stand where."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..language.guide import KindGuide, guide_words, load_guide
from ..language.phrases import load_phrases
from ..language.slugs import slugify
from ..model.declared import help_of, must_be_there
from ..model.kinds import KINDS

_LATER = {"former", "number", "mentioned_only", "order", "sample", "editors_note"}
"""Attributes that a new file does not mention: nobody needs them on the first day."""

_LONGEST = 80
"""Letters of a new file's name, which other files link to and which becomes an address."""


def render_template(
    kind: str,
    language: str,
    *,
    title: str = "",
    facts: Mapping[str, str] | None = None,
    begun: Mapping[str, str] | None = None,
) -> str:
    """Render the text of a new file.

    ``title``: empty: the kind's example; ``facts``: attribute → value to write; ``begun``: attribute of a fixed
    heading → text that stands under it from the beginning.
    """
    guide, given = load_guide(language)[kind], facts or {}
    words = guide_words(language)
    examples = {attribute: guide.headings[attribute].example for attribute in KINDS[kind].begun}
    return "\n".join(
        [
            "---",
            f"# {words['top']}",
            *_facts(guide, given, language),
            "---",
            f"# {title or guide.new_title}",
            "",
            f"<!-- {words['body']}: {guide.lede} -->",
            *_headings(guide, words["body"], {**examples, **(begun or {})}),
            "",
        ]
    )


def template_path(kind: str, language: str, programme: str, title: str = "") -> str:
    """Give the path of a new file, relative to the content folder. ``programme``: its id; empty: shared by all.

    A title without a letter that can stand in an address gives a file without a name («.md»), which callers refuse.
    """
    guide, folders = load_guide(language)[kind], load_phrases(language)["folders"]
    name = slugify(title or guide.new_title)[:_LONGEST].strip("-")
    if KINDS[kind].lies == "home":
        return f"{folders['programmes']}/{name}/index.md"
    home = f"{folders['programmes']}/{programme}/" if programme else ""
    return f"{home}{guide.folder}/{name}.md"


def _facts(guide: KindGuide, given: Mapping[str, str], language: str) -> Iterator[str]:
    """Give the lines on top of the file. A fact that may be left out is a comment: the check passes without it."""
    for attribute, entry in guide.facts.items():
        if attribute in given:
            yield f"{entry.word}: {given[attribute]}"
        elif must_be_there(guide.kind, attribute):
            yield f"# {help_of(guide.kind, attribute, language)}"
            yield f"{entry.word}: {entry.example}"
        elif attribute not in _LATER:
            yield f"# {help_of(guide.kind, attribute, language)}"
            yield f"# {entry.word}: {entry.example}"


def list_gatherings(gatherings: Iterable[tuple[str, str, str]], language: str) -> str:
    """Write the dates of a new cohort. ``gatherings``: id, title and date of each; the date is empty, or known."""
    phrases = load_phrases(language)
    folder, open_date = phrases["folders"]["gathering"], phrases["dates"]["open"].lower()
    return "\n".join(f"- [{_plain(title)}](../{folder}/{id}.md): {date or open_date}" for id, title, date in gatherings)


def _plain(title: str) -> str:
    """Write a title so that Markdown reads it as the text of a link."""
    return re.sub(r"([\\\[\]*_`<])", r"\\\1", title)


def _headings(guide: KindGuide, mark: str, begun: Mapping[str, str]) -> Iterator[str]:
    """Give the lines of the fixed headings with their help as comments. ``mark``: word that such a comment begins with.

    ``begun``: some sections begin with a text, since the file would not pass the check, or would say nothing, without.
    """
    for attribute, entry in guide.headings.items():
        if attribute not in _LATER:
            yield ""
            yield f"## {entry.word}"
            yield ""
            yield f"<!-- {mark}: {entry.help} -->"
            if text := begun.get(attribute):
                yield ""
                yield text
            else:
                yield from (f"<!-- {mark}: {line} -->" for line in entry.example.split("\n") if line)

"""Compare two portals page by page: what is different for readers of the second one.

Pages are compared as they were composed, so a page counts as changed when it shows something else, whichever file that
came from: a gathering that gets a date changes its programme's timeline too.
"""

import filecmp
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ..attachments.places import find_attachment
from ..language.phrases import Phrases
from ..language.phrases.reports import ChangesText
from ..portal import Portal
from ..problems.echo import escape_markdown, one_line
from ..views.calendars.shown import CalendarEntry
from ..views.frame.composed_page import ComposedPage
from .dates import compare_dates, is_cancelled, show_when

_LONGEST_LIST = 100
"""Pages of a kind that are listed; nobody reads more, and a summary has room for so many."""


@dataclass(frozen=True)
class Changed:
    """A page or a file that is different."""

    name: str
    """Title of the page; empty for a file."""
    file: str
    """Path in a preview: «om/index.html»; of a draft that of its content file; empty for an entry of calendars."""


@dataclass(frozen=True)
class Changes:
    """What is different, in lists; each page is in one of them."""

    added: tuple[Changed, ...]
    changed: tuple[Changed, ...]
    """Pages that show something else, whose own content file was changed."""
    touched: tuple[Changed, ...]
    """Pages that show something else because another content file was changed."""
    removed: tuple[Changed, ...]
    dates_moved: tuple[Changed, ...]
    """Entries of calendars, as the others that begin so; each with its time, or both times."""
    dates_cancelled: tuple[Changed, ...]
    dates_untold: tuple[Changed, ...]
    """Moved, so that calendars may not see it."""
    dates_cancelled_untold: tuple[Changed, ...]
    """Cancelled without the day that it was told, so that calendars may not see it."""
    dates_added: tuple[Changed, ...]
    dates_gone: tuple[Changed, ...]
    files_added: tuple[Changed, ...]
    files_changed: tuple[Changed, ...]
    files_removed: tuple[Changed, ...]
    drafts: tuple[Changed, ...]
    """Drafts whose content file is new or was changed; each with that file. Readers see nothing of them."""
    frame: bool
    """Whether the frame of every page is different: name, footer, menus, colours."""


def compare_portals(before: Portal, after: Portal, content_before: Path, content_after: Path) -> Changes:
    """Compare two portals without errors, and the content folders that they were made from."""
    old, new = _pages_of(before), _pages_of(after)
    both = [page for address, page in new.items() if address in old]
    different = [page for page in both if _shown(page) != _shown(old[page.address])]
    own = [page for page in different if not _is_same(page.source, content_before, content_after)]
    dates, phrases = compare_dates(before, after), after.phrases
    shared = sorted(set(before.attachments) & set(after.attachments))
    return Changes(
        added=_named(page for address, page in new.items() if address not in old),
        changed=_named(own),
        touched=_named(page for page in different if page not in own),
        removed=_named(page for address, page in old.items() if address not in new),
        dates_moved=tuple(_moved(was, now, phrases) for was, now in dates.moved),
        dates_cancelled=tuple(_dated(entry, phrases) for entry in dates.cancelled),
        dates_untold=tuple(_moved(was, now, phrases) for was, now in dates.untold if not is_cancelled(was, now)),
        dates_cancelled_untold=tuple(_dated(now, phrases) for was, now in dates.untold if is_cancelled(was, now)),
        dates_added=tuple(_dated(entry, phrases) for entry in dates.added),
        dates_gone=tuple(_dated(entry, phrases) for entry in dates.gone),
        files_added=_files(set(after.attachments) - set(before.attachments)),
        files_changed=_files(path for path in shared if not _is_same(path, content_before, content_after)),
        files_removed=_files(set(before.attachments) - set(after.attachments)),
        drafts=tuple(
            Changed(title, path)
            for path, title in after.unpublished.items()
            if not _is_same(path, content_before, content_after)
        ),
        frame=(before.frame, before.colours) != (after.frame, after.colours),
    )


def show_changes(changes: Changes, phrases: Phrases) -> str:
    """Show the changes as text for a terminal."""
    words = phrases["changes"]
    blocks = [[words["title"] if _is_seen(changes) else words["nothing"]]]
    for title, listed in _lists(changes, words):
        blocks.append([f"{title}:", *(f"  {_as_text(one)}" for one in listed[:_LONGEST_LIST]), *_rest(listed, words)])
    if changes.frame:
        blocks.append([words["frame"]])
    return "\n\n".join("\n".join(block) for block in blocks)


def summarise_changes(changes: Changes, phrases: Phrases) -> str:
    """Show the changes as Markdown for the summary of a run on GitHub, with ``touched`` folded away."""
    words = phrases["changes"]
    parts = [f"## {words['title']}\n", *([] if _is_seen(changes) else [f"{words['nothing']}\n"])]
    for title, listed in _lists(changes, words):
        items = [f"- {_as_markdown(one)}" for one in listed[:_LONGEST_LIST]]
        text = "\n".join([*items, *(f"- {more.strip()}" for more in _rest(listed, words))])
        if listed is changes.touched:
            parts.append(f"<details><summary>{title} ({len(listed)})</summary>\n\n{text}\n\n</details>\n")
        else:
            parts.append(f"### {title}\n\n{text}\n")
    if changes.frame:
        parts.append(f"{words['frame']}\n")
    return "\n".join(parts)


def _is_seen(changes: Changes) -> bool:
    """Tell whether readers see anything of what has changed."""
    return any(getattr(changes, field.name) for field in fields(changes) if field.name != "drafts")


def _lists(changes: Changes, words: ChangesText) -> Iterator[tuple[str, Sequence[Changed]]]:
    """Give the title and the members of each list that is not empty."""
    for field in fields(changes):
        listed = getattr(changes, field.name)
        if field.name in words["lists"] and listed:
            yield words["lists"][field.name], listed


def _rest(listed: Sequence[Changed], words: ChangesText) -> list[str]:
    """Say how many are left out of a list that is too long; no lines for any other."""
    left = len(listed) - _LONGEST_LIST
    return [f"  {words['more'].format(count=left)}"] if left > 0 else []


def _as_text(one: Changed) -> str:
    name, file = one_line(one.name), one_line(one.file)
    return f"{name} ({file})" if name and file else name or file


def _as_markdown(one: Changed) -> str:
    """Show one as Markdown. What an editor wrote is escaped: it becomes neither markup nor a mention of somebody."""
    place = f"({escape_markdown(one.file)})" if one.name else escape_markdown(one.file)
    return f"**{escape_markdown(one.name)}** {place}".removesuffix(" ()") if one.name else place


def _pages_of(portal: Portal) -> dict[str, ComposedPage]:
    """Give the pages by address. Unlisted ones (for printing, what is missing) only repeat what others show."""
    return {page.address: page for page in portal.pages if page.frame.listed}


def _shown(page: ComposedPage) -> tuple[Any, ...]:
    """Give what a reader sees of a page, to be compared."""
    return page.view, page.frame.title, page.frame.description


def _is_same(path: str, before: Path, after: Path) -> bool:
    """Tell whether a content file has the same bytes in both content folders. ``path``: relative to them."""
    one, other = find_attachment(before, path), find_attachment(after, path)
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def _named(pages: Iterable[ComposedPage]) -> tuple[Changed, ...]:
    return tuple(Changed(_name_of(page), f"{page.address}index.html") for page in pages)


def _name_of(page: ComposedPage) -> str:
    """Give a page's title with its programme's name: many pages are called «Leder»."""
    programme = page.frame.programme
    return f"{page.title} – {programme.name}" if programme and programme.name != page.title else page.title


def _dated(entry: CalendarEntry, phrases: Phrases) -> Changed:
    return Changed(f"{entry.name}: {show_when(entry, phrases)}", "")


def _moved(was: CalendarEntry, now: CalendarEntry, phrases: Phrases) -> Changed:
    before, after = show_when(was, phrases), show_when(now, phrases)
    return Changed(f"{now.name}: {before}" if before == after else f"{now.name}: {before} → {after}", "")


def _files(paths: Iterable[str]) -> tuple[Changed, ...]:
    return tuple(Changed("", path) for path in sorted(paths))

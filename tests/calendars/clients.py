"""Three sorts of calendar programs, and what each shows after the portal it knows has changed."""

from collections.abc import Iterable, Mapping

from calendars.readers import Entry

Calendar = dict[str, Entry]
"""Name of an entry → the entry."""


def replace_all(_: Calendar, feed: Iterable[Entry]) -> Calendar:
    """A program that subscribes, and believes the newest file in everything."""
    return {entry["uid"]: entry for entry in feed}


def keep_what_is_no_newer(known: Calendar, feed: Iterable[Entry]) -> Calendar:
    """A program that subscribes, takes out what is gone, and changes an entry only where its number has risen."""
    return {
        entry["uid"]: known[entry["uid"]]
        if entry["uid"] in known and entry["number"] <= known[entry["uid"]]["number"]
        else entry
        for entry in feed
    }


def add_files(known: Calendar, files: Iterable[Entry]) -> Calendar:
    """A program that was given single files by hand, first the old ones and then the new; it takes nothing out."""
    return known | {
        entry["uid"]: entry
        for entry in files
        if entry["uid"] not in known or entry["number"] >= known[entry["uid"]]["number"]
    }


CLIENTS = {"replaces": replace_all, "numbers": keep_what_is_no_newer, "files": add_files}


def what_is_wrong(shown: Calendar, truth: Mapping[str, Entry]) -> list[str]:
    """Say what is not as the portal has it now: entries that are old, are missing, or should be there no more."""
    wrong = [f"old: {said(shown[uid])}" for uid, entry in truth.items() if uid in shown and shown[uid] != entry]
    wrong += [f"missing: {said(entry)}" for uid, entry in truth.items() if uid not in shown]
    wrong += [f"left: {said(entry)}" for uid, entry in shown.items() if uid not in truth]
    return wrong


def said(entry: Entry) -> str:
    return f"{entry['name']} {entry['begins']}"

"""Mutation operators: each makes one mistake somewhere in the sample, and knows where it is and what would mend it.

An operator yields as many mistakes as it finds places for, in an order that chance decides; the table takes the first
few. Mutations that leave valid content (a typing error that happens to be another file's name) are left out here.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from mistakes.sample import Line, Mistake, Sample, is_web, resolved, way
from stifinner.language.phrases import load_phrases

Operator = Callable[[Sample, random.Random], Iterator[Mistake]]
Thing = TypeVar("Thing")

PHRASES = load_phrases("nb")
FOLDERS = PHRASES["folders"]
IDS = {"for": "role", "holdes av": "role", "forbereder": "gathering", "spor": "track", "fokusområder": "focus_area"}
OPERATORS: dict[str, Operator] = {}


def operator(name: str) -> Callable[[Operator], Operator]:
    def register(function: Operator) -> Operator:
        OPERATORS[name] = function
        return function

    return register


def shuffled(things: Sequence[Thing], chance: random.Random) -> list[Thing]:
    return chance.sample(things, len(things))


def misspelt(word: str, chance: random.Random) -> str:
    """The word with one slip of the fingers: two letters changed round, one left out, doubled or hit beside."""
    places = [at for at in range(1, len(word)) if word[at].isalpha()]
    while True:
        at = chance.choice(places)
        slip = chance.choice(("swap", "drop", "double", "beside"))
        if slip == "swap" and at + 1 < len(word) and word[at + 1].isalpha():
            found = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        elif slip == "drop":
            found = word[:at] + word[at + 1 :]
        elif slip == "double":
            found = word[:at] + word[at] + word[at:]
        else:
            found = word[:at] + chance.choice("aeiklmnorst") + word[at + 1 :]
        if found != word:
            return found


def kind_of(path: str) -> str:
    """The kind of a file, by its folder."""
    parts = path.split("/")
    if parts[-1] == "index.md":
        return "portal" if len(parts) == 1 else "programme"
    return next((kind for kind, folder in FOLDERS.items() if len(parts) > 1 and folder == parts[-2]), "article")


def keys_of(path: str) -> set[str]:
    return set(PHRASES["fields"][kind_of(path)].values())


def split(line: Line) -> tuple[str, str]:
    key, _, value = line.text.partition(": ")
    return key, value


def facts_with(sample: Sample, chance: random.Random, *keys: str) -> Iterator[tuple[Line, str, str]]:
    for line in shuffled(sample.facts(), chance):
        key, value = split(line)
        if not keys or key in keys:
            yield line, key, value


# --- misspell -------------------------------------------------------------------------------------------------------


@operator("misspell a fact's name")
def misspell_key(sample, chance):
    for line, key, value in facts_with(sample, chance):
        wrong = misspelt(key, chance)
        if wrong not in keys_of(line.path):
            now = sample.changed(line, f"{wrong}: {value}")
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{key}»?"})


@operator("misspell a file name among the facts")
def misspell_id(sample, chance):
    for line, key, value in facts_with(sample, chance, *IDS):
        if kind_of(line.path) == "programme":
            continue
        ids = value.split(", ")
        right = chance.choice(ids)
        wrong = misspelt(right, chance)
        folder = "/".join([*line.path.split("/")[:2], FOLDERS[IDS[key]]])
        if f"{folder}/{wrong}.md" not in sample.files:
            now = sample.changed(line, f"{key}: {', '.join(wrong if id == right else id for id in ids)}")
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{right}»?"})


@operator("write a title where a file name is meant")
def title_for_id(sample, chance):
    for line, key, value in facts_with(sample, chance, *IDS):
        right = chance.choice(value.split(", "))
        path = "/".join([*line.path.split("/")[:2], FOLDERS[IDS[key]], f"{right}.md"])
        title = (
            next((text[2:] for text in sample.lines(path) if text.startswith("# ")), "") if path in sample.files else ""
        )
        if title and title != right and "," not in title:
            now = sample.changed(line, f"{key}: {', '.join(title if id == right else id for id in value.split(', '))}")
            meant = value if " " in title else right
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{meant}»?"})


@operator("misspell the programme that another is part of")
def misspell_umbrella(sample, chance):
    for line, key, value in facts_with(sample, chance, "del av"):
        now = sample.changed(line, f"{key}: {misspelt(value.split(', ')[0], chance)}")
        yield Mistake("", now, {(line.path, line.number): f"Mente du «{value.split(', ')[0]}»?"})


@operator("misspell a word of a closed list")
def misspell_choice(sample, chance):
    for line, key, value in facts_with(sample, chance, "type", "tilstand"):
        now = sample.changed(line, f"{key}: {misspelt(value, chance)}")
        yield Mistake("", now, {(line.path, line.number): f"Mente du «{value}»?"})


@operator("misspell a month")
def misspell_month(sample, chance):
    for line, key, value in facts_with(sample, chance, "dato"):
        month = re.search(r"[a-zæøå]{4,}", value)
        if month and not value.startswith(("etter", "før")):
            wrong = value.replace(month[0], misspelt(month[0], chance))
            if wrong.split()[-2:-1] != [month[0]]:
                now = sample.changed(line, f"{key}: {wrong}")
                yield Mistake("", now, {(line.path, line.number): f"Mente du «{value}»?"})


@operator("misspell a gathering that a date refers to")
def misspell_relation(sample, chance):
    for line, key, value in facts_with(sample, chance, "dato"):
        word, _, id = value.partition(" ")
        if word in {"etter", "før"}:
            wrong = misspelt(id, chance)
            now = sample.changed(line, f"{key}: {word} {wrong}")
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{id}»?"})


@operator("misspell a picture")
def misspell_picture(sample, chance):
    for line, key, value in facts_with(sample, chance, "bilde"):
        now = sample.changed(line, f"{key}: {misspelt(value, chance)}")
        yield Mistake("", now, {(line.path, line.number): f"Mente du «{value}»?"})


@operator("misspell a fixed heading")
def misspell_heading(sample, chance):
    known = {kind: set(words.values()) for kind, words in PHRASES["headings"].items()}
    for line in shuffled(sample.body(), chance):
        title = line.text.removeprefix("## ")
        word = title.partition(" til ")[0]
        if line.text.startswith("## ") and word in known[kind_of(line.path)]:
            wrong = title.replace(word, misspelt(word, chance), 1)
            yield Mistake("", sample.changed(line, f"## {wrong}"), {(line.path, line.number): f"Mente du «{title}»?"})


@operator("misspell a link's file name")
def misspell_link(sample, chance):
    for line, target in shuffled(sample.links(), chance):
        stem = PurePosixPath(target).stem
        wrong = target.replace(f"{stem}.", f"{misspelt(stem, chance)}.")
        if resolved(line.path, wrong) not in sample.files:
            now = sample.changed(line, line.text.replace(f"]({target})", f"]({wrong})"))
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{target}»?"})


@operator("misspell a link's folder")
def misspell_link_folder(sample, chance):
    for line, target in shuffled(sample.links(), chance):
        folder = PurePosixPath(target).parts[-2:-1]
        if folder and folder[0] != "..":
            wrong = target.replace(f"{folder[0]}/", f"{misspelt(folder[0], chance)}/")
            now = sample.changed(line, line.text.replace(f"]({target})", f"]({wrong})"))
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{target}»?"})


@operator("misspell a web address")
def misspell_address(sample, chance):
    found = [
        line for line in [*sample.body(), *sample.facts()] if "(https://" in line.text or ": https://" in line.text
    ]
    for line in shuffled(found, chance):
        right = re.search(r"https://[^\s)]+", line.text)[0]
        before, after = chance.choice([("https", "htps"), ("://", ":/"), ("://", "//"), ("https://", "")])
        wrong = right.replace(before, after, 1)
        if after or right.startswith("https://www"):
            now = sample.changed(line, line.text.replace(right, wrong))
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{right}»?"})


# --- drop -----------------------------------------------------------------------------------------------------------


@operator("drop the line that closes the facts")
def drop_closing(sample, chance):
    for path in shuffled(sample.pages(), chance):
        number = sample.body_line(path) - 1
        if number > 2:
            now = sample.changed(Line(path, number, "---"))
            yield Mistake("", now, {(path, number): "Sett en linje med --- her"})


@operator("drop the line that opens the facts")
def drop_opening(sample, chance):
    for path in shuffled(sample.pages(), chance):
        if sample.body_line(path) > 2:
            yield Mistake("", sample.changed(Line(path, 1, "---")), {(path, 1): "Sett en linje med --- over"})


@operator("drop a fact's colon")
def drop_colon(sample, chance):
    for line, key, value in facts_with(sample, chance):
        yield Mistake("", sample.changed(line, f"{key} {value}"), {(line.path, line.number): f"«{key}: {value}»"})


@operator("drop the title")
def drop_title(sample, chance):
    for line in shuffled(sample.body(), chance):
        if line.text.startswith("# "):
            yield Mistake("", sample.changed(line), {(line.path, sample.body_line(line.path)): "overskriften"})


@operator("drop the space of a heading")
def drop_heading_space(sample, chance):
    for line in shuffled(sample.body(), chance):
        if line.text.startswith(("# ", "## ")):
            now = sample.changed(line, line.text.replace("# ", "#", 1))
            yield Mistake("", now, {(line.path, line.number): "Skriv for eksempel «## "})


@operator("drop the number signs of a fixed heading")
def drop_heading_signs(sample, chance):
    for line in shuffled(sample.body(), chance):
        title = line.text.removeprefix("## ")
        if line.text.startswith("## ") and title in PHRASES["headings"][kind_of(line.path)].values():
            yield Mistake("", sample.changed(line, title), {(line.path, line.number): f"«## {title}»"})


@operator("drop a file that others link to")
def drop_file(sample, chance):
    for path in shuffled(sample.pages(), chance):
        links = _all_links_to(sample, path)
        if links and kind_of(path) in {"resource", "inspiration"}:
            yield Mistake("", {path: None}, {(line.path, line.number): f"lag filen {path}" for line in links})


@operator("drop an attachment")
def drop_attachment(sample, chance):
    for path in shuffled([path for path in sample.files if not path.endswith(".md")], chance):
        links = _all_links_to(sample, path)
        if links:
            yield Mistake("", {path: None}, {(line.path, line.number): "Last opp filen" for line in links})


@operator("drop a programme's own file")
def drop_programme(sample, chance):
    for path in shuffled(sample.pages(), chance):
        folder = path.removesuffix("index.md")
        below = sorted(other for other in sample.pages() if other.startswith(folder) and other != path)
        if kind_of(path) == "programme" and below:
            links = _all_links_to(sample, path)
            told = {(line.path, line.number): f"lag filen {path}" for line in links}
            yield Mistake("", {path: None}, {(below[0], 0): f"Lag filen {path}", **told})


@operator("drop a bracket of a link")
def drop_bracket(sample, chance):
    for line, target in shuffled(sample.links(), chance):
        gone = chance.choice(["]", "(", ")"])
        whole = re.search(r"\[([^\]]*)\]\(([^)]*)\)", line.text)
        if whole and line.text.endswith(whole[0]) and "##" not in line.text:
            broken = {"]": f"[{whole[1]}({target})", "(": f"[{whole[1]}]{target})", ")": f"[{whole[1]}]({target}"}[gone]
            now = sample.changed(line, line.text.replace(whole[0], broken))
            yield Mistake("", now, {(line.path, line.number): "[tekst](adresse)"})


@operator("drop the stars on one side of bold")
def drop_stars(sample, chance):
    for line in shuffled(sample.body(), chance):
        if line.text.count("**") == 2:
            at = chance.choice([line.text.index("**"), line.text.rindex("**")])
            now = sample.changed(line, line.text[:at] + line.text[at + 2 :])
            yield Mistake("", now, {(line.path, line.number): "Sett ** på den andre siden"})


@operator("drop the space after a bullet")
def drop_bullet_space(sample, chance):
    for line in shuffled(sample.body(), chance):
        if re.match(r"- \w", line.text):
            now = sample.changed(line, line.text.replace("- ", "-", 1))
            yield Mistake("", now, {(line.path, line.number): f"«{line.text}»"})


@operator("drop a bullet from a list of links")
def drop_bullet(sample, chance):
    section = ""
    places = []
    for line in sample.body():
        section = line.text[3:] if line.text.startswith("## ") else section
        if section in {"Ressurser", "Presentasjoner", "Inspirasjon", "Finnes som"} and line.text.startswith("- "):
            places.append(line)
    for line in shuffled(places, chance):
        if kind_of(line.path) in {"gathering", "resource", "track", "focus_area"}:
            yield Mistake("", sample.changed(line, line.text[2:]), {(line.path, line.number): "med «- » foran"})


@operator("drop a link, keeping its text")
def drop_link(sample, chance):
    for line, target in shuffled(sample.links(), chance):
        if re.fullmatch(r"- \[[^\]]*\]\([^)]*\)", line.text) and kind_of(resolved(line.path, target)) == "resource":
            name = line.text[3 : line.text.index("]")]
            if kind_of(line.path) in {"gathering", "role"} and _section(sample, line) == "Ressurser":
                yield Mistake(
                    "", sample.changed(line, f"- {name}"), {(line.path, line.number): f"«- [{name}](../ressurser/"}
                )


@operator("drop the ending of a link")
def drop_ending(sample, chance):
    for line, target in shuffled(sample.links(), chance):
        if target.endswith(".md"):
            wrong = target.removesuffix(".md") + chance.choice(["", "/"])
            now = sample.changed(line, line.text.replace(f"]({target})", f"]({wrong})"))
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{target}»?"})


@operator("drop the comma between two file names")
def drop_comma(sample, chance):
    for line, key, value in facts_with(sample, chance, *IDS):
        if ", " in value and kind_of(line.path) != "programme":
            now = sample.changed(line, f"{key}: {value.replace(', ', ' ', 1)}")
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{value}»?"})


@operator("drop the end of a line between two facts")
def drop_line_end(sample, chance):
    for line, *_ in facts_with(sample, chance):
        lines = sample.lines(line.path)
        following = lines[line.number]
        if following != "---":
            now = "\n".join([*lines[: line.number - 1], f"{line.text} {following}", *lines[line.number + 1 :]])
            second = following.partition(":")[0]
            yield Mistake("", {line.path: now.encode()}, {(line.path, line.number): f"«{second}: …»"})


# --- duplicate ------------------------------------------------------------------------------------------------------


@operator("duplicate a fact")
def duplicate_fact(sample, chance):
    for line, key, value in facts_with(sample, chance):
        other = chance.choice([value, f"{value} "])
        now = sample.changed(line, line.text, f"{key}: {other}")
        yield Mistake("", now, {(line.path, line.number + 1): "Behold den ene"})


@operator("duplicate the title")
def duplicate_title(sample, chance):
    for line in shuffled(sample.body(), chance):
        if line.text.startswith("# "):
            now = sample.changed(line, line.text, "", line.text)
            yield Mistake("", now, {(line.path, line.number + 2): "Bruk ## foran"})


@operator("duplicate a fixed heading")
def duplicate_heading(sample, chance):
    for line in shuffled(sample.body(), chance):
        title = line.text.removeprefix("## ")
        if line.text.startswith("## ") and title in PHRASES["headings"][kind_of(line.path)].values():
            now = sample.changed(line, line.text, "", line.text)
            yield Mistake("", now, {(line.path, line.number + 2): "Samle teksten"})


@operator("duplicate a file under the same name in capitals")
def duplicate_file(sample, chance):
    for path in shuffled(sample.pages(), chance):
        capital = str(PurePosixPath(path).with_name(PurePosixPath(path).name.capitalize()))
        if capital != path and kind_of(path) not in {"programme", "portal"}:
            yield Mistake("", {capital: sample.files[path]}, {(path, 0): capital})


# --- retype ---------------------------------------------------------------------------------------------------------


@operator("retype a day as one that does not exist")
def retype_day(sample, chance):
    days = {"november": "31", "april": "31", "juni": "31", "september": "31", "februar": "30"}
    for line, key, value in facts_with(sample, chance, "dato"):
        single = re.fullmatch(r"\d{1,2}\. ([a-zæøå]+)( \d{4})?", value)
        if single:
            wrong = f"{days.get(single[1], '32')}. {single[1]}{single[2] or ''}"
            cure = f"{single[1].capitalize()} har "
            yield Mistake("", sample.changed(line, f"{key}: {wrong}"), {(line.path, line.number): cure})


@operator("retype a last day before the first")
def retype_range(sample, chance):
    for line in shuffled([line for line in sample.body() if kind_of(line.path) == "cohort"], chance):
        days = re.match(r"(- \[.*\]\(.*\): )(\d{1,2})\.–(\d{1,2})\.( .*)", line.text)
        if days:
            now = sample.changed(line, f"{days[1]}{days[3]}.–{days[2]}.{days[4]}")
            yield Mistake("", now, {(line.path, line.number): "den siste dagen ikke kommer før den første"})


@operator("retype a number as a word")
def retype_number(sample, chance):
    words = ["null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"]
    for line, key, value in facts_with(sample, chance, "rekkefølge", "nummer"):
        if 0 < int(value) <= 10:
            now = sample.changed(line, f"{key}: {words[int(value)]}")
            yield Mistake("", now, {(line.path, line.number): f"«{key}: {value}»"})


@operator("retype a colour as a word")
def retype_hue(sample, chance):
    for line, key, _ in facts_with(sample, chance, "farge"):
        word = chance.choice(["rød", "blå", "#2277cc", "400"])
        yield Mistake("", sample.changed(line, f"{key}: {word}"), {(line.path, line.number): "et tall fra 0 til 360"})


@operator("retype the full stop of a time as a comma")
def retype_time(sample, chance):
    for line, key, value in facts_with(sample, chance, "tid"):
        now = sample.changed(line, f"{key}: {value.replace('.', ',')}")
        yield Mistake("", now, {(line.path, line.number): f"Mente du «{value}»?"})


@operator("retype an hour as one that does not exist")
def retype_hour(sample, chance):
    for line, key, value in facts_with(sample, chance, "tid"):
        now = sample.changed(line, f"{key}: {re.sub(r'^[0-9]+', '27', value)}")
        yield Mistake("", now, {(line.path, line.number): "«09.00–15.30»"})


@operator("retype a date as words")
def retype_date(sample, chance):
    for line, key, _ in facts_with(sample, chance, "dato"):
        words = chance.choice(["snart", "en gang til våren", "se innkallingen", "neste gang", "i månedsskiftet"])
        yield Mistake("", sample.changed(line, f"{key}: {words}"), {(line.path, line.number): "«1. november 2022»"})


@operator("retype a year as one of another century")
def retype_year(sample, chance):
    for line, key, value in facts_with(sample, chance, "dato"):
        year = re.search(r"\b20\d\d$", value)
        if year:
            wrong = f"{value[: year.start()]}{chance.choice(['19', '18', '21'])}{year[0][2:]}"
            now = sample.changed(line, f"{key}: {wrong}")
            yield Mistake("", now, {(line.path, line.number): "Skriv hele årstallet"})


@operator("retype a date as a repetition without an end")
def retype_rule(sample, chance):
    for line, key, _ in facts_with(sample, chance, "dato"):
        rule = chance.choice(["hver tirsdag", "annenhver onsdag", "ukentlig på torsdager", "første mandag i måneden"])
        now = sample.changed(line, f"{key}: {rule}")
        yield Mistake("", now, {(line.path, line.number): "«hver tirsdag fra 25. august til 8. desember 2026»"})


@operator("retype ja as yes")
def retype_yes(sample, chance):
    for line, key, _ in facts_with(sample, chance, "bare omtalt", "eksempel"):
        now = sample.changed(line, f"{key}: {chance.choice(['yes', 'x', 'sant'])}")
        yield Mistake("", now, {(line.path, line.number): f"«{key}: ja»"})


@operator("retype the comma between two file names as a word")
def retype_comma(sample, chance):
    for line, key, value in facts_with(sample, chance, *IDS):
        if value.count(", ") == 1 and kind_of(line.path) != "programme":
            wrong = value.replace(", ", chance.choice([" og ", "; ", " / ", " & "]))
            yield Mistake("", sample.changed(line, f"{key}: {wrong}"), {(line.path, line.number): "komma mellom flere"})


@operator("retype a file name as a path")
def retype_id(sample, chance):
    for line, key, value in facts_with(sample, chance, *IDS):
        if ", " not in value and kind_of(line.path) != "programme":
            now = sample.changed(line, f"{key}: ../{FOLDERS[IDS[key]]}/{value}.md")
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{value}»?"})


@operator("retype a fact as a bullet")
def retype_bullet(sample, chance):
    for line, key, value in facts_with(sample, chance):
        now = sample.changed(line, f"{key}:", f"- {value}")
        yield Mistake("", now, {(line.path, line.number + 1): "samme linje"})


@operator("retype a fact as a list in brackets")
def retype_brackets(sample, chance):
    for line, key, value in facts_with(sample, chance, *IDS):
        now = sample.changed(line, f"{key}: [{value}]")
        yield Mistake("", now, {(line.path, line.number): "uten «[» foran"})


@operator("retype the indent of a fact")
def retype_indent(sample, chance):
    for line, *_ in facts_with(sample, chance):
        now = sample.changed(line, chance.choice(["  ", "\t", " "]) + line.text)
        yield Mistake("", now, {(line.path, line.number): "Fjern mellomrommene foran"})


@operator("retype the dashes around the facts")
def retype_dashes(sample, chance):
    for path in shuffled(sample.pages(), chance):
        closing = sample.body_line(path) - 1
        if closing > 2:
            number = chance.choice([1, closing])
            now = sample.changed(Line(path, number, "---"), chance.choice(["--", "–", "—", "===", "- - -", "***"]))
            yield Mistake("", now, {(path, number): "Skriv linjen som ---"})


@operator("retype a fixed heading one level too deep")
def retype_level(sample, chance):
    for line in shuffled(sample.body(), chance):
        title = line.text.removeprefix("## ")
        if line.text.startswith("## ") and title in PHRASES["headings"][kind_of(line.path)].values():
            yield Mistake("", sample.changed(line, f"### {title}"), {(line.path, line.number): f"«## {title}»"})


@operator("retype a word as HTML")
def retype_html(sample, chance):
    for line in shuffled(sample.body(), chance):
        words = re.match(r"([A-ZÆØÅ]\w+) (\w+) ", line.text)
        if words:
            tag = chance.choice(["b", "u", "i", "span", "font"])
            now = sample.changed(line, line.text.replace(words[2], f"<{tag}>{words[2]}</{tag}>", 1))
            yield Mistake("", now, {(line.path, line.number): "med Markdown"})


@operator("retype a link's capitals")
def retype_capitals(sample, chance):
    for line, target in shuffled(sample.links(), chance):
        name = PurePosixPath(target).name
        now = sample.changed(line, line.text.replace(f"{name})", f"{name.capitalize()})"))
        yield Mistake("", now, {(line.path, line.number): f"Mente du «{target}»?"})


@operator("retype a link with backslashes")
def retype_slashes(sample, chance):
    for line, target in shuffled(sample.links(), chance):
        if "/" in target:
            now = sample.changed(line, line.text.replace(f"]({target})", "](" + target.replace("/", "\\") + ")"))
            yield Mistake("", now, {(line.path, line.number): f"Mente du «{target}»?"})


@operator("retype a link with a space before its address")
def retype_link_space(sample, chance):
    for line, _ in shuffled(sample.links(), chance):
        now = sample.changed(line, line.text.replace("](", "] ("))
        yield Mistake("", now, {(line.path, line.number): "uten mellomrom mellom ] og ("})


@operator("retype a bullet as a sign of a word processor")
def retype_bullet_sign(sample, chance):
    for line in shuffled(sample.body(), chance):
        if re.match(r"- \w", line.text) and _section(sample, line) not in {"Ressurser", "Støtter", "Presentasjoner"}:
            now = sample.changed(line, line.text.replace("- ", "• ", 1))
            yield Mistake("", now, {(line.path, line.number): f"«{line.text}»"})


@operator("retype a link among the resources as one to another kind")
def retype_kind(sample, chance):
    roles = [path for path in sample.pages() if kind_of(path) == "role"]
    for line, target in shuffled(sample.links(), chance):
        if _section(sample, line) == "Ressurser" and kind_of(line.path) in {"gathering", "role"}:
            wrong = way(line.path, chance.choice(roles))
            now = sample.changed(line, line.text.replace(f"]({target})", f"]({wrong})"))
            yield Mistake("", now, {(line.path, line.number): "mappen ressurser"})


@operator("retype minutes of a day plan")
def retype_minutes(sample, chance):
    for line in shuffled(sample.body(), chance):
        if re.match(r"- \d+ min ", line.text):
            now = sample.changed(line, line.text.replace(" min ", chance.choice([" minn ", " minuter ", " minuttr "])))
            minutes = line.text.split(" min ")[0][2:]
            yield Mistake("", now, {(line.path, line.number): f"«{minutes} min»"})


# --- move -----------------------------------------------------------------------------------------------------------


@operator("move a resource out of its programme")
def move_resource(sample, chance):
    for path in shuffled(sample.pages(), chance):
        where = f"ressurser/{path.split('/')[-1]}"
        if kind_of(path) == "resource" and where != path and where not in sample.files and _is_free(sample, path):
            told = {
                (line.path, line.number): f"Mente du «{way(line.path, where)}»?" for line in _all_links_to(sample, path)
            }
            if told:
                yield Mistake("", {path: None, where: sample.files[path]}, told)


@operator("move a file to a folder whose name is misspelt")
def move_to_misspelt(sample, chance):
    for path in shuffled(sample.pages(), chance):
        parts = path.split("/")
        if len(parts) == 4 and parts[2] in FOLDERS.values():
            where = "/".join([*parts[:2], misspelt(parts[2], chance), parts[3]])
            yield Mistake("", {path: None, where: sample.files[path]}, {(where, 0): f"Mente du «{parts[2]}»?"})


@operator("move a file one folder too deep")
def move_too_deep(sample, chance):
    for path in shuffled(sample.pages(), chance):
        parts = path.split("/")
        if len(parts) == 4 and not (
            _own_links(sample, path) or _all_links_to(sample, path) or _is_referred(sample, path)
        ):
            where = "/".join([*parts[:3], "2027", parts[3]])
            if kind_of(path) in FOLDERS:
                yield Mistake("", {path: None, where: sample.files[path]}, {(where, 0): "programmer/<navn>/"})


@operator("move a file to another name")
def move_name(sample, chance):
    for path in shuffled(sample.pages(), chance):
        links = _all_links_to(sample, path)
        if links and kind_of(path) in {"resource", "inspiration", "focus_area"} and not _is_referred(sample, path):
            new = str(PurePosixPath(path).with_name(f"{PurePosixPath(path).stem}-ny.md"))
            told = {(line.path, line.number): f"Mente du «{way(line.path, new)}»?" for line in links}
            yield Mistake("", {path: None, new: sample.files[path]}, told)


@operator("move a file to a name with spaces")
def move_spaces(sample, chance):
    for path in shuffled(sample.pages(), chance):
        name = PurePosixPath(path).stem
        free = not _all_links_to(sample, path) and not _is_referred(sample, path)
        if "-" in name and free and kind_of(path) in {"gathering", "resource", "article"}:
            new = str(PurePosixPath(path).with_name(name.replace("-", " ").capitalize() + ".md"))
            yield Mistake("", {path: None, new: sample.files[path]}, {(new, 0): f"«{name}.md»"})


@operator("move a file to another ending")
def move_ending(sample, chance):
    for path in shuffled(sample.pages(), chance):
        free = not _all_links_to(sample, path) and not _is_referred(sample, path)
        if kind_of(path) in {"gathering", "role", "resource", "focus_area"} and free:
            new = path.removesuffix(".md") + chance.choice([".txt", ".markdown", ".md.txt"])
            cure = f"«{PurePosixPath(path).name}»"
            yield Mistake("", {path: None, new: sample.files[path]}, {(new, 0): cure})


@operator("move a fact above the facts")
def move_fact_up(sample, chance):
    for line, *_ in facts_with(sample, chance):
        lines = sample.lines(line.path)
        if sample.body_line(line.path) > 4:
            rest = [line.text, *lines[: line.number - 1], *lines[line.number :]]
            yield Mistake("", {line.path: "\n".join(rest).encode()}, {(line.path, 1): "Flytt opplysninger ned under"})


@operator("move a fact below the facts")
def move_fact_down(sample, chance):
    for line, *_ in facts_with(sample, chance):
        lines, body = sample.lines(line.path), sample.body_line(line.path)
        if body > 4:
            rest = [*lines[: line.number - 1], *lines[line.number : body - 1], line.text, *lines[body - 1 :]]
            yield Mistake("", {line.path: "\n".join(rest).encode()}, {(line.path, body - 1): "mellom de to linjene"})


@operator("move the end of the facts below the title")
def move_closing(sample, chance):
    for path in shuffled(sample.pages(), chance):
        lines, body = sample.lines(path), sample.body_line(path)
        if body > 2 and lines[body - 1].startswith("# "):
            rest = [*lines[: body - 2], lines[body - 1], "---", *lines[body:]]
            yield Mistake("", {path: "\n".join(rest).encode()}, {(path, body - 1): "--- over overskriften"})


@operator("move a fact to a file of another kind")
def move_fact_away(sample, chance):
    for line, key, _ in facts_with(sample, chance):
        path = chance.choice(sample.pages())
        owners = [kind for kind in PHRASES["kind_names"] if key in PHRASES["fields"][kind].values()]
        if key not in keys_of(path) and sample.body_line(path) > 1 and owners:
            now = sample.changed(Line(path, 1, "---"), "---", line.text)
            yield Mistake("", now, {(path, 2): PHRASES["kind_names"][owners[0]]})


# --- re-encode ------------------------------------------------------------------------------------------------------


@operator("re-encode a file")
def reencode(sample, chance):
    for path in shuffled(sample.pages(), chance):
        text = sample.files[path].decode()
        odd = re.search(r"[^\x00-\x7f]", text)
        encoding = chance.choice(["cp1252", "cp850", "mac_roman", "utf-16"])
        if odd and not re.search(r"[–«»…’“”]", text):
            line = 1 if encoding == "utf-16" else text.count("\n", 0, odd.start()) + 1
            yield Mistake("", {path: text.encode(encoding)}, {(path, line): "UTF-8"})


@operator("re-encode a file twice")
def reencode_twice(sample, chance):
    for path in shuffled(sample.pages(), chance):
        text = sample.files[path].decode()
        odd = re.search(r"[æøåÆØÅé]", text)
        if odd and re.search(r"[^\x00-\x7f]", text)[0] == odd[0]:
            try:
                garbled = text.encode().decode("cp1252").encode()
            except UnicodeError:
                continue
            line = text.count("\n", 0, odd.start()) + 1
            yield Mistake("", {path: garbled}, {(path, line): f"«{odd[0]}»"})


@operator("re-encode a file, losing its letters")
def reencode_losing(sample, chance):
    for path in shuffled(sample.pages(), chance):
        text = sample.files[path].decode()
        odd = re.search(r"[^\x00-\x7f]", text)
        if odd:
            lost = re.sub(r"[^\x00-\x7f]", "\ufffd", text).encode()
            numbers = [number for number, line in enumerate(text.split("\n"), start=1) if not line.isascii()]
            yield Mistake("", {path: lost}, {(path, number): "bokstaven på nytt" for number in numbers})


# --- what operators ask ---------------------------------------------------------------------------------------------


def _section(sample: Sample, line: Line) -> str:
    above = sample.lines(line.path)[: line.number]
    return next((text[3:] for text in reversed(above) if text.startswith("## ")), "")


def _is_free(sample: Sample, path: str) -> bool:
    """Whether a file has no links and no facts of its own that break when it is moved."""
    facts = [split(line)[0] for line in sample.facts() if line.path == path]
    return not _own_links(sample, path) and not {*IDS, "dato"} & {*facts}


def _all_links_to(sample: Sample, path: str) -> list[Line]:
    """Lines that link to a file, also among other links."""
    lines = [(line, target) for line in sample.body() for target in re.findall(r"\]\(([^)]*)\)", line.text)]
    return [line for line, target in lines if not is_web(target) and resolved(line.path, target) == path]


def _own_links(sample: Sample, path: str) -> list[str]:
    lines = [line.text for line in sample.body() if line.path == path]
    return [target for text in lines for target in re.findall(r"\]\(([^)]*)\)", text) if not is_web(target)]


def _is_referred(sample: Sample, path: str) -> bool:
    """Whether another file names this one among its facts."""
    id = PurePosixPath(path).stem
    return any(re.search(rf"[ ,]{re.escape(id)}(?:,|$)", line.text) for line in sample.facts() if line.path != path)

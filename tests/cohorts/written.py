"""A drawn programme as the files that its editors would write."""

from collections.abc import Iterator
from datetime import date

from cohorts.drawn import HOLDER, ROLES, Clock, Drawn, Gathering, Point, Rule, Time, month_of

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_RHYTHMS = {1: "hver", 2: "annenhver", 3: "hver tredje"}


def files_of(drawn: Drawn, folder: str = "programmer/p") -> dict[str, str]:
    """Path → file of a whole programme, which is named after its folder."""
    title = folder.rpartition("/")[2].replace("-", " ").capitalize()
    roles = {f"{folder}/roller/{role}.md": f"# {role.capitalize()}\n\nDu er med.\n" for role in (*ROLES, HOLDER)}
    gatherings = {f"{folder}/samlinger/{one.id}.md": _gathering(one) for one in drawn.gatherings}
    cohorts = {f"{folder}/kull/{name}.md": _cohort(drawn, name) for name in drawn.cohorts}
    return {f"{folder}/index.md": f"# {title}\n\nEt program.\n", **roles, **gatherings, **cohorts}


def title_of(cohort: str) -> str:
    """«Kull 1» of «kull-1»."""
    return cohort.capitalize().replace("-", " ")


def _gathering(gathering: Gathering) -> str:
    facts = [f"for: {', '.join(gathering.audience)}"]
    facts += [f"holdes av: {HOLDER}"] if gathering.is_held else []
    facts += [f"kull: {', '.join(gathering.only)}"] if gathering.only else []
    if gathering.own and gathering.own.span:
        facts.append(f"dato: {gathering.own.span.words}")
    elif gathering.own:
        (time,) = gathering.own.times
        facts += [f"dato: {time_words(time)}", *([f"sted: {time.place}"] if time.place else []), *_changes(time)]
    work = f"\n## Mellomarbeid til {gathering.work_until}\n\nPrøv det ut.\n" if gathering.work_until else ""
    head = "\n".join(["---", *facts, "---"])
    return f"{head}\n# {gathering.title}\n\nVi møtes.\n{work}"


def _cohort(drawn: Drawn, name: str) -> str:
    points = drawn.cohorts[name]
    written = [_point(one, points[one.title]) for one in drawn.gatherings if one.title in points]
    dates = "\n".join(["", "## Datoer", "", *(line for lines in written for line in lines), ""]) if written else ""
    return f"# {title_of(name)}\n\nDe som går sammen.\n{dates}"


def _point(gathering: Gathering, point: Point) -> Iterator[str]:
    said, below = _said(point)
    yield f"- [{gathering.title}](../samlinger/{gathering.id}.md)" + (f": {said}" if said else "")
    yield from (f"  {line}" for line in below)


def _said(point: Point) -> tuple[str, list[str]]:
    """What stands after the colon, and the lines below."""
    if point.form == "once":
        (time,) = point.times
        return _line(time), [f"- {change}" for change in _changes(time)]
    if point.form in ("choice", "parts"):
        return {"choice": "velg én", "parts": "alle"}[point.form], [
            line for time in point.times for line in _with_changes(time)
        ]
    if point.rule:
        return _rule_line(point.rule, point.times[0]), [
            line for time in point.times if time.changed for line in _with_changes(time)
        ]
    if point.span:
        return point.span.words, []
    shared = f"sammen med [{point.shared_with.replace('-', ' ')}]({point.shared_with}.md)"
    return {"undated": point.words, "shared": shared, "absent": "ikke i dette kullet"}[point.form], []


def _with_changes(time: Time) -> list[str]:
    return [f"- {_line(time)}", *(f"  - {change}" for change in _changes(time))]


def _changes(time: Time) -> list[str]:
    """What became of a time, as facts."""
    said = [f"flyttet fra: {day(time.moved_from)}"] if time.moved_from else []
    said += [f"avlyst: {time.cancelled}".rstrip()] if time.cancelled is not None else []
    return said + ([f"meldt: {day(time.told)}"] if time.told else [])


def _line(time: Time) -> str:
    return ", ".join(filter(None, [time_words(time), time.place]))


def time_words(time: Time) -> str:
    """«tirsdag 3. november 2026 kl. 17–19», «27.–28. august 2026»."""
    weekday = f"{_WEEKDAYS[time.first.weekday()]} " if time.with_weekday else ""
    return f"{weekday}{_days(time.first, time.last)}{_clock(time.clock)}"


def _rule_line(rule: Rule, usual: Time) -> str:
    return ", ".join(filter(None, [rule_words(rule, usual.clock), usual.place]))


def rule_words(rule: Rule, clock: Clock | None) -> str:
    """«hver tredje tirsdag kl. 14–16 fra 25. august til 8. desember 2026, ikke uke 41»."""
    weekday = _WEEKDAYS[rule.first.weekday()]
    first = day(rule.first) if rule.first.year != rule.last.year else _day_of_year(rule.first)
    said = f"{_RHYTHMS[rule.every]} {weekday}{_clock(clock)} fra {first} til {day(rule.last)}"
    return ", ".join(filter(None, [said, f"ikke uke {rule.but}" if rule.but else ""]))


def _clock(clock: Clock | None) -> str:
    """« kl. 9–15» where both are whole hours, « kl. 08.30–11.30», « kl. 18»."""
    if not clock:
        return ""
    both = [clock.start, clock.end] if clock.end else [clock.start]
    whole = all(one.endswith(":00") for one in both)
    return " kl. " + "–".join(str(int(one[:2])) if whole else one.replace(":", ".") for one in both)


def _days(first: date, last: date) -> str:
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{day(last)}"
    return f"{day(first) if first.year != last.year else _day_of_year(first)}–{day(last)}"


def day(of: date) -> str:
    """«3. november 2026»."""
    return f"{_day_of_year(of)} {of.year}"


def _day_of_year(of: date) -> str:
    return f"{of.day}. {month_of(of)}"

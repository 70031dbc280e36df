"""Text that no person writes, of any size, in every place of a portal that takes text."""

from collections.abc import Callable

Pattern = Callable[[int], dict[str, str]]
"""About so many bytes → files for the smallest portal."""

GATHERING = "programmer/p/samlinger/a.md"
SHEET = "programmer/p/refleksjon/ark.md"
ROLE = "programmer/p/roller/a.md"


def fill(size: int, unit: str) -> str:
    """One unit after the other."""
    return unit * (size // len(unit.encode()))


def _many(size: int, line: str) -> str:
    """Lines that are numbered."""
    count = size // (len(line.encode()) + 2)
    return "".join(line.replace("N", str(number)) for number in range(count))


def _body(text: Callable[[int], str]) -> Pattern:
    return lambda size: {GATHERING: f"# A\n\n{text(size)}\n"}


def _under(heading: str, text: Callable[[int], str], path: str = GATHERING) -> Pattern:
    return lambda size: {path: f"# A\n\nTekst.\n\n## {heading}\n\n{text(size)}\n"}


def _facts(text: Callable[[int], str], path: str = GATHERING) -> Pattern:
    return lambda size: {path: f"---\n{text(size)}\n---\n# A\n\nTekst.\n"}


def _unit(unit: str) -> Callable[[int], str]:
    return lambda size: fill(size, unit)


def _lines(line: str) -> Callable[[int], str]:
    return lambda size: _many(size, line)


def _growing(sign: str, between: str = "a") -> Callable[[int], str]:
    def text(size: int) -> str:
        count = int((2 * size) ** 0.5)
        return "".join(sign * number + between for number in range(1, count))

    return text


def _half(one: str, other: str) -> Callable[[int], str]:
    return lambda size: _many(size // 2, one) + "\n" + _many(size // 2, other)


def _square(row: str, cell: str) -> Callable[[int], str]:
    """A table with as many rows as columns."""

    def text(size: int) -> str:
        count = int((size / len(cell)) ** 0.5)
        return f"|{cell * count}\n|{'---|' * count}\n" + f"{row}{cell * count}\n" * count

    return text


def _nested_notes(size: int) -> str:
    count = size // 24
    return "[^0]\n\n" + "".join(f"[^{number}]: se [^{number + 1}]\n\n" for number in range(count))


def _branching_notes(size: int) -> str:
    """Each note refers to the next twice."""
    count = size // 32
    return "[^0]\n\n" + "".join(f"[^{n}]: se [^{n + 1}] og [^{n + 1}]\n\n" for n in range(count))


def _deep_list(size: int) -> str:
    depth = int((size) ** 0.5)
    return "\n".join("  " * level + "- a" for level in range(depth))


INLINE = {
    "brackets": "[",
    "brackets and words": "[a",
    "round brackets": "(",
    "closing brackets": "]",
    "bracket pairs": "[]",
    "bracketed words": "[a] ",
    "bracketed words close together": "[a][a]",
    "links begun": "[a](",
    "links begun with angles": "[a](<",
    "links begun with angles and words": "[a](<b ",
    "links begun with titles": "[a](b \"'",
    "references begun": "[a][",
    "pictures begun": "![",
    "pictures in each other": "![[[",
    "pictures in pictures": "![a](b) ",
    "links": "[a](b) ",
    "links to the web": "[a](https://a.no) ",
    "footnotes nobody wrote": "[^a] ",
    "inline footnotes": "^[a",
    "stars": "*",
    "stars and words": "*a ",
    "words and stars": "a*",
    "stars around words": "*a* ",
    "stars close together": "a**b",
    "stars and underscores in words": "*a_ ",
    "stars and underscores closed": "a* b_ ",
    "bold begun": "**a ",
    "bold words": "**x** ",
    "stars of three": "***a**b ",
    "stars, one to three": "*a **b ***c ",
    "underscores": "_",
    "underscores in words": "a_",
    "underscores before words": "_a ",
    "stars and underscores": "*_",
    "strikes": "~~",
    "strikes and words": "~~a ",
    "strikes close together": "~~a~~",
    "one strike": "~a ",
    "backticks": "`",
    "backticks and words": "`a ",
    "code": "`a` ",
    "double code": "`` ` `` ",
    "tags begun": "<a ",
    "tags": "<b>a</b>",
    "angles": "<",
    "angles and words": "<a",
    "addresses begun": "<a@",
    "addresses in angles": "<a@b.no> ",
    "web addresses in angles": "<https://a.no> ",
    "addresses begun in angles": "<https://a",
    "comments begun": "<!-- ",
    "our comments begun": "<!-- stifinner: ",
    "our comments": "<!-- stifinner: la stå x --> ",
    "help begun": "<!-- hjelp: ",
    "help": "<!-- hjelp: a --> ",
    "instructions begun": "<? ",
    "declarations begun": "<!A ",
    "character data begun": "<![CDATA[ ",
    "bare addresses": "https://a.no ",
    "bare addresses close together": "https://a.no",
    "bare addresses with brackets": "https://a.no/((( ",
    "bare address of brackets": "https://a.no/)",
    "protocols": "http://",
    "protocol words": "http:",
    "www": "www.",
    "www words": "www.a ",
    "www addresses": "www.a.no ",
    "mail addresses": "a@b.no ",
    "mail addresses close together": "a@b.no",
    "mail begun": "a@",
    "mail signs": "@",
    "mail words": "a.b-c_d@",
    "mail protocols": "mailto:a@b.no ",
    "dots": "a.",
    "dashes": "a-",
    "plus signs": "a+",
    "attribute lists begun": "{:",
    "templates": "{{ a }} {% b %} ",
    "formulas": "$a$ ",
    "entities": "&lt;",
    "entities begun": "&",
    "entities begun with numbers": "&#",
    "long entities": "&a",
    "numbered entities": "&#1234;",
    "backslashes": "\\",
    "backslashes and stars": "\\*",
    "backslashes and lines": "a\\\n",
    "spaces and lines": "a  \n",
    "bars": "|",
    "bars and words": "a|",
    "number signs": "#",
    "number signs and spaces": "# ",
    "colons": ":",
    "words and colons": "a: ",
    "emoji names": ":smile: ",
    "emoji names begun": ":a",
    "slashes": "://",
    "one word": "å",
    "capitals": "A",
    "one number": "1",
    "numbers and spaces": "1 ",
    "birth numbers nearly": "010190 1",
    "telephone numbers": "22 33 44 55 ",
    "years": "2027-01-01 ",
    "garbled letters": "Ã¥",
    "zero-width": "\u200b",
    "zero-width and words": "a\u200b",
    "combining marks": "a\u0301",
    "combining marks on one letter": "\u0301",
    "many kinds of marks": "\u0323\u0301",
    "right to left": "שלום ",
    "right to left without space": "ש",
    "emoji": "👍",
    "emoji families": "👨‍👩‍👧‍👦",
    "emoji with tones": "👍🏽 ",
    "flags": "🇳🇴",
    "signs no font has": "漢",
    "soft hyphens": "a\u00ad",
    "hard spaces": "a\u00a0",
    "spaces": " ",
    "words": "ord ",
    "tabs": "\t",
    "tabs and words": "a\t",
    "quotation marks": "«",
    "quotes": "\"'",
    "full stops": ". ",
    "ellipses": "…",
    "dates in words": "1. mai ",
    "clock times": "09.00–15.00 ",
    "gatherings counted": "9 samlinger på 2 dager ",
    "weekdays": "mandag 1. mai ",
    "reminders": "(husk ",
    "fill-ins": "[sett inn ",
    "unfinished links": "](a ",
    "unfinished links with files": "[a](b.md ",
    "code signs": "#let $x ",
}
"""One unit after the other, on one line."""

BLOCKS = {
    "lines": "\n",
    "short lines": "a\n",
    "paragraphs": "a\n\n",
    "lines that go on": "a \\\n",
    "quotations": "> ",
    "quotations close together": ">",
    "quoted lines": "> a\n",
    "quotations apart": "> a\n\n",
    "bullets in each other": "- ",
    "numbers in each other": "1. ",
    "points": "- a\n",
    "points apart": "- a\n\n",
    "stars as points": "* a\n",
    "points of two signs": "- a\n* a\n",
    "empty points": "-\n",
    "numbered points": "1. a\n",
    "tasks": "- [ ] a\n",
    "tasks apart": "- [x] a\n\n",
    "points with lines": "- a\n  b\n",
    "points with lazy lines": "- a\nb\n",
    "points with points": "- a\n  - b\n",
    "points with three levels": "- a\n  - b\n    - c\n",
    "headings": "## A\n",
    "headings with text": "### A\n\na\n\n",
    "headings without space": "##A\n",
    "titles": "# A\n",
    "underlined": "a\n-\n",
    "underlined twice": "a\n=\n",
    "rules": "---\n",
    "rules of stars": "* * *\n",
    "rows": "| a | b |\n",
    "rows of rules": "|-|-|\n",
    "tables": "|a|\n|-|\n|a|\n\n",
    "tables of one row": "a|b\n-|-\n",
    "colon rows": "|:-:|:-:|\n",
    "fences": "```\n",
    "fences with text": "```\na\n```\n",
    "fences of waves": "~~~\n",
    "indented code": "    a\n\n",
    "alerts": "> [!NOTE]\n> a\n\n",
    "alerts in a row": "> [!NOTE]\n",
    "html comments begun": "<!--\n",
    "our comments on lines": "<!-- stifinner: la stå vague-link -->\n",
    "help on lines": "<!-- hjelp: a -->\n",
    "html lines": "<div>\n",
    "definitions": "[a]: b\n",
    "definitions begun": "[a]:\n",
    "definitions with titles begun": "[a]: b '\n",
    "definition of many lines": "[a\n",
    "footnote definitions": "[^a]: b\n\n",
    "dates at lines": "1. mai\n",
    "dates at lines of points": "- 1. mai\n",
    "dates after each other": "1. 2. 3. ",
    "dates in long rows": "1., ",
    "pasted bullets": "• a\n",
    "pasted bullets apart": "• a\n\n",
    "pasted bullets with tabs": "o\ta\n",
    "dashes as bullets": "–a\n",
    "lettered points": "a) b\n",
    "tabbed rows": "a\tb\n",
    "long tabbed row": "a\tb\tc\n",
    "lines of spaces": "   \n",
    "lines of tabs": "\t\n",
    "emoji lines": "✅ a\n",
    "colon lines": ": a\n",
    "terms": "a\n: b\n",
    "abbreviations": "*[a]: b\n",
    "admonitions": "!!! note\n",
    "colon fences": "::: a\n",
    "clock lines": "09.00 Start\n",
    "minute lines": "- 10 min a\n",
    "pictures on lines": "![a](b.png)\n",
    "addresses on lines": "https://a.no\n",
    "indented lines": " a\n  b\n   c\n",
}
"""One unit after the other, on lines."""

NUMBERED = {
    "definitions, distinct": "[aN]: bN\n",
    "footnotes, distinct": "[^N]: a\n\n",
    "links to missing files, distinct": "[Side N](side-N.md)\n",
    "links to missing pages elsewhere": "[Side N](../roller/side-N.md)\n",
    "links to missing pictures": "![Bilde N](bilde-N.png)\n",
    "links to one missing file": "[Side N](mangler.md)\n",
    "links to anchors": "[Side N](#del-N)\n",
    "links of one text": "[Her](https://a.no/N)\n",
    "links to the web, distinct": "[Side N](https://a.no/N)\n",
    "bare addresses, distinct": "https://a.no/N\n",
    "headings, distinct": "## Del N\n\na\n\n",
    "small headings, distinct": "### Del N\n\na\n\n",
    "codes of comments": "<!-- stifinner: la stå kode-N -->\n",
    "emphasis, distinct": "*aN* _bN_ **cN**\n",
    "repeated paragraphs": "Dette er det samme avsnittet som sto der, uten noe nytt i seg.\n\n",
    "paragraphs, distinct": "Dette er avsnitt N av mange, med ord nok til at det kan sammenlignes.\n\n",
}
"""Lines with a number in them."""

PATTERNS: dict[str, Pattern] = (
    {f"body: {name}": _body(_unit(unit)) for name, unit in (INLINE | BLOCKS).items()}
    | {f"body: {name}": _body(_lines(line)) for name, line in NUMBERED.items()}
    | {
        f"body: {name}": _body(text)
        for name, text in {
            "backticks, more and more": _growing("`"),
            "backticks, more and more, on lines": _growing("`", "a\n"),
            "stars, more and more": _growing("*"),
            "number signs, more and more": _growing("#", " a\n"),
            "definitions and uses": _half("[aN]: bN\n", "[aN] "),
            "definitions and one use each other way": _half("[aN] ", "\n[aN]: bN\n"),
            "one definition, many uses": lambda size: "[a]: b\n\n" + fill(size, "[a] "),
            "one long definition, many uses": lambda size: f"[a]: {'b' * (size // 2)}\n\n" + fill(size // 2, "[a] "),
            "footnotes and uses": _half("[^N] ", "[^N]: a\n\n"),
            "one footnote, many uses": lambda size: "[^a]: b\n\n" + fill(size, "[^a] "),
            "one long footnote, many uses": lambda size: (
                f"[^a]: {fill(size // 2, 'ord ')}\n\n{fill(size // 2, '[^a] ')}"
            ),
            "footnotes in each other": _nested_notes,
            "footnotes that branch": _branching_notes,
            "footnote of itself": lambda size: f"[^a]\n\n[^a]: {fill(size, '[^a] ')}",
            "square table": _square("|", " a |"),
            "square table, short rows": lambda size: (
                f"|{'a|' * (size // 8)}\n|{'-|' * (size // 8)}\n{'|a|' + chr(10)}" * 1 + "|a|\n" * (size // 8)
            ),
            "wide table": lambda size: f"|{'a|' * (size // 6)}\n|{'-|' * (size // 6)}\n|{'a|' * (size // 6)}",
            "cells of escaped bars": lambda size: f"|a|\n|-|\n|{fill(size, chr(92) + '|')}|",
            "cells of code": lambda size: f"|a|\n|-|\n|{fill(size, '`a` ')}|",
            "cells of links": lambda size: f"|a|\n|-|\n|{fill(size, '[a](b) ')}|",
            "rows of links": lambda size: "|a|b|\n|-|-|\n" + fill(size, "|[a](b)|`c`|\n"),
            "lists in each other": _deep_list,
            "links in each other": lambda size: "[a " * (size // 6) + "](b)" * (size // 8),
            "long address": lambda size: f"[a](https://a.no/{'b' * size})",
            "long bare address": lambda size: f"https://a.no/{'b' * size}",
            "long words in a link": lambda size: f"[{'a' * size}](b.md)",
            "long heading": lambda size: f"## {fill(size, 'ord ')}\n\na",
            "long title": lambda size: f"\n\n# {fill(size, 'ord ')}\n\na",
            "a long gap": lambda size: f"a{' ' * size}b",
            "long fence": lambda size: f"```\n{fill(size, 'a')}\n",
            "info of a fence": lambda size: f"```{fill(size, 'a ')}\na\n```\n",
            "link over lines": lambda size: f"[{fill(size, 'a' + chr(10))}](b.md)",
            "list, then text": lambda size: f"- a\n{fill(size, 'b' + chr(10))}",
            "list with a long point": lambda size: f"- {fill(size, '[a](b.md) ')}",
            "quotation with links": lambda size: fill(size, "> [a](b.md)\n"),
            "long link target": lambda size: f"[a]({'../' * (size // 3)}a.md)",
            "missing file of one long name": lambda size: f"[a]({'b' * size}.md)",
        }.items()
    }
    | {
        f"day plan: {name}": _under("Dagsplan", text)
        for name, text in {
            "lines": _unit("- 10 min a\n"),
            "clock": _unit("- 09.00 a\n"),
            "ranges": _unit("- 09.00–10.00 a\n"),
            "days": _lines("### Dag N\n\n- 10 min a\n\n"),
            "colons": lambda size: f"- 10 min {fill(size, 'a: ')}\n",
            "numbers": lambda size: f"- {fill(size, '1')}\n",
            "numbers with dots": lambda size: f"- {fill(size, '1.')}\n",
            "spaces": lambda size: f"- 10{' ' * size}min a\n",
            "dashes": lambda size: f"- 09.00{'–' * size} a\n",
            "minutes": lambda size: f"- {fill(size, '10 min ')}\n",
            "with points": _unit("- 10 min a\n  - b\n"),
            "prose": _unit("a\n\n"),
        }.items()
    }
    | {
        f"list {heading}: {name}": _under(heading, text, path)
        for path, heading in {
            **{
                ("programmer/p/index.md", one): 0
                for one in (
                    "Prinsipper",
                    "Fokusområder",
                    "Ressurser",
                    "Inspirasjon",
                    "Styringsgruppe",
                    "Prosjektgrupper",
                    "Tidslinje",
                    "Kontakt",
                )
            },
            **{(ROLE, one): 0 for one in ("Oppgaver", "Støtter", "Ressurser")},
            **{
                (GATHERING, one): 0
                for one in ("Før samlingen", "Fokusområder", "Presentasjoner", "Mellomarbeid", "Ressurser")
            },
            **{("programmer/p/ressurser/a.md", one): 0 for one in ("Finnes som", "Framgangsmåte")},
            **{("programmer/p/fokusomrader/a.md", one): 0 for one in ("Spørsmål til refleksjon",)},
            **{(SHEET, one): 0 for one in ("Kjerneelementer", "Spørsmål", "Slik bruker dere arket")},
        }
        for name, text in {
            "points": _lines("- Punkt N er skrevet her\n"),
            "missing links": _lines("- [Punkt N](punkt-N.md)\n"),
            "bold": _lines("- **Punkt N**: og mer\n"),
            "headings": _lines("### Del N\n\n- Punkt\n\n"),
        }.items()
    }
    | {
        "sheet: statements": _under("Kjerneelementer", lambda size: "### Del\n\n" + _many(size, "- Utsagn N\n"), SHEET),
        "sheet: statements with examples": _under(
            "Kjerneelementer", lambda size: "### Del\n\n" + _many(size, "- Utsagn N\n    - slik\n"), SHEET
        ),
        "sheet: equal elements": _under("Kjerneelementer", _unit("### Del\n\n- Utsagn\n\n"), SHEET),
        "sheet: one long statement": _under(
            "Kjerneelementer", lambda size: f"### Del\n\n- {fill(size, 'ord ')}\n", SHEET
        ),
        "sheet: one long word": _under("Kjerneelementer", lambda size: f"### Del\n\n- {fill(size, 'a')}\n", SHEET),
        "sheet: many examples": _under(
            "Kjerneelementer", lambda size: f"### Del\n\n- Utsagn\n{fill(size, '    - slik' + chr(10))}", SHEET
        ),
        "sheet: questions": _under("Spørsmål", _lines("- Hva er N?\n"), SHEET),
        "sheet: table": lambda size: {SHEET: f"# A\n\nTekst.\n\n{_square('|', ' a |')(size)}\n\n## Spørsmål\n\n- a\n"},
        "sheet: marks": _under("Spørsmål", lambda size: f"- {fill(size, 'ש́')}\n", SHEET),
        "sheet: no font": _under(
            "Spørsmål", lambda size: "- " + "".join(chr(0x4E00 + n) for n in range(size // 3)), SHEET
        ),
        "sheet: emphasis": _under("Spørsmål", lambda size: f"- {fill(size, '*a* ')}\n", SHEET),
        "sheet: points below the questions": _under("Spørsmål", _unit("- a\n  - b\n"), SHEET),
        "facts: one long value": _facts(lambda size: f"sted: {'a' * size}"),
        "facts: one long key": _facts(lambda size: f"{'a' * size}: b"),
        "facts: one long key of words": _facts(lambda size: f"{fill(size, 'sted ')}: b"),
        "facts: many": _facts(_lines("ord N: a\n")),
        "facts: nearly right": _facts(_lines("stedN: a\n")),
        "facts: the same": _facts(_unit("sted: a\n")),
        "facts: without colon": _facts(_unit("sted a\n")),
        "facts: comments": _facts(_unit("# a\n")),
        "facts: never closed": lambda size: {GATHERING: f"---\n{_many(size, 'ord N: a' + chr(10))}"},
        "facts: colons": _facts(_unit(":")),
        "facts: date": _facts(lambda size: f"dato: {fill(size, '1. ')}"),
        "facts: date of words": _facts(lambda size: f"dato: {fill(size, 'mai ')}"),
        "facts: date of dashes": _facts(lambda size: f"dato: 1.{'–' * size}2. mai 2027"),
        "facts: date of numbers": _facts(lambda size: f"dato: {'1' * size}"),
        "facts: date of letters": _facts(lambda size: f"dato: {'a' * size}"),
        "facts: date of weekdays": _facts(lambda size: f"dato: {fill(size, 'mandag ')}"),
        "facts: time": _facts(lambda size: f"tid: {fill(size, '09.00–')}"),
        "facts: duration": _facts(lambda size: f"varighet: {fill(size, '1 dag og ')}"),
        "facts: for many": _facts(lambda size: f"for: {fill(size, 'a, ')}"),
        "facts: for many, distinct": _facts(lambda size: "for: " + ", ".join(f"rolle-{n}" for n in range(size // 10))),
        "facts: prepares many": _facts(lambda size: "forbereder: " + ", ".join(f"a-{n}" for n in range(size // 7))),
        "facts: link": _facts(lambda size: f"møtelenke: https://{'a.' * (size // 2)}no"),
        "facts: former": _facts(
            lambda size: "tidligere: " + ", ".join(f"g-{n}" for n in range(size // 8)), "programmer/p/index.md"
        ),
        "facts: quotes": _facts(lambda size: f"sted: {fill(size, chr(34))}"),
        "facts: yaml": _facts(lambda size: f"sted: [{fill(size, 'a, ')}]"),
        "facts: number": _facts(lambda size: f"nummer: {'1' * size}"),
        "facts: rubbish above": lambda size: {GATHERING: f"{fill(size, 'a' + chr(10))}---\nsted: a\n---\n# A\n"},
        "facts: headings": _facts(_unit("# A\n\n")),
        "support: bold": _under("Støtter", _lines("- støtter **Noen N**, ord N\n"), ROLE),
        "support: the same": _under("Støtter", _unit("- støtter **Noen**, ord\n"), ROLE),
        "support: long verb": _under("Støtter", lambda size: f"- {fill(size, 'ord ')} **Noen**\n", ROLE),
        "headings: one long": lambda size: {GATHERING: f"# {'a' * size}\n\nTekst.\n"},
        "footer": lambda size: {"index.md": f"# F\n\nV.\n\n## Bunntekst\n\n{fill(size, '[a](b) ')}\n"},
        "front page": lambda size: {"index.md": f"# F\n\n{fill(size, 'a ')}\n"},
    }
)

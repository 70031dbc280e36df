"""Small files of every sort of Markdown inside every other; the same number gives the same file."""

from random import Random

WORDS = (
    "vi",
    "møtes",
    "i",
    "Oslo",
    "og",
    "snakker",
    "om",
    "det",
    "som",
    "er",
    "12.",
    "mai",
    "kl.",
    "9.30",
    "«ja»",
    "å",
)
TARGETS = (
    "a.md",
    "../b/c.md#her",
    "https://example.com/x?y=1&z=2",
    "<d e.md>",
    "filer/å.pdf",
    "x_y.md",
    r"f\_g.md",
    "h(i).md",
)
MARKS = (".", "!", "?", ":", ",", " –", "")


class Generator:
    """Writes one file. ``number`` decides all of it."""

    def __init__(self, number: int) -> None:
        self._chance = Random(number)  # noqa: S311
        self._names: list[str] = []
        self._notes: list[str] = []

    def file(self) -> str:
        """The whole file: a title, blocks, and the definitions that they ask for."""
        blocks = ["# " + self._line(1)] if self._chance.random() < 0.5 else []
        blocks += [self._block(2) for _ in range(self._chance.randint(1, 2))]
        blocks += [f"[{name}]: {self._chance.choice(TARGETS)}" for name in self._names]
        blocks += [f"[^{name}]: " + indented("    ", self._blocks(1), first="") for name in tuple(self._notes)]
        return "\n\n".join(blocks) + "\n"

    def _blocks(self, depth: int) -> str:
        return "\n\n".join(self._block(depth) for _ in range(self._chance.randint(1, 2)))

    def _block(self, depth: int) -> str:
        flat = (self._paragraph, self._paragraph, self._heading, self._fence, self._table, self._rule)
        nested = (self._list, self._list, self._quotation, self._alert)
        make = self._chance.choice(flat if depth == 0 else flat + nested)
        return make(depth)

    def _paragraph(self, _: int) -> str:
        ends = ("\n", "\n", "  \n", "\\\n")
        return "".join(
            self._line(4) + self._chance.choice(ends) for _ in range(self._chance.randint(1, 2))
        ) + self._line(3)

    def _heading(self, _: int) -> str:
        return "#" * self._chance.randint(2, 5) + " " + self._line(2)

    def _rule(self, _: int) -> str:
        return self._chance.choice(("---", "***"))

    def _fence(self, _: int) -> str:
        mark = self._chance.choice(("```", "~~~", "````"))
        return f"{mark}{self._chance.choice(('', 'text', ' md'))}\n- [x](y.md)\n  # {self._word()}\n{mark}"

    def _table(self, _: int) -> str:
        columns = self._chance.randint(1, 3)
        rows = [" | ".join(self._line(1) for _ in range(columns)), " | ".join([self._line(1)] * columns)]
        ruled = " | ".join(self._chance.choice(("---", ":-:", "--:")) for _ in range(columns))
        return "\n".join(f"| {row} |" for row in (rows[0], ruled, rows[1]))

    def _list(self, depth: int) -> str:
        number, task = self._chance.choice((0, 0, 1, 7)), self._chance.random() < 0.3
        loose = self._chance.random() < 0.4
        points = []
        for index in range(self._chance.randint(1, 3)):
            mark = f"{number + index}. " if number else "- "
            box = self._chance.choice(("[ ] ", "[x] ")) if task else ""
            inside = box + self._line(4)
            if self._chance.random() < 0.4:
                inside += "\n\n" + self._blocks(depth - 1)
            points.append(indented(" " * len(mark), inside, first=mark))
        return ("\n\n" if loose else "\n").join(points)

    def _quotation(self, depth: int) -> str:
        return indented("> ", self._blocks(depth - 1), first="> ")

    def _alert(self, depth: int) -> str:
        return "> [!TIP]\n" + self._quotation(depth)

    def _line(self, pieces: int) -> str:
        count = self._chance.randint(1, pieces)
        return " ".join([self._word(), *(self._inline() for _ in range(count))]) + self._chance.choice(MARKS)

    def _inline(self) -> str:
        makes = (
            self._word,
            self._word,
            self._word,
            self._marked,
            self._code,
            self._link,
            self._image,
            self._named,
            self._bare,
        )
        return self._chance.choice((*makes, self._note, self._escaped))()

    def _word(self) -> str:
        return self._chance.choice(WORDS)

    def _marked(self) -> str:
        mark = self._chance.choice(("*", "**", "~~", "_", "***"))
        return f"{mark}{self._chance.choice((self._word, self._link, self._code))()} {self._word()}{mark}"

    def _code(self) -> str:
        return self._chance.choice(("`{}`", "`` ` {} ``", "`[{}](kode.md)`")).format(self._word())

    def _link(self) -> str:
        words = self._chance.choice((self._word, self._word, self._code, self._image))()
        title = self._chance.choice(("", "", ' "tittel"'))
        return f"[{words} {self._word()}]({self._chance.choice(TARGETS)}{title})"

    def _image(self) -> str:
        return (
            f"![{self._word()} {self._chance.choice(('*bilde*', 'bilde', '`bilde`'))}]({self._chance.choice(TARGETS)})"
        )

    def _named(self) -> str:
        self._names.append(f"navn {len(self._names)}")
        return f"[{self._word()}][{self._names[-1]}]"

    def _bare(self) -> str:
        return self._chance.choice(
            ("https://example.com/a", "<https://example.com/b>", "www.example.com", "ola@example.com")
        )

    def _note(self) -> str:
        if len(self._notes) > 2:
            return self._word()
        self._notes.append(str(len(self._notes)))
        return f"{self._word()}[^{self._notes[-1]}]"

    def _escaped(self) -> str:
        return self._chance.choice(
            (r"\*ikke uthevet\*", r"\[ikke lenke](x.md)", "&amp; &lt;p>", "a_b_c 2 < 3", "<!-- hjelp: nei -->")
        )


def indented(prefix: str, text: str, *, first: str) -> str:
    """The lines of a text inside something: the first has a mark in front, the others what keeps them inside."""
    begin, *rest = text.split("\n")
    return "\n".join(
        [first + begin, *((prefix + line).rstrip(" ") if not line.strip() else prefix + line for line in rest)]
    )

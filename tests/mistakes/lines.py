"""What becomes of one line, whatever it says: slips that no rule knows of."""

ODD_LINES = ("---", "# X", "## Dagsplan", "- ", "- [x](y.md)", "###", "| a", "```", "> x", "for: leder", "[a]: b")
ODD_SIGNS = "[](){}<>*_`#:-|,.\"'\\&!~\u00a0\t"

LINE_CHANGES = {
    "dropped": lambda line, chance: [],
    "repeated": lambda line, chance: [line, line],
    "shuffled": lambda line, chance: [" ".join(chance.sample(line.split(), len(line.split())))],
    "cut": lambda line, chance: [line[: chance.randrange(len(line) + 1)]],
    "odd sign": lambda line, chance: [
        line[: (at := chance.randrange(len(line) + 1))] + chance.choice(ODD_SIGNS) + line[at:]
    ],
    "odd line": lambda line, chance: [line, chance.choice(ODD_LINES)],
}
"""Name → the line and a source of chance → the lines that stand there instead."""

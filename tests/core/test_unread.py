"""What cannot be read is told; the rest is told all the same, and nothing false about what was not read."""

import pytest

from core.builder import portal_of
from stifinner.language.phrases import load_phrases

P = "programmer/p/"
MISTAKE = "\n## Annet\n\n[x](finnes-ikke.md)\n"
FILES = {
    "index.md": "# Forside\n\nSe [lederen](programmer/p/roller/leder.md#oppgaver).\n",
    "om.md": "# Om\n\nSe [dagen](programmer/p/samlinger/a.md#dagsplan) og [forsiden](index.md).\n",
    f"{P}index.md": "---\nfor hvem: ansatte\n---\n# Programmet\n\nSe [A](samlinger/a.md#mer).\n",
    f"{P}roller/leder.md": "# Leder\n\nLeder.\n\n## Oppgaver\n\n- Les.\n",
    f"{P}roller/ansatt.md": "# Ansatt\n\nEn.\n\n## Støtter\n\n- støtter [Leder](leder.md)\n",
    f"{P}samlinger/a.md": (
        "---\nfor: leder\ndato: 1. mai 2027\nspor: s\n---\n# A\n\nOm A.\n\n## Dagsplan\n\n- 09.00 Start\n\n"
        "## Ressurser\n\n- [Film](../ressurser/film.md)\n\n## Mer\n\nTekst.\n"
    ),
    f"{P}samlinger/b.md": "---\nfor: leder, ansatt\ndato: før a\nforbereder: a\n---\n# B\n\nOm B.\n",
    f"{P}kull/k.md": (
        "# Kull\n\nOm kullet.\n\n## Datoer\n\n- [A](../samlinger/a.md): 1. mai 2028\n"
        "- [B](../samlinger/b.md): sammen med [L](l.md)\n\n## Fra samlingene\n\n### [A](../samlinger/a.md#mer)\n"
    ),
    f"{P}kull/l.md": (
        "# L\n\nOm L.\n\n## Datoer\n\n- [A](../samlinger/a.md): 1. mai 2029\n- [B](../samlinger/b.md): høst 2028\n"
    ),
    f"{P}spor/s.md": "---\nfor: leder\n---\n# Sporet\n\nOm det.\n",
    f"{P}fokusomrader/lytte.md": "# Lytte\n\nOm å lytte.\n",
    f"{P}ressurser/film.md": "---\nfokusområder: lytte\n---\n# Film\n\n## Finnes som\n\n- Film (kommer)\n",
    f"{P}inspirasjon/dikt.md": "# Et dikt\n\nLes.\n",
    f"{P}refleksjon/ark.md": (
        "---\nsamlinger: a\nroller: leder\nfokusområder: lytte\n---\n# Ark\n\n## Kjerneelementer\n\n"
        "### [Lytte](../fokusomrader/lytte.md)\n\n- Vi lytter.\n"
    ),
    f"{P}steder/sal.md": "# Salen\n\nOm salen.\n",
    f"{P}artikler/mer.md": "# Mer\n\nSe [arket](../refleksjon/ark.md#lytte).\n",
}
"""Something of every kind, each leaning on others."""
KINDS = {
    kind: folder for kind, folder in load_phrases("nb")["folders"].items() if kind not in {"programmes", "attachments"}
}


def told(portal):
    return {(problem.path, problem.line, problem.column, problem.code) for problem in portal.problems}


def test_portal_of_these_tests_has_something_of_every_kind_and_no_problem(tmp_path):
    assert told(portal_of(tmp_path, FILES)) == set()
    assert {path.split("/")[2] for path in FILES if path.count("/") == 3} == set(KINDS.values())


@pytest.mark.parametrize("unread", FILES)
@pytest.mark.parametrize("damage", [b"\xe6\xf8\xe5", b"\x00"], ids=["latin-1", "nul"])
def test_file_that_cannot_be_read_is_told_and_so_is_the_rest(unread, damage, tmp_path):
    files = {path: text + MISTAKE for path, text in FILES.items()}
    before = told(portal_of(tmp_path, files))
    assert len(before) == len(files)
    line = files[unread].count("\n") + 1
    damaged = {**files, unread: files[unread].encode() + damage}
    expected = {problem for problem in before if problem[0] != unread} | {(unread, line, 0, "not-utf-8")}
    assert told(portal_of(tmp_path, damaged)) == expected


@pytest.mark.parametrize("path", [path for path in FILES if path != "index.md"])
def test_fact_that_cannot_be_read_takes_nothing_else_along(path, tmp_path):
    """One problem for the fact, one for the mistake at the end of the file, and none for what hangs on either."""
    facts = {
        "roller": "rekkefølge: først",
        "samlinger": "tid: seint",
        "kull": "rekkefølge: først",
        "spor": "rekkefølge: først",
        "fokusomrader": "rekkefølge: først",
        "ressurser": "for: alle og enhver!",
        "inspirasjon": "lenke: her",
        "refleksjon": "utgave: ny",
        "artikler": "dato: snart igjen",
        "steder": "kart: her",
    }
    fact = facts.get(path.split("/")[-2] if "/" in path else "artikler", "rekkefølge: først")
    text = FILES[path]
    text = text.replace("---\n", f"---\n{fact}\n", 1) if text.startswith("---") else f"---\n{fact}\n---\n{text}"
    found = told(portal_of(tmp_path, {**FILES, path: text + MISTAKE}))
    assert {(at, line) for at, line, _, _ in found} == {(path, 2), (path, text.count("\n") + 4)}

"""A portal with drafts of every kind, whose words are nowhere else: what is found of them, came from a draft."""

from core.builder import PICTURE
from stifinner.help.template import template_path
from stifinner.language.guide import load_guide
from stifinner.language.phrases import load_phrases
from stifinner.model.kinds import KINDS

SETTINGS = "site_name: Utkast\ndocs_dir: content\ntheme: {name: material, language: nb}\nplugins: [search, stifinner]\n"
WORD = "kvasthest"
"""Begins every word that only drafts have; in names of files too."""
PHRASES = load_phrases("nb")
P = "programmer/p"
D = f"programmer/{WORD}program"
FACTS = {"inspiration": "lenke: https://www.example.org/kvasthest\n"}
"""What a file of the kind must say."""
BODIES = {
    "sheet": "## Kjerneelementer\n\n### Kvasthestelement\n\n- Kvasthestutsagn\n",
    "cohort": "## Datoer\n\n- [Åpen](../samlinger/apen.md): 3. mars 2031 kl. 9–11, Kvasthestsal\n",
    "gathering": "## Dagsplan\n\n- 09.00 Kvastheststart\n\n## Mellomarbeid\n\n- Kvasthestarbeid\n",
    "role": "## Oppgaver\n\n- Kvasthestoppgave\n",
}
"""More than a word for the kinds that have more to show."""


def drafts_of_kinds(home: str, facts: str) -> dict[str, str | bytes]:
    """A file of each kind that may lie in a programme. ``home``: its folder; ``facts``: on top of each."""
    programme = home.split("/")[1]
    found: dict[str, str | bytes] = {}
    for kind in KINDS:
        if KINDS[kind].lies in {"inside", "shared"} or kind == "article":
            path = f"{home}/{load_guide('nb')[kind].folder}/{WORD}-{kind.replace('_', '-')}.md"
            assert path.startswith(template_path(kind, "nb", programme, "Navn").rpartition("/")[0])
            found[path] = text_of(kind, facts)
    return found


def text_of(kind: str, facts: str) -> str:
    """A file of a kind, with a word of its own in title and text. ``facts``: on top of it."""
    own = f"---\n{FACTS.get(kind, '')}{facts}---\n"
    return f"{own}# Kvasthest {kind}\n\nKvastheststoff om {kind}.\n\n{BODIES.get(kind, '')}"


def published() -> dict[str, str | bytes]:
    """What is published; it leads to nothing that is a draft."""
    return {
        "mkdocs.yml": SETTINGS,
        "content/index.md": "---\nkalendernøkkel: provekodeord-for-utkast\n---\n# Forside\n\nVelkommen.\n",
        f"content/{P}/index.md": "# Programmet\n\nEt lite program.\n",
        f"content/{P}/roller/leder.md": "---\nflertall: ledere\n---\n# Leder\n\nDu leder.\n",
        f"content/{P}/samlinger/apen.md": "---\ndato: 3. februar 2030\nfor: leder\n---\n# Åpen\n\nÅpen dag.\n",
        f"content/{P}/refleksjon/ark.md": "---\nsamlinger: apen\n---\n# Ark\n\nÅ se på.\n\n## Spørsmål\n\n- Hva?\n",
        "content/filer/begge.png": PICTURE,
        f"content/{P}/filer/ingen.pdf": b"%PDF-1.7 ingen",
        "content/om.md": "# Om\n\nOm oss.\n\n![Et punkt](filer/begge.png)\n",
    }


def drafts() -> dict[str, str | bytes]:
    """Drafts of every sort, with what only they use."""
    used = f"![Kvasthestbilde](../filer/{WORD}bilde.png) og [kvasthestplanen](../filer/{WORD}plan.pdf)."
    own = "utkast: ja\n"
    written = {
        **drafts_of_kinds(P, own),
        f"{WORD}.md": text_of("article", f"{own}tidligere: {WORD}-for\n") + f"\n{used.replace('../', '')}\n",
        f"ressurser/{WORD}.md": text_of("resource", own),
        f"inspirasjon/{WORD}.md": text_of("inspiration", own),
        f"{P}/samlinger/{WORD}-bilde.md": text_of("gathering", own)
        + f"\n## Etterpå\n\n{used} ![Et punkt](../../../filer/begge.png)\n\n"
        + f"## Notat til redaktører\n\nSe [notatet](../filer/{WORD}notat.pdf).\n",
        f"{P}/samlinger/{WORD}-alene.md": text_of("gathering", f"kull: {WORD}-cohort\n"),
        f"{P}/filer/{WORD}bilde.png": PICTURE,
        f"{P}/filer/{WORD}plan.pdf": b"%PDF-1.7 kvasthest",
        f"{P}/filer/{WORD}notat.pdf": b"%PDF-1.7 kvasthest",
        f"filer/{WORD}bilde.png": PICTURE,
        f"filer/{WORD}plan.pdf": b"%PDF-1.7 kvasthest",
        f"{D}/index.md": f"---\n{own}kortnavn: Kvasthestkort\nmerknad: Kvasthest\n---\n# Kvasthest\n\nKvasthest.\n",
        **drafts_of_kinds(D, ""),
        f"{D}/samlinger/apen.md": "---\ndato: 4. februar 2031\n---\n# Kvasthestdag\n\nKvasthest.\n",
        f"{D}/filer/{WORD}ulenket.pdf": b"%PDF-1.7 kvasthest",
    }
    return {f"content/{path}": text for path, text in written.items()}

"""Synthetic portals: twenty pages a programme, each different, all of them linked as real ones are."""

from datetime import date, timedelta
from pathlib import Path

PAGES = 20
"""Pages of one programme: itself, its library, 8 gatherings, 3 roles, 2 tracks, 2 focus areas, 2 resources, a spark."""
_WORDS = """
    samling leder kollega barn trygghet praksis spørsmål arbeid sammen øve møte kunnskap erfaring støtte neste uke
    gruppe refleksjon rom tid plan dialog hverdag relasjon mestring lytte se forstå prøve dele bygge bære følge opp
""".split()  # noqa: SIM905


def write_portal(folder: Path, programmes: int) -> Path:
    """Write a portal of ``programmes`` × 20 pages (and a few of its own) below ``folder``; returns its settings."""
    content = folder / "content"
    _write(
        content / "index.md",
        "# Kunnskap vokser når folk møtes\n\nHer finner du samlingene.\n\n## Bunntekst\n\nEn prøve.\n",
    )
    for number in range(programmes):
        _write_programme(content / "programmer" / f"program-{number:04}", number)
    settings = folder / "mkdocs.yml"
    settings.write_text(
        "site_name: Prøve\nsite_url: https://portal.example/\ndocs_dir: content\n"
        "theme: {name: material, language: nb, font: false, custom_dir: theme_overrides}\n"
        "plugins: [{search: {pipeline: [stemmer, stopWordFilter, trimmer]}}, stifinner]\n",
        encoding="utf-8",
    )
    return settings


def _write_programme(folder: Path, number: int) -> None:
    start = date(2027, 1, 4) + timedelta(days=number % 300)
    facts = f"kortnavn: Program {number}\nfarge: {number * 37 % 360}\nfor hvem: Ledere og ansatte"
    principles = "## Prinsipper\n\n### Verdier\n\n- **Styrke**: se den\n- **Trening**: gjør den\n"
    _page(folder / "index.md", facts, f"Programmet nummer {number}", number, principles)
    for role, supports in (("leder", "ansatt"), ("ansatt", ""), ("veileder", "leder")):
        support = f"## Støtter\n\n- støtter [{supports}]({supports}.md)\n" if supports else ""
        duties = "## Oppgaver\n\n- Øv på det nye.\n- Del det med de andre.\n\n" + support
        _page(folder / "roller" / f"{role}.md", f"flertall: {role}e", role.capitalize(), number, duties)
    for order in range(2):
        name = f"spor-{order}"
        _page(folder / "spor" / f"{name}.md", f"rekkefølge: {order}", f"Spor {order}", number, "")
        questions = "## Spørsmål til refleksjon\n\n- Hva gjør vi?\n- Hvorfor det?\n"
        _page(
            folder / "fokusomrader" / f"fokus-{order}.md", f"rekkefølge: {order}", f"Fokus {order}", number, questions
        )
        forms = "## Finnes som\n\n- [Film](https://example.org/film)\n- PDF\n"
        _page(folder / "ressurser" / f"ressurs-{order}.md", "lengde: 12 minutter", f"Ressurs {order}", number, forms)
    _page(folder / "inspirasjon" / "gnist.md", "lenke: https://example.org/gnist", "Gnist", number, "")
    for order in range(8):
        audience, prepares = ("ansatt", "") if order % 2 else ("leder", f"forbereder: samling-{order + 1}\n")
        day = start + timedelta(days=order * 28)
        place = f"dato: {day.isoformat()}\ntid: 09.00–15.00\nsted: Sal {order}\n"
        facts = f"{place}for: {audience}\n{prepares}spor: spor-{order % 2}"
        body = (
            "## Før samlingen\n\n- Les teksten. Den er kort.\n- Snakk med en kollega.\n\n"
            "## Dagsplan\n\n- 30 min Velkommen\n- 45 min Arbeid i grupper: to og to\n- 60 min Lunsj\n\n"
            f"## Fokusområder\n\n- Hva vil vi?\n- [Fokus](../fokusomrader/fokus-{order % 2}.md)\n\n"
            f"## Ressurser\n\n- [Ressurs](../ressurser/ressurs-{order % 2}.md)\n"
        )
        _page(folder / "samlinger" / f"samling-{order}.md", facts, f"Samling {order}", number, body)


def _page(path: Path, facts: str, title: str, seed: int, body: str) -> None:
    seed = seed * 31 + sum(map(ord, path.name))
    sentences = [
        " ".join(_WORDS[(seed + n * 7 + w * 3) % len(_WORDS)] for w in range(9)).capitalize() for n in range(8)
    ]
    text = f"{sentences[0]}.\n\n" + ". ".join(sentences[1:]) + ".\n"
    _write(path, f"---\n{facts}\n---\n# {title}\n\n{text}\n{body}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

"""Resources, whole: their rows, their pages, and the libraries they stand in."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.pages.library import Filter, FilterChoice, LibraryPage
from stifinner.views.pages.resource import ResourcePage
from stifinner.views.parts.elements import Entry, FormShown, Link, ProgrammeMark, ResourceRow
from views.pieces import MARK, P, facets, link, own_section, point, points, row, said, view_at, within

Q = "programmer/q/"
FILES: dict[str, str | bytes] = {
    f"{P}index.md": "---\nmerknad: Gjenfortalt\n---\n# Programmet\n\nEt lite program.\n",
    f"{P}roller/leder.md": "# Leder\n",
    f"{P}roller/ansatt.md": "# Ansatt\n",
    f"{P}roller/gjest.md": "# Gjest\n",
    f"{P}fokusomrader/f.md": "# Lytte\n",
    f"{P}fokusomrader/g.md": "# Snakke\n",
    f"{P}samlinger/a.md": "---\nfor: ansatt\n---\n# A\n\n## Ressurser\n\n- [Boka](../ressurser/r.md)\n",
    f"{P}samlinger/b.md": (
        "---\nfor: leder\n---\n# B\n\n"
        "## Ressurser\n\n- [Boka](../ressurser/r.md)\n- [Felles](../../../ressurser/felles.md)\n"
    ),
    f"{P}ressurser/r.md": """---
forfatter: Ola
lengde: 12 minutter
språk: norsk
for: leder, gjest
fokusområder: g
---
# Boka

Om alt.

Mer om det.

## Finnes som

Se her:

- [Film](https://example.org/f)
- [video med tekst](https://example.org/v) (den lange)
- PDF (kommer)
- Plakat: til veggen

Det var alt.

## Framgangsmåte

1. Les
2. Snakk

## Takk

Til alle.
""",
    f"{P}ressurser/metode.md": "---\nlengde: en time\n---\n# ærlig metode\n\n## Framgangsmåte\n\n- Les\n",
    "ressurser/felles.md": "# Felles\n\n## Finnes som\n\n- [Noe rart](https://example.org/x)\n",
    f"{Q}index.md": "# Det andre\n\nEt annet.\n",
    f"{Q}samlinger/a.md": "# QA\n\n## Ressurser\n\n- [Felles](../../../ressurser/felles.md)\n",
    f"{Q}ressurser/q.md": "# Annet\n",
}
OTHER = ProgrammeMark("q", "Det andre", "Det andre", Q, "mark")
FORMS = (
    FormShown("film", "Film", Link("Film", "https://example.org/f"), coming=False),
    FormShown("film", "Film", Link("video med tekst", "https://example.org/v"), coming=False),
    FormShown("document", "PDF", Link("PDF"), coming=True),
    FormShown("document", "Bilde", Link("Plakat: til veggen"), coming=False),
)
BOOK = ResourceRow(
    name="Boka",
    address=f"{P}ressurser/r/",
    programme=MARK,
    summary="Om alt.",
    forms=FORMS,
    missing="Lenke til bilde mangler · PDF kommer",
    used_in=(link("A", "samlinger/a/"), link("B", "samlinger/b/")),
    details="Av Ola · 12 minutter · norsk",
    facets=facets(kind="Film|PDF|Bilde|Metode", role="Gjest|Leder", programme="Programmet", focus="Snakke"),
)
METHOD = row(
    "ærlig metode", "metode", missing="", details="En time", facets=facets(kind="Metode", programme="Programmet")
)
SHARED = ResourceRow(
    name="Felles",
    address="ressurser/felles/",
    programme=None,
    summary="",
    forms=(FormShown("document", "Noe rart", Link("Noe rart", "https://example.org/x"), coming=False),),
    missing="",
    used_in=(link("B", "samlinger/b/"), Link("QA", f"{Q}samlinger/a/")),
    details="",
    facets=facets(kind="Noe rart", role="Leder", programme="Det andre|Programmet"),
)
ELSEWHERE = ResourceRow(
    name="Annet",
    address=f"{Q}ressurser/q/",
    programme=OTHER,
    summary="",
    forms=(),
    missing="Lenken mangler",
    used_in=(),
    details="",
    facets=facets(programme="Det andre"),
)
WITHIN = within(
    Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje"), link("Alle ressursene", "ressurser/")),
    Samlinger=(link("A", "samlinger/a/"), link("B", "samlinger/b/")),
    Roller=(link("Ansatt", "roller/ansatt/"), link("Gjest", "roller/gjest/"), link("Leder", "roller/leder/")),
    Fokusområder=(link("Lytte", "fokusomrader/f/"), link("Snakke", "fokusomrader/g/")),
)


def test_resource_page_shows_its_forms_its_steps_and_whom_it_is_for(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), f"{P}ressurser/r/") == ResourcePage(
        row=BOOK,
        notice="Gjenfortalt",
        lede=said("Om alt."),
        about=said("Mer om det."),
        forms=(
            points(
                Entry(FORMS[0]),
                Entry(FORMS[1], point("[video med tekst](https://example.org/v) (den lange)")),
                Entry(FORMS[2]),
                Entry(FORMS[3]),
                prose=said("Se her:"),
            ),
            points(prose=said("Det var alt.")),
        ),
        steps=(points(point("Les"), point("Snakk")),),
        roles=(link("Gjest", "roller/gjest/"), link("Leder", "roller/leder/")),
        focus_areas=(link("Snakke", "fokusomrader/g/"),),
        sections={"steps": (own_section("takk", "Takk", said("Til alle.")),)},
        within=WITHIN,
    )


def test_page_of_a_shared_resource_belongs_to_no_programme(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), "ressurser/felles/") == ResourcePage(
        row=SHARED,
        notice="",
        lede=said(""),
        about=said(""),
        forms=(points(Entry(SHARED.forms[0])),),
        steps=(),
        roles=(),
        focus_areas=(),
        sections={},
        within=None,
    )


def test_form_keeps_what_stands_below_its_point(tmp_path: Path):
    file = "# R\n\n## Finnes som\n\n- [Film](https://example.org/f)\n\n  Med tekst.\n"
    page = view_at(portal_of(tmp_path, {f"{P}ressurser/r.md": file}), f"{P}ressurser/r/")
    form = FormShown("film", "Film", Link("Film", "https://example.org/f"), coming=False)
    assert page.forms == (points(Entry(form, point("[Film](https://example.org/f)\n\n  Med tekst."))),)


def test_library_of_a_programme_has_its_own_and_the_shared_ones_it_uses(tmp_path: Path):
    assert view_at(portal_of(tmp_path, FILES), f"{P}ressurser/") == LibraryPage(
        programme=MARK,
        title="Ressurser i Programmet",
        lede="Alt som hører til programmet, på ett sted.",
        filters=(
            Filter(
                "kind",
                "Form",
                (
                    FilterChoice("bilde", "Bilde", 1),
                    FilterChoice("film", "Film", 1),
                    FilterChoice("metode", "Metode", 2),
                    FilterChoice("noe-rart", "Noe rart", 1),
                    FilterChoice("pdf", "PDF", 1),
                ),
            ),
            Filter("role", "Rolle", (FilterChoice("gjest", "Gjest", 1), FilterChoice("leder", "Leder", 2))),
        ),
        rows=(BOOK, SHARED, METHOD),
        missing_count=1,
        within=WITHIN,
    )


def test_library_of_the_portal_has_all_resources_and_filters_by_programme_too(tmp_path: Path):
    page = view_at(portal_of(tmp_path, FILES), "ressurser/")
    assert (page.programme, page.title, page.lede, page.within) == (
        None,
        "Ressurser",
        "Alt samlingene bruker, på ett sted.",
        None,
    )
    assert (page.rows, page.missing_count) == ((ELSEWHERE, BOOK, SHARED, METHOD), 2)
    assert [one.facet for one in page.filters] == ["kind", "role", "programme"]
    assert page.filters[2] == Filter(
        "programme",
        "Program",
        (FilterChoice("det-andre", "Det andre", 2), FilterChoice("programmet", "Programmet", 3)),
    )


@pytest.mark.parametrize(
    ("forms", "missing"),
    [
        ("- [Film](https://example.org/f)", ""),
        ("- Film", "Lenken mangler"),
        ("- Film\n- PDF", "Lenken mangler"),
        ("- [Film](https://example.org/f)\n- PDF\n- Bok", "Lenke til PDF og bok mangler"),
        ("- [Film](https://example.org/f)\n- PDF (kommer)", "PDF kommer"),
        ("- Film (kommer)\n- Bok (kommer)", "Film og bok kommer"),
        ("- Film (kommer)\n- Bok", "Lenke til bok mangler · Film kommer"),
    ],
)
def test_row_says_what_cannot_be_opened_yet(forms: str, missing: str, tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}ressurser/r.md": f"# R\n\n## Finnes som\n\n{forms}\n"}
    assert [one.missing for one in view_at(portal_of(tmp_path, files), f"{P}ressurser/").rows] == [missing]


def test_resource_that_is_named_stands_once_and_others_after_it(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}fokusomrader/f.md": "# Lytte\n\n## Ressurser\n\nLes dette:\n\n- [To](../ressurser/b.md)\n\nOg mer.\n",
        f"{P}ressurser/a.md": "---\nfokusområder: f\n---\n# En\n",
        f"{P}ressurser/b.md": "---\nfokusområder: f\n---\n# To\n",
        f"{P}ressurser/c.md": "# Tre\n",
    }
    links = {"../ressurser/b.md": f"{P}ressurser/b/"}
    about = facets(programme="Programmet", focus="Lytte")
    assert view_at(portal_of(tmp_path, files), f"{P}fokusomrader/f/").resources == (
        points(
            Entry(row("To", "b", used_in=(link("Lytte", "fokusomrader/f/"),), facets=about)),
            prose=said("Les dette:", links),
        ),
        points(prose=said("Og mer.", links)),
        points(Entry(row("En", "a", facets=about))),
    )


def test_named_resource_keeps_what_is_said_below_its_name(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}ressurser/b.md": "# To\n",
        f"{P}roller/leder.md": "# Leder\n\n## Ressurser\n\n- [To](../ressurser/b.md)\n\n  Les den først.\n",
    }
    links = {"../ressurser/b.md": f"{P}ressurser/b/"}
    assert view_at(portal_of(tmp_path, files), f"{P}roller/leder/").resources == (
        points(
            Entry(
                row("To", "b", used_in=(link("Leder", "roller/leder/"),)),
                point("[To](../ressurser/b.md)\n\n  Les den først.", links),
            )
        ),
    )


def test_library_of_a_programme_has_no_shared_resource_that_only_others_use(tmp_path: Path):
    def using(name: str) -> str:
        return f"# A\n\n## Ressurser\n\n- [R](../../../ressurser/{name}.md)\n"

    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": using("min"),
        f"{Q}index.md": "# Det andre\n\nEt annet.\n",
        f"{Q}samlinger/a.md": using("din"),
        "ressurser/min.md": "# Min\n",
        "ressurser/din.md": "# Din\n",
        "ressurser/ingens.md": "# ingens\n",
    }
    portal = portal_of(tmp_path, files)
    names = {where: [one.name for one in view_at(portal, f"{where}ressurser/").rows] for where in (P, Q, "")}
    assert names == {P: ["Min"], Q: ["Din"], "": ["Din", "ingens", "Min"]}

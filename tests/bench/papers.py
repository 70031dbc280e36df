"""What a PDF costs: ours beside WeasyPrint, with an equal sheet, in one run.

Both set the same sheets one after the other in one process, with the same typefaces, as PDF/UA-1: three core elements
side by side with their statements, examples and boxes, a QR code, and an action plan. The first PDF, in which each of
them gets ready, is shown for itself; what counts is the ones that follow. WeasyPrint gets what spares it work: its
style sheet is read and its fonts are found once.
"""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from jinja2 import Environment, FileSystemLoader

from stifinner.outputs.paper.qr import draw_qr
from stifinner.portal import Portal, build_portal
from stifinner.views.sheets.papers import SheetPaper

THEME = Path(__file__).parents[2] / "theme_overrides"
SITE_URL = "https://portal.example/"
STATEMENTS = (4, 4, 3)
EXAMPLES = (3, 2, 3, 2, 4, 2, 2, 3, 3, 3, 2)
"""As on the largest sheet of the sample: 11 statements with 29 examples."""
TO_REACH = 0.1


@dataclass(frozen=True)
class Pace:
    """Milliseconds of processor time."""

    first: float
    following: float
    """The median."""


def bench_papers(count: int) -> None:
    """Measure ``count`` sheets with both, and print the figures and the ratio."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        content = Path(name)
        portal = _portal_of(content, count)
        ours = _pace(pdf for _, pdf in portal.print_papers(content, [THEME], SITE_URL, None))
        _show("stifinner", ours)
        try:
            import weasyprint  # noqa: F401
        except (ImportError, OSError) as error:  # OSError: the libraries that it needs of the system are not there
            print(f"  WeasyPrint is not here to be compared with: {error}".splitlines()[0])
            return
        rival = _pace(_printed_by_weasyprint(portal))
        _show("WeasyPrint, the same sheets", rival)
        ratio = ours.following / rival.following
        print(f"  ours / WeasyPrint, the following ones: {ratio:.3f} (to reach: at most {TO_REACH})")


def _show(name: str, pace: Pace) -> None:
    print(f"{name:34} {pace.first:9.1f} ms the first PDF {pace.following:9.1f} ms each of the following", flush=True)


def _pace(pdfs: Iterator[bytes]) -> Pace:
    spent = []
    start = time.process_time()
    for pdf in pdfs:
        assert pdf.startswith(b"%PDF-")
        now = time.process_time()
        spent.append((now - start) * 1000)
        start = now
    return Pace(spent[0], median(spent[1:]))


def _portal_of(content: Path, count: int) -> Portal:
    """A portal with so many sheets, no two alike; of each only the paper with examples."""
    folder = content / "programmer" / "p" / "refleksjon"
    folder.mkdir(parents=True)
    (content / "index.md").write_text("# Forside\n\nVelkommen.\n", encoding="utf-8")
    (folder.parent / "index.md").write_text("# Programmet\n\nEt program.\n", encoding="utf-8")
    for sheet in range(count):
        (folder / f"ark-{sheet}.md").write_text(_sheet(sheet), encoding="utf-8")
    portal = build_portal(content, name="Portalen")
    return replace(portal, papers=tuple(_with_examples(portal)))


def _with_examples(portal: Portal) -> Iterator[SheetPaper]:
    for paper in portal.papers:
        if isinstance(paper, SheetPaper) and paper.brief.variant == "examples" and not paper.brief.element:
            yield paper


def _sheet(sheet: int) -> str:
    lines = [f"# Hvor er vi, del {sheet}?\n\nElleve tegn på god praksis i tre kjerneelementer.\n\n## Kjerneelementer"]
    number = 0
    for element, statements in enumerate(STATEMENTS):
        lines.append(f"\n### Kjerneelement {element + 1}\n\nVarme, tydelighet og respekt, også når vi er uenige.\n")
        for _ in range(statements):
            lines.append(f"- Vi har strukturer for kontakt på tvers av enheter, ark {sheet} og tegn {number}")
            lines += [f"    - Vi tar kontakt når det trengs, slik {sheet}-{one}" for one in range(EXAMPLES[number])]
            number += 1
    lines.append("\n## Spørsmål til samtalen\n\n- Hvor er vi enige?\n- Hvor ser vi ulikt på det?\n")
    return "\n".join(lines)


def _printed_by_weasyprint(portal: Portal) -> Iterator[bytes]:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    base = (THEME / "print" / "fonts").as_uri() + "/"
    style = CSS(filename=str(Path(__file__).with_name("equal_sheet.css")), base_url=base, font_config=fonts)
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
    template = environment.get_template("equal_sheet.html")
    words, colours = portal.phrases["words"]["paper"], portal.phrases["values"]["scale"]["colours"]
    for paper in portal.papers:
        url = SITE_URL + paper.sheet.address
        html = template.render(paper=paper, sheet=paper.sheet, words=words, colours=colours, url=url, qr=draw_qr(url))
        document = HTML(string=html, base_url=base)
        pdf = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
        assert isinstance(pdf, bytes)
        yield pdf

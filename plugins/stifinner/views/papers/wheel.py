"""The paper of a year's wheel: the drawing, and below it the list that says the same in words."""

from dataclasses import dataclass
from typing import Literal

from ..parts.composer import Composer
from ..timeline.shown import LegendEntry
from ..wheel.shown import WheelLine, WheelPage, WheelYear
from .handout_stop import HandoutStop, compose_handout_stop


@dataclass(frozen=True)
class WheelBrief:
    """The paper as its page links to it."""

    address: str
    """Of the PDF."""
    variant: Literal["wheel"] = "wheel"


@dataclass(frozen=True)
class WheelPaperLine:
    """A line of the list."""

    number: str
    """«3», or empty for what has no mark."""
    name: str
    stop: HandoutStop
    who: str


@dataclass(frozen=True)
class WheelPaperYear:
    """A year, on a page of its own."""

    title: str
    """«Programår 2026–2027»."""
    rings_said: str
    wheel: WheelYear
    lines: tuple[WheelPaperLine, ...]


@dataclass(frozen=True)
class WheelPaper:
    """All years of one page, as a PDF."""

    brief: WheelBrief
    title: str
    """For the window of whoever reads the PDF, and the largest type."""
    kick: str
    """Small text above it: the programme's name, or empty."""
    back_to: str
    """Address of the page it belongs to."""
    years: tuple[WheelPaperYear, ...]
    undated_title: str
    undated: tuple[WheelPaperLine, ...]
    legend: tuple[LegendEntry, ...]


def compose_wheel_paper(composer: Composer, address: str, page: WheelPage) -> WheelPaper:
    """Compose the paper of a page with wheels. ``address``: of the page, whose view links to the paper."""
    words = composer.phrases["words"]["wheel"]
    return WheelPaper(
        brief=WheelBrief(page.pdf.address or ""),
        title=page.title,
        kick=page.programme.name if page.programme and page.programme.name not in page.title else "",
        back_to=address,
        years=tuple(
            WheelPaperYear(
                title=f"{words['year']} {year.title}",
                rings_said=year.rings_said,
                wheel=year,
                lines=tuple(_line(composer, line, counts=year.counts) for line in year.lines),
            )
            for year in page.years
        ),
        undated_title=words["undated"] if page.undated else "",
        undated=tuple(_line(composer, line) for line in page.undated),
        legend=page.legend,
    )


def _line(composer: Composer, line: WheelLine, *, counts: bool = False) -> WheelPaperLine:
    return WheelPaperLine(
        number=str(line.number) if line.number and not counts else "",
        name=line.name,
        stop=compose_handout_stop(composer, line.date, line.place, line.stop),
        who=line.who,
    )

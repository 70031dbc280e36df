"""Building again after an edit gives the same site as building from nothing, byte for byte."""

import random
from pathlib import Path

import pytest

from attachments.photographs import exif, quarters, written
from core.builder import write_files
from stifinner.adapter.building.exchange import Places
from stifinner.adapter.serve import Preview, Reports

ROOT = Path(__file__).parents[2]
SETTINGS = f"""
site_name: Prøve
docs_dir: content
theme: {{name: material, language: nb, font: false, custom_dir: {ROOT / "theme_overrides"}}}
plugins: [{{search: {{pipeline: [stemmer, stopWordFilter, trimmer]}}}}, stifinner]
"""
PROGRAMME = {
    "index.md": "# Program {p}\n\nEt program.\n",
    "roller/leder.md": "---\nflertall: ledere\n---\n# Leder\n\nDu leder.\n",
    "roller/ansatt.md": "# Ansatt\n\nDu er med.\n",
    "fokusomrader/rom.md": "# Rom\n\nOm rom.\n",
    "ressurser/bok.md": "# Bok\n\nEn bok.\n\n## Finnes som\n\n- Bok\n",
    "samlinger/a.md": (
        "---\ndato: 1. mai 2027\nfor: leder\n---\n# A\n\nFørst.\n\n## Ressurser\n\n- [Bok](../ressurser/bok.md)\n"
    ),
    "samlinger/b.md": "---\ndato: 1. juni 2027\nfor: ansatt\n---\n# B\n\nSå.\n",
}
EDITS = ("text", "title", "date", "new file", "removed file", "order", "attachment", "picture")


class Person:
    """Somebody who works with the content while the portal is shown."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = {f"content/programmer/{p}/{path}": text.format(p=p) for p in "xyz" for path, text in PROGRAMME.items()}
        write_files(folder, {"mkdocs.yml": SETTINGS, "content/index.md": "# Forside\n\nHei.\n", **files})

    def files(self) -> list[Path]:
        return sorted((self.folder / "content").rglob("*.md"))

    def edit(self, kind: str, chance: random.Random) -> None:
        place = chance.choice([file for file in self.files() if file.parent.name == "samlinger"])
        text = place.read_text(encoding="utf-8")
        number = chance.randrange(1, 28)
        new = place.with_name(f"ny-{number}.md")
        match kind:
            case "text":
                place.write_text(f"{text}\nMer {number}.\n", encoding="utf-8")
            case "title":
                place.write_text(text.replace("# ", f"# Ny {number} ", 1), encoding="utf-8")
            case "date":
                place.write_text(text.replace("2027", "2028", 1), encoding="utf-8")
            case "new file":
                new.write_text(f"---\ndato: {number}. juli 2027\n---\n# Ny {number}\n\nHei.\n", encoding="utf-8")
            case "removed file":
                place.unlink()
            case "order":
                place.write_text(text.replace("for: ", f"nummer: {number}\nfor: ", 1), encoding="utf-8")
            case "attachment":
                filer = place.parent.parent / "filer"
                filer.mkdir(exist_ok=True)
                (filer / f"ark-{number}.txt").write_text(str(number), encoding="utf-8")
            case "picture":
                filer = place.parent.parent / "filer"
                write_files(filer, {"bilde.jpg": written(quarters(20 + number, 20), "JPEG", exif=exif(6))})
                place.write_text(f"{text}\n![Fire farger](../filer/bilde.jpg)\n", encoding="utf-8")


def preview_of(folder: Path, work: Path) -> tuple[Preview, list[object]]:
    failures: list[object] = []
    reports = Reports(lambda _: None, lambda _: None, lambda error: failures.append(error))
    return Preview(folder / "mkdocs.yml", Places.beside(work / "site"), reports), failures


def start(preview: Preview) -> None:
    config = preview.load(8000)
    config.plugins.on_startup(command="serve", dirty=False)
    preview.build(config)


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.thorough) for seed in (1, 2))])
def test_site_after_edits_is_the_site_from_nothing(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    chance = random.Random(seed)  # noqa: S311
    person = Person(tmp_path / "work")
    (tmp_path / "kept").mkdir()
    preview, failures = preview_of(person.folder, tmp_path / "kept")
    start(preview)
    for kind in chance.sample(EDITS, len(EDITS)):
        person.edit(kind, chance)
        preview.build()
        fresh = tmp_path / f"fresh-{kind}"
        fresh.mkdir()
        anew, _ = preview_of(person.folder, fresh)
        start(anew)
        assert failures == []
        kept, cold = contents(preview.places.site), contents(anew.places.site)
        assert sorted(kept) == sorted(cold)
        assert [path for path in cold if kept[path] != cold[path]] == []


@pytest.mark.slow
def test_mistake_leaves_the_last_good_pages_and_its_cure_gives_the_new(tmp_path: Path):
    person = Person(tmp_path / "work")
    preview, failures = preview_of(person.folder, tmp_path)
    start(preview)
    before = contents(preview.places.site)
    place = person.folder / "content/programmer/x/samlinger/a.md"
    good = place.read_text(encoding="utf-8")
    place.write_text(good.replace("for: leder", "for: ledre"), encoding="utf-8")
    preview.build()
    page = (preview.places.site / "programmer/x/index.html").read_text(encoding="utf-8")
    assert "«ledre» finnes ikke blant rollene" in page
    place.write_text(good, encoding="utf-8")
    preview.build()
    assert failures == []
    assert contents(preview.places.site) == before


@pytest.mark.slow
def test_picture_that_is_exchanged_is_shown_in_its_new_size_on_the_pages_that_show_it(tmp_path: Path):
    person = Person(tmp_path / "work")
    picture = person.folder / "content/programmer/x/filer/bilde.png"
    write_files(picture.parent, {"bilde.png": written(quarters(30, 20), "PNG")})
    place = person.folder / "content/programmer/x/samlinger/a.md"
    place.write_text(f"{place.read_text(encoding='utf-8')}\n![Fire farger](../filer/bilde.png)\n", encoding="utf-8")
    preview, failures = preview_of(person.folder, tmp_path)
    start(preview)
    picture.write_bytes(written(quarters(50, 20), "PNG"))
    preview.build()
    page = (preview.places.site / "programmer/x/samlinger/a/index.html").read_text(encoding="utf-8")
    assert (failures, page.count('width="50" height="20"')) == ([], 1)
    assert (preview.places.site / "programmer/x/filer/bilde.png").read_bytes() == picture.read_bytes()

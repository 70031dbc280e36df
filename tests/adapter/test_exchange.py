"""A site is whole at every moment, whatever the exchange is interrupted by."""

from pathlib import Path

import pytest

from stifinner.adapter.exchange import NotASiteError, Places, clear_away, exchange, repair


def write_site(folder: Path, text: str) -> None:
    (folder / "om").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "om" / "index.html").write_text(text)


def read_tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


OLD = {"site/index.html": "gammel", "site/om/index.html": "gammel"}
NEW = {"site/index.html": "ny", "site/om/index.html": "ny"}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.beside(tmp_path / "site")


def test_exchange_puts_the_new_site_in_the_place_of_the_old(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "gammel")
    write_site(places.next, "ny")
    exchange(places)
    assert read_tree(tmp_path) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_exchange_makes_the_first_site(places: Places, tmp_path: Path) -> None:
    write_site(places.next, "ny")
    exchange(places)
    assert read_tree(tmp_path) == NEW


def test_exchange_takes_an_empty_folder(places: Places, tmp_path: Path) -> None:
    places.site.mkdir()
    write_site(places.next, "ny")
    exchange(places)
    assert read_tree(tmp_path) == NEW


def test_exchange_without_a_new_site_leaves_the_old_one(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "gammel")
    with pytest.raises(FileNotFoundError):
        exchange(places)
    assert read_tree(tmp_path) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_exchange_refuses_a_folder_that_is_not_a_site(places: Places) -> None:
    places.site.mkdir()
    (places.site / "regnskap.txt").write_text("viktig")
    write_site(places.next, "ny")
    with pytest.raises(NotASiteError):
        exchange(places)
    assert (places.site / "regnskap.txt").read_text() == "viktig"


def test_repair_puts_back_the_old_site_when_stopped_between_the_renames(places: Places, tmp_path: Path) -> None:
    write_site(places.old, "gammel")
    write_site(places.next, "ny")
    repair(places)
    assert read_tree(tmp_path) == OLD


def test_repair_finishes_when_stopped_while_clearing_away(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "ny")
    write_site(places.old, "gammel")
    (places.old / "index.html").unlink()
    repair(places)
    assert read_tree(tmp_path) == NEW


def test_repair_clears_away_a_site_that_was_never_finished(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "gammel")
    write_site(places.next, "halv")
    repair(places)
    assert read_tree(tmp_path) == OLD


def test_repair_has_nothing_to_do_where_nothing_was_built(places: Places, tmp_path: Path) -> None:
    repair(places)
    assert list(tmp_path.iterdir()) == []


def test_clearing_away_the_next_site_leaves_the_old_one(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "gammel")
    write_site(places.next, "halv")
    assert clear_away(places.next)
    assert read_tree(tmp_path) == OLD


def test_a_site_that_is_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "www"
    write_site(real, "gammel")
    (tmp_path / "site").symlink_to(real)
    places = Places.beside(tmp_path / "site")
    write_site(places.next, "ny")
    exchange(places)
    assert (tmp_path / "site").is_symlink()
    assert read_tree(tmp_path / "site") == {"index.html": "ny", "om/index.html": "ny"}

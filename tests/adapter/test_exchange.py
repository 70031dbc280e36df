"""A site is whole at every moment, whatever the exchange is interrupted by."""

import errno
import sys
from pathlib import Path

import pytest

from stifinner.adapter.building.exchange import (
    NotASiteError,
    Places,
    SourceInTheWayError,
    clear_away,
    exchange,
    exchange_by_renames,
    refuse_other_folders,
    refuse_sources,
    repair,
)
from stifinner.adapter.building.swap import swap


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


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="no such step here")
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    write_site(tmp_path / "a", "a")
    write_site(tmp_path / "b", "b")
    assert swap(tmp_path / "a", tmp_path / "b")
    assert (read_tree(tmp_path / "a")["index.html"], read_tree(tmp_path / "b")["index.html"]) == ("b", "a")


def test_where_no_step_can_be_taken_nothing_has_happened(tmp_path: Path) -> None:
    write_site(tmp_path / "a", "a")
    assert not swap(tmp_path / "a", tmp_path / "b")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_two_renames_do_the_same(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "gammel")
    write_site(places.next, "ny")
    exchange_by_renames(places)
    assert read_tree(tmp_path) == NEW | {path.replace("site", "site.old"): text for path, text in OLD.items()}


def test_two_renames_without_a_new_site_put_the_old_one_back(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "gammel")
    with pytest.raises(FileNotFoundError):
        exchange_by_renames(places)
    assert read_tree(tmp_path) == OLD


def test_what_is_read_only_is_exchanged_like_other_sites(places: Places, tmp_path: Path) -> None:
    write_site(places.site, "gammel")
    write_site(places.next, "ny")
    for path in (*places.site.rglob("*"), places.site):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert exchange(places)
    assert read_tree(tmp_path) == NEW


@pytest.mark.parametrize("kind", ["file", "link", "link to nothing"])
def test_what_is_not_ours_under_the_name_of_the_next_site_is_neither_deleted_nor_written_through(
    places: Places, tmp_path: Path, kind: str
) -> None:
    elsewhere = tmp_path / "andre"
    if kind == "file":
        places.next.write_text("viktig")
    else:
        places.next.symlink_to(elsewhere)
    if kind == "link":
        write_site(elsewhere, "andres")
    before = read_tree(tmp_path)
    with pytest.raises(FileExistsError) as refused:
        repair(places)
    assert refused.value.filename == str(places.next)
    assert read_tree(tmp_path) == before
    assert places.next.is_symlink() == (kind != "file")


def test_a_link_to_itself_is_an_error_of_the_system_as_others_are(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("site")
    with pytest.raises(OSError, match="site") as refused:
        Places.beside(tmp_path / "site")
    assert refused.value.errno == errno.ELOOP


def test_a_repository_is_not_a_site(places: Places) -> None:
    write_site(places.site, "gammel")
    (places.site / ".git").write_text("gitdir: et annet sted")
    with pytest.raises(NotASiteError):
        refuse_other_folders(places)


def refused(folder: Path, site: str) -> bool:
    sources = [folder / "portal/mkdocs.yml"], [folder / "portal/content"]
    try:
        refuse_sources(Places.beside(folder / site), *sources)
    except SourceInTheWayError:
        return True
    return False


def test_a_site_never_replaces_what_it_is_made_of_nor_lies_in_it(tmp_path: Path) -> None:
    tried = (".", "..", "portal", "portal/content", "portal/content/ny", "portal/site", "portal/contents", "ut")
    assert [site for site in tried if refused(tmp_path, site)] == list(tried[:5])

"""What is kept from build to build costs time alone, whatever happened to its folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stifinner.files.kept import Kept


def never() -> bytes:
    raise AssertionError("it was kept")


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    assert Kept(tmp_path / "a" / "b").recall("x", lambda: b"en") == b"en"
    assert Kept(tmp_path / "a" / "b").recall("x", never) == b"en"


def test_what_is_not_as_it_was_written_is_made_again(tmp_path: Path) -> None:
    Kept(tmp_path).recall("x", lambda: b"innhold")
    written = (tmp_path / "x").read_bytes()
    for at in range(len(written)):
        changed = written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :]
        for damaged in (written[:at], changed, written[:at] + b"0" + written[at:]):
            (tmp_path / "x").write_bytes(damaged)
            assert Kept(tmp_path).recall("x", lambda: b"ny") == b"ny"
            assert Kept(tmp_path).recall("x", never) == b"ny"


def a_file(folder: Path) -> None:
    folder.write_text("en fil der mappa skulle være")


def folders(folder: Path) -> None:
    (folder / "x" / "y").mkdir(parents=True)
    (folder / "z").mkdir()


def a_link_to_itself(folder: Path) -> None:
    folder.symlink_to(folder)


@pytest.mark.parametrize("lay", [a_file, folders, a_link_to_itself])
def test_a_folder_that_is_of_no_use_is_done_without(tmp_path: Path, lay: Callable[[Path], None]) -> None:
    lay(tmp_path / "kept")
    kept = Kept(tmp_path / "kept")
    assert kept.recall("x", lambda: b"en") == b"en"
    kept.clear()
    assert {path.name for path in tmp_path.iterdir()} == {"kept"}


def test_what_nobody_asked_for_goes_halves_of_killed_builds_too(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.recall("gammel", lambda: b"1")
    (tmp_path / "tmpabc").write_bytes(b"halv")
    kept = Kept(tmp_path)
    kept.recall("ny", lambda: b"2")
    kept.clear()
    assert [path.name for path in tmp_path.iterdir()] == ["ny"]


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Kept(tmp_path).recall("x", fail)
    assert list(tmp_path.iterdir()) == []

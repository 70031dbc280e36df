"""What is made of several files is there whole, or not at all, and nothing that was there is touched."""

from pathlib import Path

import pytest

from core.builder import write_files
from stifinner.files.draft import NotEmptyError, draft_for

FILES: dict[str, str | bytes] = {"docs/index.md": "en", "mkdocs.yml": "to"}


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def fill(folder: Path, *, meanwhile: dict[str, str | bytes] | None = None, fail: type[BaseException] | None = None):
    with draft_for(folder) as draft:
        write_files(draft, FILES)
        write_files(folder, meanwhile or {})
        if fail:
            raise fail


@pytest.mark.parametrize("where", ["ny", "ny/dypt/nede", "finnes", "finnes/ny"])
def test_a_draft_ends_where_it_belongs(tmp_path: Path, where: str) -> None:
    (tmp_path / "finnes").mkdir()
    with draft_for(tmp_path / where) as draft:
        write_files(draft, FILES)
        assert tree(tmp_path / where).keys() != FILES.keys()
    assert tree(tmp_path / where) == FILES
    assert sorted(path.name for path in (tmp_path / where).iterdir()) == ["docs", "mkdocs.yml"]


@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("where", ["ny", "ny/dypt/nede", "finnes", "finnes/ny"])
def test_a_draft_that_fails_leaves_what_was_there(tmp_path: Path, where: str, failure: type[BaseException]) -> None:
    write_files(tmp_path / "finnes", {"viktig.txt": "viktig"})
    with pytest.raises(failure):
        fill(tmp_path / where, fail=failure)
    assert tree(tmp_path) == {"finnes/viktig.txt": "viktig"}
    assert [path.name for path in tmp_path.iterdir()] == ["finnes"]


@pytest.mark.parametrize("there", ["docs/viktig.md", "mkdocs.yml"])
def test_a_name_that_is_taken_meanwhile_is_left_alone(tmp_path: Path, there: str) -> None:
    with pytest.raises(NotEmptyError) as refused:
        fill(tmp_path / "ny", meanwhile={there: "viktig"})
    assert (refused.value.names, tree(tmp_path / "ny")) == ([there.split("/")[0]], {there: "viktig"})


def test_a_link_to_nothing_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny" / "mkdocs.yml").symlink_to(tmp_path / "andres.yml")
    with pytest.raises(NotEmptyError), draft_for(tmp_path / "ny") as draft:
        write_files(draft, FILES)
    assert not (tmp_path / "andres.yml").exists()
    assert [path.name for path in (tmp_path / "ny").iterdir()] == ["mkdocs.yml"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "ny").write_text("viktig")
    with pytest.raises(NotEmptyError), draft_for(tmp_path / "ny"):
        pass
    assert (tmp_path / "ny").read_text() == "viktig"

"""Whatever goes wrong with the machine: the old site stands, it is told in plain words, and the next build is whole."""

import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapter.small_site import TEMPLATE, fingerprint, write, write_small_site
from stifinner.adapter.building.build import BuildFailedError, build_site
from stifinner.adapter.building.exchange import NotASiteError, RefusedError
from stifinner.cli.ending import ending_told
from stifinner.cli.failure import tell_fault

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
NAMES = ["content", "mkdocs.yml", "site", "theme"]
WITHOUT_END = TEMPLATE.replace("<body>", "<body>{% for _ in range(10 ** 12) %}{% endfor %}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site that stands, and content that has changed since."""
    folder = write_small_site(tmp_path)
    write(folder / "content" / "fil.txt", "en fil\n" * 100)
    build_site(folder / "mkdocs.yml")
    write(folder / "content" / "index.md", "# Fram\n\nNytt.\n\n[Om](om.md)\n")
    return folder


@contextmanager
def limited(what: int, count: int) -> Iterator[None]:
    """The machine gives no more than ``count``."""
    soft, hard = resource.getrlimit(what)
    resource.setrlimit(what, (count, hard))
    try:
        yield
    finally:
        resource.setrlimit(what, (soft, hard))


def stands(folder: Path, before: dict[str, str]) -> bool:
    return fingerprint(folder / "site") == before and sorted(path.name for path in folder.iterdir()) == NAMES


def mend_and_build(folder: Path) -> None:
    build_site(folder / "mkdocs.yml")
    assert "Nytt." in (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == NAMES


LIMITS = {
    "no file has room": (resource.RLIMIT_FSIZE, 0),
    "a file has little room": (resource.RLIMIT_FSIZE, 500),
    "no file can be opened": (resource.RLIMIT_NOFILE, 3),
}


@pytest.mark.parametrize(("what", "count"), LIMITS.values(), ids=LIMITS)
def test_what_the_machine_does_not_give_leaves_the_old_site(folder: Path, what: int, count: int) -> None:
    before = fingerprint(folder / "site")
    with limited(what, count), pytest.raises(BuildFailedError) as failed:
        build_site(folder / "mkdocs.yml")
    assert isinstance(failed.value.crash, OSError)
    assert tell_fault(failed.value.crash).startswith("Maskinen ")
    assert stands(folder, before)
    mend_and_build(folder)


def a_file(place: Path) -> None:
    place.write_text("viktig", encoding="utf-8")


def a_folder(place: Path) -> None:
    write(place / "viktig.txt", "viktig")


def a_link_to_nothing(place: Path) -> None:
    place.symlink_to(place.with_name("borte"))


def a_link_to_itself(place: Path) -> None:
    place.symlink_to(place)


@pytest.mark.parametrize(
    ("name", "lay"),
    [
        ("site.next", a_file),
        ("site.next", a_link_to_nothing),
        ("site.next", a_link_to_itself),
        ("site.lock", a_folder),
        ("site.lock", a_link_to_nothing),
        ("site.lock", a_link_to_itself),
        ("content/borte.txt", a_link_to_nothing),
    ],
)
def test_what_lies_in_the_way_leaves_the_old_site_and_itself(
    folder: Path, name: str, lay: Callable[[Path], None]
) -> None:
    lay(folder / name)
    before, lying = fingerprint(folder / "site"), sorted(path.name for path in folder.iterdir())
    with pytest.raises(BuildFailedError) as failed:
        build_site(folder / "mkdocs.yml")
    assert isinstance(failed.value.crash, OSError)
    assert f"{Path(name).name}: " in tell_fault(failed.value.crash)
    assert fingerprint(folder / "site") == before
    assert sorted(path.name for path in folder.iterdir()) == lying
    (folder / name).rename(folder.parent / f"{folder.name}-vekk")
    mend_and_build(folder)


@pytest.mark.parametrize("lay", [a_file, a_folder])
def test_what_is_not_a_site_is_not_replaced(folder: Path, lay: Callable[[Path], None]) -> None:
    (folder / "site").rename(folder.parent / f"{folder.name}-gammel")
    lay(folder / "site")
    before = fingerprint(folder)
    with pytest.raises(NotASiteError):
        build_site(folder / "mkdocs.yml")
    assert fingerprint(folder) == before


@pytest.mark.parametrize("site", [".", "..", "content", "content/ny", "theme", "theme/ny"])
def test_a_folder_that_the_portal_is_made_of_is_not_built_into(folder: Path, site: str) -> None:
    write(folder / "index.html", "også her")
    write(folder / "content" / "index.html", "også her")
    before = fingerprint(folder)
    with pytest.raises(RefusedError):
        build_site(folder / "mkdocs.yml", folder / site)
    assert fingerprint(folder) == before


@pytest.mark.parametrize("name", ["site.old", "site.next", "site.lock"])
def test_what_a_killed_build_left_is_cleared_away(folder: Path, name: str) -> None:
    place = folder / name
    place.touch() if name == "site.lock" else write(place / "om" / "index.html", "halv")
    mend_and_build(folder)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left", "fil", None, "annen"), "Disken er full. "),
        (OSError(28, "No space left"), "Disken er full. "),
        (OSError(27, "File too large", "fil"), "Maskinen lar ikke noen skrive så store filer her. "),
        (PermissionError(13, "Permission denied", "mappe/fil\nen"), "mappe/fil␊en: Fila eller mappa er stengt: "),
        (OSError(30, "Read-only", b"fil"), "fil: Her kan ingenting skrives"),
        (FileNotFoundError(2, "No such file", "fil"), "fil: Finnes ikke lenger. "),
        (FileNotFoundError(2, "No usable temporary directory"), "Fant ingen mappe for midlertidige filer"),
        (OSError(24, "Too many", "fil"), "Maskinen har for mange filer eller programmer åpne. "),
        (MemoryError(), "Maskinen har ikke nok minne. "),
        (OSError(9999, "Whatever"), "Maskinen sa nei: [Errno 9999] Whatever"),
        (OSError("ikke fra systemet"), "Stifinner har en feil "),
        (ValueError("x"), "Stifinner har en feil "),
    ],
    ids=repr,
)
def test_a_fault_of_the_machine_is_told_in_words(error: Exception, told: str) -> None:
    assert tell_fault(error).startswith(told)
    assert "\n" not in tell_fault(error) or told == "Stifinner har en feil "


@contextmanager
def building(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A build that has begun to write and does not come to its end."""
    write(folder / "theme" / "main.html", WITHOUT_END)
    command = [sys.executable, "-m", "stifinner", "build"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8") as build:
        while not (folder / "site.next" / "fil.txt").exists():
            assert build.poll() is None
            time.sleep(0.01)
        yield build
    write(folder / "theme" / "main.html", TEMPLATE)


def test_a_build_that_is_stopped_says_so_and_leaves_nothing(folder: Path) -> None:
    before = fingerprint(folder / "site")
    with building(folder) as build:
        build.terminate()
        _, told = build.communicate()
    assert (build.returncode, told) == (128 + signal.SIGTERM, "Avbrutt. Ingenting er ødelagt.\n")
    assert stands(folder, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_way_of_stopping_has_its_exit_code_and_is_of_the_command_alone(
    number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as ended, ending_told():
        signal.raise_signal(number)
    assert (ended.value.code, signal.getsignal(number)) == (128 + number, before)
    assert capsys.readouterr() == ("", "Avbrutt. Ingenting er ødelagt.\n")


def test_what_whoever_started_us_keeps_from_us_stops_nothing() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending_told():
            signal.raise_signal(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_is_whole(folder: Path) -> None:
    before = fingerprint(folder / "site")
    with building(folder) as build:
        build.kill()
    assert fingerprint(folder / "site") == before
    mend_and_build(folder)


@pytest.mark.slow
def test_a_site_that_could_not_be_told_of_stands_all_the_same(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "stifinner", "build"]
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (1, "Disken er full. Rydd plass på maskinen, og prøv igjen.\n")
    assert "Nytt." in (folder / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new(folder: Path) -> None:
    old = fingerprint(folder / "site")
    start = time.monotonic()
    command = [sys.executable, "-m", "stifinner", "build", "--site-dir", "prove"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    whole = time.monotonic() - start
    new = fingerprint(folder / "prove")
    for part in range(8):
        with subprocess.Popen(command[:-2], cwd=folder, stdout=subprocess.DEVNULL) as build:
            time.sleep(whole * (part + 0.5) / 8)
            build.kill()
        assert fingerprint(folder / "site") in (old, new)
        assert not (folder / "site.old").exists()
    build_site(folder / "mkdocs.yml")
    assert fingerprint(folder / "site") == new


def test_mkdocs_alone_leaves_the_old_site_where_the_content_has_errors(tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", "site_name: P\ndocs_dir: content\ntheme: {name: material}\nplugins: [stifinner]\n")
    write(tmp_path / "content" / "index.md", "# Fram\n\n[Borte](borte.md)\n")
    write(tmp_path / "site" / "index.html", "gammel")
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "borte.md" in done.stderr
    assert fingerprint(tmp_path / "site").keys() == {"index.html"}

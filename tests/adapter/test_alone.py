"""One build at a time in a folder, for as long as whoever builds is alive and no longer."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapter.small_site import fingerprint, write_small_site
from stifinner.adapter.building.alone import BusyError, build_alone, repair_left
from stifinner.adapter.building.build import build_site
from stifinner.adapter.building.exchange import Places

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
HOLDER = """
import sys, pathlib
from stifinner.adapter.building.alone import build_alone
from stifinner.adapter.building.exchange import Places
with build_alone(Places.beside(pathlib.Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""
"""Another process, which holds the lock until it is let go."""


@contextmanager
def held(site: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(site)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        yield holder


def test_the_lock_is_one_persons_and_leaves_nothing(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "ut" / "site")
    told: list[Path] = []
    with build_alone(places):
        with pytest.raises(BusyError) as refused, build_alone(places, on_wait=told.append):
            pass
        with build_alone(Places.beside(tmp_path / "ut" / "forhandsvisning")):
            pass
        assert [path.name for path in (tmp_path / "ut").iterdir()] == ["site.lock"]
    with build_alone(places):
        pass
    assert (refused.value.folder, told) == (places.site, [])
    assert list((tmp_path / "ut").iterdir()) == []


def test_who_waits_says_so_once_and_goes_on_when_the_other_is_done(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "site")
    with held(places.site) as other:
        told: list[Path] = []

        def let_go(folder: Path) -> None:
            told.append(folder)
            other.communicate()

        with build_alone(places, patience=60, on_wait=let_go):
            assert told == [places.site]
    assert list(tmp_path.iterdir()) == []


def test_a_lock_whose_holder_was_killed_is_free_though_its_file_lies_there(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "site")
    with held(places.site) as other:
        other.kill()
    assert places.lock.exists()
    with build_alone(places):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_was_cleared_away_under_the_hand_is_taken_anew(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "site")
    with build_alone(places):
        places.lock.unlink()
        with build_alone(places):
            assert places.lock.exists()
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_wrote_under_the_name_of_the_lock_stays(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "site")
    places.lock.write_text("viktig")
    with build_alone(places), pytest.raises(BusyError), build_alone(places):
        pass
    assert places.lock.read_text() == "viktig"


def test_many_at_once_come_in_one_by_one(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "site")
    inside: list[int] = []

    def come_in(number: int) -> bool:
        with build_alone(places, patience=60):
            inside.append(number)
            alone = inside == [number]
            places.next.mkdir()
            places.next.rmdir()
            inside.remove(number)
        return alone

    with ThreadPoolExecutor(8) as crowd:
        assert list(crowd.map(come_in, range(24))) == [True] * 24
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("patience", ["0", "1"])
def test_a_build_that_waits_in_vain_says_what_to_do(tmp_path: Path, run_stifinner: Run, patience: str) -> None:
    folder = write_small_site(tmp_path)
    with held(folder / "site"):
        done = run_stifinner("build", "--wait", patience, cwd=folder)
    waiting = "Portalen bygges allerede i site/. Venter på at det blir ferdig …\n" if patience != "0" else ""
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.removeprefix(waiting).startswith("Noen andre bygger portalen i site/ ennå")
    assert done.stderr.count("\n") == 1 + bool(waiting)
    assert not (folder / "site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_waits_can_be_stopped(tmp_path: Path, number: signal.Signals) -> None:
    folder = write_small_site(tmp_path)
    with held(folder / "site"):
        command = [sys.executable, "-m", "stifinner", "build"]
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8") as build:
            assert build.stderr
            assert build.stderr.readline().startswith("Portalen bygges allerede i site/.")
            build.send_signal(number)
            assert build.stderr.read() == "Avbrutt. Ingenting er ødelagt.\n"
    assert build.returncode == 128 + number


@pytest.mark.slow
def test_two_builds_at_once_both_end_well(tmp_path: Path, run_stifinner: Run) -> None:
    folder = write_small_site(tmp_path)
    right = fingerprint(build_site(folder / "mkdocs.yml").folder)
    with ThreadPoolExecutor() as both:
        done = list(both.map(lambda _: run_stifinner("build", cwd=folder), range(3)))
    assert [(build.returncode, re.sub(r"^Portalen bygges allerede.*\n", "", build.stderr)) for build in done] == [
        (0, "")
    ] * 3
    assert fingerprint(folder / "site") == right
    assert sorted(path.name for path in folder.iterdir()) == ["content", "mkdocs.yml", "site", "theme"]


def test_who_comes_along_without_building_makes_the_site_whole(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "site")
    places.old.mkdir()
    places.next.mkdir()
    repair_left(places)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_who_comes_along_touches_nothing_of_a_build_that_goes_on(tmp_path: Path) -> None:
    places = Places.beside(tmp_path / "site")
    places.site.mkdir()
    places.next.mkdir()
    repair_left(places)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.next"]
    places.site.rename(places.old)
    with held(places.site), pytest.raises(BusyError):
        repair_left(places)
    assert places.next.exists()

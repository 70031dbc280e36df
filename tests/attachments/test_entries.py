"""What is no file, can't be opened or lies twice is told, never opened, and nothing false is told of links to it."""

import os
import socket
import subprocess
import sys
import unicodedata

import pytest

from core.builder import PICTURE, SMALLEST, portal_of, write_files

AT = "programmer/p"
PAGE = f"{AT}/samlinger/a.md"


def told(portal):
    return [f"{problem.path}:{problem.line} {problem.code}" for problem in portal.problems]


def make_socket(place):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(place))


ENTRIES = {
    "pipe": (os.mkfifo, "not-a-file"),
    "socket": (make_socket, "not-a-file"),
    "link to itself": (lambda place: place.symlink_to(place), "symlink"),
    "link to nothing": (lambda place: place.symlink_to(place.with_name("borte")), "symlink"),
    "link to a folder": (lambda place: place.symlink_to(place.parent), "symlink"),
    "link out": (lambda place: place.symlink_to("/etc/passwd"), "symlink-outside"),
    "link out to a device": (lambda place: place.symlink_to("/dev/zero"), "symlink-outside"),
}


@pytest.mark.parametrize(("make", "code"), ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize("path", [f"{AT}/filer/plan.pdf", f"{AT}/roller/leder.md", f"{AT}/ressurser", "om.md"])
def test_what_is_no_file_is_told_and_links_to_it_are_not(make, code, path, tmp_path, monkeypatch):
    files = {
        PAGE: "---\nfor: leder\n---\n# A\n\n[Plan](../filer/plan.pdf), [leder](../roller/leder.md), "
        "[om](../../../om.md)\n\n## Ressurser\n\n- [R](../ressurser/r.md)\n",
        f"{AT}/filer/plan.pdf": "%PDF-1.7",
        f"{AT}/roller/leder.md": "# Leder\n",
        f"{AT}/ressurser/r.md": "# R\n\n## Finnes som\n\n- Film (kommer)\n",
        "om.md": "# Om\n",
    }
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path)
    make((tmp_path / path).relative_to(tmp_path) if code == "not-a-file" else tmp_path / path)
    kept = {name: text for name, text in files.items() if not f"{name}/".startswith(f"{path}/")}
    portal = portal_of(tmp_path, kept)
    assert told(portal) == [f"{path}:0 {code}"]


@pytest.mark.slow
def test_what_may_not_be_read_is_told(tmp_path):
    """Whoever may read everything becomes somebody who may not."""
    files = {
        PAGE: "# A\n\n[Plan](../filer/plan.pdf), [leder](../roller/leder.md)\n",
        f"{AT}/filer/plan.pdf": "%PDF-1.7",
    }
    write_files(tmp_path, {**SMALLEST, **files, f"{AT}/roller/leder.md": "# L\n", "om.md": "# Om\n"})
    for path in (f"{AT}/filer/plan.pdf", f"{AT}/roller", "om.md"):
        (tmp_path / path).chmod(0)
    program = """
import os
from pathlib import Path
from stifinner.content import read_content
from stifinner.language.phrases import load_phrases
phrases = load_phrases("nb")
# Everything that is needed is loaded while it may be read.
read_content(Path("."), phrases)
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
print(sorted(f"{p.path} {p.code}" for p in read_content(Path("."), phrases).problems))
"""
    tmp_path.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    for path in (f"{AT}/filer/plan.pdf", f"{AT}/roller", "om.md"):
        (tmp_path / path).chmod(0o755)
    told = [f"{AT}/filer/plan.pdf unreadable-file", f"{AT}/roller unreadable-file", "om.md unreadable-file"]
    assert (done.stdout, done.stderr) == (f"{sorted(told)}\n", "")


def test_names_of_older_machines_are_told_with_the_name_they_meant(tmp_path):
    write_files(tmp_path, {**SMALLEST, PAGE: "# A\n\n[Blåbær](../filer/blåbær.pdf)\n"})
    (tmp_path / AT / "filer").mkdir()
    (tmp_path / AT / "filer" / os.fsdecode(b"bl\xe5b\xe6r.pdf")).write_bytes(b"%PDF-1.7")
    portal = portal_of(tmp_path, {})
    assert told(portal) == [f"{AT}/filer/bl\ufffdb\ufffdr.pdf:0 unseen-in-name"]
    assert "«blåbær.pdf»" in portal.problems[0].hint


def test_what_a_mac_calls_a_file_is_found_by_any_name(tmp_path):
    path = f"{AT}/filer/bålet.png"
    files = {PAGE: "# A\n\n![Bålet](../filer/bålet.png)\n", unicodedata.normalize("NFD", path): PICTURE}
    portal = portal_of(tmp_path, files)
    assert (portal.problems, portal.attachments) == ((), (path,))


@pytest.mark.parametrize(("size", "code"), [(26_000_000, "heavy-file"), (101 * 1024 * 1024, "too-large-file")])
def test_heavy_files_are_told(size, code, tmp_path):
    write_files(tmp_path, {**SMALLEST, f"{AT}/filer/film.mp4": b"\0\0\0\x20ftypisom"})
    os.truncate(tmp_path / AT / "filer/film.mp4", size)
    portal = portal_of(tmp_path, {})
    assert (told(portal), portal.attachments != ()) == ([f"{AT}/filer/film.mp4:0 {code}"], code == "heavy-file")

"""``stifinner serve``: the address, a new build at every change, and the last good pages after a bad one."""

import re
import socket
import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapter.served import Served
from adapter.small_site import TEMPLATE, write, write_small_site

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_site(tmp_path / "portal")


@pytest.fixture
def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture
def served(folder: Path, free_port: int) -> Iterator[Served]:
    served = Served(folder, free_port)
    yield served
    served.stop()


def test_serving_tells_the_address_and_shows_the_pages(served: Served, free_port: int) -> None:
    assert served.url == f"http://127.0.0.1:{free_port}/"
    assert '<h1 id="om">Om</h1>' in served.get("om/")


def test_a_change_is_shown(folder: Path, served: Served) -> None:
    write(folder / "content/index.md", "# Fram igjen\n")
    served.wait_for(r"(?s)Portalen står.*\nBygget\.\n")
    assert "Fram igjen" in served.get()


@pytest.mark.parametrize(
    ("path", "text", "cause"),
    [
        ("theme/main.html", "{% if %}", "TemplateSyntaxError"),
        ("mkdocs.yml", "site_name: [", "mkdocs.yml"),
    ],
)
def test_a_bad_edit_keeps_the_last_good_pages_up_until_it_is_mended(
    folder: Path, served: Served, path: str, text: str, cause: str
) -> None:
    good = (folder / path).read_text(encoding="utf-8")
    write(folder / path, text)
    served.wait_for(rf"(?s){re.escape(cause)}.*Rett dette og lagre")
    assert '<h1 id="fram">Fram</h1>' in served.get()
    assert "Traceback" not in served.said()
    write(folder / path, good)
    served.wait_for(r"(?s)Rett dette.*\nBygget\.\n")


def test_serving_waits_for_a_first_mistake_to_be_mended(folder: Path, free_port: int) -> None:
    write(folder / "theme/main.html", "{% if %}")
    served = Served(folder, free_port)
    try:
        assert "TemplateSyntaxError" in served.get()
        write(folder / "theme/main.html", TEMPLATE)
        served.wait_for(r"\nBygget\.\n")
        assert '<h1 id="fram">Fram</h1>' in served.get()
    finally:
        served.stop()


def test_a_port_that_is_taken_gives_the_next_one(folder: Path, free_port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port))
        taken.listen()
        served = Served(folder, free_port)
        url = served.url
        served.stop()
    assert url != f"http://127.0.0.1:{free_port}/"


def test_the_script_that_renews_the_page_is_a_file(served: Served) -> None:
    page = served.get()
    script = re.findall(r"<script[^>]*>[^<]*</script>", page)
    assert len(script) == 1
    address = re.fullmatch(r'<script src="/(livereload/\d+/\d+\.js)"></script>', script[0])[1]
    assert "livereload(" in served.get(address)


def test_an_address_that_does_not_exist_is_not_found(served: Served) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.get("finnes-ikke/")


def test_stopping_leaves_nothing_behind(served: Served) -> None:
    assert served.stop() == 0
    assert served.said().endswith("Stoppet.\n")
    assert list(served.temporary.iterdir()) == []

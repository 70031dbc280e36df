"""What check passes MkDocs builds too: it finds files by itself, writes them by itself, and has rules of its own."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import assume

from effort import chosen
from properties.disk import write_portal
from properties.judge import ROOM, SITE_URL, judge, patience
from properties.portals import Drawn
from properties.test_portals import over_portals
from stifinner.adapter.building.build import build_site

SETTINGS = """\
site_name: Portalen
site_url: {site_url}
docs_dir: content
theme: {{name: null, custom_dir: theme, language: {language}}}
plugins: [stifinner]
"""


COUNT = chosen("PORTALS_BUILT", usual=2, thorough=100)
"""Of each part."""


@pytest.mark.slow
@pytest.mark.parametrize("part", range(2))
def test_what_check_passes_mkdocs_builds(part):
    built = []

    def try_one(drawn: Drawn) -> None:
        verdict = judge(drawn.language, drawn.files, printed=False)
        assume(verdict.passed)
        assert verdict.wrong == ()
        with tempfile.TemporaryDirectory(dir=ROOM, ignore_cleanup_errors=True) as room, patience():
            folder = Path(room)
            write_portal(folder / "content", drawn.files)
            (folder / "theme").mkdir()
            settings = SETTINGS.format(site_url=SITE_URL, language=drawn.language)
            (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
            built.append(build_site(folder / "mkdocs.yml"))

    over_portals(try_one, count=COUNT, part=1000 + part)
    assert len(built) >= COUNT

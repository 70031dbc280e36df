"""Links that begin a new file on GitHub: right in a copy, whole, and the file in them passes the check."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from core.builder import SMALLEST, portal_of, write_files
from core.test_templates import TOLD
from stifinner.language.guide import load_guide
from stifinner.language.phrases import LANGUAGES
from stifinner.model.kinds import KINDS as REGISTERED
from stifinner.outputs.html.new_links import new_url
from stifinner.portal import build_portal

BASE = "https://github.com/Eier/kopi/edit/hoved/innhold/"
KINDS = [kind for kind in load_guide("nb") if kind != "portal"]
GITHUB_TAKES = 8_000
"""Characters of an address, about."""


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_in_the_link_lies_where_it_should_and_passes_the_check(kind: str, tmp_path: Path):
    parts = urlsplit(new_url(BASE, kind, "nb", "p"))
    query = parse_qs(parts.query, strict_parsing=True)
    head = "https://github.com/Eier/kopi/new/hoved/innhold/"
    begins = f"{parts.scheme}://{parts.netloc}{parts.path}"
    assert begins.startswith(head)
    path = f"{begins.removeprefix(head)}/{query['filename'][0]}"
    files: dict[str, str | bytes] = {**SMALLEST, path: query["value"][0]}
    portal = build_portal(write_files(tmp_path, files), name="P")
    assert [problem.code for problem in portal.problems] == TOLD.get(kind, [])
    assert portal.graph.items[path].title == load_guide("nb")[kind].new_title


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_address_is_longer_than_github_takes(kind: str, language: str):
    assert len(new_url(BASE, kind, language, "et-program-med-et-langt-navn-som-sier-alt")) < GITHUB_TAKES


def test_without_a_repository_there_is_no_link(tmp_path: Path, root: Path):
    assert new_url("", "gathering", "nb", "p") == ""
    portal = portal_of(tmp_path, {"programmer/p/samlinger/a.md": "# A\n"})
    assert [html for _, html in portal.render([root / "theme_overrides" / "fragments"]) if 'class="new"' in html] == []


def test_every_list_has_one_and_what_has_no_list_yet_stands_at_the_end(tmp_path: Path, root: Path):
    portal = portal_of(tmp_path, {"programmer/p/samlinger/a.md": "# A\n", "ressurser/r.md": "# R\n\nOm R.\n"})
    renderer = portal.renderer([root / "theme_overrides" / "fragments"], edit_base=BASE)
    pages = {page.address: renderer.render_page(page.view, page.address) for page in portal.pages}
    titles = {kind: guide.new_title for kind, guide in load_guide("nb").items()}
    programme = pages["programmer/p/"]
    of_programme = [name for name, kind in REGISTERED.items() if kind.lies in {"inside", "shared"}]
    assert [kind for kind in of_programme if programme.count(f"</svg>{titles[kind]}</a>") != 1] == []
    assert pages[""].count(f"</svg>{titles['programme']}</a>") == 1
    assert pages["ressurser/"].count(f"</svg>{titles['resource']}</a>") == 1
    assert 'class="new"' not in pages["programmer/p/samlinger/a/"]

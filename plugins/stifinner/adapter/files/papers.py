"""The papers as PDFs, as MkDocs' files."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...files.shipped import PAPERS_KEPT, PICTURES_KEPT
from ...outputs.paper.press import LONGEST
from ...portal import Portal
from ...problems.problem import Problem, ProblemList


def paper_files(portal: Portal, config: MkDocsConfig, published: str) -> tuple[list[File], tuple[Problem, ...]]:
    """Print every paper, and give an error for each page whose paper took too long.

    ``published``: URL of the portal for its readers, never that of a preview; empty where it is not known. PDFs are
    kept beside ``mkdocs.yml``, and printed again only when something in them has changed.
    """
    beside = Path(config.config_file_path or "mkdocs.yml").parent
    themes = [*map(Path, config.theme.dirs)]
    stuck: list[str] = []
    printed = portal.print_papers(
        Path(config.docs_dir), themes, published, beside / PAPERS_KEPT, beside / PICTURES_KEPT, stuck.append
    )
    files = [File.generated(config, address, content=pdf) for address, pdf in printed]
    problems = ProblemList(portal.phrases)
    sources = {page.address: page.source for page in portal.pages if page.address in stuck}
    for address in dict.fromkeys(stuck):
        problems.add("stopped-page", sources[address], seconds=f"{LONGEST:.0f}")
    return files, problems.sorted()


def written_site_url(config: MkDocsConfig) -> str:
    """Read ``site_url`` as it is written in ``mkdocs.yml``; in ``serve``, MkDocs has replaced it by its own."""
    written = next((url for settings in reversed(config.user_configs) if (url := settings.get("site_url"))), "")
    return written and written.rstrip("/") + "/"

"""The sheets as PDFs, as MkDocs takes them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...files.shipped import PAPERS_KEPT, PICTURES_KEPT
from ...outputs.paper.press import LONGEST
from ...portal import Portal
from ...problems.problem import Problem, ProblemList


def paper_files(portal: Portal, config: MkDocsConfig, published: str) -> tuple[list[File], tuple[Problem, ...]]:
    """A PDF for each paper, and what is to be told of them; those made of the same as last time are not made again.

    ``published``: where the portal stands for its readers, never the address of a preview; empty where nobody knows.
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


def said_address(config: MkDocsConfig) -> str:
    """``site_url`` as it stands in ``mkdocs.yml``; while somebody works, MkDocs puts its own in the place of it."""
    said = next((said for settings in reversed(config.user_configs) if (said := settings.get("site_url"))), "")
    return said and said.rstrip("/") + "/"

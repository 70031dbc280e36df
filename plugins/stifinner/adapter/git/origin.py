"""Find where the running Stifinner was installed from, so that a new portal's requirements can name the same."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .repository import find_commit, find_repository

_NAME = "stifinner"


def find_origin() -> str:
    """Give a line for pip: «stifinner @ git+https://…@commit», or a file on this machine, or name and version."""
    try:
        installed = distribution(_NAME)
    except PackageNotFoundError:
        return _NAME
    return read_origin(installed.read_text("direct_url.json"), installed.version)


def read_origin(direct_url: str | None, version: str) -> str:
    """Give the line for pip from the text of pip's ``direct_url.json`` (PEP 610; None without) and the version."""
    if not direct_url:
        return f"{_NAME}=={version}"
    noted = json.loads(direct_url)
    url: str = noted["url"]
    if vcs := noted.get("vcs_info"):
        return f"{_NAME} @ {vcs['vcs']}+{url}@{vcs['commit_id']}"
    if "dir_info" in noted and url.startswith("file:"):
        folder = Path(unquote(urlsplit(url).path))
        repository, commit = find_repository(folder, {}), find_commit(folder)
        if repository and commit and not repository.folder:
            return f"{_NAME} @ git+{repository.url}@{commit}"
    return f"{_NAME} @ {url}"

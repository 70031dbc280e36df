"""Find the portal's repository and its addresses, so that a copy of the repository works unedited.

In a run on GitHub, the environment names it; on a person's machine, the repository's remote does.
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_GITHUB = "https://github.com"
_MAIN = "main"
# git@host:owner/name, ssh://git@host:22/owner/name and https://who:secret@host/owner/name, all with or without .git
_REMOTE = re.compile(
    r"""(?:(?:https?|ssh|git)://(?:[^@/]*@)?|[^@/:]+@)
        (?P<host>[A-Za-z0-9.-]+)(?::\d+(?=/))?[/:]
        (?P<owner>[^/\s]+)/(?P<name>[^/\s]+?)(?:\.git)?/?""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub."""

    url: str
    """«https://github.com/owner/name»."""
    branch: str
    """The branch that an edit goes to."""
    folder: str = ""
    """Where in the repository the portal lies: «portal/», or empty at the top."""

    @property
    def edit_base(self) -> str:
        """What stands before a file's path in the address of its edit page."""
        return f"{self.url}/edit/{self.branch}/{self.folder}"


def find_repository(folder: Path, environ: Mapping[str, str]) -> Repository | None:
    """Find the repository that ``folder`` belongs to; None where it is not on GitHub, so that edit pages are unknown.

    ``environ``: the environment's variables.
    """
    prefix = _ask_git(folder, "rev-parse", "--show-prefix")
    if name := environ.get("GITHUB_REPOSITORY"):
        server = environ.get("GITHUB_SERVER_URL") or _GITHUB
        return Repository(f"{server}/{name}", _branch_of_run(environ), prefix)
    match = _REMOTE.fullmatch(_ask_git(folder, "remote", "get-url", "origin"))
    if not match or not _is_github(match["host"]):
        return None
    return Repository(f"https://{match['host']}/{match['owner']}/{match['name']}", _branch_of_clone(folder), prefix)


def find_site_url(environ: Mapping[str, str], repository: Repository | None) -> str:
    """Give the URL that the portal is published at: ``SITE_URL``, or the repository's GitHub Pages; else empty."""
    if site_url := environ.get("SITE_URL"):
        return site_url.rstrip("/") + "/"
    if repository is None or not repository.url.startswith(f"{_GITHUB}/"):
        return ""
    owner, name = urlsplit(repository.url).path.strip("/").split("/")
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def find_commit_time(folder: Path) -> str:
    """Find the time of the last commit, as text: seconds since 1970; empty where there is none."""
    return _ask_git(folder, "log", "-1", "--format=%ct")


def find_commit(folder: Path) -> str:
    """Find the commit (hash) that is checked out in the folder; empty where there is none."""
    return _ask_git(folder, "rev-parse", "HEAD")


def _branch_of_run(environ: Mapping[str, str]) -> str:
    """Give the branch that edits go to in a run on GitHub; for a pull request, the one it is merged into."""
    if base := environ.get("GITHUB_BASE_REF"):
        return base
    return environ.get("GITHUB_REF_NAME", _MAIN) if environ.get("GITHUB_REF_TYPE", "branch") == "branch" else _MAIN


def _branch_of_clone(folder: Path) -> str:
    """Find the remote's main branch; «main» where the clone does not know it."""
    head = _ask_git(folder, "symbolic-ref", "--short", "refs/remotes/origin/HEAD")
    return head.removeprefix("origin/") or _MAIN


def _is_github(host: str) -> bool:
    return host == "github.com" or host.startswith("github.")


def _ask_git(folder: Path, *question: str) -> str:
    """Run git in a folder and give what it prints; empty where there is no git, no repository or no answer."""
    try:
        answer = subprocess.run(["git", *question], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""

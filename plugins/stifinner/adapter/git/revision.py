"""Write out a folder as it was at another revision of its repository, without changing anything in the repository."""

import os
import subprocess
from pathlib import Path


class UnknownRevisionError(Exception):
    """There is no such revision: no repository, no git, or a clone without that part of the history."""


def write_folder_at(folder: Path, revision: str, target: Path) -> None:
    """Write ``folder`` as it was at ``revision`` into ``target``; nothing where the folder did not exist yet.

    Raises ``UnknownRevisionError``.
    """
    commit = _ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    tree = f"{commit}:{_ask(folder, 'rev-parse', '--show-prefix')}"
    target.mkdir(parents=True, exist_ok=True)
    index = target.with_name(f"{target.name}.index")
    try:
        _ask(folder, "rev-parse", "--verify", "--quiet", tree)
    except UnknownRevisionError:
        return
    # A separate index, so that the person's own stays as it is.
    _ask(folder, "read-tree", tree, index=index)
    _ask(folder, f"--work-tree={target}", "checkout-index", "--all", f"--prefix={target.as_posix()}/", index=index)


def _ask(folder: Path, *question: str, index: Path | None = None) -> str:
    """Run git in a folder and give what it prints. ``index``: file to use as git's index; None: the repository's own.

    Raises ``UnknownRevisionError`` where git fails.
    """
    environ = {**os.environ, **({"GIT_INDEX_FILE": str(index)} if index else {})}
    try:
        answer = subprocess.run(
            ["git", *question], cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False
        )
    except OSError as error:
        raise UnknownRevisionError(str(error)) from None
    if answer.returncode:
        raise UnknownRevisionError(answer.stderr.strip())
    return answer.stdout.strip()

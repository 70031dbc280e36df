"""A folder as it was at another revision of its repository, asked of git without touching anything there."""

import os
import subprocess
from pathlib import Path


class UnknownRevisionError(Exception):
    """There is no such revision here: no repository, no git, or a clone that does not reach so far back."""


def write_folder_at(folder: Path, revision: str, target: Path) -> None:
    """Write ``folder`` as it was at ``revision`` into ``target``; nothing where it was not there yet.

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
    # An index of its own: the person's is left as it is.
    _ask(folder, "read-tree", tree, index=index)
    _ask(folder, f"--work-tree={target}", "checkout-index", "--all", f"--prefix={target.as_posix()}/", index=index)


def _ask(folder: Path, *question: str, index: Path | None = None) -> str:
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

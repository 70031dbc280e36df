"""Commands as a person runs them, each in a process of its own.

A process that begins from nothing spends most of its time on its imports, and a small build on compiling templates.
Where a test is about what the command does, its process is forked from one that has this ``at_hand``, all but the
command line itself, which chooses its language when it is imported.
"""

import atexit
import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
_BEGINNING = threading.Lock()
"""Several commands may be begun at once; the environment is one for all of them."""
Done = subprocess.CompletedProcess[str]


def run_anew(module: str, *words: str, cwd: Path, environ: Mapping[str, str]) -> Done:
    """``python -m module``, from nothing."""
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, cwd=cwd, env=environ, capture_output=True, encoding="utf-8", check=False)


def run_forked(module: str, *words: str, cwd: Path, environ: Mapping[str, str]) -> Done:
    """The same, without the time that imports take; the environment says nothing of Python itself."""
    with tempfile.TemporaryDirectory() as room:
        said = Path(room, "out"), Path(room, "err")
        process = _forks().Process(target=_begin, args=(module, words, cwd, dict(environ), said))
        process.start()
        process.join()
        out, err = (path.read_bytes().decode("utf-8") for path in said)
    return subprocess.CompletedProcess([module, *words], process.exitcode or 0, out, err)


def _forks() -> multiprocessing.context.ForkServerContext:
    """Where processes are forked; UTF-8 is decided when it begins, and what is at hand is imported then."""
    context = multiprocessing.get_context("forkserver")
    with _BEGINNING, patch.dict(os.environ, {"PYTHONUTF8": "1", "PYTHONPATH": str(Path(__file__).parent)}):
        context.set_forkserver_preload(["at_hand"])
        multiprocessing.forkserver.ensure_running()
    return context


def _begin(module: str, words: tuple[str, ...], cwd: Path, environ: Mapping[str, str], said: tuple[Path, Path]) -> None:
    """What a new process does: its streams, its folder, its environment, and then the command."""
    for descriptor, path in enumerate(said, start=1):
        file = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.dup2(file, descriptor)
        os.close(file)
    os.environ.clear()
    os.environ.update(environ)
    os.chdir(cwd)
    sys.path.insert(0, str(cwd))
    sys.argv = [module, *words]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        atexit._run_exitfuncs()

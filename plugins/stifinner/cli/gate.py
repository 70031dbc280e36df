"""The one way out: whatever a command says, it neither steers a terminal nor commands a workflow, and can be shown.

It lies around the streams themselves, so that no command can forget it, nor click, nor a library that warns.
"""

import io
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

import click

from ..problems.echo import Command, make_harmless


class Gate(io.TextIOBase):
    """A stream that gives on what it gets as harmless lines, in letters that the stream behind it knows."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = ""
        """The line that is not ended yet: a command may come in pieces."""

    def write(self, text: str) -> int:
        """Give it on; a command of ours, which says so by its type, as it is."""
        whole = self._begun + text
        harmless = text if isinstance(text, Command) else make_harmless(whole)[len(self._begun) :]
        self._begun = whole.rpartition("\n")[2]
        encoding = self.encoding
        self._stream.write(harmless.encode(encoding, "replace").decode(encoding))
        return len(text)

    def flush(self) -> None:
        """Nothing is held back here."""
        self._stream.flush()

    def writable(self) -> bool:
        """It is written to alone."""
        return True

    def isatty(self) -> bool:
        """Whether a person looks on."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """The stream behind it, for whoever asks a person something."""
        return self._stream.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """What letters can be shown."""
        return self._stream.encoding or "utf-8"

    @property
    def errors(self) -> str:  # type: ignore[override]
        """Letters that can't be shown are questions."""
        return "replace"


class GatedGroup(click.Group):
    """Commands behind the gate, with all that ends them."""

    def main(self, *words: Any, **options: Any) -> Any:
        """Run a command."""
        with _gates():
            try:
                return super().main(*words, **options)
            except SystemExit as ending:
                if not isinstance(ending.code, str):
                    raise
                sys.stderr.write(f"{ending.code}\n")
            except Exception:
                traceback.print_exc()
            sys.exit(1)


def tell_commands(commands: Command) -> None:
    """Say what a workflow is to obey."""
    sys.stdout.write(commands)
    sys.stdout.write("\n")
    sys.stdout.flush()


@contextmanager
def _gates() -> Iterator[None]:
    """Both streams behind gates. What click itself put in place since then, for a reader that went away, stays."""
    streams = {name: getattr(sys, name) for name in ("stdout", "stderr")}
    gates = {name: Gate(stream) for name, stream in streams.items()}
    for name, gate in gates.items():
        setattr(sys, name, gate)
    try:
        yield
    finally:
        for name, gate in gates.items():
            if getattr(sys, name) is gate:
                setattr(sys, name, streams[name])

"""Make all output of the command line safe: content can neither control a terminal nor give commands to a workflow.

The gates wrap ``sys.stdout`` and ``sys.stderr`` themselves, so that output of commands, of click and of libraries all
goes through them.
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
    """A stream that makes text harmless and passes it to the stream behind it, in letters that this one can show."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = ""
        """The line so far that has no end yet: something harmful may come in pieces."""

    def write(self, text: str) -> int:
        """Make a text harmless and pass it on; a ``Command``, which is ours, is passed on as it is."""
        whole = self._begun + text
        harmless = text if isinstance(text, Command) else make_harmless(whole)[len(self._begun) :]
        self._begun = whole.rpartition("\n")[2]
        encoding = self.encoding
        self._stream.write(harmless.encode(encoding, "replace").decode(encoding))
        return len(text)

    def flush(self) -> None:
        """Flush the stream behind; the gate itself holds nothing back."""
        self._stream.flush()

    def writable(self) -> bool:
        """Tell that the stream can be written to."""
        return True

    def isatty(self) -> bool:
        """Tell whether the stream behind is a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Give the file descriptor of the stream behind, which prompts need."""
        return self._stream.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the stream behind."""
        return self._stream.encoding or "utf-8"

    @property
    def errors(self) -> str:  # type: ignore[override]
        """What happens to letters that can't be shown: they become question marks."""
        return "replace"


class GatedGroup(click.Group):
    """A group of commands whose output goes through gates, error messages and tracebacks too."""

    def main(self, *words: Any, **options: Any) -> Any:
        """Run a command, with stdout and stderr behind gates."""
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
    """Write commands to a workflow on GitHub, such as annotations."""
    sys.stdout.write(commands)
    sys.stdout.write("\n")
    sys.stdout.flush()


@contextmanager
def _gates() -> Iterator[None]:
    """Put both streams behind gates during the block.

    Afterwards a stream that click has replaced meanwhile (after a broken pipe) stays replaced.
    """
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

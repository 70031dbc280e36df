"""A command that is stopped, by hand or by the system."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from .options import WORDS

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Ctrl+C, the system, a window that is closed, Ctrl+Break; not every system has all."""


class EndedError(BaseException):
    """The command is to end; it passes whoever catches mistakes."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def ending_told() -> Iterator[None]:
    """What was half made is cleared away on the way out, one line is said, and the exit code is a shell's own."""
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    # Whoever started us may have said that one of them is not for us, as nohup does.
    before = {number: handler for number, handler in before.items() if handler not in {None, signal.SIG_IGN}}

    def end(number: int, _: FrameType | None) -> None:
        for other in before:
            signal.signal(other, signal.SIG_DFL)
        raise EndedError(number)

    for number in before:
        signal.signal(number, end)
    try:
        yield
    except EndedError as error:
        click.echo(WORDS["ended"], err=True)
        sys.exit(128 + error.number)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

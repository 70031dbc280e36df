"""End a command in an orderly way when a signal stops it: by Ctrl+C, by the system, by a closed window."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from .options import WORDS

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Sent by Ctrl+C, by the system, by a window that is closed, by Ctrl+Break; not every system has all."""


class EndedError(BaseException):
    """The command is to end because of the signal ``number``.

    It is no ``Exception``, so that code which catches errors lets it pass.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def ending_told() -> Iterator[None]:
    """Raise ``EndedError`` in the block when a signal comes; after it, say one line and exit as a shell expects.

    So what is half made inside is cleared away by its own ``finally``. The exit code is 128 + the signal's number.
    """
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    # The process that started this one may have had a signal ignored, as nohup does; then it stays so. None stands for
    # a handler that Python did not set, and so cannot set again afterwards.
    before = {number: handler for number, handler in handlers.items() if handler not in {None, signal.SIG_IGN}}

    def end(number: int, _: FrameType | None) -> None:
        # While the block is cleared away, a second signal ends the process at once.
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

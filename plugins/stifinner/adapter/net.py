"""Work that takes more processor time than anything that people write is stopped.

It is only a net: what may be written is bounded by counts, and is told before anything is rendered.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class StoppedError(BaseException):
    """Raised in the middle of work that was stopped; nothing that catches faults of its own shall catch it."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what is done inside after so much processor time.

    It takes a signal that Windows does not have, and that only the main thread gets; elsewhere nothing is stopped.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        # Again and again, for the first may come where an error can't leave.
        signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise StoppedError

"""Stop work that takes too much processor time.

This is only a safety net: limits on what may be written are checked by counting, before anything is rendered.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class StoppedError(BaseException):
    """Raised in the middle of work that is stopped.

    It is no ``Exception``, so that code which catches its own mistakes does not catch it.
    """


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise ``StoppedError`` in the block after so many seconds of processor time.

    This needs a signal that Windows does not have, and that only the main thread gets; elsewhere nothing is stopped.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        # Repeated every second, since the first may come where Python ignores errors (in a destructor).
        signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise StoppedError

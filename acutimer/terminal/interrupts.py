"""Ctrl-C, a closed terminal, a polite kill: noticed between two ticks, so that no record is cut in half."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")


@contextmanager
def interrupts() -> Iterator[Callable[[], bool]]:
    """Inside, signals that end a program only set a mark; what is yielded tells whether one came."""
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    before = {}
    if threading.current_thread() is threading.main_thread():  # elsewhere Python takes no handlers
        numbers = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        # What was told to be ignored (nohup) stays so, but for Ctrl-C: a shell without job control has everything
        # it starts in the background ignore that, and whoever sends it all the same means it.
        ignored = (signal.SIG_IGN, None)
        heard = [number for number in numbers if number == signal.SIGINT or signal.getsignal(number) not in ignored]
        before = {number: signal.signal(number, note) for number in heard}
    try:
        yield lambda: bool(came)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

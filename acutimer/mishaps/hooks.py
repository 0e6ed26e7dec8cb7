"""Where Python hands over what nobody caught."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import TracebackType

    from acutimer.mishaps.fault import Fault
    from acutimer.mishaps.notebook import Notebook

MOST_KINDS = 100  # of faults that are told; a program with more of them has been told of enough


class Hooks:
    """From `install` to `take_back` every error that nobody caught is noted, and each kind told once.

    Errors come from any thread, and are told there. Qt hands over what is raised in its slots and overrides the same
    way. `again` is called when a fault that was told comes again. Nothing here raises, whatever fails.
    """

    def __init__(
        self,
        notebook: Notebook,
        tell: Callable[[Fault], None],
        wall: Callable[[], datetime],
        again: Callable[[], None] = lambda: None,
    ) -> None:
        self._notebook, self._tell, self._wall, self._again = notebook, tell, wall, again
        self._faults: dict[str, Fault] = {}
        self._busy = threading.local()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """From now on."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable

    def take_back(self) -> None:
        """What was there before hears it again."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def take(self, error: BaseException, trace: TracebackType | None, where: str) -> None:
        """Note an error, and tell it if it is the first of its kind; `where` says in which thread it was raised."""
        if getattr(self._busy, "is_busy", False):
            return  # a fault in what is done about a fault: the first one is the one to tell
        self._busy.is_busy = True
        try:
            self._take(error, trace, where)
        except BaseException as failed:  # noqa: BLE001  there is nobody left to hand it to
            self._notebook.note(f"{type(error).__name__}, and of telling it {type(failed).__name__}")
        finally:
            self._busy.is_busy = False

    def _take(self, error: BaseException, trace: TracebackType | None, where: str) -> None:
        from acutimer.mishaps.fault import fault_of, key_of

        if not isinstance(error, Exception):
            self._notebook.note(f"{type(error).__name__} in {where}")  # somebody wants an end: no fault
            return
        key = key_of(error, trace)
        known = self._faults.get(key)
        if known is not None:
            self._notebook.note(known.whole, key)
            self._again()
            return
        fault = fault_of(error, trace, self._wall(), where)
        self._notebook.note(fault.whole, key)
        if len(self._faults) < MOST_KINDS:
            self._faults[key] = fault
            self._tell(fault)

    def _uncaught(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.take(error, trace, _this_thread())

    def _uncaught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.take(told.exc_value, told.exc_traceback, _this_thread())

    def _unraisable(self, told: sys.UnraisableHookArgs) -> None:
        if told.exc_value is not None:
            what = getattr(told.object, "__qualname__", type(told.object).__qualname__)
            self.take(told.exc_value, told.exc_traceback, f"{_this_thread()}, in {what}")


def _this_thread() -> str:
    """Its name; those of Qt are called Dummy by Python."""
    if threading.get_ident() == threading.main_thread().ident:
        return "main thread"
    return f"thread {threading.current_thread().name}"

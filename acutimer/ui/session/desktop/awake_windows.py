"""Keeping the screen on in Windows: the thread's execution state. Windows forgets it when the program ends."""

import ctypes
from collections.abc import Callable

ES_CONTINUOUS = 0x80000000
ES_DISPLAY_REQUIRED = 0x00000002


class WindowsKeeper:
    """Holds for the thread that asks, which must be the one that releases. Windows wants no reason."""

    def __init__(self, set_state: Callable[[int], int] | None = None) -> None:
        """`set_state` is kernel32's SetThreadExecutionState; without it, it is found when it is needed."""
        self._set_state = set_state
        self._is_held = False

    def hold(self, why: str) -> None:  # noqa: ARG002 - one way of several
        """Keep the screen on until `release`."""
        if not self._is_held:
            self._is_held = self._ask(ES_CONTINUOUS | ES_DISPLAY_REQUIRED)

    def release(self) -> None:
        """Let the screen go off as it always would."""
        if self._is_held:
            self._ask(ES_CONTINUOUS)
            self._is_held = False

    def close(self) -> None:
        """The same as to release: nothing else was taken."""
        self.release()

    def _ask(self, state: int) -> bool:
        """Set the state; 0 is Windows' way to refuse."""
        if self._set_state is None:
            self._set_state = _from_windows()
        return self._set_state(state) != 0


def _from_windows() -> Callable[[int], int]:
    try:
        function = ctypes.CDLL("kernel32").SetThreadExecutionState
    except (OSError, AttributeError):
        return lambda _state: 0
    function.argtypes, function.restype = [ctypes.c_uint32], ctypes.c_uint32
    return function

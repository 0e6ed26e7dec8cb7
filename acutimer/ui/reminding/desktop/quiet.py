"""Whether there is a reason to be quiet: do-not-disturb, or a screen given to something else."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from acutimer.ui.reminding.desktop.full_screen import is_screen_taken
from acutimer.ui.reminding.desktop.quiet_bus import QuietBus


class Quiet(QObject):
    """Asks the window in front first, which takes no time, and the desktop's services after it."""

    def __init__(
        self,
        parent: QObject | None = None,
        environment: Mapping[str, str] | None = None,
        is_taken: Callable[[], bool] = is_screen_taken,
    ) -> None:
        super().__init__(parent)
        self._is_taken = is_taken
        self._bus = QuietBus(self, environment)

    def ask(self, answer: Callable[[bool], None]) -> None:
        """Call `answer` once, with True where it should be quiet."""
        if self._is_taken():
            answer(True)
        else:
            self._bus.ask(answer)

    def close(self) -> None:
        """Answer nothing more."""
        self._bus.close()

"""Lines of text, and one line that changes in place where the output is a terminal."""

import shutil
from typing import TextIO

from acutimer.core.legible import harmless
from acutimer.terminal.cells import cells, shortened

BELL = "\a"


class Screen:
    """Writes to `out`. Without a terminal there is no line in place and no bell: a line a phase is all."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._is_terminal = out.isatty()
        self._live = ""

    def say(self, text: str, *, bell: bool = False) -> None:
        """A line that stays."""
        self._put("")
        self._out.write(f"{harmless(text)}{BELL if bell and self._is_terminal else ''}\n")
        self._out.flush()

    def show(self, text: str) -> None:
        """The line in place."""
        if self._is_terminal:
            self._put(shortened(harmless(text), shutil.get_terminal_size().columns - 1))
            self._out.flush()

    def clear(self) -> None:
        """Take the line in place away."""
        self.show("")

    def _put(self, text: str) -> None:
        if text != self._live:
            self._out.write(f"\r{text}{' ' * (cells(self._live) - cells(text))}")
            if not text:
                self._out.write("\r")
            self._live = text

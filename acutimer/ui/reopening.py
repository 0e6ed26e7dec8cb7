"""Opening the window again by ourselves: in the same place, at the same size on the screen, told why."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from acutimer.language.catalogue import language
from acutimer.ui.kit.focus import BY_KEYS
from acutimer.ui.taken_at_start import AtStart, TakenAtStart
from acutimer.ui.tongue import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from acutimer.ui.preferences_holder import Preferences
    from acutimer.ui.window import MainWindow

NOTE = "ACUTIMER_OPENED_AGAIN"
SMALLER, LARGER, LANGUAGE = "smaller_text", "larger_text", "language"
"""What the two buttons that choose the size, and what chooses the language, are called, to find them again."""


class OpenedAgain(NamedTuple):
    """What the window that closed leaves to the one that opens: what it had taken up, and how it was held.

    `control` is the name of what had the keyboard, or empty; `by_keys`, whether its ring was to be seen.
    """

    had: AtStart
    by_keys: bool
    is_maximized: bool
    is_full: bool
    control: str

    @classmethod
    def left_by(cls, window: QWidget, had: AtStart) -> OpenedAgain:
        """As the window is now."""
        held = window.focusWidget()
        name = held.objectName() if held is not None else ""
        by_keys = bool(window.property(BY_KEYS))
        return cls(had, by_keys, window.isMaximized(), window.isFullScreen(), name)

    @classmethod
    def take(cls) -> OpenedAgain | None:
        """What the process before this one left, once; None where somebody else started us."""
        try:
            percent, language, by_keys, is_maximized, is_full, name = os.environ.pop(NOTE, "").split(" ")
            had = AtStart(int(percent), language)
            return cls(had, by_keys == "1", is_maximized == "1", is_full == "1", name)
        except ValueError:
            return None

    def leave(self) -> None:
        """Leave it to the next process."""
        flags = (self.by_keys, self.is_maximized, self.is_full)
        held = (str(int(it)) for it in flags)
        os.environ[NOTE] = " ".join([str(self.had.percent), self.had.language, *held, self.control])


def follow_choices(
    window: MainWindow, preferences: Preferences, in_force: AtStart, end: Callable[[], None]
) -> TakenAtStart:
    """Close the window by `end`, to be opened again, when another size or language than those in force is chosen.

    If that just happened the window is told, too. Close what is returned in the end.
    """
    choices = TakenAtStart(in_force, preferences, lambda: window.isVisible() and window.is_free, window)

    def close_window() -> None:
        OpenedAgain.left_by(window, in_force).leave()
        end()
        rescale(preferences, window, in_force.percent)

    def tell() -> None:
        if not window.isVisible():
            return  # it is in the tray, and another window of the program was given the choice
        later = QCoreApplication.translate(
            "Reopening", "Something you began is not saved yet. This changes when acutimer is opened the next time."
        )
        window.messages.say(later)

    choices.wanted.connect(close_window)
    choices.postponed.connect(tell)
    again = OpenedAgain.take()
    if again is not None:
        greet(again, window, preferences)
    return choices


def command() -> list[str]:
    """What opens the window as it was opened, without its arguments: a routine named there is not begun again."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    given = sys.orig_argv
    return [sys.executable, *given[1 : len(given) - len(sys.argv) + 1]]


def open_again() -> int:
    """Become a new process of this program, or start one where the system cannot; then give the exit code.

    Everything must have been put away.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(sys.executable, command())  # noqa: S606  ourselves, and no shell
    from subprocess import Popen

    Popen(command())  # noqa: S603  ourselves
    return 0


def rescale(preferences: Preferences, window: QWidget, percent: int) -> None:
    """Keep the windows' places for the size chosen now; they were left at `percent`."""
    value, corner = preferences.value, window.screen().geometry().topLeft()
    ratio = percent / value.text_percent
    preferences.update(window=rescaled(value.window, ratio, corner), mini=rescaled(value.mini, ratio, corner))


def rescaled(shape: Sequence[int], ratio: float, corner: QPoint) -> tuple[int, ...]:
    """(x, y, width, height), or nothing, in px of which there are `ratio` times as many from the screen's `corner`."""
    if not shape:
        return ()
    x, y, width, height = shape
    left, top = corner.x() + (x - corner.x()) * ratio, corner.y() + (y - corner.y()) * ratio
    return (round(left), round(top), round(width * ratio), round(height * ratio))


def greet(again: OpenedAgain, window: MainWindow, preferences: Preferences) -> None:
    """Give the window the state and the keyboard back, say what changed, and offer the way back."""
    if again.is_full or again.is_maximized:
        state = Qt.WindowState.WindowFullScreen if again.is_full else Qt.WindowState.WindowMaximized
        window.setWindowState(window.windowState() | state)
    control = _control_of(window, again.control)
    if control is not None:
        reason = Qt.FocusReason.ShortcutFocusReason if again.by_keys else Qt.FocusReason.OtherFocusReason
        control.setFocus(reason)
    had, now = again.had, AtStart.of(preferences.value)
    if had.percent != now.percent:
        said = QCoreApplication.translate("Reopening", "Text size: {0}\u00a0%.").format(now.percent)
        back = QCoreApplication.translate("Reopening", "Back to {0}\u00a0%").format(had.percent)
        window.messages.say(said, action=back, do=lambda: preferences.update(text_percent=had.percent))
    if had.language != now.language:
        said = QCoreApplication.translate("Reopening", "Language: {0}.").format(language_name(language()))
        back = QCoreApplication.translate("Reopening", "Back to {0}").format(_language(had.language))
        window.messages.say(said, action=back, do=lambda: preferences.update(language=had.language))


def _language(chosen: str) -> str:
    return language_name(chosen) if chosen else QCoreApplication.translate("Reopening", "the language of the system")


def _control_of(window: QWidget, name: str) -> QWidget | None:
    from PySide6.QtWidgets import QWidget

    return window.findChild(QWidget, name) if name in (SMALLER, LARGER, LANGUAGE) else None

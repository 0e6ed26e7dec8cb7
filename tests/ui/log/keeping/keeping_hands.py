"""What a test does with the page of export, import and backups, and what it reads on it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acutimer.store.backups import Backups
from acutimer.ui.backing_up import backups_of
from acutimer.ui.context import Context
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.dialogs import Dialogs
from acutimer.ui.log.keeping.page import KeepingPage
from acutimer.ui.messages import Message
from tests.ui.practice import NOW, practise

DAY = timedelta(days=1)


@dataclass
class Answers:
    """Answers for dialogs; what was asked."""

    path: Path | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def dialogs(self) -> Dialogs:
        """Dialogs that give `path`."""

        def answer(_parent: QWidget, title: str, suggested: Path, _kinds: str) -> Path | None:
            self.asked.append((title, suggested.name))
            return self.path

        return Dialogs(save=answer, open=answer)


@dataclass
class Desk:
    """The page, and all that is told."""

    page: KeepingPage
    answers: Answers
    said: list[Message]
    changes: list[bool]
    qtbot: QtBot

    def settle(self) -> None:
        """Let every work come to its end."""
        page = self.page
        self.until(lambda: not page.is_busy and not page.backups.is_looking)
        QApplication.processEvents()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for the thread of a work."""
        self.qtbot.waitUntil(is_so, timeout=60_000)

    def press(self, button: QPushButton) -> None:
        """Press a button and wait for what it began."""
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        self.settle()

    def texts(self) -> list[str]:
        """All words on the page."""
        return [text.text() for text in self.page.findChildren(Text) if text.isVisible()]

    def rows(self) -> list[str]:
        """The list of backups as a screen reader reads it."""
        return [row.accessibleName() for row in self.page.backups.list.rows]


def backups(context: Context) -> Backups:
    """Those of the context's log."""
    found = backups_of(context)
    assert found is not None
    return found


def three_days(context: Context) -> None:
    """A session on each of the last three days, and the backup made after it."""
    for ago in (3, 2, 1):
        practise(context, "balance-points", NOW - ago * DAY)
        backups(context).make(NOW - ago * DAY)

"""The editor in a window, with a routine of the user's own on the shelf, and hands that use it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.drafting import Draft
from acutimer.core.planning import Plan
from acutimer.core.routines import subject_of
from acutimer.ui.context import Context
from acutimer.ui.editor.page import EditorPage
from acutimer.ui.messages import Message
from tests.ui.editor.desk_hands import routine
from tests.ui.practice import make_context, resized, shown


class Hands:
    """The keyboard on an editor's page, and what the page said."""

    def __init__(self, page: EditorPage, context: Context) -> None:
        self.page, self.context = page, context
        self.saved: list[str] = []
        self.tried: list[Plan] = []
        self.said: list[Message] = []
        self.closed = 0
        page.saved.connect(self.saved.append)
        page.try_it.connect(self.tried.append)
        page.closed.connect(self._close)
        context.messages.said.connect(self.said.append)

    def _close(self) -> None:
        self.closed += 1

    @property
    def draft(self) -> Draft:
        return self.page.desk.draft

    @property
    def subjects(self) -> list[str | None]:
        return [subject_of(step) for step in self.draft.steps]

    @property
    def place(self) -> int | None:
        return self.page.steps.list.place

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self._focused(), key, held)
        resized(self.page, self.page.width(), self.page.height())

    def ctrl(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier, *modifiers)

    def alt(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.AltModifier)

    def write(self, words: str) -> None:
        QTest.keyClicks(self._focused(), words)

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    context = make_context(tmp_path)
    context.shelf.save(routine())
    yield context
    context.figures.close()


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> EditorPage:
    return shown(EditorPage(context), qtbot)


@pytest.fixture
def hands(page: EditorPage, context: Context) -> Hands:
    return Hands(page, context)

"""Interfaces made in Python: Qt asks for them, keeps them and deletes them, and nothing else does."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from acutimer.ui.kit.spoken import speak_for_itself

ROOT = Path(__file__).resolve().parents[3]


class Clock(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_for_itself()

    def accessible(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.Clock)


def test_a_widget_answers_for_itself_and_others_as_before(qtbot: QtBot) -> None:
    clock, plain = Clock(), QWidget()
    qtbot.addWidget(clock)
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(clock).role() is QAccessible.Role.Clock
    assert QAccessible.queryAccessibleInterface(plain).role() is QAccessible.Role.Client


def test_it_is_asked_for_once_and_dies_with_its_widget(qtbot: QtBot) -> None:
    clock = Clock()
    interface = QAccessible.queryAccessibleInterface(clock)
    assert QAccessible.queryAccessibleInterface(clock) is interface
    delete(clock)
    assert not isValid(interface)


# Each is the end of a program with living widgets a screen reader has looked at; `first` is what came before our own.
PROGRAM = """
import gc, sys
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from acutimer.ui.kit.choosable import Choosable
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.spoken import speak_for_itself

class Entry(QPushButton):
    def __init__(self, parent):
        super().__init__("entry", parent)
        self.setCheckable(True)

    def accessible(self):
        return Choosable(self)

def window():
    window = QWidget()
    listing = Listing(window)
    listing.set_order([Entry(listing) for _ in range(5)])
    window.show()
    heard = QAccessible.queryAccessibleInterface(listing)
    assert [heard.child(at).state().checkable for at in range(heard.childCount())] == [1] * 5
    return window

app = QApplication(sys.argv)
{first}
kept = window()
kept.findChildren(Entry)[-1].nextInFocusChain()  # now PySide thinks that Qt owns the window: it lives to the very end
for turn in range(400):
    passing = window()
    if turn % 2:
        passing.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del passing
gc.collect()
print(sum(isinstance(it, Entry) for it in gc.get_objects()))
"""


@pytest.mark.parametrize(
    "first",
    ["speak_for_itself()", "QAccessible.setActive(True)\nQAccessible.queryAccessibleInterface(app)"],
    ids=["installed before anyone listens", "installed when someone listens already"],
)
def test_thousands_come_and_go_and_the_program_ends_well(first: str) -> None:
    code = PROGRAM.replace("{first}", first)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "5\n"

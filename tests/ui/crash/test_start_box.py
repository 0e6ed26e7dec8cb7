import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from acutimer.ui.crash.start_box import is_of_use, start_box


def button(box: QMessageBox, text: str) -> QPushButton:
    return next(it for it in box.findChildren(QPushButton) if text in it.text())


def test_it_copies_and_stays_until_it_is_closed(qtbot: QtBot) -> None:
    box = start_box("the details")
    qtbot.addWidget(box)
    box.show()
    button(box, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "the details"
    assert box.isVisible()
    button(box, "Close").click()
    assert not box.isVisible()


def test_where_nobody_sees_it_there_is_none(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert QGuiApplication.platformName() == "offscreen"
    assert not is_of_use()
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    monkeypatch.setattr(sys, "stderr", None)
    assert is_of_use()


def test_nor_where_somebody_reads_the_terminal(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert not is_of_use()

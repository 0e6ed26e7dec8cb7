import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from acutimer.ui.keys.key_cap import KeyCap
from acutimer.ui.keys.sheet import KeysSheet, show_keys
from acutimer.ui.keys.words import chapters, shown
from acutimer.ui.kit.tokens import CONTRAST_DARK, palette
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import resized


class Window(QWidget):
    """A window with a button, a key of its own, and F1."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.button = QPushButton("Begin", self)
        for keys, do in (("F1", lambda: show_keys(self)), ("Ctrl+2", lambda: self.pressed.append("Ctrl+2"))):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    @property
    def sheet(self) -> KeysSheet | None:
        return self.findChild(KeysSheet, options=Qt.FindChildOption.FindDirectChildrenOnly)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.button.setFocus()
    return window


@pytest.fixture
def sheet(window: Window) -> KeysSheet:
    show_keys(window)
    assert window.sheet is not None
    return window.sheet


def test_it_covers_the_window_and_takes_the_keyboard(window: Window, sheet: KeysSheet) -> None:
    assert sheet.geometry() == window.rect()
    assert sheet.isVisible()
    assert sheet.close_button.hasFocus()
    window.resize(700, 400)
    assert sheet.geometry() == window.rect()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_a_key_closes_it_and_gives_the_keyboard_back(window: Window, sheet: KeysSheet, key: Qt.Key) -> None:
    QTest.keyClick(sheet.close_button, key)
    assert window.sheet is None
    assert window.button.hasFocus()


def test_its_button_closes_it(window: Window, sheet: KeysSheet) -> None:
    sheet.close_button.click()
    assert window.sheet is None
    assert window.pressed == []


def test_what_had_the_keyboard_may_be_gone(window: Window, sheet: KeysSheet) -> None:
    window.button.hide()
    sheet.leave()
    assert window.sheet is None


def test_what_had_the_keyboard_may_have_been_taken_away(window: Window, sheet: KeysSheet) -> None:
    delete(window.button)  # a session goes on below, and builds its parts anew
    sheet.leave()
    assert window.sheet is None


def test_no_key_works_through_it(window: Window, sheet: KeysSheet) -> None:
    QTest.keyClick(sheet.close_button, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pressed == []
    sheet.leave()
    QTest.keyClick(window.button, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pressed == ["Ctrl+2"]


def test_tab_stays_in_it(window: Window, sheet: KeysSheet) -> None:
    resized(window, 600, 340)
    QTest.keyClick(sheet.close_button, Qt.Key.Key_Tab)
    assert sheet.reading.hasFocus()
    QTest.keyClick(sheet.reading, Qt.Key.Key_PageDown)
    assert sheet.reading.verticalScrollBar().value() > 0
    QTest.keyClick(sheet.reading, Qt.Key.Key_Tab)
    assert sheet.close_button.hasFocus()


@pytest.mark.parametrize(("width", "height"), [(600, 340), (640, 400), (960, 640), (1280, 800), (1920, 1080)])
def test_every_word_fits(window: Window, sheet: KeysSheet, width: int, height: int) -> None:
    resized(window, width, height)
    nothing_is_cut(sheet)


def test_each_line_is_read_with_its_keys(sheet: KeysSheet) -> None:
    lines = {it.accessibleName() for it in sheet.findChildren(QWidget)}
    assert "Ctrl+K, /: Search" in lines
    assert "L, R: Your left or your right side" in lines


def test_no_key_is_told_of_twice_in_one_place_for_different_things() -> None:
    for chapter in chapters():
        keys = [key for told in chapter.told for key in told.keys]
        assert len(keys) == len(set(keys)), chapter.title


@pytest.mark.parametrize(
    ("key", "words"), [("Ctrl+K", "Ctrl+K"), ("\u2190", "\u2190"), ("+", "+"), ("Ctrl++", "Ctrl++")]
)
def test_a_key_is_written_as_on_the_keyboard(key: str, words: str) -> None:
    assert shown(key) == words


def test_a_key_is_seen_in_high_contrast(qtbot: QtBot) -> None:
    cap = KeyCap("F1")
    qtbot.addWidget(cap)
    cap.setPalette(palette(CONTRAST_DARK))
    cap.resize(cap.sizeHint())
    image = cap.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1).name().upper() == CONTRAST_DARK.edge

"""What the sheet tells is what the places hear."""

from gettext import NullTranslations

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.language.catalogue import use
from acutimer.ui import rooms
from acutimer.ui.context import Context
from acutimer.ui.editor.page import EditorPage
from acutimer.ui.keys.words import chapters, shown
from acutimer.ui.window import MainWindow
from tests.ui.fake_rooms import FakeRooms

ARROWS = {"\u2190": "Left", "\u2191": "Up", "\u2192": "Right", "\u2193": "Down"}
# other ways to what is told, and what every field and page has
UNTOLD = {"Ctrl+=", "Ctrl+Y", "Esc", "Ctrl+Return", "Ctrl+Enter", "Ctrl+Z", "Ctrl+Shift+Z"}


def told(*titles: str) -> set[str]:
    keys = {key for chapter in chapters() if chapter.title in titles for it in chapter.told for key in it.keys}
    for arrow, name in ARROWS.items():
        keys = {key.replace(arrow, name) for key in keys}
    return {QKeySequence(key).toString() for key in keys}


def heard(widget: QWidget) -> set[str]:
    return {it.key().toString() for it in widget.findChildren(QShortcut)} - UNTOLD


def test_every_key_of_the_window_is_told(context: Context, fakes: FakeRooms, qtbot: QtBot) -> None:
    context.preferences.update(welcomed=True)
    window = MainWindow(context, fakes.rooms)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.settled):
        window.show()
    assert {"F1", "?", "Ctrl+1", "F11"} <= heard(window)
    assert heard(window) <= told("Anywhere")


@pytest.mark.parametrize(
    ("build", "title"), [("build_explore", "Explore"), ("build_log", "Log"), ("build_routines", "Routines")]
)
def test_every_key_of_a_place_is_told(context: Context, qtbot: QtBot, build: str, title: str) -> None:
    place = getattr(rooms, build)(context)
    qtbot.addWidget(place)
    assert heard(place)
    assert heard(place) <= told(title)
    place.close()


def test_every_key_of_the_editor_is_told(context: Context, qtbot: QtBot) -> None:
    page = EditorPage(context)
    qtbot.addWidget(page)
    assert {"Ctrl+S", "Ins", "Alt+Up"} <= heard(page)
    assert heard(page) <= told("Editor")


@pytest.mark.parametrize(
    ("key", "words"), [("Delete", "Entf"), ("Shift+Tab", "Umschalt+Tab"), ("F11", "F11"), ("?", "?")]
)
def test_a_key_is_called_as_on_the_keyboards_of_the_language(key: str, words: str, qapp: QApplication) -> None:
    use(NullTranslations(), "de")
    own = QTranslator(qapp)
    assert own.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(own)
    try:
        assert shown(key) == words
    finally:
        qapp.removeTranslator(own)
        use(None)

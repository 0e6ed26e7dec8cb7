from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.settings import Settings, Theme
from acutimer.store.settings import SettingsFile
from acutimer.ui.kit.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens, tokens
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.theme import Wardrobe, chosen


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    before = qapp.palette()
    yield Preferences(Settings(theme=Theme.LIGHT), SettingsFile(tmp_path / "settings.json"), Messages())
    qapp.setPalette(before)


@pytest.mark.parametrize(
    ("theme", "is_dark_desktop", "worn"),
    [
        (Theme.LIGHT, True, LIGHT),
        (Theme.DARK, False, DARK),
        (Theme.SYSTEM, True, DARK),
        (Theme.SYSTEM, False, LIGHT),
        (Theme.HIGH_CONTRAST, False, CONTRAST_LIGHT),
        (Theme.HIGH_CONTRAST, True, CONTRAST_DARK),
    ],
)
def test_the_desktop_is_followed_where_the_settings_say_so(
    theme: Theme, *, is_dark_desktop: bool, worn: Tokens
) -> None:
    assert chosen(theme, is_dark_desktop=is_dark_desktop) is worn


@pytest.mark.parametrize(
    ("theme", "is_dark_desktop", "worn"),
    [
        (Theme.SYSTEM, True, CONTRAST_DARK),
        (Theme.SYSTEM, False, CONTRAST_LIGHT),
        (Theme.LIGHT, True, LIGHT),
        (Theme.DARK, False, DARK),
    ],
)
def test_a_desktop_of_high_contrast_is_followed_where_the_settings_say_so(
    theme: Theme, *, is_dark_desktop: bool, worn: Tokens
) -> None:
    assert chosen(theme, is_dark_desktop=is_dark_desktop, is_contrast_desktop=True) is worn


def test_what_is_open_changes_with_the_settings(qapp: QApplication, qtbot: QtBot, preferences: Preferences) -> None:
    wardrobe = Wardrobe(qapp, preferences)
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tokens(widget) is LIGHT
    preferences.update(theme=Theme.DARK)
    assert tokens(widget) is DARK
    wardrobe.deleteLater()


def test_a_change_of_the_desktop_is_noticed(
    qapp: QApplication, qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.update(theme=Theme.SYSTEM)
    wardrobe = Wardrobe(qapp, preferences)
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tokens(widget) is LIGHT
    monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert tokens(widget) is DARK
    wardrobe.deleteLater()


@pytest.mark.skipif(not hasattr(QtGui, "QAccessibilityHints"), reason="Qt before 6.10 does not ask")
def test_a_change_of_the_desktops_contrast_is_noticed(
    qapp: QApplication, qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.update(theme=Theme.SYSTEM)
    wardrobe = Wardrobe(qapp, preferences)
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tokens(widget) is LIGHT
    style = qapp.styleHints()
    hints = style.accessibility()
    monkeypatch.setattr(type(hints), "contrastPreference", lambda _: Qt.ContrastPreference.HighContrast)
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert tokens(widget) is CONTRAST_LIGHT
    wardrobe.deleteLater()


def test_other_settings_change_no_colour(
    qapp: QApplication, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    wardrobe = Wardrobe(qapp, preferences)
    monkeypatch.setattr("acutimer.ui.theme.dress", lambda *_: pytest.fail("nothing to put on"))
    preferences.update(volume=10)
    wardrobe.deleteLater()

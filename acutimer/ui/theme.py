"""Dresses the program as the settings or the desktop have it, and again whenever that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from acutimer.core.settings import Theme
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from acutimer.ui.preferences_holder import Preferences


class Wardrobe(QObject):
    """Keeps `app` in the right set of colours as long as it lives."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app, self._preferences = app, preferences
        self._worn: Tokens | None = None
        preferences.changed.connect(self.dress)
        app.styleHints().colorSchemeChanged.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Put on what holds now."""
        fitting = theme_for(self._app, self._preferences.value.theme)
        if fitting is not self._worn:
            self._worn = fitting
            dress(self._app, fitting)


def theme_for(app: QApplication, theme: Theme) -> Tokens:
    """The set for a theme on this desktop."""
    return chosen(theme, is_dark_desktop=app.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def chosen(theme: Theme, *, is_dark_desktop: bool) -> Tokens:
    """The set for a theme; a desktop that says nothing is light."""
    is_dark = is_dark_desktop if theme is Theme.SYSTEM else theme is Theme.DARK
    return DARK if is_dark else LIGHT

"""Dresses the program as the settings or the desktop have it, and again whenever that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from acutimer.core.settings import Theme
from acutimer.ui.kit.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens, dress

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints, QStyleHints
    from PySide6.QtWidgets import QApplication

    from acutimer.ui.preferences_holder import Preferences


class Wardrobe(QObject):
    """Keeps `app` in the right set of colours as long as it lives."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app, self._preferences = app, preferences
        self._worn: Tokens | None = None
        preferences.changed.connect(self.dress)
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self.dress)
        contrast = _contrast_of(self._hints)
        if contrast is not None:
            contrast.contrastPreferenceChanged.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Put on what holds now."""
        fitting = theme_for(self._app, self._preferences.value.theme)
        if fitting is not self._worn:
            self._worn = fitting
            dress(self._app, fitting)


def theme_for(app: QApplication, theme: Theme) -> Tokens:
    """The set for a theme on this desktop."""
    hints = app.styleHints()
    contrast = _contrast_of(hints)
    is_strong = contrast is not None and contrast.contrastPreference() is Qt.ContrastPreference.HighContrast
    is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
    return chosen(theme, is_dark_desktop=is_dark, is_contrast_desktop=is_strong)


def chosen(theme: Theme, *, is_dark_desktop: bool, is_contrast_desktop: bool = False) -> Tokens:
    """The set for a theme; a desktop that says nothing is light, and of usual contrast.

    High contrast is black on white or white on black, as the desktop is light or dark.
    """
    follows = theme in (Theme.SYSTEM, Theme.HIGH_CONTRAST)
    is_dark = is_dark_desktop if follows else theme is Theme.DARK
    if theme is Theme.HIGH_CONTRAST or (theme is Theme.SYSTEM and is_contrast_desktop):
        return CONTRAST_DARK if is_dark else CONTRAST_LIGHT
    return DARK if is_dark else LIGHT


def _contrast_of(hints: QStyleHints) -> QAccessibilityHints | None:
    """Where the desktop tells how much contrast is wished for; None with a Qt before 6.10, which does not ask.

    Good only as long as `hints` are held: with them Python loses what it got from them.
    """
    return hints.accessibility() if hasattr(hints, "accessibility") else None

"""The keys that work wherever one is in the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from acutimer.ui.window import MainWindow


def bind_keys(window: MainWindow) -> None:
    """Let the window hear them. They are told to people in `ui/keys`."""
    places = {
        f"Ctrl+{number}": partial(window.show_place, name) for number, name in enumerate(window.navigation.buttons, 1)
    }
    bound: dict[str, Callable[[], None]] = {
        **places,
        "Ctrl+,": partial(window.show_place, "settings"),
        "Ctrl+K": window.search,
        "/": window.search,
        "F1": window.show_keys,
        "?": window.show_keys,
        "F11": window.switch_full_screen,
    }
    for keys, do in bound.items():
        QShortcut(QKeySequence(keys), window).activated.connect(do)

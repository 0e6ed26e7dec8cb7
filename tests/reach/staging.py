"""Every screen and state of the program, as the pictures show them, to be looked at by tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from shots_camera import every_scene
from stage import Scene, Stage

from acutimer.core.body import Figure
from acutimer.core.settings import Theme
from acutimer.ui.theme import Wardrobe
from tests.ui.practice import resized

USUAL, SMALL = (1280, 800), (1024, 700)
DOUBLED = (640, 400)  # what 1280 x 800 leaves when everything is shown at 200 %

# The layouts that have the most to hold; a long run looks at all there is.
CHOSEN = (
    *("body-front", "view-knee-front", "point-ST36", "complaint-knee-aching", "red-flags", "first-start", "keys"),
    *("routines-own", "import-refused", "editor-press", "editor-adding", "settings", "settings-session"),
    *("settings-reminder", "log-filter", "log-adding", "log-body-14", "log-trends-year", "log-keeping-backup"),
    *("log-report", "session-cared-for", "session-heels-up", "session-away", "after"),
)

# Several windows, or markers of every kind, put side by side for a picture.
MONTAGES = ("mini-", "marker-states")


@cache
def _scenes() -> dict[str, Scene]:
    return every_scene()


def scene_names(*, every: bool = False) -> list[str]:
    """The scenes to look at: one for each layout, or all."""
    return [name for name in _scenes() if name in CHOSEN or (every and not name.startswith(MONTAGES))]


def blank(figure: Figure, px_per_unit: float, _tones: object, *, bones: bool, window: QRect | None = None) -> QImage:
    """In place of the painter of figures, which takes a third of a second: nothing at all, of the right size."""
    del bones
    whole = QSize(max(1, round(figure.rect[2] * px_per_unit)), max(1, round(figure.rect[3] * px_per_unit)))
    picture = QImage(whole if window is None else window.size(), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    return picture


@contextmanager
def staged(name: str, folder: Path, size: tuple[int, int] = USUAL, theme: Theme = Theme.LIGHT) -> Iterator[Stage]:
    """The window in that scene, laid out and still; it is put away in the end."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    stage = Stage(folder, theme, size)
    wardrobe = Wardrobe(app, stage.context.preferences)
    try:
        _scenes()[name](stage)
        stage.settle()
        yield stage
    finally:
        stage.close()
        stage.window.deleteLater()
        stage.context.figures.deleteLater()
        wardrobe.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def windows(stage: Stage) -> list[QWidget]:
    """The window and whatever floats over it: lists that are open, the small window."""
    floating = [it for it in QApplication.topLevelWidgets() if it.isVisible() and it is not stage.window]
    return [it for it in (stage.window, *floating) if it.isVisible()]


def take_size(stage: Stage, size: tuple[int, int]) -> None:
    """Give the window another size and let everything follow."""
    resized(stage.window, *size)
    stage.settle()

"""Every place by the keyboard alone: Tab comes to all there is, in sight and with a ring, and back the same way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage

from acutimer.ui.editor.adding.add_row import AddRow
from acutimer.ui.explore.view.breadcrumb import Crumb
from acutimer.ui.keys.sheet import KeysSheet
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.stepper import StepButton
from acutimer.ui.session.page import SessionPage
from acutimer.ui.welcome.page import WelcomePage
from tests.reach.hearing import controls
from tests.reach.staging import staged

MOST_STEPS = 150
# The field they belong to has the keyboard, and the arrows in it do the same; the last crumb is where one is.
AT_A_FIELD = (StepButton, AddRow, Crumb)
WHOLE_WINDOW = (SessionPage, WelcomePage)  # they take the keys of all that is in them, and wear no ring
PLACES = (
    *("body-front", "view-knee-front", "point-ST36", "complaint-knee-aching", "guide", "red-flags", "first-start"),
    *("routines", "routines-own", "import-files", "editor", "editor-press", "editor-adding", "settings", "keys"),
    *("settings-session", "settings-safety", "settings-profile", "settings-reminder", "log", "log-filter"),
    *(
        "log-editing",
        "log-body-14",
        "log-trends-year",
        "log-keeping",
        "log-report",
        "session-press-left",
        "session-away",
        "after",
    ),
)


@pytest.mark.parametrize("name", PLACES)
def test_tab_comes_to_all_there_is_and_back(name: str, tmp_path: Path, qtbot: QtBot) -> None:
    with staged(name, tmp_path) as stage:
        stage.window.activateWindow()
        QApplication.processEvents()
        there, faults = _walk(stage, Qt.Key.Key_Tab)
        back, _ = _walk(stage, Qt.Key.Key_Backtab)
        faults += [f"Tab never comes to {_told(it)}" for it in _left_out(stage.window, there)]
        if set(there) != set(back):
            faults.append(f"only one way leads to {[_told(it) for it in set(there) ^ set(back)]}")
    assert not faults, f"{name}:\n" + "\n".join(faults)


def _walk(stage: Stage, key: Qt.Key) -> tuple[list[QWidget], list[str]]:
    """Whatever the key comes to until it is where it was, and what is wrong with it there."""
    came: list[QWidget] = []
    faults: list[str] = []
    for _ in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or stage.window, key)
        now = QApplication.focusWidget()
        if now is None or now in came:
            break
        came.append(now)
        QApplication.processEvents()  # what scrolls into sight is there now
        faults += _wrong(now, stage.window)
    return came, faults


def _wrong(widget: QWidget, window: QWidget) -> list[str]:
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    ring = window.findChild(FocusRing)
    found: list[str] = []
    if widget.visibleRegion().isEmpty() or not window.rect().intersects(place):
        found.append(f"{_told(widget)} has the keyboard out of sight")
    if isinstance(widget, WHOLE_WINDOW):
        return found
    if ring is None or not ring.isVisible() or not ring.geometry().intersects(place):
        found.append(f"{_told(widget)} has the keyboard and no ring")
    return found


def _left_out(window: QWidget, came: list[QWidget]) -> list[QWidget]:
    """What can be used and is not come to: of those of which one is chosen, the arrows come to the others."""
    over = (it for it in window.findChildren(KeysSheet) if it.isVisible())  # it lies over the rest
    root: QWidget = next(over, window)
    left = (it for it in controls(root) if it.isEnabled() and it not in came and not _by_arrows(it, came))
    return [it for it in left if not (isinstance(it, AT_A_FIELD) and it.focusPolicy() is Qt.FocusPolicy.NoFocus)]


def _by_arrows(widget: QWidget, came: list[QWidget]) -> bool:
    """Whether Tab came to another of its kind beside it: the arrows go from one to the next."""
    is_one_of_few = isinstance(widget, QAbstractButton) and widget.autoExclusive()
    is_in_a_list = not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    beside = (it for it in came if type(it) is type(widget) and it.parentWidget() is widget.parentWidget())
    return (is_one_of_few or is_in_a_list) and any(beside)


def _told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or words!r}"

"""A marker as a control: where it stands, what it repaints, what it answers to."""

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.marking.marker import Marker
from acutimer.ui.explore.marking.marks import HIT_PX, Mark
from acutimer.ui.kit.focus import FocusRing
from tests.ui.practice import shown


class Ground(QWidget):
    """Remembers what had to be painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  as Qt calls it
        self.painted.append(event.rect())


@pytest.fixture
def ground(qtbot: QtBot) -> Ground:
    return shown(Ground(), qtbot, 400, 400)


def test_a_screen_reader_hears_a_button_even_while_the_first_one_is_made(
    context: Context, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[int] = []
    own = "acutimer.ui.explore.marking.marker.speak_for_itself"
    monkeypatch.setattr(own, lambda: there.append(len(ground.findChildren(QWidget))))
    Marker(context.library.points["ST36"], Side.LEFT, ground)
    assert there == [0]


@pytest.fixture
def marker(context: Context, ground: Ground) -> Marker:
    marker = Marker(context.library.points["ST36"], Side.LEFT, ground)
    marker.stand(200.4, 100.6)
    marker.show()
    QApplication.processEvents()
    return marker


def test_its_middle_is_a_whole_pixel_and_stays_where_it_is_whatever_it_says(marker: Marker) -> None:
    assert marker.middle == QPointF(200, 101)
    for mark in Mark:
        marker.show_mark(mark)
        assert marker.middle == QPointF(200, 101)
        assert min(marker.width(), marker.height()) >= 2 * HIT_PX


@pytest.mark.parametrize("mark", Mark)
def test_there_is_room_for_the_halo_of_the_focus_ring(marker: Marker, mark: Mark) -> None:
    marker.show_mark(mark)
    rect, radius = marker.outline()
    assert rect.width() == 2 * radius
    assert marker.width() / 2 >= radius + 8


def test_the_pointer_repaints_the_marker_and_nothing_beside_it(marker: Marker, ground: Ground) -> None:
    ground.painted.clear()
    marker.show_near(True)
    QApplication.processEvents()
    assert ground.painted
    assert all(marker.geometry().contains(rect) for rect in ground.painted)
    ground.painted.clear()
    marker.show_near(True)  # it knew
    marker.show_mark(Mark.REST)
    QApplication.processEvents()
    assert ground.painted == []


def test_it_is_checked_while_it_is_selected_and_pressing_it_changes_nothing(marker: Marker) -> None:
    marker.show_mark(Mark.SELECTED)
    assert marker.isChecked()
    marker.click()
    assert marker.isChecked()
    marker.show_mark(Mark.TWIN)
    assert not marker.isChecked()
    marker.click()
    assert not marker.isChecked()


def test_one_that_is_left_out_can_be_read_about_all_the_same(marker: Marker, qtbot: QtBot) -> None:
    marker.show_mark(Mark.UNSUITABLE)
    assert marker.isEnabled()
    with qtbot.waitSignal(marker.clicked):
        QTest.keyClick(marker, Qt.Key.Key_Return)


def test_veiled_it_paints_nothing(marker: Marker) -> None:
    before = marker.grab().toImage()
    marker.veil(True)
    veiled = marker.grab().toImage()
    assert veiled != before
    assert len({veiled.pixel(x, x) for x in range(veiled.width())}) == 1


def test_the_halo_of_the_ring_comes_and_goes_with_the_ring(marker: Marker, ground: Ground) -> None:
    def ring() -> bool:
        found = ground.window().findChild(FocusRing)
        return found is not None and found.control is marker

    marker.clearFocus()  # the window gave it
    plain = marker.grab().toImage()
    marker.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring()
    haloed = marker.grab().toImage()
    assert haloed != plain
    marker.clearFocus()
    marker.setFocus(Qt.FocusReason.OtherFocusReason)  # the program moves it on behalf of the keyboard
    assert ring()
    assert marker.grab().toImage() == haloed
    marker.clearFocus()
    marker.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring()
    assert marker.grab().toImage() == plain

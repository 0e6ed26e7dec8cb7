import pytest
from PySide6.QtGui import QAccessible, QAccessibleValueInterface
from PySide6.QtWidgets import QApplication

from acutimer.ui.kit.progress import ProgressBar
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, name, role


def bar_of(show: Show, share: float) -> ProgressBar:
    bar = ProgressBar("Exporting your log")
    bar.setFixedWidth(200)
    show(bar)
    bar.set_share(share)
    return bar


def test_it_fills_from_its_start_as_far_as_the_work_is(show: Show, qapp: QApplication) -> None:
    bar = bar_of(show, 0.5)
    assert [colour_at(bar, x, 6) for x in (10, 90, 110, 190)] == [LIGHT.pine, LIGHT.pine, LIGHT.heat0, LIGHT.heat0]
    dress(qapp, DARK)
    assert [colour_at(bar, x, 6) for x in (10, 190)] == [DARK.pine, DARK.heat0]


def test_at_the_beginning_there_is_an_empty_track_and_at_the_end_a_full_one(show: Show) -> None:
    bar = bar_of(show, 0.0)
    assert colour_at(bar, 6, 6) == LIGHT.heat0
    bar.set_share(1.0)
    assert colour_at(bar, 194, 6) == LIGHT.pine


@pytest.mark.parametrize(
    ("share", "kept", "percent"), [(-1, 0.0, 0), (0.999, 0.999, 99), (1.0, 1.0, 100), (7, 1.0, 100)]
)
def test_the_share_stays_between_nothing_and_all(show: Show, share: float, kept: float, percent: int) -> None:
    bar = bar_of(show, share)
    assert (bar.share, bar.value()) == (kept, percent)


def test_a_screen_reader_hears_what_it_is_of_and_how_far_it_is(show: Show) -> None:
    bar = bar_of(show, 0.25)
    assert role(bar) == QAccessible.Role.ProgressBar
    assert name(bar) == "Exporting your log"
    spoken = QAccessible.queryAccessibleInterface(bar).valueInterface()
    assert isinstance(spoken, QAccessibleValueInterface)
    assert (spoken.currentValue(), spoken.maximumValue()) == (25, 100)

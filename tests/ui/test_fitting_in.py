import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.scroll import Scroll
from acutimer.ui.kit.text import Text
from tests.ui.fitting_in import faults, nothing_is_cut
from tests.ui.practice import shown


def test_what_fits_passes(qtbot: QtBot) -> None:
    nothing_is_cut(shown(column(Text("Some words that wrap", wrap=True), Button("Start", "primary")), qtbot, 200, 200))


def test_a_child_beyond_its_parent_is_found_and_one_that_is_hidden_is_not(qtbot: QtBot) -> None:
    holder = QWidget()
    child = QWidget(holder)
    child.setObjectName("lamp")
    child.setGeometry(80, 0, 40, 40)
    shown(holder, qtbot, 100, 100)
    with pytest.raises(AssertionError, match=r"'lamp' at .* sticks out"):
        nothing_is_cut(holder)
    child.hide()
    nothing_is_cut(holder)


def test_words_squeezed_from_the_side_or_from_above_are_found(qtbot: QtBot) -> None:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.addWidget(Text("A line that does not wrap"))
    assert "wide and needs" in faults(shown(holder, qtbot, 120, 60))[0]
    low = column(Text("Words that go on and on over lines", wrap=True), spacing=0)
    assert "high and needs" in faults(shown(low, qtbot, 90, 40))[0]


def test_a_long_column_may_scroll_down_and_not_sideways(qtbot: QtBot) -> None:
    nothing_is_cut(shown(Scroll(column(*(Text(f"Line {line}") for line in range(40)))), qtbot, 200, 100))
    assert faults(shown(Scroll(column(Text("A line that does not wrap at all"))), qtbot, 90, 100))

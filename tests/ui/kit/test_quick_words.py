"""Words are broken once for the widths that Qt asks for in turn, and nothing is laid out twice for one change."""

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.flow import FlowLayout
from acutimer.ui.kit.layout import column, laid_out_once
from acutimer.ui.kit.text import Text
from tests.ui.kit.conftest import Show

LONG = "Bend your knee. Lay four fingers down from the outer knee eye. Press under the little finger."


class Counted(Text):
    """Notes for which widths its words were broken."""

    def __init__(self, text: str) -> None:
        self.widths: list[float] = []
        super().__init__(text, wrap=True)

    def _lines(self, width: float):  # type: ignore[no-untyped-def]  # as the base has it
        self.widths.append(width)
        return super()._lines(width)


class Sized(QWidget):
    """Counts how often it got another size."""

    sizes = 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  as Qt calls it
        self.sizes += 1
        super().resizeEvent(event)


@pytest.mark.parametrize("words", [LONG, "One.\nTwo of them.\n\nFour", "word", "", "Überraschung " * 9])
def test_the_height_in_any_width_is_that_of_the_words_broken_anew(qtbot: QtBot, words: str) -> None:
    text = Text(words, wrap=True)
    qtbot.addWidget(text)
    for width in (400, 30, 210, 200, 190, 1000, 31, 205, 90, 700, 395):
        anew = Text(words, wrap=True)
        qtbot.addWidget(anew)
        assert text.heightForWidth(width) == anew.heightForWidth(width), width


def test_words_are_broken_once_for_the_widths_asked_in_turn(qtbot: QtBot) -> None:
    text = Counted(LONG)
    qtbot.addWidget(text)
    for width in (300, 200, 300, 200, 300):
        text.heightForWidth(width)
    assert text.widths == [300, 200]
    text.heightForWidth(5000)
    text.heightForWidth(4000)
    assert text.widths == [300, 200, 5000], "a line that is whole is whole in any width it fits"


def test_other_words_are_measured_anew(qtbot: QtBot) -> None:
    text = Text(LONG, wrap=True)
    qtbot.addWidget(text)
    high = text.heightForWidth(200)
    text.setText("Press")
    assert text.heightForWidth(200) < high
    text.set_role("display")
    assert text.heightForWidth(60) > Text("Press", wrap=True).heightForWidth(400)


def test_a_row_that_breaks_is_reckoned_once_until_something_in_it_changes(show: Show) -> None:
    holder = QWidget()
    layout = FlowLayout(parent=holder)
    words = Text("one")
    for it in (words, Text("two")):
        layout.addWidget(it)
    show(holder)
    one_line = layout.heightForWidth(400)
    assert layout.heightForWidth(400) == one_line
    words.setText("one that takes more than all the room there is")
    words.updateGeometry()
    assert layout.heightForWidth(400) > one_line


def test_much_that_changes_at_once_is_laid_out_once(show: Show) -> None:
    last = Sized()
    holder = column(*(Text("a line") for _ in range(5)), (last, 1))
    show(holder)
    holder.resize(300, 900)
    hidden = holder.findChildren(Text)
    for it in hidden:
        it.hide()
    layout = holder.layout()
    assert layout is not None
    layout.activate()
    last.sizes = 0
    with laid_out_once(holder):
        for it in hidden:
            it.show()
        assert last.sizes == 0
    assert last.sizes == 1
    assert layout.isEnabled()


def test_a_fault_meanwhile_does_not_leave_the_layout_at_rest(show: Show) -> None:
    holder = column(Text("a line"))
    show(holder)
    with pytest.raises(ValueError, match="of our own"), laid_out_once(holder):
        raise ValueError("of our own")
    layout = holder.layout()
    assert layout is not None
    assert layout.isEnabled()

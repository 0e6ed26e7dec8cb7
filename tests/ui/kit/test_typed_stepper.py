import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.tokens import LIGHT
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.typed import seconds_read, seconds_shown
from tests.ui.kit.seeing import description, has_colour, name
from tests.ui.practice import shown

KEY = Qt.Key


@pytest.fixture
def stepper(qtbot: QtBot) -> TypedStepper:
    made = TypedStepper(
        "SP9, left",
        73,
        (0, 600),
        step=15,
        page=60,
        stops=(120, 38),
        show=seconds_shown,
        read=seconds_read,
        wrong="Write a time from {0} to {1}.",
    )
    shown(made, qtbot, 140, 48)
    made.line.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def said_by(stepper: TypedStepper) -> list[object]:
    said: list[object] = []
    stepper.changed.connect(said.append)
    stepper.misread.connect(said.append)
    return said


def typed(stepper: TypedStepper, text: str) -> None:
    stepper.line.selectAll()
    QTest.keyClicks(stepper.line, text)


def test_its_ends_step_to_the_next_multiple(stepper: TypedStepper) -> None:
    said = said_by(stepper)
    for end in (stepper.more, stepper.more, stepper.less):
        QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    assert said == [75, 90, 75]
    assert stepper.line.text() == "1:15"


def test_what_was_planned_is_a_stop_on_the_way(stepper: TypedStepper) -> None:
    stepper.set_value(30)
    values = []
    for _ in range(3):
        stepper.go(1)
        values.append(stepper.value)
    for _ in range(2):
        stepper.go(-1)
        values.append(stepper.value)
    assert values == [38, 45, 60, 45, 38]


def test_it_stops_at_its_limits_and_says_nothing_there(stepper: TypedStepper) -> None:
    stepper.set_value(595)
    said = said_by(stepper)
    stepper.go(1)
    stepper.go(1)
    stepper.go(-1, is_page=True)
    stepper.set_value(3)
    stepper.go(-1)
    stepper.go(-1)
    assert said == [600, 540, 0]
    assert stepper.less.is_at_end
    assert not stepper.more.is_at_end


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (KEY.Key_Up, 75),
        (KEY.Key_Plus, 75),
        (KEY.Key_Down, 60),
        (KEY.Key_Minus, 60),
        (KEY.Key_PageUp, 133),
        (KEY.Key_PageDown, 13),
    ],
)
def test_the_keys_step_and_page(stepper: TypedStepper, key: Qt.Key, value: int) -> None:
    QTest.keyClick(stepper.line, key)
    assert stepper.value == value


def test_typing_counts_at_once_and_is_written_out_when_one_leaves(stepper: TypedStepper) -> None:
    said = said_by(stepper)
    typed(stepper, "100")
    assert (stepper.value, stepper.line.text()) == (100, "100")
    assert said == [1, 10, 100]
    QTest.keyClick(stepper.line, KEY.Key_Return)
    assert stepper.line.text() == "1:40"


def test_what_is_not_understood_stays_and_is_told_when_one_leaves(stepper: TypedStepper) -> None:
    said = said_by(stepper)
    typed(stepper, "two")
    assert said == []
    assert stepper.fault == "Write a time from 0:00 to 10:00."
    stepper.line.clearFocus()
    assert said == ["Write a time from 0:00 to 10:00."]
    assert (stepper.value, stepper.line.text()) == (73, "two")
    assert description(stepper.line) == "Write a time from 0:00 to 10:00."
    assert has_colour(stepper, LIGHT.ochre_line)
    typed(stepper, "2:00")
    assert said[1:] == ["", 120] or said[-1] == 120
    assert stepper.fault == ""
    assert description(stepper.line) == ""


def test_a_number_out_of_its_limits_is_not_cut_to_fit(stepper: TypedStepper) -> None:
    typed(stepper, "601")
    stepper.settle()
    assert stepper.fault
    assert stepper.line.text() == "601"


def test_stepping_mends_what_was_mistyped(stepper: TypedStepper) -> None:
    typed(stepper, "x")
    stepper.settle()
    QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
    assert (stepper.fault, stepper.value, stepper.line.text()) == ("", 75, "1:15")


def test_other_limits_move_the_value_inside(stepper: TypedStepper) -> None:
    stepper.set_limits(90, 300)
    assert (stepper.value, stepper.line.text()) == (90, "1:30")


def test_the_ring_goes_round_the_whole_field(stepper: TypedStepper) -> None:
    stepper.line.clearFocus()
    stepper.line.setFocus(Qt.FocusReason.TabFocusReason)
    ring = stepper.window().findChild(FocusRing)
    assert ring is not None
    assert ring.width() >= stepper.width() + 10


def test_a_screen_reader_is_told_which_amount_it_is(stepper: TypedStepper) -> None:
    assert name(stepper.line) == "SP9, left"
    assert name(stepper.more) == "SP9, left: more"
    assert description(stepper.more) == "1:13"


def test_a_long_time_is_shown_whole(stepper: TypedStepper) -> None:
    stepper.set_limits(0, 86400)
    stepper.set_value(86400)
    large = stepper.line.font().pixelSize()
    stepper.set_value(60)
    assert (large, stepper.line.font().pixelSize()) == (15, 17)


def test_one_that_stands_alone_is_wider_and_keeps_its_width(qtbot: QtBot) -> None:
    alone = TypedStepper("Time", 73, (0, 600), read=seconds_read, show=seconds_shown, wrong="", wide=True)
    shown(alone, qtbot, 400, 60)
    assert (alone.sizeHint().width(), alone.height()) == (168, 50)
    assert alone.less.width() >= 44
    assert alone.line.font().pixelSize() == 20


def test_what_needs_a_second_look_has_an_ochre_border(stepper: TypedStepper) -> None:
    stepper.mark(is_marked=True)
    assert has_colour(stepper, LIGHT.ochre_line)
    assert stepper.fault == ""
    stepper.mark(is_marked=False)
    assert not has_colour(stepper, LIGHT.ochre_line)


def test_it_can_be_called_something_else(stepper: TypedStepper) -> None:
    stepper.set_name("Time on each side")
    assert name(stepper.line) == "Time on each side"
    assert name(stepper.more) == "Time on each side: more"

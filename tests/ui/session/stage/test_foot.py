import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.planning import PhaseKind
from acutimer.ui.context import Context
from acutimer.ui.session.stage.foot import Foot
from tests.ui.practice import shown
from tests.ui.session.mini.reaching import reached


@pytest.fixture
def foot(qtbot: QtBot) -> Foot:
    foot = shown(Foot(), qtbot, 1280, 116)
    foot.resize(1280, 116)
    return foot


def test_voice_says_plainly_whether_it_is_on(foot: Foot) -> None:
    foot.show_voice(is_on=False)
    assert (foot.voice.text(), foot.voice.isChecked()) == ("Voice off", False)
    foot.show_voice(is_on=True)
    assert (foot.voice.text(), foot.voice.isChecked()) == ("Voice", True)


def test_a_screen_reader_hears_one_name_for_the_voice_and_a_box_that_is_ticked_or_not(foot: Foot) -> None:
    foot.show_voice(is_on=False)
    seen = QAccessible.queryAccessibleInterface(foot.voice)
    assert seen.role() is QAccessible.Role.CheckBox
    assert seen.text(QAccessible.Text.Name) == "Voice"
    assert not seen.state().checked
    foot.show_voice(is_on=True)
    assert seen.text(QAccessible.Text.Name) == "Voice"
    assert seen.state().checked


def test_a_click_on_the_voice_asks_for_the_other_state(foot: Foot) -> None:
    asked: list[bool] = []
    foot.voice.clicked.connect(lambda is_on: asked.append(is_on))  # noqa: PLW0108  a bare append gets no argument
    foot.show_voice(is_on=True)
    for _ in range(2):
        QTest.mouseClick(foot.voice, Qt.MouseButton.LeftButton)
    assert asked == [False, True]
    assert foot.voice.text() == "Voice"


def test_the_small_window_has_a_name_that_says_what_it_is(foot: Foot) -> None:
    assert foot.mini.text() == "Mini"
    assert foot.mini.accessibleName() == "Small window"


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_no_button_lies_on_another_and_the_last_ends_at_the_right_edge(foot: Foot, scale: float) -> None:
    foot.resize(round(1280 * scale), round(116 * scale))
    foot.set_scale(scale)
    buttons = foot.buttons
    for before, after in itertools.pairwise(buttons):
        assert before.geometry().right() < after.geometry().left()
    assert foot.mini.geometry().right() + 1 == pytest.approx(foot.width() - 32 * scale, abs=1)


def test_no_button_moves_when_the_words_change(foot: Foot, context: Context) -> None:
    places = []
    for kind in (PhaseKind.PRESS, PhaseKind.GET_READY, PhaseKind.REPS):
        for is_on in (True, False):
            foot.show_session(reached(context, "morning-balance", kind), has_main=True)
            foot.show_voice(is_on=is_on)
            places.append([button.geometry() for button in foot.buttons])
    assert places.count(places[0]) == len(places)


def test_the_words_follow_what_the_buttons_do(foot: Foot, context: Context) -> None:
    pressing = reached(context, "morning-balance", PhaseKind.PRESS)
    foot.show_session(pressing, has_main=True)
    assert (foot.main.text(), foot.more.text()) == ("Pause", "seconds")
    foot.show_session(pressing.pause(1.0), has_main=True)
    assert foot.main.text() == "Resume"
    foot.show_session(reached(context, "morning-balance", PhaseKind.GET_READY), has_main=True)
    assert (foot.main.text(), foot.more.text()) == ("Start now", "Wait")
    foot.show_session(reached(context, "morning-balance", PhaseKind.REPS), has_main=True)
    assert foot.more.accessibleName() == "Five more repetitions"
    foot.show_session(reached(context, "morning-balance", PhaseKind.BREATHS), has_main=True)
    assert (foot.more.text(), foot.more.accessibleName()) == ("more", "2 more breaths")

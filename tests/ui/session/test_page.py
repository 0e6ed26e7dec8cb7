"""What a page shows of a running session, and what its keys and buttons do."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.fitting import plan
from acutimer.core.planning import PhaseKind
from acutimer.core.press_now import press_now
from acutimer.core.session import Held, Outcome, Running
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from acutimer.ui.session.page import SessionPage
from tests.ui.practice import practise, resized
from tests.ui.session.conftest import Clocks, Loudspeaker
from tests.ui.session.page_hands import begin, kept, now_in, press, seek, state
from tests.unprofiled import UNPROFILED

KEY = Qt.Key


@pytest.fixture
def announced(page: SessionPage) -> list[str]:
    said: list[str] = []
    page.announced.connect(said.append)
    return said


def test_a_press_shows_side_point_time_and_what_comes(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context, "knee-pain-press")
    seek(page, clocks, PhaseKind.PRESS, Side.LEFT, "ST36")
    clocks.run(page.player, 36)
    column, header = page.stage.column, page.stage.header
    assert column.headline.text() == "Left leg"
    assert column.name.text() == "ST36\u2002Leg Three Miles"
    assert column.big.text() == "1:24"
    assert column.pips.text() == "Press"
    assert column.instruction.text() == "Press firmly beside the shin bone"
    assert column.upcoming.text() == "Then your right leg"
    assert header.routine.text() == "Knee-pain press"
    assert header.to_go.text() == "3:32 to go"
    assert page.stage.foot.main.text() == "Pause"


def test_getting_ready_shows_the_place_and_the_seconds(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    clocks.run(page.player, 3)
    assert page.stage.column.big.text() == "5 seconds"
    assert page.stage.column.instruction.text() == context.library.points["BL23"].short
    assert page.stage.foot.main.text() == "Start now"
    assert page.stage.foot.more.text() == "Wait"
    clocks.run(page.player, 4.5)
    assert page.stage.column.big.text() == "1 second"


def test_repetitions_are_counted_with_those_of_today(page: SessionPage, context: Context, clocks: Clocks) -> None:
    practise(context, "daily-strength", clocks.wall - timedelta(hours=1))
    before = context.history.totals.counted_on("heel-raises", clocks.wall.date(), 3).reps
    assert before == 40
    begin(page, context, "morning-balance")
    seek(page, clocks, PhaseKind.REPS)
    clocks.run(page.player, 73)
    assert page.stage.column.big.text() == "12 of 20, 52 of 100 today"
    assert page.stage.column.pips.text() == "Rise"
    assert page.stage.foot.more.text() == "more"


def test_a_wait_offers_one_big_button(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context, "walk-and-soak")
    seek(page, clocks, PhaseKind.WAIT)
    stage = page.stage
    assert stage.go_on.isVisible()
    assert stage.go_on.text() == "Go on"
    assert stage.column.instruction.text() == "Walk for as long as feels good"
    assert not stage.foot.main.isVisible()
    assert not stage.column.big.isVisible()
    QTest.mouseClick(stage.go_on, Qt.MouseButton.LeftButton)
    assert now_in(page)[0] is PhaseKind.GET_READY
    assert not stage.go_on.isVisible()


def test_space_pauses_and_goes_on(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    clocks.run(page.player, 20)
    press(page, KEY.Key_Space)
    assert isinstance(state(page), Held)
    assert page.stage.lens.face.bubble == "Paused"
    assert page.stage.column.upcoming.text() == "Paused. Space goes on"
    assert page.stage.foot.main.text() == "Resume"
    assert page.stage.lens.accessibleName() == "Resume"
    press(page, KEY.Key_Space)
    assert isinstance(state(page), Running)
    assert page.stage.foot.main.text() == "Pause"


def test_a_key_held_down_counts_once(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS)
    clocks.run(page.player, 4)
    QTest.simulateEvent(page, True, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    assert isinstance(state(page), Running)


def test_the_whole_timer_face_pauses_on_click(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS)
    lens = page.stage.lens
    QTest.mouseClick(lens, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert isinstance(state(page), Running)
    QTest.mouseClick(lens, Qt.MouseButton.LeftButton, pos=lens.rect().center())
    assert isinstance(state(page), Held)


def test_arrows_plus_and_letters_do_what_the_design_says(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS, Side.LEFT)
    session = page.player.session
    assert session is not None
    press(page, KEY.Key_Up)
    press(page, KEY.Key_Plus)
    assert page.stage.column.big.text() == "2:30"
    clocks.run(page.player, 10)
    press(page, KEY.Key_R)
    assert page.stage.column.big.text() == "2:30"
    clocks.run(page.player, 10)
    press(page, KEY.Key_Left)
    assert page.stage.column.big.text() == "2:30"
    press(page, KEY.Key_Right)
    assert now_in(page) == (PhaseKind.CHANGEOVER, Side.RIGHT)
    press(page, KEY.Key_W)
    assert page.stage.go_on.isVisible()
    assert page.stage.go_on.text() == "Start now"
    press(page, KEY.Key_Return)
    assert now_in(page) == (PhaseKind.PRESS, Side.RIGHT)
    assert page.stage.column.big.text() == "2:30"


def test_escape_destroys_nothing(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    clocks.run(page.player, 20)
    before = state(page)
    press(page, KEY.Key_Escape)
    assert state(page) == before


def test_a_click_on_skip_leaves_space_to_the_pause(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS, Side.LEFT)
    QTest.mouseClick(page.stage.foot.skip, Qt.MouseButton.LeftButton)
    seek(page, clocks, PhaseKind.PRESS, Side.RIGHT)
    clocks.run(page.player, 2)
    press(page, KEY.Key_Space)
    assert now_in(page) == (PhaseKind.PRESS, Side.RIGHT)
    assert isinstance(state(page), Held)


def test_the_button_that_has_the_focus_is_pressed_by_enter(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS, Side.LEFT)
    page.stage.foot.skip.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, KEY.Key_Return)
    assert now_in(page)[0] is PhaseKind.CHANGEOVER
    press(page, KEY.Key_Left)
    assert now_in(page) != (PhaseKind.CHANGEOVER, Side.RIGHT)


def test_tab_reaches_every_control(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS)
    reached = set()
    for _ in range(12):
        press(page, KEY.Key_Tab)
        reached.add(QApplication.focusWidget())
    foot = page.stage.foot
    assert {page.stage.lens, foot.stop, foot.back, foot.main, foot.skip, foot.more} <= reached
    assert all(widget.accessibleName() or widget.text() for widget in (page.stage.lens, *foot.buttons))


def test_the_end_comes_by_itself(
    page: SessionPage, context: Context, clocks: Clocks, over: list[str], loudspeaker: Loudspeaker
) -> None:
    page.begin(plan(press_now(context.library.points["ST36"], 60), context.preferences.value.choices(), UNPROFILED))
    clocks.run(page.player, 137)
    assert over == [page.player.session_id]
    record = kept(page, context)
    assert record.outcome is Outcome.DONE
    presses = [phase for phase in record.phases if phase.kind is PhaseKind.PRESS]
    assert [(phase.side, phase.done_seconds) for phase in presses] == [(Side.LEFT, 60), (Side.RIGHT, 60)]
    assert [name for name, _ in loudspeaker.played] == [
        "switch",
        "begin",
        "halfway",
        "last_five",
        "switch",
        "begin",
        "halfway",
        "last_five",
        "end",
    ]


def test_phases_are_announced_once_and_the_last_seconds_once(
    page: SessionPage, context: Context, clocks: Clocks, announced: list[str]
) -> None:
    page.begin(plan(press_now(context.library.points["ST36"], 60), context.preferences.value.choices(), UNPROFILED))
    clocks.run(page.player, 75)
    assert announced == [
        "Left leg. ST36, Leg Three Miles. Four fingers below the outer knee eye.",
        "Left leg. ST36, Leg Three Miles. Four fingers below the outer knee eye.",
        "Five seconds to go",
        "Now your right leg. ST36, Leg Three Miles. Same spot on the other side.",
    ]


def test_a_computer_without_sound_is_told_in_the_corner(context: Context, qtbot: QtBot) -> None:
    context.preferences.update(voice=False)
    page = SessionPage(context, opening=lambda _: None)
    qtbot.addWidget(page)
    begin(page, context)
    assert page.stage.aside.text() == "No sound on this computer: watch the screen"
    assert not page.stage.aside.isHidden()
    page.close()


def test_the_flash_shows_each_cue_if_wanted(page: SessionPage, context: Context, clocks: Clocks) -> None:
    context.preferences.update(flash=True)
    begin(page, context)
    assert page.stage.flash.isVisible()
    page.stage.flash.hide()
    clocks.run(page.player, 4)
    assert not page.stage.flash.isVisible()


def test_hiding_the_page_holds_the_session(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    clocks.run(page.player, 20)
    page.hide()
    assert isinstance(state(page), Held)
    assert kept(page, context).phases[-1].done_seconds == pytest.approx(12)


@pytest.mark.parametrize(("width", "height"), [(960, 640), (1280, 800), (1920, 1080), (2560, 1600)])
def test_nothing_is_cut_off_and_the_side_never_moves(
    page: SessionPage, context: Context, clocks: Clocks, width: int, height: int
) -> None:
    resized(page, width, height)
    stage, places = page.stage, set()
    for routine in ("knee-pain-press", "walk-and-soak", "daily-strength", "qigong-knee-massage"):
        begin(page, context, routine)
        while page.player.session is not None and page.player.session.index is not None:
            column = stage.column
            places.add((column.pos().x(), column.pos().y(), column.headline.pos().y()))
            lowest = stage.go_on.geometry().bottom() if stage.go_on.isVisible() else column.y() + column.below()
            assert lowest <= stage.foot.y() + 1
            assert column.geometry().right() <= width
            assert stage.rect().contains(stage.lens.geometry())
            clocks.pass_by(0.5)
            if page.player.session.phase and page.player.session.phase.kind.is_practice:
                page.player.skip()
            else:
                page.player.toggle()
    assert len(places) == 1


def test_the_next_drawings_are_asked_for_ahead(
    page: SessionPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    get = context.figures.get

    def noting(key: FigureKey) -> QImage | None:
        asked.append(key.id)
        return get(key)

    monkeypatch.setattr(context.figures, "get", noting)
    begin(page, context, "knee-pain-press")
    assert {"knee_bent_inner", "knee_bent_outer"} <= set(asked)


def lightness(page: SessionPage) -> float:
    """How light the page is on the whole, 0 to 255."""
    one = page.grab().toImage().scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation)
    return one.pixelColor(0, 0).lightness()


def test_a_theme_put_on_in_the_middle_of_a_phase_is_seen_at_once(
    page: SessionPage, context: Context, clocks: Clocks, qapp: QApplication
) -> None:
    before = qapp.palette()
    begin(page, context, "morning-balance")
    for kind in (PhaseKind.TECHNIQUE, PhaseKind.PRESS, PhaseKind.CHANGEOVER, PhaseKind.REPS, PhaseKind.BREATHS):
        seek(page, clocks, kind)
        clocks.run(page.player, 1)
        dress(qapp, LIGHT)
        assert lightness(page) > 180, kind
        dress(qapp, DARK)
        assert lightness(page) < 80, kind
    qapp.setPalette(before)

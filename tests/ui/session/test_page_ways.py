"""The ways on that a page offers: after a stop, after being away, and after a session was cut short."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from acutimer.core.planning import PhaseKind
from acutimer.core.session import Held, Outcome, Running, Why
from acutimer.core.sides import Side
from acutimer.store.recording import Recorder
from acutimer.ui.context import Context
from acutimer.ui.session.page import SessionPage
from tests.ui.session.conftest import Clocks
from tests.ui.session.page_hands import begin, kept, now_in, press, seek, state

KEY = Qt.Key


def test_stop_keeps_what_was_done_and_offers_undo(
    page: SessionPage, context: Context, clocks: Clocks, over: list[str]
) -> None:
    begin(page, context)
    clocks.run(page.player, 58)
    press(page, KEY.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert kept(page, context).outcome is Outcome.PARTIAL
    assert page.stage.ways.title.text() == "Stopped"
    assert page.stage.ways.text.text() == "You did 50\u00a0s. It is kept."
    assert over == []
    assert page.stage.ways.redo.text() == "Undo"
    page.stage.ways.redo.click()
    assert isinstance(state(page), Running)
    assert not page.stage.is_asking
    assert kept(page, context).outcome is None


def test_r_takes_a_stop_back_like_its_button(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    clocks.run(page.player, 58)
    page.stage.foot.stop.click()
    press(page, KEY.Key_R)
    assert isinstance(state(page), Running)
    assert now_in(page)[0] is PhaseKind.PRESS


def test_after_ten_seconds_a_stop_is_over(page: SessionPage, context: Context, clocks: Clocks, over: list[str]) -> None:
    begin(page, context)
    clocks.run(page.player, 58)
    QTest.mouseClick(page.stage.foot.stop, Qt.MouseButton.LeftButton)
    clocks.run(page.player, 10.5)
    assert over == [page.player.session_id]


def test_a_stopped_session_can_be_left_at_once(
    page: SessionPage, context: Context, clocks: Clocks, over: list[str]
) -> None:
    begin(page, context)
    clocks.run(page.player, 58)
    page.stage.foot.stop.click()
    assert page.stage.ways.first.text() == "See what you did"
    press(page, KEY.Key_Return)
    assert over == [page.player.session_id]


def go_away(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS, Side.LEFT)
    clocks.run(page.player, 73)
    clocks.wall += timedelta(minutes=6)
    page.player.tick()


def test_after_being_away_there_are_three_ways_on(page: SessionPage, context: Context, clocks: Clocks) -> None:
    go_away(page, context, clocks)
    ways = page.stage.ways
    assert ways.isVisible()
    assert ways.title.text() == "You were away for 6 minutes"
    assert [choice.text() for choice in ways.choices] == ["Continue", "Redo this side", "Finish here"]
    assert ways.first.detail == "0:47 more on your left leg"
    assert ways.first.hasFocus()
    assert not page.stage.foot.isVisible()
    assert page.stage.lens.face.bubble == "0:47"


def test_continue_goes_on_where_it_was_held(page: SessionPage, context: Context, clocks: Clocks) -> None:
    go_away(page, context, clocks)
    press(page, KEY.Key_Space)
    assert page.stage.column.isVisible()
    assert page.stage.column.big.text() == "0:47"
    assert isinstance(state(page), Running)


@pytest.mark.parametrize("keys", [[KEY.Key_R], [KEY.Key_Down, KEY.Key_Space]])
def test_redo_begins_the_side_again_and_keeps_the_record(
    page: SessionPage, context: Context, clocks: Clocks, keys: list[Qt.Key]
) -> None:
    go_away(page, context, clocks)
    for key in keys:
        press(page, key)
    assert page.stage.column.big.text() == "2:00"
    clocks.run(page.player, 121)
    lefts = [phase for phase in kept(page, context).phases if (phase.subject, phase.side) == ("KI3", Side.LEFT)]
    presses = [(round(phase.done_seconds), phase.outcome) for phase in lefts if phase.kind is PhaseKind.PRESS]
    assert presses == [(73, Outcome.PARTIAL), (120, Outcome.DONE)]


def test_finishing_here_ends_at_once(page: SessionPage, context: Context, clocks: Clocks, over: list[str]) -> None:
    go_away(page, context, clocks)
    press(page, KEY.Key_Up)
    press(page, KEY.Key_Return)
    assert over == [page.player.session_id]
    assert kept(page, context).outcome is Outcome.PARTIAL
    assert not page.player.can_undo


def test_a_session_cut_short_is_taken_up(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context)
    seek(page, clocks, PhaseKind.PRESS, Side.LEFT)
    clocks.run(page.player, 60)
    page.player.leave()
    record = context.history.unfinished()
    assert record is not None
    page.take_up(*Recorder.restored(context.history, record))
    assert page.stage.ways.title.text() == "Welcome back"
    assert page.stage.ways.first.detail == "1:00 more on your left leg"
    held = state(page)
    assert isinstance(held, Held)
    assert (held.why, round(held.elapsed)) == (Why.RESTORED, 60)
    clocks.pass_by(5)
    press(page, KEY.Key_Space)
    clocks.run(page.player, 2)
    assert page.stage.column.big.text() == "0:58"


def test_a_taken_up_set_counts_its_repetitions_once(page: SessionPage, context: Context, clocks: Clocks) -> None:
    begin(page, context, "daily-strength")
    seek(page, clocks, PhaseKind.REPS)
    clocks.run(page.player, 31)
    page.player.leave()
    record = context.history.unfinished()
    assert record is not None
    page.take_up(*Recorder.restored(context.history, record))
    press(page, KEY.Key_Space)
    assert page.stage.column.big.text() == "5 of 20, 5 of 100 today"

"""The quiet line with the shield: it finds its room, and never takes it from what must be read."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, PhaseKind
from acutimer.core.session import Running, Session
from acutimer.ui.context import Context
from acutimer.ui.session.stage.stage import Stage
from tests.ui.practice import shown

CARE = (Condition.BLOOD_THINNERS, Condition.NEUROPATHY)


def session_in(context: Context, kind: PhaseKind, *conditions: Condition) -> Session:
    laid_out = plan(context.library.routines["knee-pain-press"], Choices(), context.library.safety(conditions))
    index = next(index for index, phase in enumerate(laid_out.phases) if phase.kind is kind)
    return Session(laid_out, Running(index, 0.0))


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> Stage:
    context.figures.close()
    return shown(Stage(context), qtbot, 1280, 800)


def test_a_changed_step_says_why_below_all_the_rest(stage: Stage, context: Context) -> None:
    stage.show_session(session_in(context, PhaseKind.PRESS, *CARE), 20.0)
    column = stage.column
    assert column.care.isVisible()
    assert column.care.text().startswith("Press lightly: you take blood thinners")
    assert column.care.geometry().top() >= column.upcoming.geometry().bottom()
    assert column.below() <= column.height() + 1
    assert column.care.text() in column.shown_words()
    stage.leave()


def test_nothing_moves_where_nothing_was_changed(stage: Stage, context: Context) -> None:
    stage.show_session(session_in(context, PhaseKind.PRESS), 20.0)
    column = stage.column
    assert column.care.isHidden()
    before = (column.headline.y(), column.upcoming.y())
    stage.show_session(session_in(context, PhaseKind.PRESS, *CARE), 20.0)
    stage.show_session(session_in(context, PhaseKind.PRESS), 20.0)
    assert (column.headline.y(), column.upcoming.y()) == before
    stage.leave()


def test_the_side_never_moves(stage: Stage, context: Context) -> None:
    tops = set()
    for conditions in ((), CARE):
        for kind in (PhaseKind.GET_READY, PhaseKind.PRESS, PhaseKind.CHANGEOVER):
            stage.show_session(session_in(context, kind, *conditions), 1.0)
            tops.add(stage.column.headline.y())
    assert len(tops) == 1
    stage.leave()


def test_without_room_it_stands_for_what_comes_next_while_one_gets_ready_alone(stage: Stage, context: Context) -> None:
    column = stage.column
    stage.show_session(session_in(context, PhaseKind.GET_READY, *CARE), 1.0)
    column.resize(column.width(), column.upcoming.geometry().bottom() - 40)
    column.arrange()
    assert (column.care.isHidden(), column.upcoming.isHidden()) == (False, True)
    stage.show_session(session_in(context, PhaseKind.PRESS, *CARE), 20.0)
    column.resize(column.width(), column.instruction.geometry().bottom())
    column.arrange()
    assert (column.care.isHidden(), column.upcoming.isHidden()) == (True, False)
    stage.leave()


def test_a_held_session_says_how_to_go_on_before_it_says_why(stage: Stage, context: Context) -> None:
    session = session_in(context, PhaseKind.PRESS, *CARE)
    stage.show_session(replace(session.pause(20.0)), 20.0)
    assert stage.column.upcoming.isVisible()
    stage.leave()

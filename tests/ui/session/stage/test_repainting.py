"""A tick that changes nothing to be seen paints nothing."""

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.session import Session
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.session.stage.header import Header
from acutimer.ui.session.stage.line import Line
from tests.ui.practice import shown
from tests.ui.session.watching import Watcher


@pytest.fixture
def header(context: Context, qtbot: QtBot) -> Header:
    made = shown(Header(context.library), qtbot, 1184, 90)
    made.set_scale(1.0)
    return made


@pytest.fixture
def session(context: Context) -> Session:
    kinds = [("ST36", Side.LEFT), ("ST36", Side.RIGHT), ("GB34", Side.LEFT)]
    phases = tuple(
        Phase(kind=PhaseKind.PRESS, step=3, seconds=120, subject=subject, side=side) for subject, side in kinds
    )
    return Session(Plan(context.library.routines["knee-pain-press"], phases)).start(0)


def watched(header: Header, session: Session, now: float) -> Watcher:
    header.show_session(session, now)
    watcher = Watcher(header.routine, header.to_go, header.segments)
    watcher.look()
    return watcher


def test_within_a_second_the_top_is_not_painted(header: Header, session: Session) -> None:
    watcher = watched(header, session, 10.1)
    for tenth in range(2, 8):
        header.show_session(session, 10 + tenth / 10)
    assert watcher.look() == {}


def test_a_second_paints_the_time_to_go_and_no_name(header: Header, session: Session) -> None:
    watcher = watched(header, session, 10.1)
    header.show_session(session, 11.1)
    assert header.to_go.text() == "5:49 to go"
    assert header.to_go in watcher.look()
    watcher = watched(header, session, 12.1)
    header.show_session(session, 13.1)
    assert header.routine not in watcher.look()


def test_while_a_bar_fills_only_its_end_is_painted(header: Header, session: Session) -> None:
    watcher = watched(header, session, 10.1)
    header.show_session(session, 15.1)
    (bar,) = [bar for segment, bar in header.segments.bars() if segment.index == 0]
    painted = watcher.look()[header.segments]
    assert bar.toAlignedRect().contains(painted)
    assert painted.contains(round(bar.left() + bar.width() * 12.5 / 120), round(bar.center().y()))
    assert painted.width() < 0.1 * bar.width()


def test_another_phase_paints_the_row_anew(header: Header, session: Session) -> None:
    watcher = watched(header, session, 119.9)
    header.show_session(session.advance(120.1), 120.1)
    assert watcher.look()[header.segments] == header.segments.rect()
    assert header.to_go.text() == "4:00 to go"


def test_a_stopped_session_has_nothing_to_go(header: Header, session: Session) -> None:
    header.show_session(session, 10)
    header.show_session(session.stop(11), 11)
    assert header.to_go.text() == ""


def test_the_same_words_are_not_painted_again(qtbot: QtBot) -> None:
    line = shown(Line(24, 32, 450), qtbot, 300, 40)
    line.say("ST36", "Left leg")
    watcher = Watcher(line)
    watcher.look()
    line.say("ST36", "Left leg")
    assert watcher.look() == {}
    line.say("ST36", "Right leg")
    assert line in watcher.look()

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, PhaseKind
from acutimer.core.session import Running, Session
from acutimer.ui.context import Context
from acutimer.ui.session.desktop.playing import Playing
from acutimer.ui.session.words.desktop_words import playing_of, why_awake
from tests.unprofiled import UNPROFILED

translate = QCoreApplication.translate


def test_a_press_is_a_track_of_its_routine(context: Context) -> None:
    made = plan(context.library.routines["knee-pain-press"], Choices(), UNPROFILED)
    index, press = next(
        (at, it) for at, it in enumerate(made.phases) if (it.kind, it.subject) == (PhaseKind.PRESS, "ST36")
    )
    session = replace(Session(made), state=Running(index, 100.0))
    shown = playing_of(session, 107.5, context.library, translate)
    assert shown == Playing(
        title="Left leg, ST36 Leg Three Miles",
        artist="acutimer",
        album=made.routine.name,
        length_seconds=press.seconds,
        position_seconds=7.5,
        is_running=True,
        track=index,
    )


def test_a_paused_session_does_not_play(context: Context) -> None:
    session = Session(plan(context.library.routines["knee-pain-press"], Choices(), UNPROFILED)).start(0.0).pause(3.0)
    shown = playing_of(session, 9.0, context.library, translate)
    assert shown is not None
    assert (shown.is_running, shown.position_seconds) == (False, 3.0)


def test_every_phase_of_every_routine_has_a_title(context: Context) -> None:
    for routine in context.library.routines.values():
        session = Session(plan(routine, Choices(), UNPROFILED)).start(0.0)
        while session.phase is not None:
            shown = playing_of(session, 0.0, context.library, translate)
            assert shown is not None
            assert shown.title
            assert (shown.length_seconds is None) is (session.phase.seconds is None)
            before, session = session, session.skip(0.0)
            assert session is not before


def test_nothing_plays_before_and_after(context: Context) -> None:
    session = Session(plan(context.library.routines["knee-pain-press"], Choices(), UNPROFILED))
    assert playing_of(session, 0.0, context.library, translate) is None
    assert playing_of(session.start(0.0).stop(1.0), 2.0, context.library, translate) is None


def test_the_desktop_is_told_why_the_screen_stays_on() -> None:
    assert why_awake(translate) == "A session is running"

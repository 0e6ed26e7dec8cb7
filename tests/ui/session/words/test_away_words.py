from PySide6.QtCore import QCoreApplication

from acutimer.core.away import Away
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.core.session import Session, Why
from acutimer.ui.context import Context
from acutimer.ui.session.words.away_words import WaysOn, away_words, kept_words, restored_words
from tests.unprofiled import UNPROFILED

translate = QCoreApplication.translate


def held(context: Context, routine: str, at: float) -> Session:
    return Session(plan(context.library.routines[routine], Choices(), UNPROFILED)).start(0).pause(at, Why.AWAY)


def said(context: Context, session: Session, seconds: float = 360.0) -> WaysOn:
    return away_words(session, Away(0, seconds), "7:41", now=0, library=context.library, translate=translate)


def test_being_away_is_told_with_the_time_and_the_three_ways_on(context: Context) -> None:
    assert said(context, held(context, "balance-points", 8 + 120 + 8 + 73)) == WaysOn(
        title="You were away for 6 minutes",
        text="The session stopped at 7:41 and waited for you. The time away is not counted.",
        carry_on="0:47 more on your left leg",
        redo="Redo this side",
        redo_detail="KI3, left leg, from the start: 2:00",
        finish_detail="Keep the 3\u00a0min 13\u00a0s you did",
    )


def test_repetitions_are_counted_in_the_ways_on(context: Context) -> None:
    ways = said(context, held(context, "daily-strength", 8 + 13))
    assert ways.carry_on == "18 more"
    assert (ways.redo, ways.redo_detail) == ("Redo this step", "Heel raises, both legs, from the start: 20")


def test_before_the_first_press_there_is_nothing_to_keep(context: Context) -> None:
    ways = said(context, held(context, "balance-points", 3))
    assert ways.carry_on == "Begins in 5 seconds"
    assert ways.finish_detail == "Nothing was practised yet"


def test_a_clock_set_back_is_not_called_being_away(context: Context) -> None:
    assert said(context, held(context, "balance-points", 50), 0).title == "The computer\u2019s clock was changed"


def test_a_session_cut_short_is_welcomed_back(context: Context) -> None:
    ways = restored_words(held(context, "balance-points", 50), 0, context.library, translate)
    assert ways.title == "Welcome back"
    assert ways.carry_on == "1:18 more on both sides"


def test_what_a_stop_keeps_is_told_honestly(context: Context) -> None:
    session = Session(plan(context.library.routines["balance-points"], Choices(), UNPROFILED)).start(0)
    assert kept_words(session.stop(3), 3, translate) == "You had not begun to practise yet."
    assert kept_words(session.stop(58), 58, translate) == "You did 50\u00a0s. It is kept."

"""The session says what is different for this person, and why: on the screen, to a screen reader, by voice."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan
from acutimer.core.moments import Cue, Moment
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.session import Running, Session
from acutimer.ui.context import Context
from acutimer.ui.session.words.phase_words import PhaseWords, words_of
from acutimer.ui.session.words.sayings import saying_of

translate = QCoreApplication.translate

Laid = Callable[..., Plan]


@pytest.fixture
def laid(context: Context) -> Laid:
    def lay(routine: str, *conditions: Condition, get_ready_seconds: int = 8) -> Plan:
        choices = Choices(get_ready_seconds=get_ready_seconds)
        return plan(context.library.routines[routine], choices, context.library.safety(conditions))

    return lay


def first(laid_out: Plan, kind: PhaseKind, subject: str | None = None) -> int:
    return next(
        index for index, phase in enumerate(laid_out.phases) if phase.kind is kind and subject in (None, phase.subject)
    )


def words(laid_out: Plan, index: int, context: Context) -> PhaseWords:
    return words_of(laid_out, index, context.library, translate)


def test_without_a_profile_there_is_nothing_to_say(laid: Laid, context: Context) -> None:
    laid_out = laid("knee-pain-press")
    assert not any(words(laid_out, index, context).care for index in range(len(laid_out.phases)))


def test_every_part_of_a_changed_step_says_what_and_why(laid: Laid, context: Context) -> None:
    laid_out = laid("knee-pain-press", Condition.OSTEOPOROSIS)
    for kind in (PhaseKind.GET_READY, PhaseKind.PRESS, PhaseKind.CHANGEOVER):
        told = words(laid_out, first(laid_out, kind), context)
        assert told.care == "Press lightly: you have osteoporosis"
        assert told.care in told.spoken
    assert words(laid_out, first(laid_out, PhaseKind.PRESS), context).instruction == "Press lightly, no harder"
    assert not words(laid_out, first(laid_out, PhaseKind.WAIT), context).care


def test_a_rest_between_sets_asks_for_no_care(laid: Laid, context: Context) -> None:
    laid_out = laid("daily-strength", Condition.POOR_BALANCE)
    assert not words(laid_out, first(laid_out, PhaseKind.REST, "heel-raises"), context).care
    assert words(laid_out, first(laid_out, PhaseKind.REPS), context).care.startswith("Stay seated: ")


def test_several_changes_of_one_step_are_all_told(laid: Laid, context: Context) -> None:
    laid_out = laid("daily-strength", Condition.POOR_BALANCE, Condition.RECENT_SURGERY)
    care = words(laid_out, first(laid_out, PhaseKind.REPS), context).care
    assert care.startswith("Stay seated: ")
    assert "Ask your doctor first: " in care


def said_at(laid_out: Plan, index: int, context: Context) -> str:
    session = Session(laid_out, Running(index, 100.0))
    saying = saying_of(session, Moment(Cue.SWITCH, index, 100.0), context.library, translate)
    assert saying is not None
    return saying.text


def test_the_voice_says_why_where_there_is_the_time(laid: Laid, context: Context) -> None:
    long = laid("knee-pain-press", Condition.OSTEOPOROSIS, get_ready_seconds=30)
    assert "You have osteoporosis" not in said_at(long, 1, context)
    assert "Press lightly: you have osteoporosis" in said_at(long, 1, context)
    short = laid("knee-pain-press", Condition.OSTEOPOROSIS, get_ready_seconds=4)
    assert "osteoporosis" not in said_at(short, 1, context)


def test_where_one_starts_by_hand_there_is_always_the_time(laid: Laid, context: Context) -> None:
    laid_out = laid("walk-and-soak", Condition.NEUROPATHY)
    index = first(laid_out, PhaseKind.GET_READY, "foot-soak")
    assert laid_out.phases[index].seconds is None
    assert "Test the water with your elbow first: you have diabetes or numb feet" in said_at(laid_out, index, context)

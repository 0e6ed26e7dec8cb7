import pytest

from acutimer.core.fitting import plan
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Session, Why
from acutimer.ui.context import Context
from acutimer.ui.session.words.mini_words import mini_cue, mini_time, mini_words
from tests.ui.session.mini.reaching import reached
from tests.unprofiled import UNPROFILED

KIND = PhaseKind


@pytest.mark.parametrize(
    ("routine", "kind", "number", "seconds", "headline", "digits", "unit", "cue", "is_ember"),
    [
        ("knee-pain-press", KIND.PRESS, 4, 36.0, "Left leg, ST36", "1:24", "", "Press", True),
        ("knee-pain-press", KIND.PRESS, 4, 103.0, "Left leg, ST36", "0:17", "", "Circle", True),
        ("knee-pain-press", KIND.CHANGEOVER, 2, 2.0, "Right leg next", "6", "", "Get ready", False),
        ("knee-pain-press", KIND.GET_READY, 2, 2.0, "Left leg, ST36", "6", "", "Get ready", False),
        ("morning-balance", KIND.GET_READY, 2, 2.0, "Both sides, BL23", "6", "", "Get ready", False),
        ("morning-balance", KIND.PRESS, 0, 2.0, "Left leg, KI3", "0:58", "", "Press", True),
        ("morning-balance", KIND.REPS, 0, 73.0, "Heel raises", "12", "of 20", "Rise", True),
        ("morning-balance", KIND.BREATHS, 0, 22.0, "Deep breaths", "2", "of 5", "In", True),
        ("morning-balance", KIND.TECHNIQUE, 0, 2.0, "Warming the lower back", "0:58", "", "to go", False),
        ("daily-strength", KIND.REST, 0, 6.0, "Rest", "24", "", "Let go", False),
        ("qigong-knee-massage", KIND.PATS, 0, 8.0, "Left leg", "0:30", "", "Sides", True),
        ("qigong-knee-massage", KIND.TECHNIQUE, 0, 8.0, "Left leg", "2:52", "", "Kneading the knee", True),
    ],
)
def test_each_phase_says_whose_turn_it_is_how_much_and_what_to_do(  # noqa: PLR0917  one row of the table
    context: Context,
    routine: str,
    kind: PhaseKind,
    number: int,
    seconds: float,
    headline: str,
    digits: str,
    unit: str,
    cue: str,
    is_ember: bool,
) -> None:
    session = reached(context, routine, kind, number, seconds)
    now = seconds
    assert mini_words(session, context.library).headline == headline
    assert mini_time(session, now) == (digits, unit)
    assert mini_cue(session, now, context.library) == (cue, is_ember)


def test_the_button_does_what_its_word_says(context: Context) -> None:
    pressing = reached(context, "knee-pain-press", KIND.PRESS)
    ready = reached(context, "knee-pain-press", KIND.GET_READY)
    waiting = reached(context, "knee-pain-press", KIND.WAIT)
    said = [mini_words(it, context.library) for it in (pressing, pressing.pause(1.0), ready, waiting)]
    assert [(words.icon, words.button) for words in said] == [
        ("pause", "Pause"),
        ("play", "Resume"),
        ("play", "Start now"),
        ("play", "Go on"),
    ]


def test_a_pause_says_so_in_place_of_what_to_do(context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, seconds=10).pause(10.0)
    assert mini_words(session, context.library).headline == "Left leg, SP9"
    assert mini_cue(session, 99.0, context.library) == ("Paused", False)


def test_a_wait_has_no_time_but_says_what_to_do_first(context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.WAIT)
    words = mini_words(session, context.library)
    assert (words.headline, words.text) == ("Settle and find the points", "Sit with your knees bent")
    assert mini_time(session, 5.0) == ("", "")
    assert mini_cue(session, 5.0, context.library) == ("Go on", False)


def test_what_waits_to_begin_says_start_now(context: Context) -> None:
    session = reached(context, "backward-treadmill", KIND.GET_READY)
    assert mini_words(session, context.library).text
    assert mini_cue(session, 0.0, context.library) == ("Start now", False)


@pytest.mark.parametrize("why", [Why.AWAY, Why.RESTORED])
def test_what_the_session_asks_is_told_and_leads_to_the_full_window(context: Context, why: Why) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, seconds=10).pause(10.0, why)
    words = mini_words(session, context.library, "You were away for 6 minutes")
    assert (words.headline, words.icon) == ("You were away for 6 minutes", "expand")
    assert words.button == "Back to the full window"
    assert mini_cue(session, 10.0, context.library) == ("Open to go on", False)
    assert mini_time(session, 10.0) == ("1:50", "")


def test_a_session_that_is_over_can_only_be_looked_at(context: Context) -> None:
    stopped = reached(context, "knee-pain-press", KIND.PRESS, seconds=10).stop(10.0)
    words = mini_words(stopped, context.library)
    assert (words.headline, words.icon) == ("Stopped", "expand")
    assert mini_time(stopped, 10.0) == ("", "")
    assert mini_cue(stopped, 10.0, context.library)[0]


def test_no_phase_of_any_routine_is_without_words(context: Context) -> None:
    for routine in context.library.routines.values():
        laid_out = plan(routine, context.preferences.value.choices(), UNPROFILED)
        for index in range(len(laid_out.phases)):
            session = Session.restored(laid_out, (), index, 0.0).resume(0.0)
            words = mini_words(session, context.library)
            assert words.headline
            assert words.button
            assert mini_cue(session, 0.0, context.library)[0]
            assert bool(mini_time(session, 0.0)[0]) is (session.left(0.0) is not None)

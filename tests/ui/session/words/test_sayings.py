"""What is said in a session, walked through with its moments: the same words as on the screen, and never behind."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from acutimer.core.fitting import plan
from acutimer.core.moments import moments_between
from acutimer.core.planning import Choices
from acutimer.core.press_now import press_now
from acutimer.core.session import Over, Session
from acutimer.ui.session.words.phase_words import words_of
from acutimer.ui.session.words.pronouncing import Pronouncing
from acutimer.ui.session.words.sayings import Saying, Urgency, again, saying_of, sayings_of
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

translate = QCoreApplication.translate
STEP_SECONDS = 0.25


def walked(session: Session) -> Iterator[tuple[Session, float, Saying]]:
    """Every saying of a session, with the session at that time. Waits are ended after a second."""
    now = 100.0
    before, session, was = session, session.start(now), now
    while True:
        for saying in sayings_of(session, moments_between(before, was, session, now), LIBRARY, translate):
            yield session, now, saying
        if isinstance(session.state, Over):
            return
        before, was = session, now
        now += STEP_SECONDS
        waits = session.phase is not None and session.phase.seconds is None
        session = session.go(now) if waits and session.elapsed(now) >= 1 else session.advance(now)


def said(routine: str, choices: Choices | None = None) -> list[str]:
    laid_out = plan(LIBRARY.routines[routine], choices or Choices(), UNPROFILED)
    return [saying.text for _, _, saying in walked(Session(laid_out))]


def test_a_press_on_both_legs_is_told_from_beginning_to_end() -> None:
    texts = said("knee-pain-press")
    first = texts.index("Left leg. ST36, Leg Three Miles. Four fingers below the outer knee eye. 2 minutes.")
    assert texts[first + 1 :] == [
        "Press firmly beside the shin bone",
        "Now in circles",
        "Five seconds to go. Then your right leg.",
        "Now your right leg. ST36, Leg Three Miles. Same spot on the other side. 2 minutes.",
        "Press",
        "Now in circles",
        "Five seconds to go. Then you are done.",
        "You are done",
    ]


def test_repetitions_are_counted_to_the_last() -> None:
    texts = said("daily-strength")
    begin = texts.index("Begin")
    counts = [f"{count}" for count in range(1, 20)]
    counts[14], counts[18] = "15, five more", "19, last one"
    assert texts[0] == "Heel raises. Both legs. Lift your heels slowly, then lower. 2 sets of 20."
    assert texts[begin + 1 : begin + 20] == counts
    assert texts[begin + 20] == "20. Rest. Then set 2 of 2. Breathe and let go. 30 seconds."
    assert texts[begin + 21] == "Begin"
    assert texts[-1] == "10. You are done."


def test_a_count_is_said_when_it_is_done_and_not_a_repetition_later() -> None:
    for session, now, saying in walked(Session(plan(LIBRARY.routines["daily-strength"], Choices(), UNPROFILED))):
        if saying.urgency is Urgency.COUNT:
            assert session.phase is not None
            assert session.phase.tempo is not None
            assert int(saying.text.split(",")[0]) == round(session.elapsed(now) / session.phase.tempo.seconds)
            assert saying.until - now <= session.phase.tempo.seconds


def test_halfway_is_said_where_no_circles_change_it() -> None:
    assert said("balance-points").count("Halfway") == 3


def test_how_to_press_is_said_while_getting_ready_where_there_is_time() -> None:
    texts = said("balance-points", replace(Choices(), get_ready_seconds=20))
    assert "Both sides. BL23, Kidney Transporter. " in texts[0]
    assert "Press gently, both sides at once. 2 minutes." in texts[0]
    assert texts[1] == "Press"


def test_without_time_to_get_ready_the_practice_itself_tells_all() -> None:
    texts = said("balance-points", replace(Choices(), get_ready_seconds=0, changeover_seconds=0))
    assert texts[0] == "Both sides. BL23, Kidney Transporter. Press gently, both sides at once. 2 minutes."


def test_what_waits_says_that_it_does() -> None:
    texts = said("walk-and-soak")
    assert "Your walk. Walk for as long as feels good. Go on when you are ready." in texts
    assert "Foot soak. Rest your feet in warm water. 10 minutes. Starts when you say so." in texts


def test_a_press_of_circles_alone_begins_with_circles() -> None:
    texts = said("post-workout-recovery")
    right = next(index for index, text in enumerate(texts) if text.startswith("Now your right leg. GB33"))
    assert texts[right + 1] == "Circle"


def test_one_point_pressed_by_itself_is_told_the_same_way() -> None:
    texts = [
        saying.text
        for _, _, saying in walked(Session(plan(press_now(LIBRARY.points["ST36"], 60), Choices(), UNPROFILED)))
    ]
    assert texts[0].startswith("Left leg. ST36, Leg Three Miles. ")
    assert texts[-1] == "You are done"


@pytest.mark.parametrize("routine", LIBRARY.routines)
def test_every_saying_is_short_calm_and_still_true_when_it_begins(routine: str) -> None:
    spoken = Pronouncing(LIBRARY.pronunciation).spoken
    for session, now, saying in walked(Session(plan(LIBRARY.routines[routine], Choices(), UNPROFILED))):
        assert not re.search(r"[{}%!]|\bNone\b|\.\.|  ", saying.text)
        assert len(saying.text) <= 130
        assert saying.until > now
        assert not isinstance(session.state, Over) or saying.index is None
        assert re.fullmatch(r"[A-Za-z0-9 ,.'()-]+", spoken(saying.text)), spoken(saying.text)


@pytest.mark.parametrize("routine", LIBRARY.routines)
def test_what_is_said_of_a_phase_is_what_stands_on_the_screen(routine: str) -> None:
    for session, _, saying in walked(Session(plan(LIBRARY.routines[routine], Choices(), UNPROFILED))):
        if session.index is not None and saying.urgency is Urgency.INSTRUCTION and not saying.text.startswith("Now in"):
            words = words_of(session.plan, session.index, LIBRARY, translate)
            if not session.plan.phases[session.index].kind.is_practice:
                assert words.headline in saying.text
                assert words.code in saying.text
                assert words.instruction.rstrip(".") in saying.text


def test_asked_again_it_tells_where_one_is_and_how_much_is_to_go() -> None:
    session = Session(plan(LIBRARY.routines["knee-pain-press"], Choices(), UNPROFILED)).start(0)
    assert again(Session(session.plan), 0, LIBRARY, translate) is None
    session = session.go(0)
    getting_ready = again(session, 1, LIBRARY, translate)
    assert getting_ready is not None
    assert getting_ready.text.startswith("Left leg. SP9, ")
    pressing = again(session.advance(18), 18, LIBRARY, translate)
    assert pressing is not None
    assert pressing.text == "Left leg. SP9, Yin Mound Spring. Press firmly below the inner knee. 1:50 to go."
    raises = Session(plan(LIBRARY.routines["daily-strength"], Choices(), UNPROFILED)).start(0).advance(21)
    counted = again(raises, 21, LIBRARY, translate)
    assert counted is not None
    assert counted.text.endswith("2 of 20.")


def test_the_words_go_through_the_translator() -> None:
    def shout(context: str, text: str, comment: str = "", n: int = -1, /) -> str:
        return text.upper()

    session = Session(plan(LIBRARY.routines["balance-points"], Choices(), UNPROFILED))
    begun = session.start(0)
    moments = moments_between(session, 0, begun, 0)
    saying = saying_of(begun, moments[0], LIBRARY, shout)
    assert saying is not None
    assert saying.text.startswith("BOTH SIDES. ")

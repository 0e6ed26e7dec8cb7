from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.moments import Cue, Moment, moments_between
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Session, Why
from acutimer.ui.context import Context
from acutimer.ui.session.sound.hearing import Hearing
from tests.ui.session.conftest import Clocks, Loudspeaker
from tests.ui.session.mini.reaching import reached
from tests.ui.session.sound.voicing import Engines

PRESS = "Press firmly beside the shin bone"
QUESTION = "You were away for 6 minutes. The session stopped at 14:05 and waited for you."


@pytest.fixture
def engines() -> Engines:
    return Engines()


@pytest.fixture
def hearing(context: Context, qtbot: QtBot, loudspeaker: Loudspeaker, engines: Engines) -> Iterator[Hearing]:
    made = Hearing(context, lambda _folder: loudspeaker, engines)
    yield made
    made.close()


@pytest.fixture
def troubles(hearing: Hearing) -> list[str]:
    told: list[str] = []
    hearing.troubled.connect(told.append)
    return told


@pytest.fixture
def pressing(context: Context, clocks: Clocks) -> Session:
    """Ten seconds into the press of the left ST36, now."""
    made = reached(context, "knee-pain-press", PhaseKind.PRESS, 4, 10)
    return made.pause(10).resume(clocks.seconds)


def said(engines: Engines) -> list[str]:
    """All that is said from here on, each to its end."""
    (engine,) = engines.made
    for _ in range(10):  # more than ever waits
        engine.finished.emit()
    return engine.said


def begin(hearing: Hearing, engines: Engines, session: Session, clocks: Clocks) -> None:
    """The phase of `session` begins, and the voice is open."""
    hearing.hear(session, (Moment(Cue.BEGIN, session.index, clocks.seconds),))
    engines.made[0].can_open()


def test_a_moment_is_heard_as_a_tone_and_in_words(
    hearing: Hearing, engines: Engines, loudspeaker: Loudspeaker, clocks: Clocks, context: Context
) -> None:
    captions: list[str] = []
    hearing.captioned.connect(captions.append)
    before = reached(context, "knee-pain-press", PhaseKind.GET_READY, 2).pause(0)
    was = clocks.seconds
    before = before.resume(was)
    clocks.pass_by(8)
    after = before.advance(clocks.seconds)
    hearing.hear(after, moments_between(before, was, after, clocks.seconds))
    engines.made[0].can_open()
    assert [name for name, _ in loudspeaker.played] == ["begin"]
    assert said(engines) == [PRESS]
    assert captions == [PRESS, ""]


def test_asked_again_and_again_it_says_where_one_is_once_more_and_not_as_often(
    hearing: Hearing, engines: Engines, pressing: Session, clocks: Clocks
) -> None:
    begin(hearing, engines, pressing, clocks)
    for _ in range(3):
        hearing.say_again(pressing)
        clocks.pass_by(1)
    first, *more = said(engines)
    assert first == PRESS
    assert more == ["Left leg. S T 36, Leg Three Miles. Press firmly beside the shin bone. 1 minute 48 seconds to go."]


def test_a_question_takes_the_place_of_what_was_still_to_be_said_and_is_asked_again(
    hearing: Hearing, engines: Engines, pressing: Session, clocks: Clocks
) -> None:
    begin(hearing, engines, pressing, clocks)
    hearing.say_again(pressing)
    hearing.ask(QUESTION)
    assert said(engines) == [PRESS, QUESTION]
    hearing.say_again(pressing.pause(clocks.seconds, Why.AWAY))
    assert said(engines)[2:] == [QUESTION]


def test_what_cannot_be_heard_is_told_for_as_long_as_it_is_wanted(  # noqa: PLR0917  the parts of one desk
    hearing: Hearing,
    engines: Engines,
    troubles: list[str],
    loudspeaker: Loudspeaker,
    pressing: Session,
    clocks: Clocks,
    context: Context,
) -> None:
    loudspeaker.is_there, engines.none = False, True
    moments = (Moment(Cue.HALFWAY, pressing.index, clocks.seconds),)
    hearing.hear(pressing, moments)
    assert troubles[-1] == "No sound and no voice on this computer: watch the screen"
    context.preferences.update(voice=False)
    assert troubles[-1] == "No sound on this computer: watch the screen"
    context.preferences.update(sounds=False)
    assert troubles[-1] == ""
    context.preferences.update(voice=True)
    hearing.hear(pressing, moments)
    assert troubles[-1] == "No voice on this computer: watch the screen"


def test_a_device_that_comes_back_takes_the_trouble_away(
    hearing: Hearing, troubles: list[str], loudspeaker: Loudspeaker, pressing: Session, clocks: Clocks
) -> None:
    hearing.hear(pressing, (Moment(Cue.HALFWAY, pressing.index, clocks.seconds),))
    loudspeaker.plug(False)
    loudspeaker.plug(True)
    assert troubles == ["No sound on this computer: watch the screen", ""]

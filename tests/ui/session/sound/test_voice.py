from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from acutimer.ui.context import Context
from acutimer.ui.session.sound.voice import MOST_FAILURES, Voice
from acutimer.ui.session.words.sayings import Saying, Urgency
from tests.ui.session.conftest import Clocks
from tests.ui.session.sound.voicing import Engines, FakeEngine

LEFT = Saying("Left leg. ST36, Leg Three Miles.", Urgency.INSTRUCTION, 5010.0, 0)
PRESS = Saying("Press", Urgency.INSTRUCTION, 5010.0, 0)
HALFWAY = Saying("Halfway", Urgency.ASIDE, 5003.0, 0)


class Told:
    """What the voice tells."""

    def __init__(self, voice: Voice) -> None:
        self.began: list[str] = []
        self.ended = self.silences = 0
        voice.began.connect(self.began.append)
        voice.ended.connect(self._on_ended)
        voice.fell_silent.connect(self._on_silence)

    def _on_ended(self) -> None:
        self.ended += 1

    def _on_silence(self) -> None:
        self.silences += 1


@pytest.fixture
def engines() -> Engines:
    return Engines()


@pytest.fixture
def voice(context: Context, engines: Engines) -> Iterator[Voice]:
    voice = Voice(context.preferences, context.monotonic, context.library.pronunciation, engines)
    yield voice
    voice.close()


@pytest.fixture
def told(voice: Voice) -> Told:
    return Told(voice)


def opened(voice: Voice, engines: Engines) -> FakeEngine:
    """The engine once it speaks: the left leg."""
    voice.say(LEFT)
    engines.made[-1].can_open()
    return engines.made[-1]


def is_patient(voice: Voice) -> bool:
    timer = voice.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer.isActive()


def test_the_engine_is_opened_at_the_first_saying_and_once(voice: Voice, engines: Engines) -> None:
    assert engines.made == []
    voice.say(LEFT)
    voice.say(PRESS)
    assert engines.made[0].calls == ["open"]
    assert len(engines.made) == 1


@pytest.mark.parametrize("quiet", [{"voice": False}, {"voice_volume": 0}])
def test_with_the_voice_off_no_engine_is_opened(
    quiet: dict[str, object], context: Context, voice: Voice, engines: Engines
) -> None:
    context.preferences.update(**quiet)
    voice.say(LEFT)
    voice.sample()
    if not context.preferences.value.voice:
        voice.find_voices()
    assert engines.made == []


def test_what_is_shown_is_the_text_and_what_is_spoken_sounds_like_it(
    voice: Voice, engines: Engines, told: Told
) -> None:
    engine = opened(voice, engines)
    assert told.began == ["Left leg. ST36, Leg Three Miles."]
    assert engine.said == ["Left leg. S T 36, Leg Three Miles."]


def test_one_is_said_after_the_other(voice: Voice, engines: Engines, told: Told) -> None:
    engine = opened(voice, engines)
    voice.say(PRESS, HALFWAY)
    assert len(engine.said) == 1
    engine.finished.emit()
    engine.finished.emit()
    assert told.began == [LEFT.text, "Press", "Halfway"]
    assert told.ended == 0
    engine.finished.emit()
    assert told.ended == 1
    assert not is_patient(voice)


def test_what_is_too_late_when_its_turn_comes_is_left_out(
    voice: Voice, engines: Engines, told: Told, clocks: Clocks
) -> None:
    engine = opened(voice, engines)
    voice.say(HALFWAY)
    clocks.pass_by(4)
    engine.finished.emit()
    assert told.began == [LEFT.text]
    assert told.ended == 1


def test_hushed_it_ends_its_sentence_and_says_no_more(voice: Voice, engines: Engines) -> None:
    engine = opened(voice, engines)
    voice.say(PRESS)
    voice.hush()
    engine.finished.emit()
    assert engine.said == ["Left leg. S T 36, Leg Three Miles."]
    assert "stop" not in engine.calls


def test_it_speaks_as_the_settings_say_now(context: Context, voice: Voice, engines: Engines) -> None:
    engine = opened(voice, engines)
    assert engine.calls[1] == ("", 0.8, 0.0)
    context.preferences.update(voice_name="Anne", voice_volume=40, voice_rate=-25)
    voice.say(PRESS)
    engine.finished.emit()
    assert engine.calls[3] == ("Anne", 0.4, -0.25)


def test_switched_off_it_is_quiet_at_once_and_lets_the_engine_go(
    context: Context, voice: Voice, engines: Engines, told: Told
) -> None:
    engine = opened(voice, engines)
    context.preferences.update(voice=False)
    assert engine.calls[-2:] == ["stop", "close"]
    assert told.ended == 1
    context.preferences.update(voice=True)
    voice.say(PRESS)
    assert len(engines.made) == 2


def test_nothing_to_speak_with_is_told_once(context: Context) -> None:
    voice = Voice(context.preferences, context.monotonic, {}, Engines(none=True))
    told = Told(voice)
    voice.say(LEFT)
    voice.say(PRESS)
    assert voice.is_silent
    assert (told.silences, told.began) == (1, [])


def test_switched_off_and_on_the_voice_is_tried_again_and_missed_again(context: Context) -> None:
    voice = Voice(context.preferences, context.monotonic, {}, Engines(none=True))
    told = Told(voice)
    for silences in (1, 2):
        voice.say(LEFT)
        assert (told.silences, voice.is_silent) == (silences, True)
        context.preferences.update(voice=False)
        assert not voice.is_silent
        context.preferences.update(voice=True)


def test_an_engine_that_cannot_be_opened_is_told_of_once(voice: Voice, engines: Engines, told: Told) -> None:
    voice.say(LEFT)
    engines.made[0].failed.emit("no connection")
    voice.say(PRESS)
    assert (told.silences, len(engines.made)) == (1, 1)
    assert engines.made[0].calls == ["open", "close"]


def test_an_engine_that_never_opens_is_given_up(voice: Voice, engines: Engines, told: Told) -> None:
    voice.say(LEFT)
    assert is_patient(voice)
    voice.lose_patience()
    assert told.silences == 1
    assert not is_patient(voice)


def test_an_engine_that_dies_is_opened_anew_and_what_was_lost_is_said(
    voice: Voice, engines: Engines, told: Told
) -> None:
    opened(voice, engines).failed.emit("connection lost")
    assert told.ended == 1
    engines.made[1].can_open()
    assert engines.made[1].said == engines.made[0].said
    assert told.began == [LEFT.text] * 2
    assert told.silences == 0


def test_words_lost_with_an_engine_and_too_late_for_the_next_are_shown_no_more(
    voice: Voice, engines: Engines, told: Told, clocks: Clocks
) -> None:
    opened(voice, engines).failed.emit("connection lost")
    clocks.pass_by(LEFT.until - clocks.seconds + 1)
    engines.made[1].can_open()
    assert (told.began, told.ended) == ([LEFT.text], 1)


def test_an_engine_that_fails_on_the_spot_says_nothing(
    context: Context, voice: Voice, engines: Engines, told: Told
) -> None:
    engine = opened(voice, engines)
    engine.fails_tuning = True
    voice.say(PRESS)
    engine.finished.emit()
    assert told.began == [LEFT.text]
    engines.made[1].can_open()
    assert told.began == [LEFT.text, "Press"]


def test_an_engine_that_dies_again_and_again_is_given_up(voice: Voice, engines: Engines, told: Told) -> None:
    engine = opened(voice, engines)
    for _ in range(MOST_FAILURES):
        assert told.silences == 0
        engine.failed.emit("connection lost")
        engine = engines.made[-1]
        engine.can_open()
    assert told.silences == 1
    assert len(engines.made) == MOST_FAILURES


def test_a_text_that_never_ends_counts_as_said_once_it_is_stopped(voice: Voice, engines: Engines) -> None:
    engine = opened(voice, engines)
    voice.say(PRESS)
    assert is_patient(voice)
    voice.lose_patience()
    assert engine.calls[-1] == "stop"
    engine.finished.emit()
    assert engine.said[-1] == "Press"


def test_an_engine_that_does_not_even_stop_is_opened_anew(voice: Voice, engines: Engines, told: Told) -> None:
    opened(voice, engines).finished.emit()
    voice.say(PRESS, HALFWAY)
    voice.lose_patience()
    assert told.ended == 1
    voice.lose_patience()
    assert told.ended == 2
    engines.made[1].can_open()
    assert engines.made[1].said == ["Halfway"]
    assert told.silences == 0


def test_an_engine_that_never_gets_a_word_out_is_given_up(voice: Voice, engines: Engines, told: Told) -> None:
    opened(voice, engines)
    voice.lose_patience()
    voice.lose_patience()
    assert (told.silences, len(engines.made)) == (1, 1)


def test_what_no_voice_can_read_is_passed_over(voice: Voice, engines: Engines, told: Told) -> None:
    engine = opened(voice, engines)
    voice.say(Saying("\u8db3\u4e09\u91cc", Urgency.INSTRUCTION, 5010.0, 0), PRESS)
    engine.finished.emit()
    assert engine.said[-1] == "Press"
    assert told.began == [LEFT.text, "Press"]


def test_the_voices_are_known_once_it_is_open(voice: Voice, engines: Engines) -> None:
    found: list[object] = []
    voice.voices_found.connect(lambda: found.append(voice.voices()))
    voice.find_voices()
    assert voice.voices() == []
    engines.made[0].can_open()
    voice.find_voices()
    assert found == [[("Anne", "Anne (United Kingdom)"), ("Kari", "Kari (Finnish)")]] * 2


def test_a_sample_is_heard_and_shown(voice: Voice, engines: Engines, told: Told) -> None:
    voice.sample()
    engines.made[0].can_open()
    assert engines.made[0].said == told.began == ["Left leg. Press gently for 2 minutes."]


def test_closed_it_can_be_opened_again(voice: Voice, engines: Engines) -> None:
    engine = opened(voice, engines)
    voice.close()
    assert engine.calls[-1] == "close"
    assert not is_patient(voice)
    voice.say(PRESS)
    engines.made[1].can_open()
    assert engines.made[1].said == ["Press"]

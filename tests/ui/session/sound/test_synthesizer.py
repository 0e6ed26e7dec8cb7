"""Qt's own mock engine, with its thread and without: it speaks to nobody, and takes its time for it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from acutimer.ui.context import Context
from acutimer.ui.session.sound.synthesizer import ENGINES, Synthesizer
from acutimer.ui.session.sound.voice import Voice
from acutimer.ui.session.words.sayings import Saying, Urgency

PATIENCE_MS = 30_000  # the mock speaks in its own time, and a busy computer adds to it


@pytest.fixture(params=[True, False], ids=["in its thread", "in ours"])
def engine(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Synthesizer]:
    engine = Synthesizer("mock", in_thread=request.param)
    yield engine
    engine.close()


def opened(engine: Synthesizer, qtbot: QtBot) -> Synthesizer:
    with qtbot.waitSignal(engine.opened, timeout=PATIENCE_MS):
        engine.open()
    return engine


def test_it_opens_with_its_voices_ours_first(engine: Synthesizer, qtbot: QtBot) -> None:
    opened(engine, qtbot)
    names = [known.name for known in engine.voices]
    assert set(names[:4]) == {"Anne", "Bob", "Charly", "Mary"}
    assert len(names) == len(set(names)) == 10
    assert not any(known.speaks_content for known in engine.voices[4:])


def test_a_text_ends_with_its_signal(engine: Synthesizer, qtbot: QtBot) -> None:
    opened(engine, qtbot).tune("Kari", 0.4, -0.25)
    for _ in range(2):
        with qtbot.waitSignal(engine.finished, timeout=PATIENCE_MS):
            engine.say("Left leg")


def test_a_text_that_is_stopped_ends_too(engine: Synthesizer, qtbot: QtBot) -> None:
    opened(engine, qtbot).say("word " * 500)
    with qtbot.waitSignal(engine.finished, timeout=PATIENCE_MS):
        engine.stop()


@pytest.mark.qt_log_ignore("is not supported", extend=True)
def test_an_engine_that_is_not_there_fails_to_open(qtbot: QtBot) -> None:
    engine = Synthesizer("none of these", in_thread=True)
    with qtbot.waitSignal(engine.failed, timeout=PATIENCE_MS):
        engine.open()
    engine.close()


@pytest.mark.qt_log_ignore("is not supported", extend=True)
@pytest.mark.parametrize("name", ["mock", "none of these", "speechd"])
def test_closed_its_engine_and_its_thread_are_gone(name: str, qtbot: QtBot) -> None:
    """Without a service (there is none in tests) speech-dispatcher's engine comes to nothing it could be stuck in."""
    engine = Synthesizer(name, in_thread=True)
    with qtbot.waitSignal(engine.opened if name == "mock" else engine.failed, timeout=PATIENCE_MS):
        engine.open()
    speech, thread = engine._speech, engine._thread
    assert thread is not None
    engine.close()
    assert thread._has_left.wait(PATIENCE_MS / 1000)
    assert not isValid(speech)


def test_the_end_of_the_program_waits_for_the_last_one_alone(qtbot: QtBot) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    counts = set()
    for _ in range(4):
        engine = opened(Synthesizer("mock", in_thread=True), qtbot)
        counts.add(app.receivers("2aboutToQuit()"))
        engine.close()
        assert engine._thread is not None
        assert engine._thread._has_left.wait(PATIENCE_MS / 1000)
    assert len(counts) == 1


def test_it_can_be_closed_before_it_is_open(engine: Synthesizer) -> None:
    engine.open()
    engine.close()
    engine.close()


def test_what_speaks_to_nobody_is_never_taken() -> None:
    assert "mock" not in ENGINES


def test_a_voice_speaks_through_it_from_the_first_word_to_the_last(
    context: Context, engine: Synthesizer, qtbot: QtBot
) -> None:
    voice = Voice(context.preferences, context.monotonic, context.library.pronunciation, lambda: engine)
    began: list[str] = []
    voice.began.connect(began.append)
    with qtbot.waitSignal(voice.ended, timeout=PATIENCE_MS):
        voice.say(Saying("Left leg", Urgency.INSTRUCTION, 6000.0, 0), Saying("Press", Urgency.INSTRUCTION, 6000.0, 0))
    assert began == ["Left leg", "Press"]
    assert len(voice.voices()) == 10
    voice.close()

"""Whatever the voice says can be read while it is said: on the screen's own lines, or in the caption."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.fitting import plan
from acutimer.core.moments import to_next_moment
from acutimer.core.session import Over
from acutimer.ui.context import Context
from acutimer.ui.session.page import SessionPage
from acutimer.ui.session.sound.voices import Known
from tests.shipped import LIBRARY
from tests.ui.practice import shown
from tests.ui.session.conftest import Clocks, Loudspeaker
from tests.unprofiled import UNPROFILED

MOST_TICKS = 5000
LONGEST_TICK_SECONDS = 1.9
AFTER_IT_IS_DUE_SECONDS = 0.002
WALK_SECONDS = 5.0  # how long a wait lasts


class Talker(QObject):
    """An engine that speaks at once, and until it is told that it has ended."""

    opened = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.is_speaking = False

    @property
    def voices(self) -> tuple[Known, ...]:
        return ()

    def open(self) -> None:
        self.opened.emit()

    def tune(self, name: str, volume: float, rate: float) -> None:
        pass

    def say(self, text: str) -> None:
        assert text
        self.is_speaking = True

    def end(self) -> None:
        if self.is_speaking:
            self.is_speaking = False
            self.finished.emit()

    def stop(self) -> None:
        self.end()

    def close(self) -> None:
        self.is_speaking = False


@pytest.fixture
def talker() -> Talker:
    return Talker()


@pytest.fixture
def page(context: Context, qtbot: QtBot, loudspeaker: Loudspeaker, talker: Talker) -> Iterator[SessionPage]:
    context.preferences.update(voice=True, reduced_motion=True, awake=False)
    made = SessionPage(context, opening=lambda _folder: loudspeaker, speaking=lambda: talker)
    yield shown(made, qtbot, 1280, 800)
    made.close()


def read(page: SessionPage) -> list[str]:
    """Everything written on the page."""
    texts = (getattr(it, "text", None) for it in page.findChildren(QWidget) if it.isVisible())
    return [text() for text in texts if callable(text)]


def pieces(saying: str) -> list[str]:
    """What of a saying stands on lines of their own: its sentences, and a point's code before its name."""
    return [piece for sentence in saying.removesuffix(".").split(". ") for piece in sentence.split(", ")]


@pytest.mark.parametrize("routine", LIBRARY.routines)
def test_whatever_is_said_can_be_read(
    page: SessionPage, context: Context, clocks: Clocks, talker: Talker, routine: str
) -> None:
    said: list[str] = []
    page.hearing.captioned.connect(said.append)
    page.begin(plan(LIBRARY.routines[routine], context.preferences.value.choices(), UNPROFILED))
    missing, spoken = set[str](), 0
    for _ in range(MOST_TICKS):
        session = page.player.session
        if session is None or isinstance(session.state, Over):
            break
        texts = read(page)
        if talker.is_speaking:
            spoken += 1
            missing |= {f"{it!r} of {said[-1]!r}" for it in pieces(said[-1]) if not any(it in text for text in texts)}
        talker.end()
        is_wait = session.phase is not None and session.phase.seconds is None
        if is_wait and session.elapsed(clocks.seconds) > WALK_SECONDS:
            page.player.toggle()
        else:
            clocks.pass_by(min(LONGEST_TICK_SECONDS, to_next_moment(session, clocks.seconds) + AFTER_IT_IS_DUE_SECONDS))
            page.player.tick()
    assert session is not None
    assert isinstance(session.state, Over)
    assert spoken
    assert not missing

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.planning import PhaseKind
from acutimer.core.session import Session
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.session.mini.dial import SIZE_PX, Dial
from acutimer.ui.session.mini.dial_face import dial_face_of
from tests.ui.session.mini.reaching import reached
from tests.ui.session.watching import Watcher

KIND = PhaseKind
MIDDLE = SIZE_PX // 2
ON_SKIN = (MIDDLE + 4, MIDDLE + 24)  # below the point, on the leg


@pytest.fixture
def dial(context: Context, qtbot: QtBot) -> Iterator[Dial]:
    dial = Dial(context)
    qtbot.addWidget(dial)
    dial.show()
    yield dial
    dial.close_drawings()


def seen(dial: Dial, context: Context, session: Session, now: float) -> QImage:
    """What is in the dial once all of it is drawn."""
    dial.show_view(session)
    dial.show_face(dial_face_of(session, now))
    for _ in range(3):
        dial.grab()
        for figures in (context.figures, *dial.findChildren(Figures)):
            for pool in figures.findChildren(QThreadPool):
                pool.waitForDone()
        QApplication.processEvents()
    return dial.grab().toImage()


def test_a_pause_dims_the_figure_and_leaves_the_ring(dial: Dial, context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 36)
    running = seen(dial, context, session, 36.0)
    paused = seen(dial, context, session.pause(36.0), 36.0)
    assert paused.pixelColor(*ON_SKIN) != running.pixelColor(*ON_SKIN)
    at_ring = (MIDDLE, MIDDLE + 45)
    assert paused.pixelColor(*at_ring) == running.pixelColor(*at_ring)


def test_the_foot_stands_otherwise_up_than_down(dial: Dial, context: Context) -> None:
    up = seen(dial, context, reached(context, "morning-balance", KIND.REPS, 0, 2.5), 2.5)
    down = seen(dial, context, reached(context, "morning-balance", KIND.REPS, 0, 4.5), 4.5)
    assert up != down


def test_left_and_right_are_mirrored(dial: Dial, context: Context) -> None:
    left = seen(dial, context, reached(context, "knee-pain-press", KIND.PRESS, 4, 36), 36.0)
    right = seen(dial, context, reached(context, "knee-pain-press", KIND.PRESS, 5, 36), 36.0)
    low = MIDDLE + 10
    here = [left.pixelColor(x, low).lightness() for x in range(MIDDLE - 30, MIDDLE + 30)]
    there = [right.pixelColor(SIZE_PX - 1 - x, low).lightness() for x in range(MIDDLE - 30, MIDDLE + 30)]
    assert max(abs(one - other) for one, other in zip(here, there, strict=True)) < 8
    assert max(abs(one - other) for one, other in zip(here, reversed(there), strict=True)) > 30


def test_a_count_fills_tick_by_tick(dial: Dial, context: Context) -> None:
    session = reached(context, "morning-balance", KIND.REPS, 0, 60)
    assert (dial_face_of(session, 60.0).done, dial_face_of(session, 60.0).reps) == (10, 20)
    picture = seen(dial, context, session, 60.0)
    done, to_do = picture.pixelColor(MIDDLE + 44, MIDDLE + 3), picture.pixelColor(MIDDLE - 44, MIDDLE + 3)
    assert done.saturation() > to_do.saturation()


def test_more_time_moves_the_notch_to_its_new_place(dial: Dial, context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 1)
    seen(dial, context, session, 1.0)
    watcher = Watcher(dial)
    longer = session.extend(1.0)
    dial.show_view(longer)
    dial.show_face(dial_face_of(longer, 1.0))
    assert watcher.painted() == dial.rect()

"""Every screen and state: all of it can be read, heard and hit, whatever the size, and nothing moves that need not."""

from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.session.player import Player
from tests.legibility import cut_off
from tests.reach.hearing import too_small, unheard, unwalked
from tests.reach.staging import DOUBLED, SMALL, staged, take_size, windows
from tests.ui.fitting_in import faults

LEAST_PX, IN_A_SESSION_PX = 28, 44
OFTEN_MS = 1000


def test_all_of_it_can_be_read_heard_and_hit(scene: str, tmp_path: Path, qtbot: QtBot) -> None:
    with staged(scene, tmp_path) as stage:
        least = IN_A_SESSION_PX if scene.startswith(("session", "mini")) else LEAST_PX
        found: list[str] = []
        for window in windows(stage):
            found += [*cut_off(window), *unheard(window), *unwalked(window)]
            found += [*too_small(window, least), *_moves(window)]
        take_size(stage, DOUBLED)  # as everything at 200 %
        found += [f"at 200 %: {it}" for it in (*cut_off(stage.window), *faults(stage.window))]
        found += [f"at 200 %: {it}" for it in too_small(stage.window, least)]
    assert not found, f"{scene}:\n" + "\n".join(found)


def test_words_40_percent_longer_are_cut_off_nowhere(scene: str, tmp_path: Path, qtbot: QtBot, longer: None) -> None:
    with staged(scene, tmp_path) as stage:
        found = [it for window in windows(stage) for it in cut_off(window)]
        take_size(stage, SMALL)
        found += [f"at {SMALL[0]} x {SMALL[1]}: {it}" for it in (*cut_off(stage.window), *faults(stage.window))]
    assert not found, f"{scene}:\n" + "\n".join(found)


def _moves(window: QWidget) -> list[str]:
    """What still goes on though motion is reduced; the player's own timer waits for the next phase or second."""
    moving = [it for it in window.findChildren(QAbstractAnimation) if it.state() is QAbstractAnimation.State.Running]
    ticking = [it for it in window.findChildren(QTimer) if it.isActive() and it.interval() < OFTEN_MS]
    return [f"{type(it.parent()).__name__} moves" for it in (*moving, *ticking) if not isinstance(it.parent(), Player)]

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.planning import PhaseKind
from acutimer.core.session import Session
from acutimer.ui.context import Context
from acutimer.ui.session.desktop.desk import Desk
from acutimer.ui.session.keys import Action
from tests.ui.session.mini.reaching import reached


class Screen:
    """Whether the screen is kept on."""

    def __init__(self) -> None:
        self.is_on = False

    def hold(self, why: str) -> None:
        assert why
        self.is_on = True

    def release(self) -> None:
        self.is_on = False

    close = release


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def desk(context: Context, qtbot: QtBot, screen: Screen) -> Iterator[Desk]:
    desk = Desk(context, keeper=screen)
    yield desk
    desk.close()


@pytest.fixture
def asked(desk: Desk) -> list[Action]:
    actions: list[Action] = []
    desk.asked.connect(actions.append)
    return actions


@pytest.fixture
def pressing(context: Context) -> Session:
    return reached(context, "knee-pain-press", PhaseKind.PRESS, seconds=10)


def test_the_screen_is_kept_on_while_a_session_runs_and_no_longer(
    desk: Desk, screen: Screen, pressing: Session
) -> None:
    desk.follow(pressing, 10)
    assert screen.is_on
    desk.follow(pressing.pause(11), 11)
    assert not screen.is_on
    desk.follow(pressing, 12)
    assert screen.is_on
    desk.follow(pressing.stop(13), 13)
    assert not screen.is_on


def test_the_setting_lets_the_screen_go_at_once(
    desk: Desk, screen: Screen, context: Context, pressing: Session
) -> None:
    desk.follow(pressing, 10)
    context.preferences.update(awake=False)
    assert not screen.is_on
    context.preferences.update(awake=True)
    assert screen.is_on


def test_closing_lets_the_screen_go(desk: Desk, screen: Screen, pressing: Session) -> None:
    desk.follow(pressing, 10)
    desk.close()
    assert not screen.is_on


def test_a_remote_asks_for_what_the_keys_ask_for(desk: Desk, asked: list[Action], pressing: Session) -> None:
    desk.follow(pressing, 10)
    for signal in (desk.media.next, desk.media.previous, desk.media.pause, desk.media.play_pause, desk.media.stop):
        signal.emit()
    assert asked == [Action.SKIP, Action.BACK, Action.PAUSE, Action.GO, Action.STOP]


def test_play_goes_on_and_never_pauses(desk: Desk, asked: list[Action], context: Context, pressing: Session) -> None:
    desk.follow(pressing, 10)
    desk.media.play.emit()
    assert asked == []
    desk.follow(pressing.pause(11), 11)
    desk.media.play.emit()
    assert asked == [Action.GO]
    desk.follow(reached(context, "walk-and-soak", PhaseKind.WAIT), 0)
    desk.media.play.emit()
    assert asked == [Action.GO, Action.GO]

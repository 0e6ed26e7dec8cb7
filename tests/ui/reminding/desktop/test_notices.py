import json
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from acutimer.paths import DESKTOP_ID
from acutimer.ui.reminding.desktop.notices import OPEN, Notice, Notices
from tests.ui.session.desktop.children import PATIENCE_MS, Child
from tests.ui.session.desktop.conftest import Bus

FIRST, SECOND = 4_000_000_000, 4_000_000_001
NOTICE = Notice("Easy knees", "8\u00a0min. Start when it suits you.", (("default", "Open"), ("start", "Start")))


def wrong() -> None:
    pytest.fail("it cannot be shown")


def body(replaced: int, title: str = NOTICE.title) -> dict[str, Any]:
    actions, hints = ["default", "Open", "start", "Start"], {"desktop-entry": DESKTOP_ID, "urgency": 1}
    return {
        "method": "Notify",
        "body": ["acutimer", replaced, DESKTOP_ID, title, NOTICE.body, actions, hints, -1],
    }


def say(child: Child, *signal: object) -> None:
    child.say(json.dumps(signal))


def soon(holds: Callable[[], bool]) -> None:
    """Run Qt's events until it holds."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        assert not deadline.hasExpired(), "it never came"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)


@pytest.fixture
def notices(bus: Bus) -> Iterator[Notices]:
    notices = Notices(environment=bus.environment)
    yield notices
    notices.close()


def shown(notices: Notices, server: Child, notice: Notice = NOTICE) -> Any:
    """What the server was told; this returns when its number is known here."""
    notices.show(notice, wrong)
    told = server.told()
    soon(lambda: notices._waiting is None)
    return told


def test_a_notice_is_shown_with_its_words_and_buttons(notices: Notices, notifier: Callable[..., Child]) -> None:
    assert shown(notices, notifier()) == body(0)


def test_a_second_takes_the_place_of_the_first(notices: Notices, notifier: Callable[..., Child]) -> None:
    server = notifier()
    shown(notices, server)
    assert shown(notices, server) == body(FIRST)


@pytest.mark.parametrize("action", ["start", OPEN])
def test_a_button_is_heard_once_and_only_ours(
    notices: Notices, notifier: Callable[..., Child], qtbot: QtBot, action: str
) -> None:
    server = notifier()
    shown(notices, server)
    heard: list[str] = []
    notices.acted.connect(heard.append)
    say(server, "ActionInvoked", SECOND, "start")  # another program's
    say(server, "ActionInvoked", FIRST, action)
    say(server, "ActionInvoked", FIRST, action)
    say(server, "NotificationClosed", FIRST, 2)
    soon(lambda: bool(heard))
    assert shown(notices, server) == body(0)  # by now all of it has been heard
    assert heard == [action]


def test_a_notice_that_is_gone_is_told(notices: Notices, notifier: Callable[..., Child], qtbot: QtBot) -> None:
    server = notifier()
    shown(notices, server)
    with qtbot.waitSignal(notices.closed, timeout=PATIENCE_MS):
        say(server, "NotificationClosed", FIRST, 2)
    assert shown(notices, server) == body(0)


def test_leave_to_come_to_the_front_is_handed_to_qt(
    notices: Notices, notifier: Callable[..., Child], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "none yet")
    server = notifier()
    shown(notices, server)
    say(server, "ActivationToken", SECOND, "another's")
    say(server, "ActivationToken", FIRST, "ours")
    with qtbot.waitSignal(notices.acted, timeout=PATIENCE_MS):
        say(server, "ActionInvoked", FIRST, "start")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "ours"  # noqa: S105  it opens no door


def test_taken_back_it_goes_and_so_it_does_at_the_end(notices: Notices, notifier: Callable[..., Child]) -> None:
    server = notifier()
    shown(notices, server)
    notices.take_back()
    assert server.told() == {"method": "CloseNotification", "body": [FIRST]}
    shown(notices, server)
    notices.close()
    assert server.told() == {"method": "CloseNotification", "body": [SECOND]}


def test_what_the_bus_would_break_off_for_is_left_out(notices: Notices, notifier: Callable[..., Child]) -> None:
    title = "a\0b\ud800\n<b>" + "x" * 300
    told = shown(notices, notifier(), Notice(title, NOTICE.body, NOTICE.actions))
    assert told["body"][3] == ("a b  <b>" + "x" * 300)[:200]


def test_without_anybody_who_shows_notices_it_says_so(notices: Notices) -> None:
    failed: list[bool] = []
    notices.show(NOTICE, lambda: failed.append(True))
    soon(lambda: bool(failed))


def test_a_server_that_hangs_is_waited_for_only_so_long(notices: Notices, notifier: Callable[..., Child]) -> None:
    server = notifier("hanging")
    failed: list[bool] = []
    notices.show(NOTICE, lambda: failed.append(True))
    assert server.told() == body(0)
    (patience,) = notices.findChildren(QTimer)
    assert patience.isActive()
    assert failed == []
    patience.stop()
    patience.timeout.emit()
    assert failed == [True]


def test_a_server_that_refuses_is_told_of(notices: Notices, notifier: Callable[..., Child]) -> None:
    notifier("refusing")
    failed: list[bool] = []
    notices.show(NOTICE, lambda: failed.append(True))
    soon(lambda: bool(failed))


def test_without_a_bus_it_says_so_at_once(qtbot: QtBot) -> None:
    notices, failed = Notices(environment={}), []
    notices.show(NOTICE, lambda: failed.append(True))
    notices.take_back()
    notices.close()
    assert failed == [True]


def test_a_bus_that_ends_is_looked_for_again(
    notices: Notices, notifier: Callable[..., Child], bus: Bus, qtbot: QtBot
) -> None:
    shown(notices, notifier())
    bus.end()
    soon(lambda: notices._bus is None)
    bus.start()
    assert shown(notices, notifier()) == body(0)


def test_a_server_begun_anew_knows_nothing_of_the_last_one(notices: Notices, notifier: Callable[..., Child]) -> None:
    server = notifier()
    shown(notices, server)
    server.end()
    soon(lambda: notices._shown == 0)
    assert shown(notices, notifier()) == body(0)

"""A reminder on a real bus: shown by the desktop, and done with there."""

import json
from collections.abc import Callable, Iterator
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.due import Due
from acutimer.core.reminding import AtTimes, Reminder
from acutimer.ui.context import Context
from acutimer.ui.reminding.desktop.notices import Notices
from acutimer.ui.reminding.heralding import Herald
from tests.ui.practice import NOW
from tests.ui.session.desktop.children import PATIENCE_MS, Child
from tests.ui.session.desktop.conftest import Bus

KNEES = Due(NOW, Reminder(id="a", routine="morning-balance", when=AtTimes((time(8),))))
FIRST = 4_000_000_000


@pytest.fixture
def herald(bus: Bus, context: Context) -> Iterator[Herald]:
    notices = Notices(environment=bus.environment)
    herald = Herald(context, lambda: False, lambda _heading, _line: False, notices)
    yield herald
    herald.close()


def test_a_reminder_is_shown_and_its_buttons_are_heard(
    herald: Herald, notifier: Callable[..., Child], qtbot: QtBot
) -> None:
    server = notifier()
    herald.say([KNEES])
    told = server.told()["body"]
    assert told[3:6] == [
        "Morning balance",
        "Start when it suits you.",
        ["default", "Open", "start", "Start", "later", "In 10 minutes"],
    ]
    assert herald._notices is not None
    qtbot.waitUntil(lambda: herald._notices is not None and herald._notices._waiting is None, timeout=PATIENCE_MS)
    with qtbot.waitSignal(herald.later_wanted, timeout=PATIENCE_MS) as later:
        server.say(json.dumps(["ActionInvoked", FIRST, "later"]))
    assert later.args == [(KNEES,)]
    herald.say([KNEES])
    server.told()
    qtbot.waitUntil(lambda: herald._notices is not None and herald._notices._waiting is None, timeout=PATIENCE_MS)
    with qtbot.waitSignal(herald.start_wanted, timeout=PATIENCE_MS) as started:
        server.say(json.dumps(["ActionInvoked", FIRST + 1, "start"]))
    assert started.args == ["morning-balance"]


def test_with_nobody_there_it_waits_in_the_window(herald: Herald, context: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.messages.said, timeout=PATIENCE_MS):
        herald.say([KNEES])

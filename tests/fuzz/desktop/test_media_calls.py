"""Calls of any kind to the session on the bus: each is answered, and the session stays one that can be."""

from collections.abc import Iterator

import pytest
from hypothesis import strategies as st
from jeepney import DBusAddress, Message, MessageFlag, new_method_call
from jeepney.bus_messages import message_bus
from pytestqt.qtbot import QtBot

from acutimer.core.session import Held, Over, Ready, Running
from acutimer.ui.context import Context
from acutimer.ui.session.desktop.dbus.connection import Connection, connect, field
from acutimer.ui.session.page import SessionPage
from tests.fuzz.desktop.messages import calls
from tests.fuzz.trying import Tell, try_all
from tests.trusting import amount
from tests.ui.session.conftest import Clocks
from tests.ui.session.desktop.children import spin
from tests.ui.session.desktop.conftest import Bus
from tests.ui.session.page_hands import begin

NAME = "org.mpris.MediaPlayer2.acutimer"
FLOOD = 100  # the bus itself lets nobody wait for more than 128 answers
CALLS = st.lists(calls(NAME), min_size=1, max_size=10)


@pytest.fixture
def playing(bus: Bus, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> SessionPage:
    """The page of a session, which is on the bus while there is one."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.environment["DBUS_SESSION_BUS_ADDRESS"])
    page = request.getfixturevalue("page")
    assert isinstance(page, SessionPage)
    page.desk.quit.disconnect()  # the window stays for the next call
    return page


@pytest.fixture
def other(bus: Bus) -> Iterator[Connection]:
    """Somebody else on the bus."""
    connection = connect(environment=bus.environment)
    assert connection is not None
    yield connection
    connection.close()


class Caller:
    """Calls, and waits until all that is to be answered is."""

    def __init__(self, other: Connection) -> None:
        self._other = other
        self.owner = ""
        other.watch(NAME, self._own)

    def _own(self, owner: str) -> None:
        self.owner = owner

    def wait_for_player(self) -> None:
        """Until the player is on the bus."""
        spin(lambda: bool(self.owner), self._other._reading.activated)

    def call(self, messages: list[Message]) -> list[Message]:
        """Send them all at once; the answers."""
        answers: list[Message] = []
        wanted = 0
        for message in messages:
            if message.header.flags & MessageFlag.no_reply_expected:
                self._other.send(message)
            else:
                wanted += 1
                self._other.call(message, answers.append)
        last: list[Message] = []
        self._other.call(message_bus.GetId(), last.append)
        spin(lambda: len(answers) == wanted and bool(last), self._other._reading.activated)
        return answers


def sound(page: SessionPage) -> bool:
    """Whether the session stands where one can."""
    session = page.player.session
    assert session is not None
    match session.state:
        case Running(index, _) | Held(index, _, _):
            return 0 <= index < len(session.plan.phases) and session.elapsed(page.player.now()) >= 0
        case Ready() | Over():
            return True


def test_every_call_is_answered_and_the_session_goes_on(
    playing: SessionPage, other: Connection, context: Context, clocks: Clocks, qtbot: QtBot, *, tally: Tell
) -> None:
    caller = Caller(other)
    called = 0

    def check(messages: list[Message], seconds: float) -> None:
        nonlocal called
        called += len(messages)
        with qtbot.captureExceptions() as raised:
            session = playing.player.session
            if session is None or isinstance(session.state, Over):
                begin(playing, context)
            caller.wait_for_player()
            answers = caller.call(messages)
            clocks.run(playing.player, seconds)
        assert not raised
        assert sound(playing)
        assert all(field(it, "error_name") or it.header.message_type.name == "method_return" for it in answers)

    def tell(fault: str, tried: int, lost: int) -> None:
        tally(fault, max(tried, called), lost)

    given = (CALLS, st.floats(0, 5))
    try_all(tell, "calls to the MPRIS object", check, *given, short=15, long=600)
    connection = context.history.ledger.connection
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert context.history.sessions()


def test_a_flood_of_calls_is_answered_to_the_last(
    playing: SessionPage, other: Connection, context: Context, tally: Tell
) -> None:
    caller = Caller(other)
    begin(playing, context)
    caller.wait_for_player()
    address = DBusAddress("/org/mpris/MediaPlayer2", NAME, "org.mpris.MediaPlayer2.Player")
    refused, floods = 0, amount(1, 30)
    for _ in range(floods):
        answers = caller.call([new_method_call(address, "PlayPause") for _ in range(FLOOD)])
        refused += sum(bool(field(it, "error_name")) for it in answers)
    tally("calls to the MPRIS object, in a flood", floods * FLOOD, refused)
    assert not refused
    assert sound(playing)

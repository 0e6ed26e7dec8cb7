import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.session.desktop.awake_bus import BusKeeper
from acutimer.ui.session.desktop.dbus.connection import Connection
from tests.ui.session.desktop.children import PATIENCE_MS, spin
from tests.ui.session.desktop.conftest import Bus, Start

ROOT = Path(__file__).resolve().parents[4]
WHY = "A session is running"
COOKIE = 4_000_000_000
SAVER_PATH = "/org/freedesktop/ScreenSaver"
INHIBIT = {"method": "Inhibit", "path": SAVER_PATH, "body": ["acutimer", WHY]}
UNINHIBIT = {"method": "UnInhibit", "path": SAVER_PATH, "body": [COOKIE]}
GONE = {"gone": True}
HOLDING = """
import sys
from PySide6.QtCore import QCoreApplication
from acutimer.ui.session.desktop.awake import Awake
app = QCoreApplication([])
awake = Awake()
awake.hold("A session is running")
app.exec()
"""

ENDING = """
import os
from gi.repository import Gio, GLib
with open({!r}, "a") as starts:
    starts.write("x")
bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.ScreenSaver", 0, lambda *_: os._exit(1), None)
GLib.MainLoop().run()
"""


@pytest.fixture
def keeper(bus: Bus) -> Iterator[BusKeeper]:
    keeper = BusKeeper(environment=bus.environment)
    yield keeper
    keeper.close()


def connection_of(keeper: BusKeeper) -> Connection:
    found = keeper.findChild(Connection)
    assert isinstance(found, Connection)
    return found


def test_the_screen_saver_is_asked_and_given_its_cookie_back(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver")
    keeper.hold(WHY)
    assert saver.told() == INHIBIT
    keeper.release()
    assert saver.told() == UNINHIBIT


def test_a_screen_saver_known_by_its_short_path_is_found(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("short-saver")
    keeper.hold(WHY)
    assert saver.told() == INHIBIT | {"path": "/ScreenSaver"}
    keeper.release()
    assert saver.told() == UNINHIBIT | {"path": "/ScreenSaver"}


def test_without_a_screen_saver_the_portal_is_asked_and_its_request_closed(keeper: BusKeeper, stand_in: Start) -> None:
    portal = stand_in("portal")
    keeper.hold(WHY)
    path = "/org/freedesktop/portal/desktop"
    assert portal.told() == {"method": "Inhibit", "path": path, "body": ["", 8, {"reason": WHY}]}
    keeper.release()
    assert portal.told() == {"method": "Close", "path": f"{path}/request/1", "body": []}


def test_holding_twice_is_holding_once(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver")
    keeper.hold(WHY)
    keeper.hold(WHY)
    assert saver.told() == INHIBIT
    keeper.hold(WHY)
    keeper.release()
    keeper.release()
    assert saver.told() == UNINHIBIT
    keeper.close()
    assert saver.told() == GONE


def test_the_screen_can_be_held_again(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver")
    for cookie in (COOKIE, COOKIE + 1):
        keeper.hold(WHY)
        assert saver.told() == INHIBIT
        keeper.release()
        assert saver.told() == UNINHIBIT | {"body": [cookie]}


def test_a_release_before_the_answer_is_honoured_when_the_cookie_arrives(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver", "slow")
    keeper.hold(WHY)
    keeper.release()
    assert saver.told() == INHIBIT
    saver.say("answer now")
    assert saver.told() == UNINHIBIT


def test_a_pause_that_ends_before_the_answer_keeps_what_was_asked_for(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver", "slow")
    keeper.hold(WHY)
    keeper.release()
    keeper.hold(WHY)
    assert saver.told() == INHIBIT
    saver.say("answer now")
    keeper.close()
    assert saver.told() == GONE


def test_a_service_that_starts_anew_is_asked_again(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver")
    keeper.hold(WHY)
    assert saver.told() == INHIBIT
    saver.end()
    again = stand_in("saver")
    assert again.told() == INHIBIT
    keeper.release()
    assert again.told() == UNINHIBIT


def test_a_service_that_ends_before_it_answers_is_asked_again(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver", "slow")
    keeper.hold(WHY)
    assert saver.told() == INHIBIT
    saver.end()
    assert stand_in("saver").told() == INHIBIT


def test_a_service_that_comes_while_another_hesitates_is_asked_when_that_one_fails(
    keeper: BusKeeper, stand_in: Start
) -> None:
    portal = stand_in("portal", "slow")
    keeper.hold(WHY)
    assert portal.told()["method"] == "Inhibit"
    saver = stand_in("saver")
    portal.end()
    assert saver.told() == INHIBIT


def test_a_service_that_comes_late_is_asked_then(keeper: BusKeeper, stand_in: Start) -> None:
    keeper.hold(WHY)
    assert stand_in("saver").told() == INHIBIT


def test_a_service_that_ends_as_it_begins_is_not_started_for_ever(
    keeper: BusKeeper, bus: Bus, strict_python: str
) -> None:
    starts = bus.services / "starts"
    (bus.services / "saver.py").write_text(ENDING.format(str(starts)), encoding="utf-8")
    command = f"{strict_python} {bus.services}/saver.py"
    service = f"[D-BUS Service]\nName=org.freedesktop.ScreenSaver\nExec={command}\n"
    (bus.services / "saver.service").write_text(service, encoding="utf-8")
    bus.end()  # it learns as it begins what it may start
    bus.start()
    keeper.hold(WHY)
    spin(lambda: not keeper._is_asking, connection_of(keeper)._reading.activated)
    assert 1 <= len(starts.read_text()) <= 2  # once for each of its paths


def test_after_a_release_nobody_is_asked_again(keeper: BusKeeper, stand_in: Start) -> None:
    saver = stand_in("saver")
    keeper.hold(WHY)
    assert saver.told() == INHIBIT
    keeper.release()
    assert saver.told() == UNINHIBIT
    saver.end()
    again = stand_in("saver")
    keeper.hold("Another session")
    assert again.told() == INHIBIT | {"body": ["acutimer", "Another session"]}


def test_a_crash_lets_the_screen_go_off(bus: Bus, start: Start, stand_in: Start) -> None:
    saver = stand_in("saver")
    bus.environment["PYTHONPATH"] = str(ROOT)
    program = start(sys.executable, "-c", HOLDING)
    assert saver.told() == INHIBIT
    program.process.kill()  # SIGKILL: it has no chance to tidy up
    assert saver.told() == GONE


def test_a_bus_that_dies_takes_everything_with_it_and_a_new_one_is_found(
    keeper: BusKeeper, bus: Bus, stand_in: Start, qtbot: QtBot
) -> None:
    saver = stand_in("saver")
    keeper.hold(WHY)
    assert saver.told() == INHIBIT
    with qtbot.waitSignal(connection_of(keeper).lost, timeout=PATIENCE_MS):
        bus.end()
    keeper.hold(WHY)
    keeper.release()
    bus.start()
    again = stand_in("saver")
    keeper.hold(WHY)
    assert again.told() == INHIBIT


def test_without_a_bus_nothing_happens(qtbot: QtBot) -> None:
    keeper = BusKeeper(environment={})
    keeper.hold(WHY)
    keeper.release()
    keeper.close()


def test_a_bus_that_never_answers_delays_nobody(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the whole path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind("bus")
        deaf.listen()
        keeper = BusKeeper(environment={"DBUS_SESSION_BUS_ADDRESS": "unix:path=bus"})
        keeper.hold(WHY)
        keeper.release()
        keeper.hold(WHY)
        keeper.close()

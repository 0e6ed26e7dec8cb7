import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from pytestqt.qtbot import QtBot

from acutimer.ui.session.desktop.dbus.connection import Connection, connect
from acutimer.ui.session.desktop.media import MediaRemote
from acutimer.ui.session.desktop.mpris import Variant
from acutimer.ui.session.desktop.playing import Playing
from tests.ui.session.desktop.children import PATIENCE_MS, Child, spin
from tests.ui.session.desktop.conftest import Bus, Start

NAME = "org.mpris.MediaPlayer2.acutimer"
PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PRESS = Playing(
    title="Left leg, ST36 Leg Three Miles",
    artist="acutimer",
    album="Knee pain",
    length_seconds=90.0,
    position_seconds=20.0,
    is_running=True,
    track=3,
)
SIGNALS = ("play", "pause", "play_pause", "stop", "next", "previous", "seek", "raised", "quit")
needs_playerctl = pytest.mark.skipif(not shutil.which("playerctl"), reason="needs playerctl (Debian: playerctl)")
needs_gdbus = pytest.mark.skipif(not shutil.which("gdbus"), reason="needs gdbus (Debian: libglib2.0-bin)")


class Clock:
    def __init__(self) -> None:
        self.seconds = 5000.0

    def __call__(self) -> float:
        return self.seconds


class Remote:
    """A remote on its bus, what it was asked for, and somebody else on the same bus."""

    def __init__(self, bus: Bus) -> None:
        self.clock = Clock()
        self.media = MediaRemote(self.clock, environment=bus.environment)
        self.heard: list[tuple[Any, ...]] = []
        for name in SIGNALS:
            getattr(self.media, name).connect(lambda *given, name=name: self.heard.append((name, *given)))
        other = connect(environment=bus.environment)
        assert other is not None
        self.other: Connection = other

    def ask(self, interface: str, member: str, signature: str = "", *body: Any, path: str = PATH) -> Message:
        """Somebody else calls; the answer."""
        answers: list[Message] = []
        call = new_method_call(DBusAddress(path, NAME, interface), member, signature or None, body)
        self.other.call(call, answers.append)
        spin(lambda: bool(answers), self.other._reading.activated)
        return answers[0]

    def value(self, name: str, interface: str = PLAYER) -> Variant:
        answer = self.ask("org.freedesktop.DBus.Properties", "Get", "ss", interface, name)
        kind, value = answer.body[0]
        return kind, value

    def wait_for(self, name: str, *, owned: bool) -> None:
        """Wait until somebody on the bus has the name, or nobody."""
        told: list[bool] = []
        self.other.watch(name, lambda owner: told.append(bool(owner)))
        self.other.call(message_bus.NameHasOwner(name), lambda answer: told.append(answer.body[0]))
        spin(lambda: bool(told) and told[-1] is owned, self.other._reading.activated)


@pytest.fixture
def remote(bus: Bus) -> Iterator[Remote]:
    """A session in the middle of a press, to be remote controlled."""
    remote = Remote(bus)
    remote.media.show(PRESS)
    remote.wait_for(NAME, owned=True)
    yield remote
    remote.media.close()
    remote.other.close()


def error_of(answer: Message) -> str:
    """The name of the error an answer is; empty when it is none."""
    return str(answer.header.fields.get(HeaderFields.error_name, ""))


def run(start: Start, *command: str) -> str:
    """What a program prints."""
    code, text = start(*command).finish()
    assert code == 0, text
    return text


def test_a_bus_that_answers_nothing_to_a_name_is_asked_for_another(remote: Remote) -> None:
    empty = new_method_return(message_bus.RequestName(NAME), None, ())
    remote.media._on_name(empty)
    remote.wait_for(f"{NAME}.instance{os.getpid()}", owned=True)


@needs_playerctl
def test_playerctl_sees_the_phase_as_a_track(remote: Remote, start: Start) -> None:
    assert run(start, "playerctl", "--list-all") == "acutimer"
    assert run(start, "playerctl", "status") == "Playing"
    shown = "{{xesam:title}}|{{xesam:artist}}|{{xesam:album}}|{{mpris:length}}|{{mpris:trackid}}"
    told = run(start, "playerctl", "metadata", "--format", shown)
    assert told == "Left leg, ST36 Leg Three Miles|acutimer|Knee pain|90000000|'/acutimer/phase/3'"


@needs_playerctl
def test_playerctl_tells_where_the_phase_stands(remote: Remote, start: Start) -> None:
    remote.clock.seconds += 12.5
    assert remote.value("Position") == ("x", 32_500_000)
    assert float(run(start, "playerctl", "position")) >= 32.5  # it counts on by itself until it prints
    remote.media.show(replace(PRESS, position_seconds=32.5, is_running=False))
    remote.clock.seconds += 100
    assert run(start, "playerctl", "position") == "32.500000"
    assert run(start, "playerctl", "status") == "Paused"


@needs_playerctl
@pytest.mark.parametrize(
    ("command", "heard"),
    [*((it, it) for it in ("play", "pause", "stop", "next", "previous")), ("play-pause", "play_pause")],
)
def test_playerctl_reaches_the_session(remote: Remote, start: Start, command: str, heard: str) -> None:
    run(start, "playerctl", command)
    assert remote.heard == [(heard,)]


@needs_playerctl
@pytest.mark.parametrize(
    ("wanted", "seconds"),
    [("10-", [-10.0]), ("30-", [-20.0]), ("10+", []), ("70+", [70.0]), ("5", [-15.0]), ("60", []), ("90", [70.0])],
    ids=["back", "back beyond the start", "forward", "forward to the end", "to a place before", "after", "the end"],
)
def test_playerctl_seeks_back_and_over_the_end_but_skips_nothing(
    remote: Remote, start: Start, wanted: str, seconds: list[float]
) -> None:
    run(start, "playerctl", "position", wanted)
    assert remote.heard == [("seek", it) for it in seconds]


@needs_gdbus
def test_the_object_describes_itself(remote: Remote, start: Start) -> None:
    told = run(start, "gdbus", "introspect", "--session", "--dest", NAME, "--object-path", PATH)
    lines = {line.strip() for line in told.splitlines()}
    assert {
        "readonly s PlaybackStatus = 'Playing';",
        "readonly x Position = 20000000;",
        "readonly b CanSeek = true;",
        "readonly s Identity = 'acutimer';",
        "readonly s DesktopEntry = 'io.github.acutimer.acutimer';",
        "readonly as SupportedUriSchemes = [];",
        "readwrite d Volume = 1.0;",
        "SetPosition(in  o TrackId,",
        "Seeked(x Position);",
    } <= lines
    metadata = next(line for line in lines if "Metadata" in line)
    assert "'mpris:trackid': <objectpath '/acutimer/phase/3'>" in metadata
    assert "'mpris:length': <int64 90000000>" in metadata
    assert "'xesam:artist': <['acutimer']>" in metadata


def test_only_what_changed_is_told_and_only_when_it_did(remote: Remote, listener: Child) -> None:
    remote.clock.seconds += 1
    remote.media.show(replace(PRESS, position_seconds=21.0))
    remote.media.show(replace(PRESS, position_seconds=21.0, is_running=False))
    changed = f"PropertiesChanged ('{PLAYER}', "
    assert listener.line() == changed + "{'PlaybackStatus': <'Paused'>}, @as [])"
    remote.media.show(replace(PRESS, title="Rest", length_seconds=None, track=4, is_running=False))
    told = listener.line()
    assert told.startswith(changed + "{'Metadata': <{'mpris:trackid': <objectpath '/acutimer/phase/4'>")
    assert "'CanSeek': <false>" in told
    assert "PlaybackStatus" not in told
    assert "mpris:length" not in told


def test_a_jump_within_the_phase_is_told(remote: Remote, listener: Child) -> None:
    remote.clock.seconds += 10
    remote.media.show(replace(PRESS, position_seconds=5.0))
    assert listener.line() == "Seeked (int64 5000000,)"
    remote.media.show(replace(PRESS, position_seconds=0.0, track=4))
    assert listener.line().startswith("PropertiesChanged")
    remote.media.show(replace(PRESS, position_seconds=0.0, track=4, is_running=False))
    assert "Paused" in listener.line(), "another track is no jump"


def test_whoever_was_refused_is_told_where_the_phase_stands(remote: Remote, listener: Child) -> None:
    remote.ask(PLAYER, "Seek", "x", 5_000_000)
    assert listener.line() == "Seeked (int64 20000000,)"
    assert not remote.heard


def test_every_property_has_the_type_of_the_specification(remote: Remote) -> None:
    types = {"PlaybackStatus": "s", "Rate": "d", "Metadata": "a{sv}", "Volume": "d", "Position": "x"}
    types |= dict.fromkeys(("MinimumRate", "MaximumRate"), "d")
    types |= dict.fromkeys(("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl"), "b")
    answer = remote.ask("org.freedesktop.DBus.Properties", "GetAll", "s", PLAYER)
    assert {name: value[0] for name, value in answer.body[0].items()} == types
    assert remote.value("HasTrackList", "org.mpris.MediaPlayer2") == ("b", False)


def test_the_place_is_never_outside_the_phase(remote: Remote) -> None:
    remote.clock.seconds += 1000
    assert remote.value("Position") == ("x", 90_000_000)


def test_a_wait_has_no_end_and_no_place_to_seek_to(remote: Remote) -> None:
    remote.media.show(replace(PRESS, length_seconds=None))
    assert remote.value("CanSeek") == ("b", False)
    remote.ask(PLAYER, "Seek", "x", -5_000_000)
    assert not remote.heard


def test_a_place_in_another_track_or_outside_is_passed_over(remote: Remote) -> None:
    for track, position in (("/acutimer/phase/2", 0), ("/acutimer/phase/3", -1), ("/acutimer/phase/3", 90_000_001)):
        remote.ask(PLAYER, "SetPosition", "ox", track, position)
    assert not remote.heard


@pytest.mark.parametrize(("method", "heard"), [("Raise", "raised"), ("Quit", "quit")])
def test_the_window_can_be_called_for(remote: Remote, method: str, heard: str) -> None:
    remote.ask("org.mpris.MediaPlayer2", method)
    assert remote.heard == [(heard,)]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ((PLAYER, "Seek", "s", "far"), "InvalidArgs"),
        ((PLAYER, "OpenUri", "s", "file:///song"), "NotSupported"),
        ((PLAYER, "Dance"), "UnknownMethod"),
        (("org.freedesktop.DBus.Properties", "Get", "ss", PLAYER, "Loudness"), "UnknownProperty"),
        (("org.freedesktop.DBus.Properties", "Set", "ssv", PLAYER, "Position", ("x", 5)), "PropertyReadOnly"),
        (("org.freedesktop.DBus.Properties", "Set", "ssv", PLAYER, "Rate", ("d", 2.0)), "NotSupported"),
        (("org.freedesktop.DBus.Properties", "Set", "ssv", PLAYER, "Loudness", ("x", 5)), "UnknownProperty"),
    ],
)
def test_what_cannot_be_done_is_refused_by_name(remote: Remote, call: tuple[Any, ...], error: str) -> None:
    answer = remote.ask(*call)
    assert answer.header.message_type is MessageType.error
    assert error_of(answer) == f"org.freedesktop.DBus.Error.{error}"
    assert not remote.heard


def test_elsewhere_there_is_only_the_way_to_the_object(remote: Remote) -> None:
    introspectable = "org.freedesktop.DBus.Introspectable"
    for path, inner in (("/", "org"), ("/org", "mpris"), ("/org/mpris", "MediaPlayer2")):
        assert f'<node name="{inner}"/>' in remote.ask(introspectable, "Introspect", path=path).body[0]
    for path in ("/or", "/org/mpris/MediaPlayer2/more", "/com"):
        assert error_of(remote.ask(introspectable, "Introspect", path=path)).endswith("UnknownObject")


def test_a_routine_may_be_called_anything(remote: Remote) -> None:
    remote.media.show(replace(PRESS, title="膝\0 \ud800", artist=""))
    metadata = remote.value("Metadata")[1]
    assert metadata["xesam:title"] == ("s", "膝 ?")
    assert "xesam:artist" not in metadata


def test_the_name_is_given_up_with_the_session_and_taken_with_the_next(remote: Remote) -> None:
    remote.media.show(None)
    remote.wait_for(NAME, owned=False)
    remote.media.show(PRESS)
    remote.wait_for(NAME, owned=True)


def test_a_second_window_has_a_name_of_its_own(remote: Remote, bus: Bus) -> None:
    second = MediaRemote(remote.clock, environment=bus.environment)
    second.show(PRESS)
    remote.wait_for(f"{NAME}.instance{os.getpid()}", owned=True)
    second.close()


def test_what_a_remote_asks_for_may_end_the_session_at_once(remote: Remote) -> None:
    remote.media.stop.connect(lambda: remote.media.show(None))
    assert remote.ask(PLAYER, "Stop").header.message_type is MessageType.method_return
    remote.wait_for(NAME, owned=False)


def test_a_bus_that_dies_is_left_alone_and_a_new_one_is_found(remote: Remote, bus: Bus, qtbot: QtBot) -> None:
    connection = remote.media.findChild(Connection)
    assert isinstance(connection, Connection)
    with qtbot.waitSignal(connection.lost, timeout=PATIENCE_MS):
        bus.end()
    remote.media.show(replace(PRESS, track=4))
    bus.start()
    again = Remote(bus)
    remote.media.show(PRESS)
    again.wait_for(NAME, owned=True)
    again.other.close()


def test_without_a_bus_nothing_happens(qtbot: QtBot) -> None:
    media = MediaRemote(lambda: 0.0, environment={})
    media.show(PRESS)
    media.show(replace(PRESS, is_running=False))
    media.show(None)
    media.close()

"""What the speaker does as devices come and go, on sound modules made up for it."""

import sys
from types import ModuleType, SimpleNamespace

import pytest
from PySide6.QtCore import QBuffer, QObject, Signal
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.ui.session.sound.speaker import MOST_AT_ONCE, DeviceSpeaker, open_speaker

NO_ERROR, OPEN_ERROR = "none", "open"
ACTIVE, IDLE, STOPPED = "active", "idle", "stopped"


class Sink(QObject):
    """A stream that plays until it is told that it has ended."""

    stateChanged = Signal()  # noqa: N815  Qt's name

    def __init__(self, desk: "Desk", device: str) -> None:
        super().__init__()
        self.desk, self.device = desk, device
        self.volume, self.store, self.now, self.fault, self.held = 1.0, 0, STOPPED, NO_ERROR, b""

    def setVolume(self, volume: float) -> None:  # noqa: N802  Qt's name
        self.volume = volume

    def setBufferSize(self, store: int) -> None:  # noqa: N802  Qt's name
        self.store = store

    def start(self, source: QBuffer) -> None:
        self.held = bytes(source.readAll().data())
        self.fault = OPEN_ERROR if self.device in self.desk.broken else NO_ERROR
        self.turn(ACTIVE if self.fault == NO_ERROR else STOPPED)

    def stop(self) -> None:
        self.turn(STOPPED)

    def turn(self, state: str) -> None:
        if state != self.now:
            self.now = state
            self.stateChanged.emit()

    def state(self) -> str:
        return self.now

    def error(self) -> str:
        return self.fault


class Devices(QObject):
    """The devices of the desk, and what tells of them."""

    audioOutputsChanged = Signal()  # noqa: N815  Qt's name

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        desk.devices = self

    def defaultAudioOutput(self) -> SimpleNamespace:  # noqa: N802  Qt's name
        return SimpleNamespace(name=self.desk.default, isNull=lambda: not self.desk.default)


class Desk:
    """A computer with devices to plug: `default` is the one in use, or nothing; a `broken` one takes no stream."""

    def __init__(self) -> None:
        self.default = "speakers"
        self.broken: set[str] = set()
        self.sinks: list[Sink] = []
        self.devices: Devices

    def plug(self, default: str) -> None:
        self.default = default
        self.devices.audioOutputsChanged.emit()

    def sink(self, device: SimpleNamespace, _form: object) -> Sink:
        self.sinks.append(Sink(self, device.name))
        return self.sinks[-1]

    def modules(self) -> ModuleType:
        made = ModuleType("PySide6.QtMultimedia")
        form = SimpleNamespace(setSampleRate=int, setChannelCount=int, setSampleFormat=str)
        scales = SimpleNamespace(LogarithmicVolumeScale="log", LinearVolumeScale="linear")
        vars(made).update(
            QAudioSink=self.sink,
            QMediaDevices=lambda: Devices(self),
            QAudioFormat=type(
                "QAudioFormat", (), {"__new__": lambda _: form, "SampleFormat": SimpleNamespace(Int16=2)}
            ),
            QtAudio=SimpleNamespace(
                VolumeScale=scales,
                convertVolume=lambda volume, _from, _to: volume**2,
                Error=SimpleNamespace(NoError=NO_ERROR),
                State=SimpleNamespace(IdleState=IDLE, StoppedState=STOPPED),
            ),
        )
        return made


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Desk:
    desk = Desk()
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", desk.modules())
    return desk


@pytest.fixture
def speaker(desk: Desk) -> DeviceSpeaker:
    return DeviceSpeaker(paths.resources() / "sounds")


def test_a_tone_is_handed_over_whole_and_its_stream_closed_at_its_end(desk: Desk, speaker: DeviceSpeaker) -> None:
    speaker.play("begin", 0.5)
    (sink,) = desk.sinks
    assert (sink.device, sink.volume, sink.now) == ("speakers", 0.25, ACTIVE)
    assert len(sink.held) == sink.store > 80_000
    sink.turn(IDLE)
    assert sink.now == STOPPED
    speaker.play("rep", 0.5)
    assert [it.now for it in desk.sinks] == [STOPPED, ACTIVE]


def test_tones_sound_together(desk: Desk, speaker: DeviceSpeaker) -> None:
    speaker.play("begin", 0.5)
    speaker.play("pacer_on", 0.5)
    assert [sink.now for sink in desk.sinks] == [ACTIVE, ACTIVE]


def test_a_device_that_swallows_nothing_does_not_heap_up_tones(desk: Desk, speaker: DeviceSpeaker) -> None:
    for _ in range(20):
        speaker.play("rep", 0.5)
    assert [sink.now for sink in desk.sinks] == [STOPPED] * (20 - MOST_AT_ONCE) + [ACTIVE] * MOST_AT_ONCE


def test_the_next_tone_goes_to_what_is_the_default_by_then(desk: Desk, speaker: DeviceSpeaker) -> None:
    told: list[bool] = []
    speaker.watch(lambda: told.append(speaker.is_there))
    speaker.play("begin", 0.5)
    desk.plug("headphones")
    speaker.play("switch", 0.5)
    assert [sink.device for sink in desk.sinks] == ["speakers", "headphones"]
    assert told == []


def test_the_only_device_goes_and_comes_back(desk: Desk, speaker: DeviceSpeaker) -> None:
    told: list[bool] = []
    speaker.watch(lambda: told.append(speaker.is_there))
    desk.plug("")
    desk.plug("")
    speaker.play("begin", 0.5)
    assert (desk.sinks, told) == ([], [False])
    desk.plug("headphones")
    speaker.play("begin", 0.5)
    assert [sink.device for sink in desk.sinks] == ["headphones"]
    assert told == [False, True]


def test_none_at_first_and_one_plugged_in_later(desk: Desk) -> None:
    desk.default = ""
    speaker = open_speaker(paths.resources() / "sounds")
    assert speaker is not None
    assert not speaker.is_there
    desk.plug("speakers")
    assert speaker.is_there
    speaker.play("begin", 0.5)
    assert len(desk.sinks) == 1


def test_a_device_that_takes_no_tone_is_none_until_it_does(desk: Desk, speaker: DeviceSpeaker) -> None:
    told: list[bool] = []
    speaker.watch(lambda: told.append(speaker.is_there))
    desk.broken.add("speakers")
    speaker.play("begin", 0.5)
    speaker.play("switch", 0.5)
    assert told == [False]
    desk.broken.clear()
    speaker.play("begin", 0.5)
    assert told == [False, True]


def test_a_system_without_the_libraries_has_no_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert open_speaker(paths.resources() / "sounds") is None

"""The voice on a real speech-dispatcher with eSpeak, in a folder of its own and without a sound card; and on what
is missing, dead or stuck. Each in a process of its own that must end well, in time and without a word on stderr.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[4]
LIMIT_SECONDS = 90
SERVER = shutil.which("speech-dispatcher")
MODULES = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
NULL_SOUND = list(Path("/usr/lib").glob("*/speech-dispatcher/spd_libao.so"))
missing = pytest.mark.skipif(
    not (SERVER and MODULES.exists() and NULL_SOUND and sys.platform == "linux"),
    reason="speech-dispatcher with eSpeak NG and its sound plugins is not installed",
)
CONFIGURATION = """
LogLevel 5
LogDir "{folder}/log"
AudioOutputMethod "libao"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
"""
SCRIPT = """
import json, os, signal, sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.settings import Settings
from acutimer.store.settings import SettingsFile
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.session.sound.voice import Voice
from acutimer.ui.session.words.sayings import Saying, Urgency

app = QCoreApplication([])
library = load_library(paths.resources() / "content" / "en")
preferences = Preferences(Settings(), SettingsFile(Path("settings.json")), Messages())
voice = Voice(preferences, time.monotonic, library.pronunciation)
told = {"began": [], "ended": 0, "silent": 0, "ticks": 0}
voice.began.connect(told["began"].append)
voice.ended.connect(lambda: told.__setitem__("ended", told["ended"] + 1))
voice.fell_silent.connect(lambda: told.__setitem__("silent", told["silent"] + 1))
ticking = QTimer()
ticking.timeout.connect(lambda: told.__setitem__("ticks", told["ticks"] + 1))

def say(*texts):
    voice.say(*(Saying(text, Urgency.INSTRUCTION, time.monotonic() + 60, 0) for text in texts))

def finish():
    print(json.dumps(told))
    app.quit()
"""


@dataclass
class Service:
    """A speech-dispatcher of our own."""

    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"unix_socket:{self.folder}/socket"

    def log(self) -> str:
        return (self.folder / "log/speech-dispatcher.log").read_text(encoding="utf-8", errors="replace")


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    folder = tmp_path / "speech"
    (folder / "modules").mkdir(parents=True)
    (folder / "log").mkdir()
    (folder / "speechd.conf").write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
    (folder / "modules/espeak-ng.conf").write_text("Debug 0\n", encoding="utf-8")
    (folder / ".libao").write_text("default_driver=null\n", encoding="utf-8")
    told = (folder / "out").open("wb")
    process = subprocess.Popen(
        [
            *(str(SERVER), "--run-single", "--timeout", "0"),
            *("--socket-path", str(folder / "socket"), "--pid-file", str(folder / "pid")),
            *("--config-dir", str(folder), "--log-dir", str(folder / "log"), "--log-level", "5"),
        ],
        env={
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CACHE_HOME": str(folder / "cache"),
        },
        stdout=told,
        stderr=told,
    )
    try:
        wait_for(folder / "socket", process)
        yield Service(folder, process)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        told.close()


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(400):
        if path.exists():
            return
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail("speech-dispatcher did not start")


def run(script: str, address: str, folder: Path) -> dict[str, Any]:
    """What the script told; its process ended well and said nothing else."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT + script],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "SPEECHD_ADDRESS": address,
            "SPEECHD_CMD": str(shutil.which("false")),
        },
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@missing
def test_every_text_reaches_espeak_and_its_end_comes_back(service: Service, tmp_path: Path) -> None:
    told = run(
        """
voice.ended.connect(lambda: (told.__setitem__("voices", voice.voices()), voice.close(), finish()))
say("Left leg. ST36, Leg Three Miles.", "Z\\u00fas\\u0101nl\\u01d0 \\u8db3\\u4e09\\u91cc", "15, five more")
app.exec()
""",
        service.address,
        tmp_path / "program",
    )
    assert told["began"] == [
        "Left leg. ST36, Leg Three Miles.",
        "Z\u00fas\u0101nl\u01d0 \u8db3\u4e09\u91cc",
        "15, five more",
    ]
    assert (told["ended"], told["silent"]) == (1, 0)
    log = service.log()
    for text in ("Left leg. S T 36, Leg Three Miles.", "dzoo sahn lee", "15, five more"):
        assert f"DATA:|{text}" in log
    assert log.count("Got audio:") >= 3
    assert told["voices"][0][0] == "English (America)"
    assert not any("+" in name for name, _ in told["voices"])


@missing
def test_volume_rate_and_voice_reach_it(service: Service, tmp_path: Path) -> None:
    run(
        """
preferences.update(voice_volume=60, voice_rate=-25, voice_name="English (Great Britain)")
voice.ended.connect(finish)
say("Press")
app.exec()
""",
        service.address,
        tmp_path / "program",
    )
    log = service.log()
    assert re.search("SET SELF VOLUME (19|20)", log)
    assert "SET SELF RATE -25" in log
    chosen = [line.split("SYNTHESIS_VOICE ")[1] for line in log.splitlines() if "|SET SELF SYNTHESIS_VOICE" in line]
    assert "CANCEL" not in log  # that would cut off a screen reader, too
    assert chosen[-1] == "English (Great Britain)"


@missing
def test_a_service_that_dies_is_asked_once_more_and_then_done_without(service: Service, tmp_path: Path) -> None:
    told = run(
        f"""
voice.ended.connect(lambda: (os.kill({service.process.pid}, signal.SIGKILL), say("Press")))
voice.fell_silent.connect(lambda: QTimer.singleShot(0, finish))
say("Left leg")
app.exec()
""",
        service.address,
        tmp_path / "program",
    )
    assert (told["began"][0], told["silent"]) == ("Left leg", 1)
    assert service.process.wait(10) == -signal.SIGKILL


@missing
def test_a_service_found_dead_is_not_even_tuned(service: Service, tmp_path: Path) -> None:
    """Its library would take the program with it."""
    told = run(
        f"""
def go_on():
    if voice._engine._lifeline.is_alive:
        QTimer.singleShot(10, go_on)
        return
    preferences.update(voice_rate=30, voice_name="German")
    say("Press")
def on_ended():
    voice.ended.disconnect(on_ended)
    os.kill({service.process.pid}, signal.SIGKILL)
    go_on()
voice.ended.connect(on_ended)
voice.fell_silent.connect(lambda: QTimer.singleShot(0, finish))
say("Left leg")
app.exec()
""",
        service.address,
        tmp_path / "program",
    )
    assert (told["began"], told["silent"]) == (["Left leg"], 1)


@missing
def test_a_program_ends_well_though_the_service_died_unnoticed(service: Service, tmp_path: Path) -> None:
    told = run(
        f"""
voice.ended.connect(lambda: (os.kill({service.process.pid}, signal.SIGKILL), voice.close(), finish()))
say("Left leg")
app.exec()
""",
        service.address,
        tmp_path / "program",
    )
    assert told["silent"] == 0


@missing
def test_a_program_may_end_while_its_voice_is_still_opening(service: Service, tmp_path: Path) -> None:
    told = run('say("Left leg"); QTimer.singleShot(0, finish); app.exec()', service.address, tmp_path / "program")
    assert told["began"] == []


def test_without_a_service_it_falls_silent_once_and_never_in_our_way(tmp_path: Path) -> None:
    told = run(
        """
voice.fell_silent.connect(lambda: QTimer.singleShot(0, finish))
say("Left leg")
told["at once"] = voice.is_silent
say("Press")
app.exec()
say("Press")
""",
        f"unix_socket:{tmp_path}/nothing",
        tmp_path / "program",
    )
    assert (told["began"], told["silent"]) == ([], 1)
    assert not told["at once"]


def test_a_service_that_never_answers_stops_nothing(tmp_path: Path) -> None:
    """Our loop runs on, the voice is given up, and the program can end."""
    address = tmp_path / "stuck"
    with socket.socket(socket.AF_UNIX) as stuck:
        stuck.bind(str(address))
        stuck.listen()
        told = run(
            """
def look():
    if told["ticks"] == 20:
        voice.lose_patience()
        finish()
ticking.timeout.connect(look)
ticking.start(10)
say("Left leg")
app.exec()
""",
            f"unix_socket:{address}",
            tmp_path / "program",
        )
    assert told["silent"] == 1


def test_nothing_is_asked_for_while_the_voice_is_off(tmp_path: Path) -> None:
    address = tmp_path / "listening"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(address))
        listening.listen()
        listening.settimeout(0)
        told = run(
            """
preferences.update(voice=False)
say("Left leg")
voice.sample()
voice.find_voices()
told["loaded"] = "PySide6.QtTextToSpeech" in sys.modules
finish()
""",
            f"unix_socket:{address}",
            tmp_path / "program",
        )
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert told == {"began": [], "ended": 0, "silent": 0, "ticks": 0, "loaded": False}

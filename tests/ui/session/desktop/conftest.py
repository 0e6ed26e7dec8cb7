"""A session bus of one's own, with nothing on it but what a test puts there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.real_window_desk import SYSTEM_PYTHON
from tests.ui.session.desktop.children import Child

STAND_IN = Path(__file__).with_name("stand_in.py")
LISTENER = Path(__file__).with_name("listener.py")
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={0}</listen><servicedir>{1}</servicedir><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>
"""

Start = Callable[..., Child]


class Bus:
    """A session bus that can be ended and started again at the same place. `services` tells what it starts itself."""

    def __init__(self, folder: Path) -> None:
        self._configuration = folder / "bus.conf"
        self._socket, self.services = folder / "bus", folder / "services"
        self.services.mkdir()
        self._configuration.write_text(CONFIGURATION.format(self._socket, self.services), encoding="utf-8")
        self.environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self._socket}"}
        self.environment.pop("XDG_RUNTIME_DIR", None)
        self.start()

    def start(self) -> None:
        self._socket.unlink(missing_ok=True)
        given = (f"--config-file={self._configuration}", "--nofork", "--nosyslog", "--print-address")
        self._daemon = Child(self.environment, "dbus-daemon", *given)
        self._daemon.line()

    def end(self) -> None:
        self._daemon.end()


@pytest.fixture
def bus(qtbot: QtBot) -> Iterator[Bus]:
    if not shutil.which("dbus-daemon"):
        pytest.skip("needs dbus-daemon (Debian: dbus)")
    with tempfile.TemporaryDirectory() as folder:  # its name is short enough for a socket in it
        bus = Bus(Path(folder))
        yield bus
        bus.end()


@pytest.fixture
def start(bus: Bus) -> Iterator[Start]:
    """Starts a program on the bus; all of them are ended in the end."""
    children: list[Child] = []

    def start(program: str, *arguments: str) -> Child:
        children.append(Child(bus.environment, program, *arguments))
        return children[-1]

    yield start
    for child in children:
        child.end()


@pytest.fixture
def strict_python() -> str:
    """A Python that has GLib's D-Bus, which checks every type."""
    bindings = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    has_python = Path(SYSTEM_PYTHON).exists()
    if not has_python or subprocess.run(bindings, check=False, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("needs GLib's D-Bus for the system's Python (Debian: python3-gi)")
    return SYSTEM_PYTHON


@pytest.fixture
def stand_in(start: Start, strict_python: str) -> Start:
    """Starts a service of the desktop that is there when this returns."""

    def serve(name: str, *manner: str) -> Child:
        child = start(strict_python, str(STAND_IN), name, *manner)
        assert child.told() == {"ready": name}
        return child

    return serve


@pytest.fixture
def listener(start: Start, strict_python: str) -> Child:
    """Somebody who already listens to what a media player tells."""
    child = start(strict_python, str(LISTENER))
    assert child.line() == "listening"
    return child

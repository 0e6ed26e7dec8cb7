"""A desk to use the program at as a person does: a screen, a mouse, a keyboard, and eyes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import xserver

from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parent.parent
EYES = Path(__file__).with_name("real_window_eyes.py")
SYSTEM_PYTHON = "/usr/bin/python3"
# xdotool waits until there is such a window.
WINDOW = ("search", "--sync", "--onlyvisible", "--name", "^acutimer$")
PATIENCE_SECONDS = 90.0
LOOK_AGAIN_SECONDS = 0.02
MOST_PARTS = 100
DRAG_PARTS = 8  # a hand moves step by step

Environment = dict[str, str]


def missing_hands() -> str:
    """What a mouse and a keyboard on a real X server need and is not here, in words; empty where all is."""
    found = shutil.which("Xvfb") and shutil.which("xdotool")
    return "" if found else "needs Xvfb and xdotool (Debian: xvfb xdotool)"


def missing_eyes() -> str:
    """What a screen reader's view needs and is not here, in words; empty where all is."""
    bindings = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    try:
        has_bindings = subprocess.run(bindings, check=False, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        has_bindings = False
    bus = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
    if has_bindings and bus.exists() and shutil.which("dbus-daemon") and shutil.which("Xvfb"):
        return ""
    return "needs Xvfb and the accessibility bus (Debian: xvfb dbus at-spi2-core gir1.2-atspi-2.0 python3-gi)"


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing in a window. `box` is its place on the screen: left, top, width, height in px."""

    role: str
    name: str
    box: tuple[int, int, int, int]
    states: frozenset[str]

    @property
    def middle(self) -> tuple[int, int]:
        """Where one would click it."""
        left, top, width, height = self.box
        return left + width // 2, top + height // 2

    def is_(self, state: str) -> bool:
        """Whether it is "focused", "checked", "selected", "enabled"."""
        return state in self.states


class Desk:
    """One program under one's hands and eyes."""

    def __init__(self, environment: Environment, eyes: "subprocess.Popen[str]") -> None:
        self._environment, self._eyes = environment, eyes

    # -- hands ---------------------------------------------------------------------------------------

    def key(self, *keys: str) -> None:
        """Press keys one after another, named as xdotool names them."""
        use(self._environment, "key", "--delay", "0", *keys)

    def click(self, thing: Seen, button: int = 1) -> None:
        """Click something: 1 is the left button, 8 the one at the mouse's side that goes back."""
        x, y = thing.middle
        use(self._environment, "mousemove", str(x), str(y), "click", str(button))

    def drag(self, thing: Seen, onto: tuple[int, int]) -> None:
        """Take hold of something by its middle, carry it to a point of the screen, and let it go there."""
        (x, y), (to_x, to_y) = thing.middle, onto
        way = [(x + (to_x - x) * part // DRAG_PARTS, y + (to_y - y) * part // DRAG_PARTS) for part in range(DRAG_PARTS)]
        moves = [word for at in (*way[1:], onto) for word in ("mousemove", str(at[0]), str(at[1]))]
        use(self._environment, "mousemove", str(x), str(y), "mousedown", "1", *moves, "mouseup", "1")

    def click_on(self, role: str, beginning: str) -> Seen:
        """Click what has that role and a name that begins so, once it is there and has stopped moving."""
        boxes: list[object] = [None]
        found: list[Seen] = []

        def is_still(seen: Sequence[Seen]) -> bool:
            found[:] = [it for it in seen if it.role == role and it.name.startswith(beginning)]
            boxes.append(found[0].box if found else None)
            return bool(found) and boxes[-1] == boxes[-2]

        self.wait_until(is_still, f"a {role} {beginning!r} at rest")
        self.click(found[0])
        return found[0]

    # -- eyes ----------------------------------------------------------------------------------------

    def look(self, most_parts: int = MOST_PARTS) -> tuple[Seen, ...]:
        """Everything that is showing now, from the window inwards, but not what lies in a table of more parts."""
        assert self._eyes.stdin is not None
        assert self._eyes.stdout is not None
        self._eyes.stdin.write(f"{most_parts}\n")
        self._eyes.stdin.flush()
        return tuple(
            Seen(it["role"], it["name"], tuple(it["box"]), frozenset(it["states"]))
            for it in json.loads(self._eyes.stdout.readline())
        )

    def wait_for(self, role: str, beginning: str, state: str = "showing") -> None:
        """Look until there is something with that role, a name that begins so, and in that state."""

        def is_there(seen: Sequence[Seen]) -> bool:
            return any(it.role == role and it.name.startswith(beginning) and it.is_(state) for it in seen)

        self.wait_until(is_there, f"a {state} {role} {beginning!r}")

    def wait_until(self, holds: Callable[[Sequence[Seen]], bool], what: str) -> None:
        """Look again and again until what is seen is so, but not for ever."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not holds(seen := self.look()):
            if time.monotonic() > end:
                lines = (f"{it.role} {it.name!r} {it.box} {' '.join(sorted(it.states))}" for it in seen if it.name)
                raise AssertionError("\n".join((f"never came: {what}; what is to be seen:", *lines)))
            time.sleep(LOOK_AGAIN_SECONDS)


def use(environment: Environment, *arguments: str) -> None:
    """Let a hand do something; `arguments` are xdotool's."""
    subprocess.run(["xdotool", *arguments], env=environment, check=True, stdout=subprocess.DEVNULL, timeout=60)  # noqa: S607 - found on the path


@contextmanager
def screen() -> Iterator[Environment]:
    """What to start a program with so that it shows its window on a screen of its own."""
    with xserver.running() as display:
        assert display is not None
        yield {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}


@contextmanager
def program(environment: Environment, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The program with its window open, and its first place in it."""
    welcomed(Path(environment["XDG_CONFIG_HOME"]))
    child = subprocess.Popen([sys.executable, "-m", "acutimer", *arguments], cwd=ROOT, env=environment)
    try:
        use(environment, *WINDOW)
        end = time.monotonic() + PATIENCE_SECONDS
        while not _hears_the_system(child.pid):
            assert time.monotonic() < end, "the window never settled"
            time.sleep(LOOK_AGAIN_SECONDS)
        yield child
    finally:
        child.kill()
        child.wait()


def _hears_the_system(pid: int) -> bool:
    """Whether a request to end would be heard: the program listens for it as soon as its first place stands."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():  # not Linux: it cannot be told, and Xvfb is hardly here either
        return True
    caught = next(line for line in status.read_text().splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) & 1 << (signal.SIGTERM - 1))


@contextmanager
def desk(*arguments: str) -> Iterator[Desk]:
    """The program at a desk of its own, ended in the end as the system would."""
    with screen() as environment, session_bus(environment) as session:
        eyes = _start([SYSTEM_PYTHON, str(EYES)], session, stdin=subprocess.PIPE)
        try:
            with program(session, *arguments) as child:
                use(session, *WINDOW, "windowfocus", "--sync")  # as a window manager would
                yield Desk(session, eyes)
                child.send_signal(signal.SIGTERM)
                assert child.wait(timeout=90) == 0
        finally:
            _end(eyes)


@contextmanager
def session_bus(environment: Environment) -> Iterator[Environment]:
    """What to start a program with on a session bus of its own, too; the accessibility bus starts there by itself."""
    taken = ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY")
    session = {name: value for name, value in environment.items() if name not in taken}
    with tempfile.TemporaryDirectory() as folder:  # its name is short enough for a socket in it
        session |= {"XDG_RUNTIME_DIR": folder, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        bus = _start(["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address"], session)
        try:
            assert bus.stdout is not None
            yield session | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
        finally:
            _end(bus)


def _start(command: Sequence[str], environment: Environment, stdin: int | None = None) -> "subprocess.Popen[str]":
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdin=stdin, stdout=pipe, stderr=nowhere, text=True)


def _end(child: "subprocess.Popen[str]") -> None:
    child.terminate()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()

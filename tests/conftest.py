"""What every test stands on: empty folders of its own, and no warning, log line or living timer left behind."""

import logging
import os
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
# Programs that tests start find no speech service, and start none that would go on after them.
os.environ["SPEECHD_ADDRESS"] = "unix_socket:/nonexistent"
os.environ["SPEECHD_CMD"] = "false"

import pytest
from hypothesis import settings

from tests.no_network import Watch
from tests.trusting import LONG, Tally, table

settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("searching", deadline=None, print_blob=True)
settings.load_profile("steady")
TALLY = "tally"
TOLD = "told"  # a line for the end of a long run
WATCH = Watch()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` is what `dev.py trust` and `dev.py fuzz` ask for; a seed for it is given by --hypothesis-seed."""
    parser.addoption("--long", action="store_true", help="try as much as trust asks for, and tell what was lost")


@pytest.hookimpl(tryfirst=True)  # before hypothesis looks for its seed
def pytest_configure(config: pytest.Config) -> None:
    WATCH.install()
    if config.getoption("--long"):
        os.environ[LONG] = "1"
        settings.load_profile("searching")
        if config.getoption("--hypothesis-seed") is None:
            config.option.hypothesis_seed = str(secrets.randbelow(2**32))


def pytest_report_header(config: pytest.Config) -> str:
    """With which seed a long run can be had again."""
    return f"--hypothesis-seed={config.getoption('--hypothesis-seed')}" if config.getoption("--long") else ""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table of what was tried, survived and lost, by passed and failed tests alike."""
    if not config.getoption("--long"):
        return
    reports = [it for name in ("passed", "failed") for it in terminalreporter.getreports(name) if it.when == "call"]
    tallies = [Tally(*value) for it in reports for name, value in it.user_properties if name == TALLY]
    if tallies:
        terminalreporter.section("trust")
        terminalreporter.write_line(table(sorted(tallies)))
    for told in (value for it in reports for name, value in it.user_properties if name == TOLD):
        terminalreporter.write_line(told)


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Callable[[str, int, int], None]:
    """Tell a kind of fault, how often it was tried, and how often something was lost; call it before you assert."""
    return lambda fault, tried, lost: record_property(TALLY, (fault, tried, lost))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Tell how many sockets a test made; a failing test tells it, too."""
    WATCH.sockets = 0
    try:
        yield
    finally:
        if WATCH.sockets or WATCH.tried:
            row = ("sockets opened to the outside, in every test", WATCH.sockets, len(WATCH.tried))
            item.user_properties.append((TALLY, row))


@pytest.fixture(autouse=True)
def asked_outside() -> Iterator[list[str]]:
    """Fail when anything asked for the world outside, even if that was swallowed. A test may look and clear it."""
    WATCH.tried.clear()
    yield WATCH.tried
    assert not WATCH.tried, f"asked for the world outside: {WATCH.tried}"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test writes, it writes into folders of its own, and it speaks to no desktop that is in use here."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


class _Listener(logging.Handler):
    """Keeps what is logged at INFO and above."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def log_lines(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Fail on any log line. A test that expects some takes this fixture, looks at the lines and clears them."""
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    yield listener.lines
    root.removeHandler(listener)
    assert not listener.lines, f"stray log lines: {listener.lines}"


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail when a test leaves a thread or an active timer behind."""
    threads = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    assert not left, f"threads left running: {left}"
    if "PySide6.QtWidgets" in sys.modules:
        try:
            _no_living_timer()
        finally:
            _let_windows_go()


def _let_windows_go() -> None:
    """What was to be deleted later goes now: no loop of this test's is left to do it, and 3 MB a test would stay."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _no_living_timer() -> None:
    from PySide6.QtCore import QThreadPool, QTimer
    from shiboken6 import getAllValidWrappers

    # Not the garbage collector's list: a second reference to a tuple that a painting thread is just building fails it.
    timers = [it for it in getAllValidWrappers() if isinstance(it, QTimer) and it.isActive()]
    for timer in timers:
        timer.stop()
    assert not timers, f"timers left running: {[timer.interval() for timer in timers]} ms"
    assert QThreadPool.globalInstance().activeThreadCount() == 0, "work left in the thread pool"

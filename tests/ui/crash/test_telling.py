import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRunnable,
    QSize,
    Qt,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acutimer import __version__
from acutimer.mishaps.deadly import Report
from acutimer.mishaps.fault import Fault
from acutimer.mishaps.hooks import Hooks
from acutimer.mishaps.notebook import Notebook
from acutimer.ui.crash.telling import MOST_SHARED, Telling
from acutimer.ui.messages import Message, MessageBar, Messages

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)
OURS = "Something went wrong in acutimer. What you did is kept."
PATIENCE_MS = 60_000

pytestmark = pytest.mark.qt_no_exception_capture  # the hook under test is in its place


class Listening:
    """A window's messages, and the hook that faults go to."""

    def __init__(self, path: Path) -> None:
        self.messages = Messages()
        self.heard: list[Message] = []
        self.messages.said.connect(self.heard.append)
        self.telling = Telling()
        self.notebook = Notebook(path, lambda: NOW)
        self.hooks = Hooks(self.notebook, self.telling.tell, lambda: NOW)

    @property
    def written(self) -> str:
        return self.notebook.path.read_text(encoding="utf-8") if self.notebook.path.exists() else ""


@pytest.fixture
def listening(tmp_path: Path, qtbot: QtBot) -> Iterator[Listening]:
    listening = Listening(tmp_path / "acutimer.log")
    listening.hooks.install()
    yield listening
    listening.hooks.take_back()


class Faulty(QWidget):
    """Raises wherever it is asked to."""

    where = ""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.fail("paint event")

    def sizeHint(self) -> QSize:  # noqa: N802
        self.fail("size hint")
        return QSize(40, 40)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.User:
            self.fail("event filter")
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.fail("event")
        return super().event(event)

    def timerEvent(self, _event: QEvent) -> None:  # noqa: N802
        self.fail("timer event")

    def fail(self, where: str) -> None:
        if self.where == where:
            raise RuntimeError(where)


class FaultyModel(QAbstractListModel):
    """Raises when it is asked what it holds."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        return 3

    def data(self, _index: QModelIndex | QPersistentModelIndex, _role: int = 0) -> object:
        raise RuntimeError("data of a model")


class FaultyThread(QThread):
    """Raises in its own thread."""

    def run(self) -> None:
        raise RuntimeError("thread of Qt")


class FaultyRunnable(QRunnable):
    """Raises in a thread of the pool."""

    def run(self) -> None:
        raise RuntimeError("runnable")


def fail(where: str) -> None:
    raise RuntimeError(where)


@pytest.fixture
def faulty(qtbot: QtBot) -> Faulty:
    widget = Faulty()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("where", ["paint event", "size hint", "event filter", "event", "timer event"])
def test_what_an_override_raises_is_told(listening: Listening, faulty: Faulty, qtbot: QtBot, where: str) -> None:
    outer = QWidget()
    qtbot.addWidget(outer, before_close_func=lambda _: setattr(faulty, "where", ""))
    faulty.setParent(outer)
    outer.installEventFilter(faulty)
    outer.resize(200, 200)
    listening.telling.settle(listening.messages)
    timer = 0
    if where == "timer event":
        timer = faulty.startTimer(0)
    outer.show()
    QCoreApplication.processEvents()
    faulty.where = where
    if where == "size hint":
        QTimer.singleShot(0, lambda: QVBoxLayout(outer).addWidget(faulty))
    receiver = outer if where == "event filter" else faulty
    QCoreApplication.postEvent(receiver, QEvent(QEvent.Type.User))
    faulty.update()
    qtbot.waitUntil(lambda: bool(listening.heard), timeout=PATIENCE_MS)
    faulty.where = ""
    if timer:
        faulty.killTimer(timer)
    assert {it.text for it in listening.heard} == {OURS}
    assert where in listening.written


def in_slot() -> None:
    QTimer.singleShot(0, lambda: fail("slot"))


def in_pool() -> None:
    QThreadPool.globalInstance().start(lambda: fail("pool"))
    QThreadPool.globalInstance().waitForDone()


def in_runnable() -> None:
    QThreadPool.globalInstance().start(FaultyRunnable())
    QThreadPool.globalInstance().waitForDone()


def in_thread_of_qt() -> None:
    thread = FaultyThread()
    thread.start()
    thread.wait()


def in_thread() -> None:
    thread = threading.Thread(target=fail, args=("thread",))
    thread.start()
    thread.join()


@pytest.mark.parametrize("fault", [in_slot, in_pool, in_runnable, in_thread_of_qt, in_thread])
def test_what_is_raised_in_slots_and_threads_is_told_in_the_windows_own_thread(
    listening: Listening, qtbot: QtBot, fault: object
) -> None:
    threads: list[int] = []
    listening.messages.said.connect(lambda _: threads.append(threading.get_ident()))
    listening.telling.settle(listening.messages)
    assert callable(fault)
    fault()
    qtbot.waitUntil(lambda: bool(listening.heard), timeout=PATIENCE_MS)
    assert [it.text for it in listening.heard] == [OURS]
    assert threads == [threading.get_ident()]


def test_what_a_model_raises_at_every_paint_is_told_once(listening: Listening, qtbot: QtBot) -> None:
    listening.telling.settle(listening.messages)
    view, model = QListView(), FaultyModel()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(200, 200)
    for _ in range(20):
        QTimer.singleShot(0, view.viewport().repaint)
    QTimer.singleShot(0, view.show)
    qtbot.waitUntil(lambda: bool(listening.heard), timeout=PATIENCE_MS)
    for _ in range(20):
        view.viewport().update()
        QCoreApplication.processEvents()
    view.hide()
    view.setModel(None)
    assert len(listening.heard) == 1
    assert listening.written.count("Traceback") == 1


def a_fault(number: int = 0, told: str = "") -> Fault:
    return Fault(key=f"{number}", at=NOW, whole="whole", shared=f"fault {number}", told=told)


def test_before_the_window_stands_it_waits(listening: Listening, qtbot: QtBot) -> None:
    listening.telling.tell(a_fault())
    qtbot.waitUntil(lambda: bool(listening.telling._waiting), timeout=PATIENCE_MS)
    assert not listening.heard
    assert listening.telling.has_untold
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    listening.telling.settle(listening.messages)
    assert [it.text for it in listening.heard] == [OURS]
    assert not listening.telling.has_untold
    window.hide()
    listening.telling.tell(a_fault(1))
    qtbot.waitUntil(lambda: len(listening.heard) == 2, timeout=PATIENCE_MS)
    assert listening.telling.has_untold, "nobody saw it"


def test_an_error_with_words_for_people_is_told_in_them(listening: Listening, qtbot: QtBot) -> None:
    listening.telling.settle(listening.messages)
    listening.telling.tell(a_fault(told="The disk is full."))
    qtbot.waitUntil(lambda: bool(listening.heard), timeout=PATIENCE_MS)
    assert listening.heard[0].text == "The disk is full."


def test_copy_details_copies_and_says_so(listening: Listening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/who/anna")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    bar = MessageBar(listening.messages)
    qtbot.addWidget(bar)
    listening.telling.settle(listening.messages)
    for number in range(MOST_SHARED + 2):
        listening.telling.tell(a_fault(number))
    qtbot.waitUntil(lambda: len(listening.heard) == MOST_SHARED + 2, timeout=PATIENCE_MS)
    message = bar.message
    assert message is not None
    assert (message.action, message.kind, message.seconds) == ("Copy details", "caution", None)
    assert len(bar._messages) == 1, "the same words are said once"
    bar._act()
    copied = QGuiApplication.clipboard().text()
    first, second, third, _, *faults = copied.splitlines()
    assert first == f"acutimer {__version__}"
    assert "Python 3" in second
    assert "Qt 6" in second
    assert "desktop KDE, session wayland, Qt platform offscreen" in third
    assert [line for line in faults if line] == [f"fault {number}" for number in range(MOST_SHARED)]
    assert bar.message is not None
    assert bar.message.text == "Copied: where it went wrong, and nothing that you wrote."
    assert bar.message.kind == "info"
    bar.dismiss_all()


def test_what_is_copied_is_of_bounded_length(listening: Listening, qtbot: QtBot) -> None:
    long = Fault(key="", at=NOW, whole="", shared="x" * 1_000_000, told="")
    listening.telling.tell(long)
    qtbot.waitUntil(lambda: bool(listening.telling._waiting), timeout=PATIENCE_MS)
    assert len(listening.telling.details) < 9000


def test_that_it_ended_by_a_signal_is_told_when_the_window_stands(listening: Listening) -> None:
    report = Report(NOW, 'Fatal Python error: Aborted\n\n  File "/who/anna/x.py", line 3 in paint\n')
    listening.telling.tell_of_last_time(report)
    listening.telling.settle(listening.messages)
    (message,) = listening.heard
    assert message.text == "Last time acutimer ended unexpectedly. What you did is kept."
    assert 'File "x.py", line 3 in paint' in listening.telling.details
    assert "anna" not in listening.telling.details


def test_a_bar_that_fails_does_not_tell_of_itself_for_ever(listening: Listening, qtbot: QtBot) -> None:
    said = 0

    def broken(_message: Message) -> None:
        nonlocal said
        said += 1
        raise RuntimeError("the bar")

    listening.messages.said.connect(broken, Qt.ConnectionType.DirectConnection)
    listening.telling.settle(listening.messages)
    in_slot()
    qtbot.waitUntil(lambda: said == 2, timeout=PATIENCE_MS)
    for _ in range(10):
        QCoreApplication.processEvents()
    assert said == 2

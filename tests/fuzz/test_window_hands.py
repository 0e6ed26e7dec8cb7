"""The real window in the hands of somebody who presses anything, anywhere, at any time, and drops anything on it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.session import Held, Over, Ready, Running, Session
from acutimer.ui.context import Context
from acutimer.ui.rooms import Rooms
from acutimer.ui.session.page import SessionPage
from acutimer.ui.window import MainWindow
from tests.cli.routine_files import a_routine, written
from tests.fuzz.logs import fill
from tests.fuzz.trying import Tell
from tests.trusting import amount
from tests.ui.practice import make_context
from tests.ui.session.conftest import Clocks, Loudspeaker
from tests.ui.window_hands import settle

NO_KEYS, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Insert, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_Menu, Qt.Key.Key_Slash, Qt.Key.Key_Question, Qt.Key.Key_Plus),
    *(Qt.Key.Key_MediaPlay, Qt.Key.Key_MediaNext, Qt.Key.Key_MediaPrevious, Qt.Key.Key_MediaStop),
    *(getattr(Qt.Key, f"Key_{letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
)
MODIFIERS = (NO_KEYS, NO_KEYS, NO_KEYS, CTRL, CTRL, SHIFT, ALT, CTRL | SHIFT, CTRL | ALT | SHIFT)
TEXTS = (
    "knee",
    "膝",
    "\u202e",
    "e\u0301" * 9,
    "99999999999999999999",
    "-1",
    "<b>x</b>",
    "\0",
    "\ud83d\ude00",
    "x" * 300,
)
PLACES = ("explore", "routines", "log", "settings")


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot, clocks: Clocks) -> Iterator[Context]:
    made = make_context(tmp_path)
    fill(made.history.ledger.connection)
    with closing(made.figures):
        yield replace(made, wall=lambda: clocks.wall, monotonic=lambda: clocks.seconds)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for whatever the system's dialogs are asked for; nothing else of the system is."""
    folder = tmp_path / "files"
    folder.mkdir()
    written(folder, a_routine())
    chosen = str(folder / "mine.acutimer.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([chosen], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(folder / Path(given[2]).name), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    return folder


@pytest.fixture
def window(context: Context, files: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    def session(given: Context) -> SessionPage:
        return SessionPage(given, opening=lambda _folder: Loudspeaker(), speaking=lambda: None)

    window = MainWindow(context, Rooms(session=session))
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # this keeps it until then, too
    window.resize(1280, 800)
    settle(window)
    yield window
    window.close()


class Hands:
    """Somebody at the keyboard and the mouse, who does the same again for the same chance."""

    def __init__(self, window: MainWindow, clocks: Clocks, chance: Random) -> None:
        self._window, self._clocks, self._chance = window, clocks, chance
        self.done: list[str] = []

    def do(self) -> None:
        """One thing."""
        what = self._chance.choices((self._key, self._type, self._click, self._wait, self._go), (60, 5, 25, 8, 2))[0]
        what(self._target())
        QCoreApplication.processEvents()

    def _target(self) -> QWidget:
        inner = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        return inner or self._window

    def _key(self, target: QWidget) -> None:
        key, modifiers = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        self.done.append(f"{modifiers.name} {key.name}")
        QTest.keyClick(target, key, modifiers)

    def _type(self, target: QWidget) -> None:
        text = self._chance.choice(TEXTS)
        self.done.append(f"types {text[:9]!r}")
        for letter in text:
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, NO_KEYS, letter)
            QApplication.sendEvent(target, event)

    def _click(self, target: QWidget) -> None:
        window = target.window()
        place = QPoint(self._chance.randrange(max(1, window.width())), self._chance.randrange(max(1, window.height())))
        button = self._chance.choice(
            (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton, Qt.MouseButton.BackButton)
        )
        under = window.childAt(place) or window
        self.done.append(f"clicks {type(under).__name__} at {place.x()}, {place.y()}")
        QTest.mouseClick(under, button, NO_KEYS, under.mapFrom(window, place))

    def _wait(self, _target: QWidget) -> None:
        seconds = self._chance.choice((0.2, 1.0, 5.0, 60.0, 3600.0))
        self.done.append(f"waits {seconds} s")
        self._clocks.pass_by(seconds)
        if "page" in self._window.sessions.__dict__:
            self._window.sessions.page.player.tick()

    def _go(self, _target: QWidget) -> None:
        place = self._chance.choice(PLACES)
        self.done.append(f"goes to {place}")
        self._window.show_place(place)


def has_window() -> bool:
    """Whether any is open: a session may be in a small one."""
    return any(it.isVisible() for it in QApplication.topLevelWidgets())


def sound(session: Session | None) -> bool:
    """Whether a session, where there is one, stands where one can."""
    match session and session.state:
        case Running(index, _) | Held(index, _, _):
            assert session is not None
            return 0 <= index < len(session.plan.phases) and session.to_go(1e9) >= 0
        case state:
            return isinstance(state, Ready | Over | None)


def sound_log(context: Context) -> bool:
    connection = context.history.ledger.connection
    is_whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return is_whole and not connection.execute("PRAGMA foreign_key_check").fetchall() and not connection.in_transaction


def test_whatever_is_pressed_the_window_goes_on(
    window: MainWindow,
    context: Context,
    clocks: Clocks,
    qtbot: QtBot,
    *,
    pytestconfig: pytest.Config,
    tally: Tell,
) -> None:
    number = int(pytestconfig.getoption("--hypothesis-seed") or 0)
    hands = Hands(window, clocks, Random(number))  # noqa: S311 - the same again for the same seed
    presses = amount(120, 5000)
    with qtbot.captureExceptions() as raised:
        while len(hands.done) < presses and not raised and has_window():
            hands.do()
    session = window.sessions.page.player.session if "page" in window.sessions.__dict__ else None
    is_sound = sound(session) and sound_log(context)
    tally("keys and clicks in the window", len(hands.done), len(raised) + (not is_sound))
    assert not raised, f"seed {number}, after {hands.done[-12:]}"
    assert is_sound
    assert len(hands.done) == presses, f"closed, seed {number}, after {hands.done[-12:]}"


ADDRESSES = (
    *(
        "file:///nowhere",
        "file:///dev/zero",
        "file:///dev/null",
        "file:///dev/tty",
        "file:///",
        "file:///proc/self/mem",
    ),
    *(
        "file://server/share/a.acutimer.json",
        "http://example.org/a.acutimer.json",
        "https://[::1]:99999999/",
        "data:,x",
    ),
    *("javascript:alert(1)", "", "file:", "file:///%00", "file:///%ff%fe", "file:///a%0Ab", "file:///../../etc/passwd"),
    *("smb://a/b", "mailto:a@b.c", "ftp://x", "file:///" + "x" * 5000, "relative.json", "about:blank", "qrc:/x"),
)


def carried(chance: Random, files: Path) -> QMimeData:
    """Anything that can be dragged: addresses, texts, pictures, and data nobody knows."""
    data = QMimeData()
    own = [QUrl.fromLocalFile(str(it)) for it in (*files.iterdir(), files, files / "none.acutimer.json")]
    urls = [QUrl(it) for it in chance.choices(ADDRESSES, k=chance.randrange(8))]
    urls += chance.choices(own, k=chance.randrange(5))
    chance.shuffle(urls)
    if urls:
        data.setUrls(urls)
    for kind in chance.sample(("text/plain", "text/html", "text/uri-list", "image/png", "application/x-odd"), k=2):
        data.setData(kind, chance.choice((b"", b"\0" * 50, b"file:///etc/passwd\r\n", chance.randbytes(200))))
    return data


def let_go(widget: QWidget, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, NO_KEYS)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, data, left, NO_KEYS))


def test_whatever_is_dropped_the_window_says_what_it_holds(
    window: MainWindow,
    context: Context,
    files: Path,
    qtbot: QtBot,
    *,
    pytestconfig: pytest.Config,
    tally: Tell,
) -> None:
    chance = Random(int(pytestconfig.getoption("--hypothesis-seed") or 0))  # noqa: S311 - the same again for the same seed
    (files / "odd\n\u202e.acutimer.json").write_bytes(b"{}")
    (files / "loop.acutimer.json").symlink_to("loop.acutimer.json")
    drops, dropped = amount(3, 80), 0
    before = context.shelf.own()
    with qtbot.captureExceptions() as raised:
        while dropped < drops and not raised:
            dropped += 1
            window.show_place(chance.choice(PLACES))
            let_go(window, carried(chance, files))
            QCoreApplication.processEvents()
            _finish(window, qtbot)
        many = QMimeData()
        many.setUrls([QUrl.fromLocalFile(str(files / f"{number}.acutimer.json")) for number in range(10_000)])
        let_go(window, many)
        _finish(window, qtbot)
    tally("things dropped on the window", dropped + 1, len(raised))
    assert not raised
    assert context.shelf.own() == before
    assert sound_log(context)


def _finish(window: MainWindow, qtbot: QtBot) -> None:
    """Until the files that were dropped have been looked into."""
    joined = window._joined.get("routines")
    if joined is not None:
        place: Any = joined.place
        qtbot.waitUntil(lambda: not place.exchange.is_busy, timeout=240_000)

"""Places with nothing in them, that note what the window asks of them."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.planning import Plan
from acutimer.core.session import Session
from acutimer.store.recording import Recorder
from acutimer.ui.context import Context
from acutimer.ui.rooms import Rooms


class FakeExplore(QWidget):
    press_now = Signal(str, int)
    start_routine = Signal(str)
    routine_found = Signal(str)
    add_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.searches = 0

    def start_search(self) -> None:
        self.searches += 1


class FakeRoutines(QWidget):
    start = Signal(object)
    remind = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.looked_at: list[str] = []
        self.added: list[str] = []
        self.brought: list[object] = []

    def refresh(self) -> None:
        pass

    def show_routine(self, routine_id: str) -> None:
        self.looked_at.append(routine_id)

    def add_point(self, code: str) -> None:
        self.added.append(code)

    def import_files(self, files: object) -> None:
        self.brought.append(files)


class FakeLog(QWidget):
    start = Signal(object)
    changed = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.looked = 1
        self.is_editing = False
        self.is_keeping = False

    def refresh(self) -> None:
        self.looked += 1

    def show_keeping(self) -> None:
        self.is_keeping = True


class FakeSettings(QWidget):
    keeping_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reminded: list[str] = []
        self.is_editing = False

    def refresh(self) -> None:
        pass

    def remind(self, routine_id: str) -> None:
        self.reminded.append(routine_id)


class FakeWelcome(QWidget):
    done = Signal()


class FakeSession(QWidget):
    over = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.begun: list[Plan] = []
        self.taken_up: list[tuple[Recorder, Session]] = []
        self.is_put_away = False
        self.player = SimpleNamespace(unkept=None)

    def begin(self, plan: Plan) -> None:
        self.begun.append(plan)

    def take_up(self, recorder: Recorder, session: Session) -> None:
        self.taken_up.append((recorder, session))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  as Qt calls it
        self.is_put_away = True
        super().closeEvent(event)


class FakeAfter(QWidget):
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def show_session(self, session_id: str, unkept: object = None) -> None:  # noqa: ARG002  as the window calls it
        self.shown.append(session_id)


class FakeRooms:
    """What was built so far, by name; `rooms` is for the window."""

    def __init__(self) -> None:
        self.built: dict[str, Any] = {}
        kinds: dict[str, Callable[[], QWidget]] = {
            "explore": FakeExplore,
            "routines": FakeRoutines,
            "log": FakeLog,
            "settings": FakeSettings,
            "welcome": FakeWelcome,
            "session": FakeSession,
            "after": FakeAfter,
        }
        self.rooms = Rooms(**cast("Any", {name: self._builder(name, kind) for name, kind in kinds.items()}))

    def _builder(self, name: str, kind: Callable[[], QWidget]) -> Callable[[Context], QWidget]:
        def build(_context: Context) -> QWidget:
            assert name not in self.built, f"{name} is built once"
            self.built[name] = kind()
            return cast("QWidget", self.built[name])

        return build

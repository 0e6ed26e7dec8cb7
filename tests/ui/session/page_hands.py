"""What a user does to a session's page, and what becomes of the session."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord
from acutimer.core.planning import PhaseKind
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.session.page import SessionPage
from tests.ui.session.conftest import Clocks
from tests.unprofiled import UNPROFILED


def begin(page: SessionPage, context: Context, routine: str = "balance-points") -> None:
    page.begin(plan(context.library.routines[routine], context.preferences.value.choices(), UNPROFILED))


def seek(
    page: SessionPage, clocks: Clocks, kind: PhaseKind, side: Side | None = None, subject: str | None = None
) -> None:
    """Run on until a phase of that kind, side and subject."""
    for _ in range(60):
        session = page.player.session
        assert session is not None
        assert session.phase is not None
        phase = session.phase
        if phase.kind is kind and side in (None, phase.side) and subject in (None, phase.subject):
            return
        if phase.seconds is None:
            page.player.toggle()
        else:
            clocks.run(page.player, (session.left(clocks.seconds) or 0) + 0.001)
    raise AssertionError("the routine has no such phase")


def press(page: SessionPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or page, key, modifiers)


def state(page: SessionPage) -> object:
    assert page.player.session is not None
    return page.player.session.state


def now_in(page: SessionPage) -> tuple[PhaseKind, Side | None]:
    assert page.player.session is not None
    assert page.player.session.phase is not None
    return page.player.session.phase.kind, page.player.session.phase.side


def kept(page: SessionPage, context: Context) -> SessionRecord:
    record = context.history.session(page.player.session_id)
    assert record is not None
    return record

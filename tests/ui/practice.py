"""What a place needs to be built in a test: the shipped content, an empty history, and sessions to put into it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import load_library
from acutimer.core.fitting import plan
from acutimer.core.history import PhaseRecord, SessionRecord, outcome_of, practice_places
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.core.settings import Settings
from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.store.settings import SettingsFile
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences
from tests.unprofiled import UNPROFILED

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)

Shown = TypeVar("Shown", bound=QWidget)


def make_context(folder: Path) -> Context:
    """A context with its files in `folder`; it is NOW for ever. Close its `figures` in the end."""
    messages = Messages()
    library = load_library(paths.resources() / "content" / "en")
    atlas = Atlas(paths.resources() / "body", library.rules)
    return Context(
        library=library,
        atlas=atlas,
        history=History(open_database(folder / "acutimer.db", NOW)),
        preferences=Preferences(Settings(welcomed=True), SettingsFile(folder / "settings.json"), messages),
        figures=Figures(atlas),
        messages=messages,
        wall=lambda: NOW,
        monotonic=lambda: 0.0,
    )


def shown(widget: Shown, qtbot: QtBot, width: int = 1068, height: int = 800) -> Shown:
    """The widget laid out in an active window that leaves it its size, as the window of the program would."""
    window = QWidget()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # this keeps it until then, too
    widget.setParent(window)
    window.resize(2000, 1200)
    window.show()
    window.activateWindow()
    widget.show()
    resized(widget, width, height)
    return widget


def resized(widget: QWidget, width: int, height: int) -> None:
    """Give the widget another size and let every layout in it follow."""
    widget.resize(width, height)
    for _ in range(4):  # what a layout changes in turn asks for another
        QCoreApplication.sendPostedEvents()


def practise(
    context: Context, routine_id: str, started_at: datetime = NOW, until: int | None = None, skipped: int | None = None
) -> str:
    """Put a session of a routine into the history: to its end, or stopped half way through phase `until`.

    Phase `skipped` was skipped. Waits last 20 s. Returns the session's id.
    """
    laid_out = plan(context.library.routines[routine_id], context.preferences.value.choices(), UNPROFILED)
    phases: list[PhaseRecord] = []
    at = started_at
    for index in range(len(laid_out.phases) if until is None else until + 1):
        share = 0.0 if index == skipped else 0.5 if index == until else 1.0
        phase = _lived(laid_out, index, share, at)
        at = phase.ended_at
        phases.append(phase)
    places = practice_places((phase.kind, phase.subject) for phase in laid_out.phases)
    session_id = f"{routine_id} {started_at.isoformat()}"
    record = SessionRecord(
        id=session_id,
        routine=routine_id,
        routine_name=laid_out.routine.name,
        started_at=started_at,
        ended_at=at,
        outcome=outcome_of(places, ((phase.index, phase.outcome) for phase in phases)),
        planned_seconds=laid_out.seconds,
        phases=tuple(phases),
    )
    context.history.begin(record, laid_out)
    return session_id


def _lived(laid_out: Plan, index: int, share: float, at: datetime) -> PhaseRecord:
    phase = laid_out.phases[index]
    seconds = share * (20 if phase.seconds is None else phase.seconds)
    return PhaseRecord(
        ordinal=index,
        index=index,
        kind=phase.kind,
        subject=phase.subject,
        side=phase.side,
        planned_seconds=phase.seconds,
        done_seconds=seconds,
        planned_reps=phase.reps,
        done_reps=None if phase.reps is None else int(phase.reps * share),
        outcome={0.0: Outcome.SKIPPED, 0.5: Outcome.PARTIAL, 1.0: Outcome.DONE}[share],
        ended_at=at + timedelta(seconds=seconds),
    )

"""The small window in each of its states, six to a picture, over a plain ground as wallpaper might be."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from stage import Scene, Stage

from acutimer.core.fitting import plan
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Session, Why
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.mini.mini import MiniWindow
from acutimer.ui.session.words.away_words import WaysOn

KIND = PhaseKind
COLUMNS, GAP_PX = 2, 20
LIGHT_GROUND, DARK_GROUND = ("#B9C9C6", "#8FA7A3"), ("#20302F", "#0F1A1B")

State = tuple[str, PhaseKind, int, float]

PRESS: State = ("knee-pain-press", KIND.PRESS, 4, 36)
# Each state is a routine, a kind of phase, how many of that kind come first, and the seconds into it.
SHEETS: dict[str, tuple[tuple[State, str], ...]] = {
    "pressing": (
        (PRESS, ""),
        (PRESS, "paused"),
        (("knee-pain-press", KIND.CHANGEOVER, 2, 2), ""),
        (("morning-balance", KIND.REPS, 0, 73), ""),
        (("knee-pain-press", KIND.GET_READY, 2, 2), ""),
        (("knee-pain-press", KIND.PRESS, 4, 103), "pointer over"),
    ),
    "other-phases": (
        (("morning-balance", KIND.BREATHS, 0, 22), ""),
        (("daily-strength", KIND.REST, 0, 8), ""),
        (("qigong-knee-massage", KIND.PATS, 0, 8), ""),
        (("qigong-knee-massage", KIND.TECHNIQUE, 0, 8), ""),
        (("morning-balance", KIND.PRESS, 2, 20), ""),
        (("morning-balance", KIND.REPS, 1, 33), ""),
    ),
    "waiting-and-asking": (
        (("knee-pain-press", KIND.WAIT, 0, 2), ""),
        (("walk-and-soak", KIND.WAIT, 0, 2), ""),
        (("backward-treadmill", KIND.GET_READY, 0, 2), ""),
        (PRESS, "away"),
        (PRESS, "clock changed"),
        (PRESS, "flash"),
    ),
    "longest": (
        (("morning-balance", KIND.TECHNIQUE, 0, 2), ""),
        (("walk-and-soak", KIND.TECHNIQUE, 2, 2), ""),
        (("qigong-knee-massage", KIND.GET_READY, 2, 2), ""),
        (("qigong-knee-massage", KIND.TECHNIQUE, 1, 2), "keyboard"),
        (("backward-treadmill", KIND.WAIT, 0, 2), ""),
        (("post-workout-recovery", KIND.TECHNIQUE, 0, 2), "paused"),
    ),
}


def scenes() -> dict[str, Scene]:
    """One scene a sheet."""
    return {f"mini-{name}": partial(lay_out, states) for name, states in SHEETS.items()}


def wallpaper(over: QWidget) -> QLabel:
    """A plain ground, from light to less light."""
    picture = QPixmap(over.size())
    fill = QLinearGradient(0, 0, picture.width(), picture.height())
    for place, name in enumerate(DARK_GROUND if tokens(over).is_dark else LIGHT_GROUND):
        fill.setColorAt(place, color(name))
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), fill)
    painter.end()
    ground = QLabel(over)
    ground.setPixmap(picture)
    ground.setGeometry(over.rect())
    ground.show()
    return ground


def lay_out(states: tuple[tuple[State, str], ...], stage: Stage) -> None:
    """Small windows side by side, laid on the window as if that were a screen."""
    stage.open()
    ground = wallpaper(stage.window)
    for number, (state, happening) in enumerate(states):
        mini = MiniWindow(stage.context)
        mini.setParent(ground, Qt.WindowType.Widget)
        size, (row, column) = mini.size(), divmod(number, COLUMNS)
        left = (ground.width() - COLUMNS * size.width() - GAP_PX) // 2
        mini.move(left + column * (size.width() + GAP_PX), GAP_PX + row * (size.height() + GAP_PX))
        mini.show()
        show_state(mini, stage, state, happening)


def show_state(mini: MiniWindow, stage: Stage, state: State, happening: str) -> None:
    """Bring it to a moment of a session, and let something happen to it."""
    routine, kind, number, seconds = state
    laid_out = plan(stage.library.routine(routine), stage.context.preferences.value.choices(), stage.context.safety)
    index = [place for place, phase in enumerate(laid_out.phases) if phase.kind is kind][number]
    session = Session.restored(laid_out, (), index, seconds).resume(seconds)
    why = {"paused": Why.PAUSED, "away": Why.AWAY, "clock changed": Why.AWAY}.get(happening)
    mini.show_session(session if why is None else session.pause(seconds, why), seconds)
    match happening:
        case "away":
            mini.show_ways(WaysOn("You were away for 6 minutes", "", "", "", "", ""))
        case "clock changed":
            mini.show_ways(WaysOn("The computer\u2019s clock was changed", "", "", "", "", ""))
        case "pointer over":
            for button in (mini.skipping, mini.expanding):
                button.let_be_seen(is_seen=True)
        case "keyboard":
            mini.main.setFocus(Qt.FocusReason.TabFocusReason)
        case "flash":
            mini.flash.setGeometry(mini.rect())
            mini.flash.show()

"""The few words of the small window: whose turn it is, how much, and what the hands do now."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.pacing import Motion, beat_of
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.points import Area
from acutimer.core.session import Held, Session, Why
from acutimer.core.sides import Side
from acutimer.language.joining import listed
from acutimer.ui.session.words import control_words, telling
from acutimer.ui.session.words.digits import digits_of
from acutimer.ui.session.words.phase_words import PhaseWords, motion_words, words_of

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MiniWords:
    """What the small window says of a phase, but for the time.

    `text` stands where there is no time to show, in a few short lines; `icon` and `button` are the round button's.
    """

    headline: str
    text: str
    icon: str
    button: str


def window_name() -> str:
    """What a screen reader calls the small window."""
    return translate("Session", "Session, small window")


def mini_words(session: Session, library: Library, asked: str = "") -> MiniWords:
    """The words of the phase under way. `asked` is the title of what the session asks at the moment, if it does."""
    phase, index = session.phase, session.index
    if phase is None or index is None:
        headline = asked or (telling.stopped() if session.lived else telling.session())
        return MiniWords(headline, "", "expand", control_words.expand())
    if is_asking(session):
        return MiniWords(asked or translate("Session", "You were away"), "", "expand", control_words.expand())
    words = words_of(session.plan, index, library, translate)
    main = control_words.main_control(session)
    text = words.instruction if phase.seconds is None else ""
    return MiniWords(_headline(phase, words, library), text, main.icon, main.word)


def mini_time(session: Session, now: float) -> tuple[str, str]:
    """The digits and the unit beside them: ("12", "of 20"), ("1:24", ""), nothing while it waits for its user."""
    phase = session.phase
    if phase is None:
        return "", ""
    digits, unit, _ = digits_of(phase, session.elapsed(now), session.left(now), None)
    if phase.kind is PhaseKind.BREATHS:
        return digits, translate("Session", "of {0}").format(phase.breaths)
    return digits, unit if phase.reps is not None else ""


def mini_cue(session: Session, now: float, library: Library) -> tuple[str, bool]:
    """The word below the time, and whether it is about what the hands, legs or lungs do now."""
    phase = session.phase
    if phase is None:
        return translate("Session", "Open to see it"), False
    if is_asking(session):
        return translate("Session", "Open to go on"), False
    if isinstance(session.state, Held):
        return telling.paused(), False
    if not phase.kind.is_practice:
        return _resting_cue(phase), False
    beat = beat_of(phase, session.elapsed(now))
    if beat is not None or phase.kind is PhaseKind.PRESS:
        return motion_words(beat.motion if beat is not None else Motion.PRESS, translate), True
    name = library.name_of(phase.subject) if phase.subject and phase.side in (Side.LEFT, Side.RIGHT) else ""
    return (name, True) if name else (translate("Session", "to go"), False)


def is_asking(session: Session) -> bool:
    """Whether the session stands still for another reason than a pause, and ways on are offered."""
    return isinstance(session.state, Held) and session.state.why is not Why.PAUSED


def _resting_cue(phase: Phase) -> str:
    if phase.kind is PhaseKind.WAIT:
        return telling.go_on()
    if phase.seconds is None:
        return telling.start_now()
    return translate("Session", "Let go") if phase.kind is PhaseKind.REST else translate("Session", "Get ready")


def _headline(phase: Phase, words: PhaseWords, library: Library) -> str:
    if phase.kind is PhaseKind.CHANGEOVER:
        return _next_side(phase, library)
    return listed((words.headline, words.code))


def _next_side(phase: Phase, library: Library) -> str:
    point = library.points.get(phase.subject or "")
    on_back = point is not None and point.area is Area.LOWER_BACK
    if phase.side is Side.LEFT:
        return translate("Session", "Left side next") if on_back else translate("Session", "Left leg next")
    return translate("Session", "Right side next") if on_back else translate("Session", "Right leg next")

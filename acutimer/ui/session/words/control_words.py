"""What can be pressed at the foot of a session and in the small window, in words: names, and what each one does."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from acutimer.core.lengthening import breaths_more
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.session import Held, Session
from acutimer.language.catalogue import trn
from acutimer.ui.session.words import telling

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ControlWords:
    """A control: its picture, the word on it, and `name`, what it is called where the word alone says too little."""

    icon: str
    word: str
    name: str = ""


def main_control(session: Session) -> ControlWords:
    """The one big button: what it does to `session` now."""
    phase = session.phase
    if isinstance(session.state, Held):
        return ControlWords("play", resume())
    if phase is not None and phase.kind.is_practice:
        return ControlWords("pause", pause())
    if phase is not None and phase.kind is PhaseKind.WAIT:
        return ControlWords("play", telling.go_on())
    return ControlWords("play", telling.start_now())


def more_control(phase: Phase, *, is_held: bool) -> ControlWords:
    """The button that makes a phase longer; what only leads up to something waits instead."""
    if phase.kind.is_practice and phase.reps is not None:
        return ControlWords("+5", translate("Session", "more"), translate("Session", "Five more repetitions"))
    if phase.kind is PhaseKind.BREATHS:
        breaths = breaths_more(phase)
        name = trn("One more breath", "{0} more breaths", breaths)
        return ControlWords(f"+{breaths}", translate("Session", "more"), name.format(breaths))
    if phase.kind.is_practice or is_held:
        return ControlWords("+15", translate("Session", "seconds"), translate("Session", "Fifteen seconds more"))
    return ControlWords("hand", translate("Session", "Wait"), translate("Session", "Wait until I say go"))


def voice_control(*, is_on: bool) -> ControlWords:
    """The switch of the voice: a screen reader calls it the same, on and off."""
    name = translate("Session", "Voice")
    return ControlWords("sound", name, name) if is_on else ControlWords("sound-off", voice_off(), name)


def main_words() -> tuple[str, ...]:
    """Every word the big button may bear."""
    return (pause(), resume(), telling.start_now())


def more_words() -> tuple[str, ...]:
    """Every word the button for more may bear."""
    return (translate("Session", "seconds"), translate("Session", "more"), translate("Session", "Wait"))


def voice_words() -> tuple[str, ...]:
    """Both words of the switch of the voice."""
    return (translate("Session", "Voice"), voice_off())


def pause() -> str:
    """Hold the session."""
    return translate("Session", "Pause")


def resume() -> str:
    """Go on with it."""
    return translate("Session", "Resume")


def stop() -> str:
    """End the session."""
    return translate("Session", "Stop")


def stop_tip() -> str:
    """What becomes of it then."""
    return translate("Session", "End here and keep what you did (Ctrl+.)")


def back() -> str:
    """Go back."""
    return translate("Session", "Back")


def back_tip() -> str:
    """How far."""
    return translate("Session", "To the start of this side, again for the one before (Left)")


def skip() -> str:
    """Go on to what comes next."""
    return translate("Session", "Skip")


def skip_tip() -> str:
    """What that leaves out."""
    return translate("Session", "Leave this out (Right)")


def voice_off() -> str:
    """The voice is off."""
    return translate("Session", "Voice off")


def voice_tip() -> str:
    """What the voice does, and its keys."""
    return translate("Session", "Says what to do, so that you need not look (V; S says it again)")


def mini() -> str:
    """The small window."""
    return translate("Session", "Mini")


def mini_name() -> str:
    """What a screen reader calls the button that opens it."""
    return translate("Session", "Small window")


def mini_tip() -> str:
    """What the small window is for."""
    return translate("Session", "A small window that stays on top (M)")


def expand() -> str:
    """Back from the small window."""
    return translate("Session", "Back to the full window")


def expand_tip() -> str:
    """The same, with its key."""
    return translate("Session", "Back to the full window (M)")

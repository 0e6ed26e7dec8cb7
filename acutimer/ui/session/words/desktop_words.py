"""What the desktop is told of a session: on its remote, and of what keeps the screen on."""

from acutimer.content.library import Library
from acutimer.core.session import Running, Session
from acutimer.language.joining import listed
from acutimer.ui.session.desktop.playing import Playing
from acutimer.ui.session.words.phase_words import words_of
from acutimer.ui.session.words.times import Translate

PROGRAM = "acutimer"


def why_awake(translate: Translate) -> str:
    """Why the screen is kept on, for those who ask the desktop."""
    return translate("Session", "A session is running")


def playing_of(session: Session, now: float, library: Library, translate: Translate) -> Playing | None:
    """The session as a media player would show it: "Left leg, ST36 Leg Three Miles"; None once it is over."""
    phase, index = session.phase, session.index
    if phase is None or index is None:
        return None
    words = words_of(session.plan, index, library, translate)
    subject = " ".join(part for part in (words.code, words.name) if part)
    return Playing(
        title=listed((words.headline, subject)),
        artist=PROGRAM,
        album=session.plan.routine.name,
        length_seconds=phase.seconds,
        position_seconds=session.elapsed(now),
        is_running=isinstance(session.state, Running),
        track=index,
    )

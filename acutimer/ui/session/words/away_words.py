"""What is said after the computer was away, after a session was cut short, and after a stop."""

from dataclasses import dataclass

from acutimer.content.library import Library
from acutimer.core.away import Away
from acutimer.core.history import counts
from acutimer.core.planning import Phase
from acutimer.core.session import Session
from acutimer.core.sides import Side
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed
from acutimer.ui.session.words.phase_words import side_within, subject_words, your_side
from acutimer.ui.session.words.times import Translate, clock, gap, prose, whole


@dataclass(frozen=True, slots=True)
class WaysOn:
    """A heading, a sentence or two, and what each of the three ways on means."""

    title: str
    text: str
    carry_on: str
    redo: str
    redo_detail: str
    finish_detail: str


def away_words(
    session: Session, away: Away, stopped_at: str, *, now: float, library: Library, translate: Translate
) -> WaysOn:
    """After a gap between the clocks. `stopped_at` is the time of day of the last good tick, in words."""
    if away.seconds < 1:
        title = translate("Session", "The computer\u2019s clock was changed")
        text = translate("Session", "The session stopped there, and nothing is lost.")
    else:
        title = translate("Session", "You were away for {0}").format(gap(away.seconds))
        text = translate(
            "Session", "The session stopped at {0} and waited for you. The time away is not counted."
        ).format(stopped_at)
    return _ways_on(session, title, text, now=now, library=library, translate=translate)


def restored_words(session: Session, now: float, library: Library, translate: Translate) -> WaysOn:
    """When a session is taken up that was cut short."""
    title = translate("Session", "Welcome back")
    text = translate(
        "Session", "The session ended before its time. What you had done is kept, and you can go on from there."
    )
    return _ways_on(session, title, text, now=now, library=library, translate=translate)


def kept_words(session: Session, now: float, translate: Translate) -> str:
    """What a stopped session keeps: "You did 9 min 13 s. It is kept"."""
    seconds = practised_seconds(session, now)
    if seconds < 1:
        return translate("Session", "You had not begun to practise yet.")
    return translate("Session", "You did {0}. It is kept.").format(prose(seconds, translate))


def practised_seconds(session: Session, now: float) -> float:
    """Seconds practised so far, the running phase included."""
    current = session.current(now)
    lived = session.lived if current is None else (*session.lived, current)
    return sum(it.done_seconds for it in lived if counts(it.phase.kind, it.phase.subject))


def _ways_on(session: Session, title: str, text: str, *, now: float, library: Library, translate: Translate) -> WaysOn:
    phase = session.phase
    assert phase is not None
    step = session.plan.routine.steps[phase.step]
    subject = subject_words(phase, step, library)
    side = side_within(phase, library, translate)
    what = listed((subject, side)) or step.say
    is_one_side = phase.side in (Side.LEFT, Side.RIGHT)
    seconds = practised_seconds(session, now)
    return WaysOn(
        title,
        text,
        carry_on=_carry_on(session, what, now, library, translate),
        redo=translate("Session", "Redo this side") if is_one_side else translate("Session", "Redo this step"),
        redo_detail=_from_the_start(phase, what, translate),
        finish_detail=translate("Session", "Keep the {0} you did").format(prose(seconds, translate))
        if seconds >= 1
        else translate("Session", "Nothing was practised yet"),
    )


def _carry_on(session: Session, what: str, now: float, library: Library, translate: Translate) -> str:
    left, phase = session.left(now), session.phase
    if left is None or phase is None:
        return what
    if phase.reps is not None and phase.tempo is not None:
        current = session.current(now)
        n = phase.reps - (current.done_reps or 0 if current else 0)
        return trn("{0} more", "{0} more", n, "repetitions").format(n)
    if not phase.kind.is_practice:
        n = whole(left)
        return trn("Begins in {0} second", "Begins in {0} seconds", n).format(n)
    where = your_side(phase, library, translate)
    if where:
        return translate("Session", "{0} more on {1}").format(clock(left), where)
    return translate("Session", "{0} more").format(clock(left))


def _from_the_start(phase: Phase, what: str, translate: Translate) -> str:
    if phase.reps is not None:
        return translate("Session", "{0}, from the start: {1}").format(what, phase.reps)
    if phase.seconds is None:
        return translate("Session", "{0}, from the start").format(what)
    return translate("Session", "{0}, from the start: {1}").format(what, clock(phase.seconds))

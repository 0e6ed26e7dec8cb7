"""What the voice says at each moment, from the words on the screen.

The whole of what comes (side, point, place, how long) is said while one gets ready. A practice itself begins with a
word or its short instruction, so that the voice is never behind the hands.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from acutimer.content.library import Library
from acutimer.content.search_words import is_han
from acutimer.core.moments import Cue, Moment
from acutimer.core.pacing import Motion, beat_of
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.session import Outcome, Session
from acutimer.language.joining import ended, listed, sentences, unended
from acutimer.ui.session.words.digits import digits_of
from acutimer.ui.session.words.doses import dose_words
from acutimer.ui.session.words.phase_words import PhaseWords, motion_words, words_of
from acutimer.ui.session.words.times import Translate, to_go

# Until when after its moment it is worth beginning to say something, in seconds. Product choices.
COUNT_SECONDS = 1.0
LAST_FIVE_SECONDS = 1.0
BEGIN_SECONDS = 2.5
ASIDE_SECONDS = 3.0
CHANGE_SECONDS = 5.0
AGAIN_SECONDS = 10.0
SHOWN_PER_SECOND = 11  # characters of the screen's words that a calm voice gets through in a second
LETTERS_IN_HAN = 2.5  # a Han sign is a syllable, which takes as long as so many letters


class Urgency(StrEnum):
    """What may give way to what: an instruction to nothing, a count to the next count, an aside to the next one."""

    INSTRUCTION = "instruction"
    COUNT = "count"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Saying:
    """Words to be said and shown, exactly as they are shown.

    `until` is the monotonic second after which it is too late to begin them; `index` is the phase they belong to, None
    at the end and for what belongs to no phase.
    """

    text: str
    urgency: Urgency
    until: float
    index: int | None = None


def sayings_of(
    session: Session, moments: Iterable[Moment], library: Library, translate: Translate
) -> tuple[Saying, ...]:
    """What is said of several moments at once, in their order."""
    found = (saying_of(session, moment, library, translate) for moment in moments)
    return tuple(saying for saying in found if saying is not None)


def saying_of(session: Session, moment: Moment, library: Library, translate: Translate) -> Saying | None:
    """What is said at `moment`, or None. `session` is the value after it."""
    if moment.index is None:
        text = _sentences((_last_count(session), translate("Session", "You are done")))
        return Saying(text, Urgency.INSTRUCTION, math.inf)
    phase = session.plan.phases[moment.index]
    urgency, seconds = Urgency.ASIDE, ASIDE_SECONDS
    match moment.cue:
        case Cue.SWITCH:
            parts = (_last_count(session), *_whole(session.plan, moment.index, library, translate))
            text = _sentences(parts)
            urgency, seconds = Urgency.INSTRUCTION, math.inf if phase.seconds is None else phase.seconds
        case Cue.BEGIN:
            text, seconds = _beginning(session, moment.index, library, translate)
            urgency = Urgency.INSTRUCTION
        case Cue.CHANGE:
            text = translate("Session", "Now in circles")
            urgency, seconds = Urgency.INSTRUCTION, CHANGE_SECONDS
        case Cue.REP:
            text = _count(phase, moment.count or 0, translate)
            urgency, seconds = Urgency.COUNT, COUNT_SECONDS
        case Cue.LAST_FIVE if moment.count is not None:
            text = translate("Session", "{0}, five more").format(moment.count)
            urgency, seconds = Urgency.COUNT, COUNT_SECONDS
        case Cue.LAST_FIVE:
            upcoming = words_of(session.plan, moment.index, library, translate).upcoming
            text = _sentences((five_seconds(translate), upcoming))
            seconds = LAST_FIVE_SECONDS
        case Cue.HALFWAY:
            text = translate("Session", "Halfway")
        case _:
            return None
    return Saying(text, urgency, moment.at + seconds, moment.index)


def again(session: Session, now: float, library: Library, translate: Translate) -> Saying | None:
    """Where one is, when the user asks for it again: everything, and how much is to go. None before and after."""
    index, phase = session.index, session.phase
    if index is None or phase is None:
        return None
    if not phase.kind.is_practice:
        parts = _whole(session.plan, index, library, translate)
    else:
        words = words_of(session.plan, index, library, translate)
        parts = (words.headline, _subject(words), words.instruction, _left(session, now, translate))
    return Saying(_sentences(parts), Urgency.INSTRUCTION, now + AGAIN_SECONDS, index)


def five_seconds(translate: Translate) -> str:
    """Five seconds to go."""
    return translate("Session", "Five seconds to go")


def sample_words(translate: Translate) -> str:
    """What a voice says to be heard in the preferences."""
    return translate("Session", "Left leg. Press gently for 2 minutes.")


def _whole(plan: Plan, index: int, library: Library, translate: Translate) -> tuple[str, ...]:
    """Side, point, place, how long, and what to do, of a phase or of the one it prepares."""
    words, phase = words_of(plan, index, library, translate), plan.phases[index]
    practice = plan.phases[index + 1] if phase.kind.prepares and index + 1 < len(plan.phases) else phase
    told = [words.headline, _subject(words), words.instruction]
    if _tells_instruction(plan, index, library, translate):
        told.append(words_of(plan, index + 1, library, translate).instruction)
    told.append(_capital(dose_words(practice, translate)))
    if words.care and _has_time_for(phase, (*told, words.care)):
        told.append(words.care)
    if phase.seconds is None:
        told.append(words.upcoming if phase.kind.prepares else translate("Session", "Go on when you are ready"))
    return tuple(told)


def _tells_instruction(plan: Plan, index: int, library: Library, translate: Translate) -> bool:
    """Whether getting ready for a point leaves the time to say how it is pressed, too."""
    phase = plan.phases[index]
    if phase.kind is not PhaseKind.GET_READY or phase.subject not in library.points or index + 1 == len(plan.phases):
        return False
    words, practice = words_of(plan, index, library, translate), plan.phases[index + 1]
    instruction = words_of(plan, index + 1, library, translate).instruction
    parts = (words.headline, _subject(words), words.instruction, instruction, dose_words(practice, translate))
    return _has_time_for(phase, parts)


def _has_time_for(phase: Phase, parts: Iterable[str]) -> bool:
    """Whether a calm voice gets through so much before the phase is over."""
    return phase.seconds is None or _letters(_sentences(parts)) <= phase.seconds * SHOWN_PER_SECOND


def _letters(text: str) -> float:
    return sum(LETTERS_IN_HAN if is_han(sign) else 1 for sign in text)


def _beginning(session: Session, index: int, library: Library, translate: Translate) -> tuple[str, float]:
    """What is said when a practice begins, and for how many seconds it is worth saying."""
    plan, phase = session.plan, session.plan.phases[index]
    words, before = words_of(plan, index, library, translate), plan.phases[index - 1] if index else None
    is_next_set = before is not None and before.kind is PhaseKind.REST and phase.set_number > 1
    if before is None or before.step != phase.step or not (before.kind.prepares or is_next_set):
        dose = _capital(dose_words(phase, translate))
        parts = (_last_count(session), words.headline, _subject(words), words.instruction, dose)
        return _sentences(parts), phase.seconds or math.inf
    if before.kind is PhaseKind.GET_READY and phase.kind is PhaseKind.PRESS:
        if _tells_instruction(plan, index - 1, library, translate):
            return _first_word(phase, translate), BEGIN_SECONDS
        return words.instruction, CHANGE_SECONDS
    return _first_word(phase, translate), BEGIN_SECONDS


def _first_word(phase: Phase, translate: Translate) -> str:
    if phase.kind is not PhaseKind.PRESS:
        return translate("Session", "Begin")
    beat = beat_of(phase, 0.0)
    return motion_words(Motion.PRESS if beat is None else beat.motion, translate)


def _count(phase: Phase, done: int, translate: Translate) -> str:
    if phase.reps is not None and done == phase.reps - 1:
        return translate("Session", "{0}, last one").format(done)
    return f"{done}"


def _last_count(session: Session) -> str:
    """The last repetition is done when its set is over: its count opens what is said then."""
    ended = session.lived[-1] if session.lived else None
    is_counted = ended is not None and ended.outcome is Outcome.DONE and ended.phase.reps is not None
    return f"{ended.phase.reps}" if ended is not None and is_counted else ""


def _left(session: Session, now: float, translate: Translate) -> str:
    phase, left = session.phase, session.left(now)
    if phase is None or left is None:
        return ""
    digits, unit, _ = digits_of(phase, session.elapsed(now), left, None)
    is_counted = phase.reps is not None or phase.kind is PhaseKind.BREATHS
    return f"{digits} {unit}" if is_counted else to_go(left, translate, at_least=False)


def _subject(words: PhaseWords) -> str:
    return listed((words.code, words.name))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentences(parts: Iterable[str]) -> str:
    """The parts as sentences; one word alone stays a word."""
    told = [unended(part) for part in parts if part]
    return told[0] if len(told) == 1 else ended(sentences(told))

"""The words of a phase, made from the same record wherever they are said: library, step and phase."""

from dataclasses import dataclass
from typing import assert_never

from acutimer.content.library import Library
from acutimer.core.pacing import Motion
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.points import Area
from acutimer.core.routines import PressStep, Step
from acutimer.core.sides import Side
from acutimer.language.catalogue import trn
from acutimer.language.joining import ended, listed, sentences
from acutimer.language.sentences import inside
from acutimer.ui.decimals import decimal
from acutimer.ui.session.words.times import Translate


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """What the session shows and says of one phase.

    `headline` is the side, or the practice's own name; `code` and `name` make the line below, either may be empty;
    `upcoming` is what comes after, and `icon` its picture. `care` is what a safety profile asks for here and why, or
    nothing.
    """

    headline: str
    code: str
    name: str
    instruction: str
    upcoming: str
    icon: str
    care: str = ""

    @property
    def spoken(self) -> str:
        """All that is needed without a look at the screen, in one breath."""
        subject = listed((self.code, self.name))
        return ended(sentences((self.headline, subject, self.instruction, self.care)))


def words_of(plan: Plan, index: int, library: Library, translate: Translate) -> PhaseWords:
    """The words of the phase at `index` of `plan`."""
    phase = plan.phases[index]
    step = plan.routine.steps[phase.step]
    code, name = _subject(phase, step, library)
    side = side_words(phase, library, translate)
    sets = _set_words(phase, translate)
    if phase.kind is PhaseKind.REST:
        headline, code, name = step.title or translate("Session", "Rest"), "", sets
    elif phase.kind is PhaseKind.WAIT:
        headline, name = name or translate("Session", "When you are ready"), ""
    elif phase.kind is PhaseKind.CHANGEOVER:
        headline = _now_your(phase, library, translate)
    elif phase.side in (Side.LEFT, Side.RIGHT) or isinstance(step, PressStep):
        headline = side or name
        name = name if side else ""
    else:
        headline, name = name, listed((side, sets, _pace_words(phase, translate)))
    upcoming, icon = _upcoming(plan, index, library, translate)
    instruction = _instruction(phase, step, library, translate)
    return PhaseWords(headline, code, name, instruction, upcoming, icon, _care(plan, phase, library))


def side_words(phase: Phase, library: Library, translate: Translate) -> str:
    """The side of a phase: "Left leg"; "Left side" on the back; empty where sides mean nothing."""
    on_back = _is_on_back(phase.subject, library)
    match phase.side:
        case None:
            return ""
        case Side.LEFT:
            return translate("Session", "Left side") if on_back else translate("Session", "Left leg")
        case Side.RIGHT:
            return translate("Session", "Right side") if on_back else translate("Session", "Right leg")
        case Side.BOTH:
            return translate("Session", "Both sides") if on_back else translate("Session", "Both legs")
    assert_never(phase.side)


def side_within(phase: Phase, library: Library, translate: Translate) -> str:
    """The same after other words: "left leg"; empty where sides mean nothing."""
    on_back = _is_on_back(phase.subject, library)
    match phase.side:
        case None:
            return ""
        case Side.LEFT:
            return translate("Session", "left side") if on_back else translate("Session", "left leg")
        case Side.RIGHT:
            return translate("Session", "right side") if on_back else translate("Session", "right leg")
        case Side.BOTH:
            return translate("Session", "both sides") if on_back else translate("Session", "both legs")
    assert_never(phase.side)


def your_side(phase: Phase, library: Library, translate: Translate) -> str:
    """The same inside a sentence: "your left leg"; empty where sides mean nothing."""
    on_back = _is_on_back(phase.subject, library)
    match phase.side:
        case None:
            return ""
        case Side.LEFT:
            return translate("Session", "your left side") if on_back else translate("Session", "your left leg")
        case Side.RIGHT:
            return translate("Session", "your right side") if on_back else translate("Session", "your right leg")
        case Side.BOTH:
            return translate("Session", "both sides") if on_back else translate("Session", "both legs")
    assert_never(phase.side)


def subject_words(phase: Phase, step: Step, library: Library) -> str:
    """The shortest name of what a phase practises: a point's code, otherwise its name; empty for a rest."""
    code, name = _subject(phase, step, library)
    return code or name


def part_words(phase: Phase, translate: Translate) -> str:
    """Which part of its step a phase is, in the fewest words: "left", "2", "right 2"; empty for a step of one part."""
    words = []
    if phase.side is Side.LEFT:
        words.append(translate("Session", "left", "a side"))
    elif phase.side is Side.RIGHT:
        words.append(translate("Session", "right", "a side"))
    if phase.sets > 1:
        words.append(f"{phase.set_number}")
    return " ".join(words)


def motion_words(motion: Motion, translate: Translate) -> str:
    """The word for one part of a beat."""
    return {
        Motion.PRESS: translate("Session", "Press"),
        Motion.RELEASE: translate("Session", "Release"),
        Motion.CIRCLE: translate("Session", "Circle"),
        Motion.RISE: translate("Session", "Rise"),
        Motion.HOLD: translate("Session", "Hold"),
        Motion.LOWER: translate("Session", "Lower"),
        Motion.IN: translate("Session", "In"),
        Motion.OUT: translate("Session", "Out"),
        Motion.FRONT_AND_BACK: translate("Session", "Front and back"),
        Motion.SIDES: translate("Session", "Sides"),
    }[motion]


def _subject(phase: Phase, step: Step, library: Library) -> tuple[str, str]:
    """The code, if it is a point, and the name of what a phase practises; the step's own title goes first."""
    code = phase.subject if phase.subject in library.points else None
    title = step.title or (library.name_of(phase.subject) if phase.subject else "")
    return code or "", title


def _set_words(phase: Phase, translate: Translate) -> str:
    if phase.sets < 2:
        return ""
    if phase.kind is PhaseKind.REST:
        return translate("Session", "Then set {0} of {1}").format(phase.set_number, phase.sets)
    return translate("Session", "set {0} of {1}").format(phase.set_number, phase.sets)


def _pace_words(phase: Phase, translate: Translate) -> str:
    if phase.kind is not PhaseKind.BREATHS:
        return ""
    return translate("Session", "{0} seconds in, {1} seconds out").format(
        decimal(phase.in_seconds), decimal(phase.out_seconds)
    )


def _is_on_back(subject: str | None, library: Library) -> bool:
    if subject is None:
        return False
    if subject in library.points:
        return library.points[subject].area is Area.LOWER_BACK
    return subject in library.techniques and library.techniques[subject].picture == "lower_back"


def _now_your(phase: Phase, library: Library, translate: Translate) -> str:
    on_back = _is_on_back(phase.subject, library)
    if phase.side is Side.LEFT:
        return translate("Session", "Now your left side") if on_back else translate("Session", "Now your left leg")
    return translate("Session", "Now your right side") if on_back else translate("Session", "Now your right leg")


def _instruction(phase: Phase, step: Step, library: Library, translate: Translate) -> str:
    if phase.kind is PhaseKind.CHANGEOVER:
        return translate("Session", "Same spot on the other side")
    point = library.points.get(phase.subject or "")
    if phase.kind is PhaseKind.GET_READY and point is not None:
        return point.short
    if phase.kind is PhaseKind.REST and phase.sets > 1:
        return translate("Session", "Breathe and let go")
    return step.say


def _care(plan: Plan, phase: Phase, library: Library) -> str:
    """What is different about the step of a phase for this person; a rest needs no care."""
    if phase.kind is PhaseKind.REST:
        return ""
    return sentences(library.safety_words.now(change) for change in plan.changes if change.place == phase.step)


def _upcoming(plan: Plan, index: int, library: Library, translate: Translate) -> tuple[str, str]:
    phase = plan.phases[index]
    if phase.kind.prepares and phase.seconds is None:
        return translate("Session", "Starts when you say so"), "hand"
    if phase.kind.prepares:
        return translate("Session", "Starts by itself"), "clock"
    if index + 1 >= len(plan.phases):
        return translate("Session", "Then you are done"), "flag"
    later = plan.phases[index + 1]
    if later.kind is PhaseKind.CHANGEOVER or (later.step == phase.step and later.side is not phase.side):
        return translate("Session", "Then {0}").format(your_side(later, library, translate)), "swap"
    return _then(later, plan.routine.steps[later.step], library, translate)


def _then(later: Phase, step: Step, library: Library, translate: Translate) -> tuple[str, str]:
    if later.kind is PhaseKind.REST and later.seconds is not None and not step.title:
        n = round(later.seconds)
        return trn("Then {0} second of rest", "Then {0} seconds of rest", n).format(n), "clock"
    what = subject_words(later, step, library)
    if not what:
        return translate("Session", "Then on, when you are ready"), "hand"
    if later.subject not in library.points:
        return translate("Session", "Then {0}").format(inside(what)), "arrow"
    where = side_within(later, library, translate)
    return translate("Session", "Then {0}, {1}").format(what, where), "arrow"

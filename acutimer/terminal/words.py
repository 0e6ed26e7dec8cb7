"""Words and numbers as people read them in a terminal."""

from acutimer.content.library import Library
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import BreathsStep, PatsStep, PressStep, RepsStep, RestStep, Step, TechniqueStep, WaitStep
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.language.catalogue import tr, trn
from acutimer.language.joining import lengths


def outcome_words(outcome: Outcome | None) -> str:
    """How a session ended, in a word; None stands for one that was cut off."""
    match outcome:
        case Outcome.DONE:
            return tr("done")
        case Outcome.PARTIAL:
            return tr("partial")
        case Outcome.SKIPPED:
            return tr("skipped")
    return tr("unfinished")


def duration(seconds: float) -> str:
    """A length of time in prose: "45 s", "1 min 30 s", "1 h 5 min" (seconds only below an hour)."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    parts = [
        (hours, tr("{0}\u00a0h")),
        (minutes, tr("{0}\u00a0min")),
        (0 if hours else whole % 60, tr("{0}\u00a0s")),
    ]
    return lengths(words.format(number) for number, words in parts if number) or tr("{0}\u00a0s").format(0)


def clock(seconds: float) -> str:
    """A length of time on a clock: "1:30", "1:02:03"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length_of(plan: Plan) -> str:
    """How long a plan lasts; where it waits for the user, that is the least."""
    length = duration(plan.seconds)
    return tr("{0} or more").format(length) if plan.waits else length


def subject(name: str | None, library: Library) -> str:
    """A point with its code ("ST36 Leg Three Miles"), or the name of an exercise or a technique."""
    words = library.name_of(name)
    return f"{name} {words}" if name in library.points else words


def title(step: Step, library: Library) -> str:
    """What a step is called."""
    if step.title:
        return step.title
    match step:
        case PressStep():
            return subject(step.point, library)
        case TechniqueStep() | PatsStep() | BreathsStep():
            return subject(step.technique, library)
        case RepsStep():
            return subject(step.exercise, library)
        case RestStep():
            return tr("Rest")
        case WaitStep():
            return subject(step.technique, library) or tr("When you are ready")


def dose(step: Step) -> str:
    """How long or how often, for one side: "90 s", "2 sets of 20"."""
    match step:
        case PressStep() | TechniqueStep():
            return duration(step.dose.seconds)
        case PatsStep():
            words = trn("{0} and {0} pats, {1} round", "{0} and {0} pats, {1} rounds", step.rounds)
            return words.format(step.pats, step.rounds)
        case RepsStep():
            sets = trn("{0} set of {1}", "{0} sets of {1}", step.sets)
            times = trn("{1} time", "{1} times", step.reps)
            return (sets if step.sets > 1 else times).format(step.sets, step.reps)
        case BreathsStep():
            return trn("{0} breath", "{0} breaths", step.breaths).format(step.breaths)
        case RestStep():
            return duration(step.seconds)
        case WaitStep():
            return tr("until you say go")


def phase_line(phase: Phase, plan: Plan, library: Library) -> str:
    """One phase as it begins: what, on which side, how long, and what to do."""
    step = plan.routine.steps[phase.step]
    what = _on_side(title(step, library), phase.side)
    lasts = tr("until you say go") if phase.seconds is None else duration(phase.seconds)
    match phase.kind:
        case PhaseKind.GET_READY:
            return tr("Get ready: {0} ({1})").format(what, lasts)
        case PhaseKind.CHANGEOVER:
            is_left = phase.side is Side.LEFT
            words = tr("Change to the left side ({0})") if is_left else tr("Change to the right side ({0})")
            return words.format(lasts)
        case PhaseKind.REST if phase.subject is not None:
            return tr("Rest before set {0} of {1} ({2})").format(phase.set_number, phase.sets, lasts)
        case PhaseKind.REPS:
            reps = phase.reps or 0
            lasts = trn("{0} time, {1}", "{0} times, {1}", reps).format(reps, lasts)
            if phase.sets > 1:
                what = tr("{0} · set {1} of {2}").format(what, phase.set_number, phase.sets)
    return tr("{0} ({1}): {2}").format(what, lasts, step.say)


def doing(phase: Phase, elapsed: float) -> str:
    """What is to be done at this moment of a phase, where that changes during it; otherwise nothing."""
    if phase.kind is PhaseKind.REPS and phase.tempo is not None and phase.reps is not None:
        number, within = divmod(elapsed, phase.tempo.seconds)
        count = min(phase.reps, int(number) + 1)
        move = tr("up") if within < phase.tempo.up_seconds else tr("down")
        if phase.tempo.up_seconds <= within < phase.tempo.up_seconds + phase.tempo.hold_seconds:
            move = tr("hold")
        words = tr("the last one, {2}") if count == phase.reps else tr("{0} of {1}, {2}")
        return words.format(count, phase.reps, move)
    if phase.kind is PhaseKind.BREATHS:
        is_in = elapsed % (phase.in_seconds + phase.out_seconds) < phase.in_seconds
        return tr("breathe in") if is_in else tr("breathe out")
    if phase.kind is PhaseKind.PATS:
        is_first = elapsed // (phase.pats * phase.beat_seconds) % 2 == 0
        return tr("front and back") if is_first else tr("the two sides")
    if phase.kind is PhaseKind.PRESS:
        if phase.circle_seconds and phase.seconds is not None and phase.seconds - elapsed <= phase.circle_seconds:
            return tr("circle on the spot")
        if phase.cadence is not None:
            within = elapsed % (phase.cadence.press_seconds + phase.cadence.release_seconds)
            return tr("press") if within < phase.cadence.press_seconds else tr("release")
    return ""


def side_word(side: Side | None) -> str:
    """The side of a phase that has one, in a word; else nothing."""
    match side:
        case Side.LEFT:
            return tr("left", "a side")
        case Side.RIGHT:
            return tr("right", "a side")
    return ""


def _on_side(what: str, side: Side | None) -> str:
    match side:
        case Side.LEFT:
            return tr("{0} · left").format(what)
        case Side.RIGHT:
            return tr("{0} · right").format(what)
    return what

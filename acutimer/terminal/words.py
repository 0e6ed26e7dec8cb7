"""Words and numbers as people read them in a terminal."""

from acutimer.content.library import Library
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import BreathsStep, PatsStep, PressStep, RepsStep, RestStep, Step, TechniqueStep, WaitStep
from acutimer.core.session import Outcome
from acutimer.core.sides import Side

NBSP = "\N{NO-BREAK SPACE}"

SIDES = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both", None: ""}
OUTCOMES = {Outcome.DONE: "done", Outcome.PARTIAL: "partial", Outcome.SKIPPED: "skipped", None: "unfinished"}


def duration(seconds: float) -> str:
    """A length of time in prose: "45 s", "1 min 30 s", "1 h 5 min" (seconds only below an hour)."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    parts = [(hours, "h"), (minutes, "min"), (0 if hours else whole % 60, "s")]
    return " ".join(f"{number}{NBSP}{unit}" for number, unit in parts if number) or f"0{NBSP}s"


def clock(seconds: float) -> str:
    """A length of time on a clock: "1:30", "1:02:03"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length_of(plan: Plan) -> str:
    """How long a plan lasts; where it waits for the user, that is the least."""
    return f"{duration(plan.seconds)}{' or more' if plan.waits else ''}"


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
            return "Rest"
        case WaitStep():
            return subject(step.technique, library) or "When you are ready"


def dose(step: Step) -> str:
    """How long or how often, for one side: "90 s", "2 sets of 20"."""
    match step:
        case PressStep() | TechniqueStep():
            return duration(step.dose.seconds)
        case PatsStep():
            return f"{step.pats} and {step.pats} pats, {_count(step.rounds, 'round')}"
        case RepsStep():
            return f"{_count(step.sets, 'set')} of {step.reps}" if step.sets > 1 else f"{step.reps} times"
        case BreathsStep():
            return _count(step.breaths, "breath")
        case RestStep():
            return duration(step.seconds)
        case WaitStep():
            return "until you say go"


def phase_line(phase: Phase, plan: Plan, library: Library) -> str:
    """One phase as it begins: what, on which side, how long, and what to do."""
    step = plan.routine.steps[phase.step]
    what = title(step, library)
    side = {Side.LEFT: " · left", Side.RIGHT: " · right"}.get(phase.side, "") if phase.side else ""
    lasts = "until you say go" if phase.seconds is None else duration(phase.seconds)
    match phase.kind:
        case PhaseKind.GET_READY:
            return f"Get ready: {what}{side} ({lasts})"
        case PhaseKind.CHANGEOVER:
            return f"Change to the {phase.side} side ({lasts})"
        case PhaseKind.REST if phase.subject is not None:
            return f"Rest before set {phase.set_number} of {phase.sets} ({lasts})"
        case PhaseKind.REPS:
            lasts = f"{phase.reps} times, {lasts}"
            number = f" · set {phase.set_number} of {phase.sets}" if phase.sets > 1 else ""
            return f"{what}{side}{number} ({lasts}): {step.say}"
    return f"{what}{side} ({lasts}): {step.say}"


def doing(phase: Phase, elapsed: float) -> str:
    """What is to be done at this moment of a phase, where that changes during it; otherwise nothing."""
    if phase.kind is PhaseKind.REPS and phase.tempo is not None and phase.reps is not None:
        number, within = divmod(elapsed, phase.tempo.seconds)
        count = min(phase.reps, int(number) + 1)
        move = "up" if within < phase.tempo.up_seconds else "down"
        if phase.tempo.up_seconds <= within < phase.tempo.up_seconds + phase.tempo.hold_seconds:
            move = "hold"
        return f"{'the last one' if count == phase.reps else f'{count} of {phase.reps}'}, {move}"
    if phase.kind is PhaseKind.BREATHS:
        return "breathe in" if elapsed % (phase.in_seconds + phase.out_seconds) < phase.in_seconds else "breathe out"
    if phase.kind is PhaseKind.PATS:
        return "front and back" if elapsed // (phase.pats * phase.beat_seconds) % 2 == 0 else "the two sides"
    if phase.kind is PhaseKind.PRESS:
        if phase.circle_seconds and phase.seconds is not None and phase.seconds - elapsed <= phase.circle_seconds:
            return "circle on the spot"
        if phase.cadence is not None:
            within = elapsed % (phase.cadence.press_seconds + phase.cadence.release_seconds)
            return "press" if within < phase.cadence.press_seconds else "release"
    return ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

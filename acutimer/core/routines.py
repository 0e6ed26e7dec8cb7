"""Routines: what a practice consists of, as data. `planning` lays one out into phases."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from acutimer.core.points import Claim, Dose
from acutimer.core.sides import Sides

MOST_STEPS = 100


class Posture(StrEnum):
    """How one sits, stands or moves during a routine."""

    SEATED = "seated"
    STANDING = "standing"
    WALKING = "walking"


class Pressure(StrEnum):
    """How firmly to press. Gentle is the default everywhere; never painful."""

    LIGHT = "light"
    GENTLE = "gentle"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class Cadence:
    """Press and release in turn, in seconds (1 to 60 each)."""

    press_seconds: float
    release_seconds: float

    def __post_init__(self) -> None:
        if not (1 <= self.press_seconds <= 60 and 1 <= self.release_seconds <= 60):
            raise ValueError("press_seconds and release_seconds must be between 1 and 60")


@dataclass(frozen=True, slots=True)
class Tempo:
    """One repetition: up, hold, down, in seconds (0 to 30 each, together at least 1)."""

    up_seconds: float
    hold_seconds: float
    down_seconds: float

    def __post_init__(self) -> None:
        parts = (self.up_seconds, self.hold_seconds, self.down_seconds)
        if not all(0 <= part <= 30 for part in parts) or sum(parts) < 1:
            raise ValueError("each part of a tempo must be between 0 and 30 seconds, all three at least 1")

    @property
    def seconds(self) -> float:
        """One whole repetition."""
        return self.up_seconds + self.hold_seconds + self.down_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What every step has.

    `say` is the instruction on the screen and in the voice, at most 34 characters where it can be.
    `title` replaces the subject's own name. `optional` steps may be dropped to fit a time.
    `waits` holds the step until the user says go. `source` is a source id, or `product`.
    """

    say: str
    source: str
    title: str | None = None
    optional: bool = False
    waits: bool = False

    def __post_init__(self) -> None:
        if not self.say.strip():
            raise ValueError("a step needs its instruction in 'say'")


@dataclass(frozen=True, slots=True, kw_only=True)
class _SidedStep(_Step):
    """A step that may go from one side to the other.

    `changeover_seconds` (0 to 600) is the time for it; None leaves that to the settings.
    """

    changeover_seconds: int | None = None

    def __post_init__(self) -> None:
        _Step.__post_init__(self)
        if self.changeover_seconds is not None and not 0 <= self.changeover_seconds <= 600:
            raise ValueError("changeover_seconds must be between 0 and 600")


@dataclass(frozen=True, slots=True, kw_only=True)
class PressStep(_SidedStep):
    """Press a point (or a pair of points). The last `circle_seconds` of the dose are circles on the spot."""

    kind: Literal["press"] = "press"
    point: str
    dose: Dose
    sides: Sides = Sides.EACH
    pressure: Pressure = Pressure.GENTLE
    circle_seconds: int = 0
    cadence: Cadence | None = None

    def __post_init__(self) -> None:
        _SidedStep.__post_init__(self)
        if not 0 <= self.circle_seconds <= self.dose.seconds:
            raise ValueError("circle_seconds must lie within the dose")


@dataclass(frozen=True, slots=True, kw_only=True)
class TechniqueStep(_SidedStep):
    """A timed technique. `sides` is None where sides mean nothing (a walk, a soak)."""

    kind: Literal["technique"] = "technique"
    technique: str
    dose: Dose
    sides: Sides | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PatsStep(_SidedStep):
    """Pats that beat: `pats` to front and back, then `pats` to the two sides, for `rounds` rounds."""

    kind: Literal["pats"] = "pats"
    technique: str
    sides: Sides = Sides.EACH
    pats: int = 9
    rounds: int = 3
    beat_seconds: float = 0.7

    def __post_init__(self) -> None:
        _SidedStep.__post_init__(self)
        if not (1 <= self.pats <= 50 and 1 <= self.rounds <= 50 and 0.3 <= self.beat_seconds <= 5):
            raise ValueError("pats and rounds must be 1 to 50, beat_seconds 0.3 to 5")


@dataclass(frozen=True, slots=True, kw_only=True)
class RepsStep(_SidedStep):
    """Sets of repetitions that time themselves. `min_reps` and `max_reps` bound one set (the source's range)."""

    kind: Literal["reps"] = "reps"
    exercise: str
    reps: int
    min_reps: int
    max_reps: int
    tempo: Tempo
    sets: int = 1
    rest_seconds: int | None = None
    sides: Sides = Sides.BOTH

    def __post_init__(self) -> None:
        _SidedStep.__post_init__(self)
        if not 1 <= self.min_reps <= self.reps <= self.max_reps <= 200:
            raise ValueError("reps need 1 <= min_reps <= reps <= max_reps <= 200")
        if not 1 <= self.sets <= 20:
            raise ValueError("sets must be between 1 and 20")
        if self.rest_seconds is not None and not 0 <= self.rest_seconds <= 600:
            raise ValueError("rest_seconds must be between 0 and 600")


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathsStep(_Step):
    """Slow breaths, each `in_seconds` and `out_seconds` long."""

    kind: Literal["breaths"] = "breaths"
    technique: str = "deep-breaths"
    breaths: int = 5
    in_seconds: float = 4.0
    out_seconds: float = 6.0

    def __post_init__(self) -> None:
        _Step.__post_init__(self)
        if not (1 <= self.breaths <= 100 and 1 <= self.in_seconds <= 30 and 1 <= self.out_seconds <= 30):
            raise ValueError("breaths must be 1 to 100, in_seconds and out_seconds 1 to 30")


@dataclass(frozen=True, slots=True, kw_only=True)
class RestStep(_Step):
    """A rest of fixed length."""

    kind: Literal["rest"] = "rest"
    seconds: int

    def __post_init__(self) -> None:
        _Step.__post_init__(self)
        if not 1 <= self.seconds <= 3600:
            raise ValueError("a rest lasts 1 to 3600 seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitStep(_Step):
    """Waits until the user says go. `technique` names what they do meanwhile, if anything (a walk)."""

    kind: Literal["wait"] = "wait"
    technique: str | None = None


Step = PressStep | TechniqueStep | PatsStep | RepsStep | BreathsStep | RestStep | WaitStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How often the source advises it: times a day, and for how many hours after the workout (None: no end)."""

    times_a_day_min: int
    times_a_day_max: int
    for_hours: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A routine as its author wrote it. `equipment` and `summary` are words for people, `source` a source id.

    It has at most 100 steps; none are left where a safety profile leaves none (a file must have at least one).
    """

    id: str
    name: str
    summary: str
    postures: tuple[Posture, ...]
    equipment: tuple[str, ...]
    steps: tuple[Step, ...]
    source: str
    cautions: tuple[Claim, ...] = ()
    guide: tuple[str, ...] = ()
    schedule: Schedule | None = None

    def __post_init__(self) -> None:
        if not self.id or not self.name.strip():
            raise ValueError("a routine needs an id and a name")
        if len(self.steps) > MOST_STEPS:
            raise ValueError(f"a routine has at most {MOST_STEPS} steps")


def subject_of(step: Step) -> str | None:
    """What a step is about: a point's code, an exercise or a technique; None for a rest or a bare wait."""
    match step:
        case PressStep():
            return step.point
        case RepsStep():
            return step.exercise
        case RestStep():
            return None
    return step.technique

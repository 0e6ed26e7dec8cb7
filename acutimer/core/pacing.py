"""The beat within a phase, as a function of the seconds lived in it: what the hands, legs or lungs do now."""

import math
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import cycle

from acutimer.core.planning import Phase, PhaseKind

MOST_PIPS = 24  # more in a row are no longer pips to the eye: each part becomes one bar
SWELL_SECONDS = 0.4
SHRINK_SECONDS = 0.6
CIRCLE_SECONDS = 2.0  # a choice of our own: no source says how fast
_SAME_SECONDS = 1e-6  # a pause and going on move the clock's last digits


class Motion(StrEnum):
    """One part of a beat."""

    PRESS = "press"
    RELEASE = "release"
    CIRCLE = "circle"
    RISE = "rise"
    HOLD = "hold"
    LOWER = "lower"
    IN = "in"
    OUT = "out"
    FRONT_AND_BACK = "front_and_back"
    SIDES = "sides"


@dataclass(frozen=True, slots=True)
class Part:
    """A motion, how long it lasts in seconds, and how many pips show it (one a second, or one a pat)."""

    motion: Motion
    seconds: float
    pips: int


@dataclass(frozen=True, slots=True)
class Beat:
    """The parts of a beat, which of them it is now, how many seconds into it, and how many of its pips are lit.

    `lit` is a whole number where the part has pips, and a share of 1 where it is one bar.
    """

    parts: tuple[Part, ...]
    now: int
    seconds_in: float
    lit: float

    @property
    def motion(self) -> Motion:
        """What to do now."""
        return self.parts[self.now].motion


def beat_of(phase: Phase, elapsed: float) -> Beat | None:
    """The beat after `elapsed` seconds of `phase`, or None where nothing beats."""
    if phase.kind is PhaseKind.PRESS and phase.circle_seconds and phase.seconds is not None:
        steady = phase.seconds - phase.circle_seconds
        if elapsed >= steady or phase.cadence is None:
            return _beat(_circles(phase, steady, elapsed), elapsed if phase.cadence is None else elapsed - steady)
    parts = _parts(phase)
    if not parts:
        return None
    whole = sum(part.seconds for part in parts)
    return _beat(parts, math.fmod(elapsed, whole) if elapsed < (phase.seconds or math.inf) else whole)


def swell(phase: Phase, elapsed: float) -> float:
    """How far the pulse of the active point has grown: 0 let go, 1 pressed."""
    if phase.kind is not PhaseKind.PRESS:
        return 0.0
    beat = beat_of(phase, elapsed)
    if beat is None or beat.motion not in (Motion.PRESS, Motion.RELEASE) or phase.cadence is None:
        return 1.0
    if beat.motion is Motion.PRESS:
        return _eased(beat.seconds_in / SWELL_SECONDS)
    return 1.0 - _eased(beat.seconds_in / SHRINK_SECONDS)


def stillness_seconds(phase: Phase, elapsed: float) -> float:
    """How long the pulse keeps its size from now on; 0 while it moves."""
    beat = beat_of(phase, elapsed)
    if phase.cadence is None or beat is None or beat.motion not in (Motion.PRESS, Motion.RELEASE):
        return math.inf
    moving = SWELL_SECONDS if beat.motion is Motion.PRESS else SHRINK_SECONDS
    return 0.0 if beat.seconds_in < moving else beat.parts[beat.now].seconds - beat.seconds_in


def circle_turn(phase: Phase, elapsed: float) -> float | None:
    """How far round the point the finger is, 0 to 1 and on again; None while nothing goes round."""
    if phase.kind is not PhaseKind.PRESS or not phase.circle_seconds or phase.seconds is None:
        return None
    within = elapsed - (phase.seconds - phase.circle_seconds)
    return None if within < 0 else math.fmod(within / CIRCLE_SECONDS, 1.0)


def beats_between(phase: Phase, was: float, elapsed: float) -> tuple[Motion, ...]:
    """The motions, single pats and single circles that began after `was` and until `elapsed` seconds of the phase.

    What begins with the phase itself is not among them.
    """
    beats = _beats(phase)
    first, last = (bisect_right(beats, seconds + _SAME_SECONDS, key=_seconds_of) for seconds in (was, elapsed))
    return tuple(motion for _, motion in beats[first:last])


def to_next_beat(phase: Phase, elapsed: float) -> float:
    """Seconds until the next of them; infinite after the last."""
    beats = _beats(phase)
    place = bisect_right(beats, elapsed + _SAME_SECONDS, key=_seconds_of)
    return beats[place][0] - elapsed if place < len(beats) else math.inf


def lift(phase: Phase, elapsed: float) -> float:
    """How high a repetition stands: 0 down, 1 up."""
    if phase.tempo is None:
        return 0.0
    tempo, within = phase.tempo, math.fmod(elapsed, phase.tempo.seconds)
    if within < tempo.up_seconds:
        return _eased(within / tempo.up_seconds)
    within -= tempo.up_seconds + tempo.hold_seconds
    if within < 0 or not tempo.down_seconds:
        return 1.0
    return 1.0 - _eased(within / tempo.down_seconds)


@lru_cache(maxsize=16)
def _beats(phase: Phase) -> tuple[tuple[float, Motion], ...]:
    """When each motion begins, in seconds from the phase's beginning, in order."""
    if phase.seconds is None:
        return ()
    steady = phase.seconds - (phase.circle_seconds if phase.kind is PhaseKind.PRESS else 0)
    found: list[tuple[float, Motion]] = []
    if phase.kind is PhaseKind.PATS:
        motions = (Motion.FRONT_AND_BACK, Motion.SIDES)
        pats = math.ceil(phase.seconds / phase.beat_seconds - _SAME_SECONDS)
        found = [(number * phase.beat_seconds, motions[number // phase.pats % 2]) for number in range(pats)]
    elif parts := _parts(phase):
        began = 0.0
        for part in cycle(parts):
            if began > steady - _SAME_SECONDS:
                break
            found.append((began, part.motion))
            began += part.seconds
    circles = math.ceil((phase.seconds - steady) / CIRCLE_SECONDS - _SAME_SECONDS)
    found += [(steady + number * CIRCLE_SECONDS, Motion.CIRCLE) for number in range(circles)]
    return tuple((at, motion) for at, motion in found if at > 0)


def _seconds_of(beat: tuple[float, Motion]) -> float:
    return beat[0]


def _circles(phase: Phase, steady: float, elapsed: float) -> tuple[Part, ...]:
    circles = Part(Motion.CIRCLE, phase.circle_seconds, 1)
    if phase.cadence is not None and elapsed >= steady:
        return (circles,)
    return (Part(Motion.PRESS, steady, 1), circles) if steady else (circles,)


def _parts(phase: Phase) -> tuple[Part, ...]:
    match phase.kind:
        case PhaseKind.PRESS if phase.cadence is not None:
            pairs = [(Motion.PRESS, phase.cadence.press_seconds), (Motion.RELEASE, phase.cadence.release_seconds)]
        case PhaseKind.REPS if phase.tempo is not None:
            tempo = phase.tempo
            pairs = [
                (Motion.RISE, tempo.up_seconds),
                (Motion.HOLD, tempo.hold_seconds),
                (Motion.LOWER, tempo.down_seconds),
            ]
        case PhaseKind.BREATHS:
            pairs = [(Motion.IN, phase.in_seconds), (Motion.OUT, phase.out_seconds)]
        case PhaseKind.PATS:
            seconds = phase.pats * phase.beat_seconds
            return _few((Part(Motion.FRONT_AND_BACK, seconds, phase.pats), Part(Motion.SIDES, seconds, phase.pats)))
        case _:
            return ()
    return _few(tuple(Part(motion, seconds, math.ceil(seconds)) for motion, seconds in pairs if seconds))


def _few(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    if sum(part.pips for part in parts) <= MOST_PIPS:
        return parts
    return tuple(Part(part.motion, part.seconds, 1) for part in parts)


def _beat(parts: tuple[Part, ...], within: float) -> Beat:
    for index, part in enumerate(parts):
        if within < part.seconds or index == len(parts) - 1:
            inside = min(within, part.seconds)
            share = inside / part.seconds
            lit = (
                round(share, 2)
                if part.pips == 1 and part.seconds > 1
                else min(part.pips, math.floor(share * part.pips) + 1)
            )
            return Beat(parts, index, inside, lit)
        within -= part.seconds
    raise AssertionError("a beat has at least one part")


def _eased(share: float) -> float:
    """Ease in and out: 0 to 1 with soft ends."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)

"""What a practice that moves tells the lens: which drawings lie where, as a function of how far a movement has come."""

from dataclasses import dataclass
from typing import Protocol

from acutimer.core.planning import Phase
from acutimer.core.splines import Place

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawing laid on the lens, in the unit of the act's base figure as drawn (unflipped).

    `at` shifts the drawing's own origin; `degrees` turns it clockwise about `about`, a place of its own, about which
    it is scaled and, with `is_flipped`, mirrored from left to right before that. `opacity` is 0 to 1. The lens flips
    all drawings of an act together when the scene is flipped.
    """

    figure: str
    at: Place = (0.0, 0.0)
    degrees: float = 0.0
    about: Place = (0.0, 0.0)
    opacity: float = 1.0
    scale: float = 1.0
    is_flipped: bool = False


class Act(Protocol):
    """A movement shown in the lens, part by part. Nothing of it knows a clock.

    `subject` is the id of the technique or exercise. `base` is the figure that gives the unit; `center` is what lies
    in the middle of the lens and `across` how much it shows from edge to edge, both in that unit. `figures` are all
    drawings it may use, base first, to be asked for ahead; `drawn` alone says which of them are shown.
    `period_seconds` is one whole movement, None where the phase itself gives the beat (repetitions, pats, breaths).
    `steps` is how many different pictures a movement has. The lens paints anew only when the step changes, so
    steps / period is the cost: at most 12 pictures a second. A movement made of bent bodies has 8 to 24, for each is a
    drawing kept in memory; one that only lays hands elsewhere has as many as its period needs (up to 96).
    `moving` is x, y, width and height, in the base's unit, of what alone ever changes; None is everything.
    """

    @property
    def subject(self) -> str:
        """The technique or exercise shown."""

    @property
    def base(self) -> str:
        """The figure that gives the unit."""

    @property
    def center(self) -> Place:
        """The place in the middle of the lens."""

    @property
    def across(self) -> float:
        """How much the lens shows from edge to edge."""

    @property
    def figures(self) -> tuple[str, ...]:
        """Every drawing it may use, base first."""

    @property
    def period_seconds(self) -> float | None:
        """One whole movement, or None where the phase gives the beat."""

    @property
    def steps(self) -> int:
        """How many different pictures a movement has."""

    @property
    def moving(self) -> Rect | None:
        """What alone ever changes: x, y, width, height."""

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The drawings from back to front, `share` 0 to 1 of a movement.

        For repetitions 0 is down and 1 up, for breaths 0 is out and 1 in, for pats it is how far one pat has come.
        """

    def share(self, phase: Phase, elapsed: float) -> float:
        """Where in the movement a phase is after `elapsed` seconds: 0 to 1."""

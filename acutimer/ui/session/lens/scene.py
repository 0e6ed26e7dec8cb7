"""What the lens shows of a phase: which figure, which spot of it in the middle, and what is marked."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from acutimer.content.library import Library
from acutimer.core.body import Facing, Figure
from acutimer.core.placing import flip, is_flipped, landmark_of, place, shown, views_of
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts import heel_raise

ACROSS_MM = 232.0  # what the lens shows of a close-up, from edge to edge
ACROSS_BODY = 232.0  # the same of a whole body, in its own unit
BOTH_LEGS_LIFT = 32.0  # in a changeover the spots lie below the middle, above their labels
WHOLE_SHARE = 1.04  # a whole body with a little air
CLOSE_SHARE = 0.85  # of a close-up, whose ends fade out
CHEST_Y, CHEST_ACROSS = 232.0, 470.0  # of a whole body, where one sees it breathe
FOOT_CENTER: Place = (-20.0, 350.0)
FOOT_ACROSS = 414.0


@dataclass(frozen=True, slots=True)
class Label:
    """A side named on the drawing."""

    side: Side
    at: Place


@dataclass(frozen=True, slots=True)
class Scene:
    """A figure, flipped or not, with `center` in the middle of the lens and `across` units from edge to edge.

    All places are in the figure's unit, as shown. `active` are pressed now; `done` was pressed before the
    changeover; from `landmark` one feels the way to the first active point. `paced` is where an arrow shows which
    way a repetition goes now; with `lifts` the heel of the drawing goes with it.
    """

    figure: str
    is_flipped: bool
    center: Place
    across: float
    active: tuple[Place, ...] = ()
    landmark: Place | None = None
    done: Place | None = None
    labels: tuple[Label, ...] = ()
    paced: Place | None = None
    lifts: bool = False

    def pans_from(self, other: "Scene") -> bool:
        """Whether one gets here from `other` by moving over the same drawing."""
        return (self.figure, self.is_flipped, self.across) == (other.figure, other.is_flipped, other.across)


def scene_at(plan: Plan, index: int, library: Library, figures: Mapping[str, Figure], mirror: Mirror) -> Scene | None:
    """What to show during the phase at `index`: where there is nothing to see of its own, what comes next."""
    for phase in plan.phases[index:]:
        scene = scene_of(phase, library, figures, mirror)
        if scene is not None:
            return scene
    return None


def scene_of(phase: Phase, library: Library, figures: Mapping[str, Figure], mirror: Mirror) -> Scene | None:
    """What to show during `phase`, or None where there is nothing to see (a rest between steps)."""
    subject = phase.subject or ""
    if subject in library.points:
        codes = library.points[subject].members or (subject,)
        if phase.kind is PhaseKind.CHANGEOVER:
            both = _both_sides(codes, phase, figures, mirror)
            if both is not None:
                return both
        return _close_up(codes, library.points[subject].rule.distance_cun, phase, figures, mirror)
    if subject in library.techniques:
        return _whole(figures[library.techniques[subject].picture], phase, mirror)
    if subject == heel_raise.EXERCISE:
        return _heel_raise(figures[heel_raise.FIGURE], phase, mirror)
    if subject in library.exercises:
        return _whole(figures[library.exercises[subject].picture], phase, mirror)
    return None


def _close_up(
    codes: tuple[str, ...], distance_cun: float, phase: Phase, figures: Mapping[str, Figure], mirror: Mirror
) -> Scene | None:
    figure = _best_view(codes[0], figures)
    if figure is None:
        return None
    side = phase.side or Side.BOTH
    sides = (Side.LEFT, Side.RIGHT) if side is Side.BOTH and figure.bilateral else (side,)
    found = [shown(figure, code, each, mirror) for each in sides for code in codes]
    active = tuple(there for there in found if there is not None)
    across = ACROSS_MM if figure.area is not None else ACROSS_BODY
    start = None
    if distance_cun and len(codes) == 1 and len(sides) == 1:
        start = _landmark(figure, codes[0], side, mirror)
    return Scene(figure.id, is_flipped(figure, side, mirror), _middle(active), across, active, start)


def _both_sides(codes: tuple[str, ...], phase: Phase, figures: Mapping[str, Figure], mirror: Mirror) -> Scene | None:
    """Both legs, the side done with a check and the side to come, where one drawing shows the two face on."""
    best = _best_view(codes[0], figures)
    if best is None or phase.side is None:
        return None
    name = {Facing.FRONT: "body_front", Facing.BACK: "body_back"}.get(best.facing, "")
    figure = best if best.bilateral else figures.get(name)
    if figure is None:
        return None
    done = [shown(figure, code, phase.side.other, mirror) for code in codes]
    coming = [shown(figure, code, phase.side, mirror) for code in codes]
    if None in done or None in coming:
        return None
    here = tuple(there for there in coming if there is not None)
    before = _middle(tuple(there for there in done if there is not None))
    after = _middle(here)
    across = ACROSS_MM if figure.area is not None else ACROSS_BODY
    below = across * 0.32
    middle_y = after[1] - BOTH_LEGS_LIFT
    labels = tuple(
        Label(side, (there[0], middle_y + below)) for side, there in ((phase.side.other, before), (phase.side, after))
    )
    return Scene(
        figure.id,
        is_flipped(figure, phase.side, mirror),
        ((before[0] + after[0]) / 2, middle_y),
        across,
        active=(after,),
        done=before,
        labels=labels,
    )


def _whole(figure: Figure, phase: Phase, mirror: Mirror) -> Scene:
    x, y, width, height = figure.rect
    side = phase.side or Side.BOTH
    center, across = (x + width / 2, y + height / 2), min(width, height) * CLOSE_SHARE
    if figure.area is None:
        across = height * WHOLE_SHARE
        if phase.kind is PhaseKind.BREATHS:
            center, across = (center[0], CHEST_Y), CHEST_ACROSS
    paced = (center[0] + across * 0.3, center[1]) if phase.tempo is not None else None
    return Scene(figure.id, is_flipped(figure, side, mirror), center, across, paced=paced)


def _heel_raise(figure: Figure, phase: Phase, mirror: Mirror) -> Scene:
    flipped = is_flipped(figure, phase.side or Side.BOTH, mirror)
    center, heel = (
        flip(figure, there) if flipped else there
        for there in (FOOT_CENTER, (heel_raise.HEEL[0] + 24, heel_raise.HEEL[1]))
    )
    return Scene(figure.id, flipped, center, FOOT_ACROSS, paced=heel, lifts=True)


def _best_view(code: str, figures: Mapping[str, Figure]) -> Figure | None:
    """The view that shows the point best, and of those facing the same way the one the lens is filled by."""
    names = views_of(figures, code)
    if not names:
        return None
    best = figures[names[0]]
    alike = [figures[name] for name in names if figures[name].facing is best.facing and figures[name].area is not None]
    return min(alike or [best], key=lambda figure: _cut_off(figure, code))


def _cut_off(figure: Figure, code: str) -> float:
    """How much of the lens's height lies where the drawing has faded out, in the figure's unit."""
    there = place(figure, code, Side.LEFT)
    if there is None:
        return math.inf
    _, top, _, height = figure.rect
    above = top + figure.fade_top - (there[1] - ACROSS_MM / 2)
    below = there[1] + ACROSS_MM / 2 - (top + height - figure.fade_bottom)
    return max(0.0, above) + max(0.0, below)


def _landmark(figure: Figure, code: str, side: Side, mirror: Mirror) -> Place | None:
    """Where one begins to feel for the point, where this drawing places it from a landmark."""
    there = landmark_of(figure, code, side)
    if there is None:
        return None
    return flip(figure, there) if is_flipped(figure, side, mirror) else there


def _middle(places: tuple[Place, ...]) -> Place:
    return (sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places))

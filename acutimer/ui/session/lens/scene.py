"""What the lens shows of a phase: which figure, which spot of it in the middle, and what is marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from acutimer.content.library import Library
from acutimer.core.body import Figure
from acutimer.core.placing import flip, is_flipped, landmark_of, shown
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.points import Point, Rule, Shows
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Act
from acutimer.ui.session.lens.acts.acts import act_of, moving
from acutimer.ui.session.lens.acts.heel_raise import EXERCISE, HEEL
from acutimer.ui.session.lens.acts.seated_heel_raise import EXERCISE as SEATED_EXERCISE
from acutimer.ui.session.lens.views import across_of, best_view, both_legs

BOTH_LEGS_LIFT = 32.0  # in a changeover the spots lie below the middle, above their labels
LABELS_BELOW_SHARE = 0.32  # of what the lens shows
WHOLE_SHARE = 1.04  # a whole body with a little air
CLOSE_SHARE = 0.85  # of a close-up, whose ends fade out
PACED_SHARE = 0.4  # so far from the middle stands the arrow of a repetition, of what the lens shows
CHEST: Place = (-6.0, 262.0)  # of a body seen from the side, where one sees it breathe
BEFORE_SHIN: Place = (-150.0, 830.0)  # that of the heel raise done sitting, where the chair is not
BEHIND_HEEL = 24.0  # that of the heel raise stands behind the heel


@dataclass(frozen=True, slots=True)
class Label:
    """A side named on the drawing; `is_coming` is the one whose turn it is."""

    side: Side
    at: Place
    is_coming: bool


@dataclass(frozen=True, slots=True)
class Found:
    """How a point shown is found: `rule` on `side`, from `landmark`, whose name that is."""

    code: str
    side: Side
    rule: Rule
    landmark: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A figure, flipped or not, with `center` in the middle of the lens and `across` units from edge to edge.

    All places are in the figure's unit, as shown. `active` are pressed now; `done` was pressed before the
    changeover; from `landmark` one feels the way to the first active point. `found` are the points whose place is
    shown with its ruler. `subject` is the practice that moves, if it is one, and `paced` where an arrow shows which
    way a repetition goes now; `breath` is where the ring of breath lies.
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
    found: tuple[Found, ...] = ()
    subject: str = ""
    breath: Place | None = None

    @property
    def act(self) -> Act | None:
        """How the practice moves, if it does."""
        return act_of(self.subject)

    @property
    def drawing(self) -> tuple[str, bool, float, str]:
        """What is the same in all scenes that show one drawing at one size."""
        return (self.figure, self.is_flipped, self.across, self.subject)

    def pans_from(self, other: "Scene") -> bool:
        """Whether one gets here from `other` by moving over the same drawing."""
        return self.drawing == other.drawing

    def stands_as(self, other: "Scene") -> bool:
        """Whether the drawing stands just as it does in `other`: only what is marked on it differs."""
        return self.pans_from(other) and self.center == other.center


def scene_at(plan: Plan, index: int, library: Library, figures: Mapping[str, Figure], mirror: Mirror) -> Scene | None:
    """What to show during the phase at `index`: where there is nothing to see of its own, what comes next."""
    for phase in plan.phases[index:]:
        scene = scene_of(phase, library, figures, mirror, moving(plan, phase))
        if scene is not None:
            return scene
    return None


def scene_of(
    phase: Phase, library: Library, figures: Mapping[str, Figure], mirror: Mirror, movement: str | None = None
) -> Scene | None:
    """What to show during `phase`, or None where there is nothing to see (a rest between steps).

    `movement` is the act shown of it, where that is not its subject's own.
    """
    subject = phase.subject or ""
    if subject in library.points:
        return _point(library.points[subject], phase, library, figures, mirror)
    act = act_of(movement or subject)
    if act is not None:
        return _act(act, figures[act.base], phase, mirror)
    for kind in (library.techniques, library.exercises):
        if subject in kind:
            return _whole(figures[kind[subject].picture], phase, mirror)
    return None


def _point(point: Point, phase: Phase, library: Library, figures: Mapping[str, Figure], mirror: Mirror) -> Scene | None:
    codes, side = point.members or (point.code,), phase.side or Side.BOTH
    both = _changeover(codes, phase, figures, mirror) if phase.kind is PhaseKind.CHANGEOVER else None
    if both is not None:
        return both
    is_bent = any(step.shows is Shows.POSE for step in library.points[codes[0]].find.steps)
    figure = best_view(codes[0], figures, bent=is_bent)
    if side is Side.BOTH:
        figure = both_legs(codes[0], figures) or figure
    if figure is None:
        return None
    sides = (Side.LEFT, Side.RIGHT) if side is Side.BOTH and figure.bilateral else (side,)
    places = ((code, each, shown(figure, code, each, mirror)) for each in sides for code in codes)
    marked = [(code, each, there) for code, each, there in places if there is not None]
    active = tuple(there for _, _, there in marked)
    flipped, rule = is_flipped(figure, side, mirror), library.points[point.code].rule
    landmark: Place | None = None
    found: tuple[Found, ...] = ()
    if not phase.kind.is_practice and not point.members:
        name = library.landmarks.get(rule.landmark, rule.landmark)
        found = tuple(Found(code, each, rule, name) for code, each, _ in marked)
    elif rule.distance_cun and len(marked) == 1:
        landmark = _landmark(figure, point.code, side, mirror)
    return Scene(figure.id, flipped, _middle(active), across_of(figure), active, landmark, found=found)


def _changeover(codes: tuple[str, ...], phase: Phase, figures: Mapping[str, Figure], mirror: Mirror) -> Scene | None:
    """Both legs, the side done with a check and the side to come, where one drawing shows the two face on."""
    figure = both_legs(codes[0], figures)
    if figure is None or phase.side is None:
        return None
    done = [shown(figure, code, phase.side.other, mirror) for code in codes]
    coming = [shown(figure, code, phase.side, mirror) for code in codes]
    if None in done or None in coming:
        return None
    before = _middle(tuple(there for there in done if there is not None))
    after = _middle(tuple(there for there in coming if there is not None))
    across = across_of(figure)
    middle_y = after[1] - BOTH_LEGS_LIFT
    below = middle_y + across * LABELS_BELOW_SHARE
    labels = (
        Label(phase.side.other, (before[0], below), is_coming=False),
        Label(phase.side, (after[0], below), is_coming=True),
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


def _act(act: Act, figure: Figure, phase: Phase, mirror: Mirror) -> Scene:
    flipped = is_flipped(figure, phase.side or Side.BOTH, mirror)
    center = flip(figure, act.center) if flipped else act.center
    paced = (center[0] + act.across * PACED_SHARE, center[1])
    if act.subject == EXERCISE:
        behind = (HEEL[0] + BEHIND_HEEL, HEEL[1])
        paced = flip(figure, behind) if flipped else behind
    elif act.subject == SEATED_EXERCISE:
        paced = flip(figure, BEFORE_SHIN) if flipped else BEFORE_SHIN
    return Scene(
        figure.id,
        flipped,
        center,
        act.across,
        paced=None if phase.tempo is None else paced,
        subject=act.subject,
        breath=CHEST if phase.kind is PhaseKind.BREATHS else None,
    )


def _whole(figure: Figure, phase: Phase, mirror: Mirror) -> Scene:
    x, y, width, height = figure.rect
    across = height * WHOLE_SHARE if figure.area is None else min(width, height) * CLOSE_SHARE
    center = (x + width / 2, y + height / 2)
    paced = (center[0] + across * PACED_SHARE, center[1]) if phase.tempo is not None else None
    return Scene(figure.id, is_flipped(figure, phase.side or Side.BOTH, mirror), center, across, paced=paced)


def _landmark(figure: Figure, code: str, side: Side, mirror: Mirror) -> Place | None:
    """Where one begins to feel for the point, where this drawing places it from a landmark."""
    there = landmark_of(figure, code, side)
    if there is None:
        return None
    return flip(figure, there) if is_flipped(figure, side, mirror) else there


def _middle(places: tuple[Place, ...]) -> Place:
    return (sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places))

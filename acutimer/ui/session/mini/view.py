"""What the small lens shows of a phase: the same figure as the large one, come nearer."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from acutimer.content.library import Library
from acutimer.core.body import Figure
from acutimer.core.placing import flip, is_flipped
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Session
from acutimer.core.settings import Settings
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Act
from acutimer.ui.session.lens.acts.acts import act_of, moving
from acutimer.ui.session.lens.scene import scene_of

RADIUS_PX = 36.0
NEARER = 0.69  # of what the large lens shows of a close-up
AIR = 1.3  # round the outermost of several points


@dataclass(frozen=True, slots=True)
class View:
    """A figure with `center` in the middle and `across` units from edge to edge; an act lies in its place.

    All places are in the figure's unit, as shown. `active` are the points that are pressed.
    """

    figure: str
    is_flipped: bool
    center: Place
    across: float
    has_bones: bool = False
    active: tuple[Place, ...] = ()
    act: Act | None = None

    @property
    def px_per_unit(self) -> float:
        """How large it is shown."""
        return 2 * RADIUS_PX / self.across

    def px(self, there: Place) -> QPointF:
        """Where a place is, from the middle of the disc."""
        return QPointF(there[0] - self.center[0], there[1] - self.center[1]) * self.px_per_unit


def view_of(session: Session, library: Library, figures: Mapping[str, Figure], settings: Settings) -> View | None:
    """What to show of the phase under way; of a changeover the side that comes, of a rest what follows it."""
    index = session.index
    if index is None:
        return None
    for phase in session.plan.phases[index:]:
        act = act_of(moving(session.plan, phase))
        if act is not None:
            figure = figures[act.base]
            flipped = is_flipped(figure, phase.side or Side.BOTH, settings.mirror)
            return View(figure.id, flipped, flip(figure, act.center) if flipped else act.center, act.across, act=act)
        scene = None if phase.kind is PhaseKind.CHANGEOVER else scene_of(phase, library, figures, settings.mirror)
        if scene is not None:
            is_close = figures[scene.figure].area is not None
            (x, y), active = scene.center, scene.active
            away = max((abs(number) for place in active for number in (place[0] - x, place[1] - y)), default=0.0)
            across = max(scene.across * (NEARER if is_close and active else 1.0), 2 * AIR * away)
            return View(scene.figure, scene.is_flipped, (x, y), across, settings.bones and is_close, active)
    return None

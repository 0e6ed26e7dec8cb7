"""The body, its close-ups, and the way from one to the other."""

from functools import partial

from PySide6.QtCore import QPointF
from stage import Scene, Stage

from acutimer.content.atlas import IDS
from acutimer.core.body import Facing
from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.view.body_stage import BODIES
from acutimer.ui.explore.view.zooming import MOVE_SECONDS, Zooming


def scenes() -> dict[str, Scene]:
    """One scene a figure, and what one can do on a stage."""
    found: dict[str, Scene] = {}
    for facing, figure in BODIES.items():
        found[figure.replace("_", "-")] = partial(show_body, facing)
    for figure in IDS:
        if figure not in BODIES.values():
            found[f"view-{figure.replace('_', '-')}"] = partial(show_view, figure)
    for area in Area:
        found[f"body-lit-{area}"] = partial(light_area, area)
    return found | {
        "view-right-knee": partial(show_view, "knee_front", side=Side.RIGHT),
        "view-bones-off": hide_bones,
        "view-near": come_nearer,
        "view-near-pan": partial(come_nearer, pan=(150.0, -260.0)),
        "body-near": come_nearer_to_the_body,
        "zoom-begin": partial(half_way, share=0.3),
        "zoom-middle": half_way,
        "zoom-end": partial(half_way, share=0.75),
        "zoom-back": half_way_back,
    }


def explore(stage: Stage) -> ExplorePlace:
    """The first place, after a few weeks."""
    stage.live_past_weeks()
    stage.open()
    return stage.place(ExplorePlace)


def show_body(facing: Facing, stage: Stage) -> None:
    """The body, turned."""
    explore(stage).body.turn(facing)


def light_area(area: Area, stage: Stage) -> None:
    """The body with the pointer on an area's pill."""
    place = explore(stage)
    stage.point_at(place.body.pills[area])


def show_view(figure: str, stage: Stage, *, side: Side = Side.LEFT) -> ExplorePlace:
    """A close-up with all its markers, by its figure's id."""
    place = explore(stage)
    straight = stage.context.atlas.straight(figure)
    area = stage.context.atlas.figure(figure).area
    assert area is not None
    place.show_area(area, side)
    place.close_up.show_view(straight)
    if figure != straight:
        place.close_up.tools.bent.click()
    stage.settle()
    return place


def hide_bones(stage: Stage) -> None:
    """The knee's skin alone."""
    show_view("knee_front", stage).close_up.tools.bones.click()


def come_nearer(stage: Stage, *, pan: tuple[float, float] = (0.0, 0.0)) -> None:
    """Wheel into the knee, then drag it."""
    diagram = show_view("knee_front", stage).close_up.diagram
    stage.settle()
    middle = QPointF(diagram.rect().center())
    diagram.zoom_by(2.4, (middle.x(), middle.y()))
    diagram.pan_by(*pan)
    diagram.come_to_rest()


def come_nearer_to_the_body(stage: Stage) -> None:
    """Wheel into the whole body, at the knees."""
    body = explore(stage).body
    body.zoom_by(2.0, (body.width() * 0.6, body.height() * 0.7))
    body.come_to_rest()


def half_way(stage: Stage, *, share: float = 0.5) -> None:
    """On the way from the body to the knee; what there is to draw was drawn while the pointer lay on the pill."""
    stage.move_things()
    place = explore(stage)
    stage.point_at(place.body.pills[Area.KNEE])
    stage.settle()
    place.show_area(Area.KNEE, Side.LEFT)
    stop_at(stage, share)


def half_way_back(stage: Stage) -> None:
    """On the way from the knee to the body."""
    stage.move_things()
    place = explore(stage)
    place.show_area(Area.KNEE, Side.LEFT)
    stage.settle()
    stage.place(Zooming).stop()
    place.show_body()
    stop_at(stage, 0.5)


def stop_at(stage: Stage, share: float) -> None:
    """Hold the movement where so much of it is over: the clock stands still."""
    zooming = stage.place(Zooming)
    zooming.tick()
    stage.seconds += MOVE_SECONDS * share
    zooming.tick()
    assert zooming.is_moving

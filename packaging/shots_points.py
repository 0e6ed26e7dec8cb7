"""The points: each with its ruler in the view that shows it best, bent where there is one, and found step by step."""

from collections.abc import Callable
from functools import cache, partial

from shots_body import explore, show_view
from stage import Scene, Stage

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import Library, load_library
from acutimer.core.placing import views_of
from acutimer.core.sides import Side
from acutimer.ui.explore.place import ExplorePlace

# Whose steps are shown one by one: a hand's breadth on a straight leg, and a knee that has to bend first.
WALKED = ("ST36", "ST35", "KI3", "BL23")


def scenes() -> dict[str, Scene]:
    """One scene a point and a pose, and one a step of finding some."""
    library, atlas = content()
    found: dict[str, Scene] = {}
    for code, point in library.points.items():
        mark = point.members[0] if point.members else code
        views = [view for view in views_of(atlas, mark) if atlas.figure(view).area is not None]
        straight = [view for view in views if atlas.straight(view) == view]
        found[f"point-{code}"] = partial(show_point, code, view=straight[0])
        for view in views:
            if view != atlas.straight(view):
                found[f"point-{code}-{view.removeprefix('knee_').replace('_', '-')}"] = partial(
                    show_point, code, view=view
                )
    for code in WALKED:
        for index, step in enumerate(library.points[code].steps):
            found[f"find-{code}-{index + 1}-{step.shows}"] = partial(walk, code, index)
    return found | {
        "point-ST36-right": partial(show_point, "ST36", view="leg_front", side=Side.RIGHT),
        "point-ST36-near": partial(show_point, "ST36", view="knee_front", then=come_nearer),
        "find-ST36-half": partial(walk, "ST36", 2, share=0.55),
    }


@cache
def content() -> tuple[Library, Atlas]:
    """What there is to show."""
    library = load_library(paths.resources() / "content" / "en")
    return library, Atlas(paths.resources() / "body", library.rules)


def show_point(
    code: str,
    stage: Stage,
    *,
    view: str,
    side: Side = Side.LEFT,
    then: Callable[[ExplorePlace], None] | None = None,
) -> ExplorePlace:
    """A point with its ruler, seen in one view."""
    place = show_view(view, stage, side=side)
    place.show_point(code, side)
    assert place.close_up.view == view, f"{code} is shown in {place.close_up.view}, not in {view}"
    stage.settle()
    if then is not None:
        then(place)
    return place


def come_nearer(place: ExplorePlace) -> None:
    """The ruler, large."""
    place.close_up.diagram.zoom_by(1.8)
    place.close_up.diagram.come_to_rest()


def walk(code: str, steps: int, stage: Stage, *, share: float | None = None) -> None:
    """So many steps after the first one of finding a point; with `share`, so much of the last one."""
    place = explore(stage)
    place.show_area(stage.library.points[code].area, Side.LEFT)
    if share is not None:
        stage.move_things()
    place.show_point(code, Side.LEFT)
    stage.settle()
    finder = place.panels.point.finder
    assert finder is not None
    finder.start()
    for _ in range(steps):
        stage.settle()
        finder.go(1)
    if share is not None:
        stage.hold(share)

"""What was practised where: the subjects the log's filter takes for a place, and for a point."""

from acutimer.content.library import Library
from acutimer.core.points import Area

# A technique's or an exercise's picture shows where it is done; one of the whole body belongs to no place.
VIEWS = {
    "knee_": Area.KNEE,
    "leg_": Area.LOWER_LEG,
    "foot_": Area.ANKLE_FOOT,
    "lower_back": Area.LOWER_BACK,
}


def places(library: Library) -> tuple[Area, ...]:
    """The areas that have points of their own, in the order of the body."""
    own = {point.area for point in library.points.values()}
    return tuple(area for area in Area if area in own)


def subjects_in(area: Area, library: Library) -> frozenset[str]:
    """What is practised in a place: the points whose own area it is, and what its pictures show being done there."""
    points = {code for code, point in library.points.items() if point.area is area}
    pictures = {it.id: it.picture for it in library.techniques.values()}
    pictures |= {it.id: it.picture for it in library.exercises.values()}
    return frozenset(points | {id_ for id_, picture in pictures.items() if _area_of(picture) is area})


def subjects_of(code: str, library: Library) -> frozenset[str]:
    """A point, and the pair it is pressed in: Xiyan (EX-LE5) is ST35 and EX-LE4 at once."""
    return frozenset({code, *(pair.code for pair in library.points.values() if code in pair.members)})


def _area_of(picture: str) -> Area | None:
    return next((area for view, area in VIEWS.items() if picture.startswith(view)), None)

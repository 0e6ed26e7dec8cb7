import pytest

from acutimer.core.body import Facing, Figure, OnLimb, Part, Role, is_inside
from acutimer.core.points import Area
from acutimer.core.splines import Curve, Place

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def box(left: float, top: float, right: float, bottom: float) -> Curve:
    return Curve(((left, top), (right, top), (right, bottom), (left, bottom)), frozenset(range(4)), is_closed=True)


@pytest.fixture
def figure() -> Figure:
    parts = (
        Part("ground", (box(-50, 90, 50, 110),), fill=Role.GROUND),
        Part("body", (box(-10, 0, 10, 100),), fill=Role.SKIN),
        Part("hair", (box(-12, -5, 12, 10),), fill=Role.HAIR),
    )
    return Figure(
        id="doll",
        area=Area.KNEE,
        facing=Facing.FRONT,
        unit_name="mm",
        cun=25,
        rect=(-60, -10, 120, 130),
        bilateral=False,
        lateral=1,
        anterior=0,
        fade_top=0,
        fade_bottom=0,
        parts=parts,
        landmarks={},
        axis=((0, (0, 0)), (4, (0, 100))),
        placements={"ST36": OnLimb(2, 30)},
    )


@pytest.mark.parametrize(("place", "inside"), [((5, 5), True), ((-1, 5), False), ((5, 11), False), ((9.9, 0.1), True)])
def test_a_place_is_inside_a_polygon_or_not(place: Place, inside: bool) -> None:
    assert is_inside(SQUARE, place) is inside


def test_the_silhouette_is_skin_and_hair_and_not_the_ground(figure: Figure) -> None:
    assert len(figure.silhouette) == 2
    assert figure.covers((0, 50))
    assert figure.covers((11, 0))
    assert not figure.covers((30, 100))


def test_two_figures_are_told_apart_even_with_the_same_content(figure: Figure) -> None:
    assert {figure: 1}[figure] == 1

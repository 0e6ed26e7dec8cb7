from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.body.warm_views import Pressed
from acutimer.ui.context import Context
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, palette
from acutimer.ui.log.body.bodies import WarmBodies
from tests.ui.log.body.conftest import SKIN
from tests.ui.practice import resized, shown

Build = Callable[[], WarmBodies]


@pytest.fixture
def build(context: Context, qtbot: QtBot) -> Build:
    return lambda: shown(WarmBodies(context), qtbot, 600, 620)


def at(picture: QImage, spot: QPointF) -> QColor:
    return picture.pixelColor(QPoint(round(spot.x()), round(spot.y())))


def grabbed(bodies: WarmBodies) -> QImage:
    return bodies.grab().toImage()


def pressed(*sides: tuple[str, Side, float]) -> list[Pressed]:
    return [Pressed(*it) for it in sides]


def test_both_figures_are_there_unheated_before_anything_was_pressed(build: Build) -> None:
    bodies = build()
    assert [view.figure_id for view in bodies.views] == ["body_front", "body_back"]
    assert not any(view.spots for view in bodies.views)
    bodies.mark(("ST36",))
    left, _ = bodies.rings()
    assert at(grabbed(bodies), left) == QColor(SKIN)  # inside the ring


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_only_the_side_that_was_pressed_is_warm(build: Build, theme: Tokens) -> None:
    bodies = build()
    bodies.setPalette(palette(theme))
    bodies.show_pressed(pressed(("ST36", Side.LEFT, 900)), 14)
    bodies.mark(("ST36",))
    left, right = bodies.rings()
    picture = grabbed(bodies)
    assert at(picture, left) != QColor(SKIN)
    assert at(picture, right) == QColor(SKIN)


def test_the_left_is_on_the_left_but_for_the_front_on_a_chart(build: Build, context: Context) -> None:
    bodies = build()
    warm = pressed(("GB34", Side.LEFT, 900))  # from the front and from behind
    for mirror, signs in ((Mirror.MIRROR, (-1, -1)), (Mirror.CHART, (1, -1))):
        context.preferences.update(mirror=mirror)
        bodies.show_pressed(warm, 14)
        assert [view.spots[0].place[0] * sign > 0 for view, sign in zip(bodies.views, signs, strict=True)] == [True] * 2


def test_a_ring_lies_on_both_sides_of_every_view_that_shows_the_point(build: Build) -> None:
    bodies = build()
    bodies.mark(("GB34",))
    assert len(bodies.rings()) == 4
    bodies.mark(("BL40",))
    first, second = bodies.rings()
    assert first.y() == second.y()
    assert 300 < first.x() < second.x()  # on the back
    before = grabbed(bodies)
    bodies.mark(())
    assert bodies.rings() == []
    assert grabbed(bodies) != before


def test_what_is_shown_anew_is_not_marked(build: Build) -> None:
    bodies = build()
    bodies.mark(("ST36",))
    bodies.show_pressed((), 7)
    assert not bodies.marked


def test_the_longer_the_period_the_longer_one_has_to_press(build: Build) -> None:
    bodies = build()
    warm = pressed(("ST36", Side.LEFT, 600))
    seen = []
    for days in (7, 30):
        bodies.show_pressed(warm, days)
        bodies.mark(("ST36",))
        left, _ = bodies.rings()
        seen.append(at(grabbed(bodies), left).lightness())
    assert seen[0] < seen[1]


@pytest.mark.parametrize("size", [(380, 320), (420, 545), (590, 690), (1200, 960)])
def test_every_size_holds_both_bodies_and_their_spots(build: Build, size: tuple[int, int]) -> None:
    bodies = build()
    resized(bodies, *size)
    bodies.mark(("BL23", "KI6", "ST36", "BL40"))
    rings = bodies.rings()
    assert len(rings) == 10
    assert all(0 < it.x() < size[0] and 0 < it.y() < size[1] - 40 for it in rings)

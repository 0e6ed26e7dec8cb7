"""The same place on the whole body and on a close-up."""

import math

import pytest

from acutimer.core.placing import is_flipped
from acutimer.core.points import Area
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.explore.view.anchors import matched
from acutimer.ui.explore.view.framing import BODY_MM, Frame
from tests.shipped import ATLAS

BODIES = ("body_front", "body_back", "body_side")
VIEWS = [view for area in Area for view in ATLAS.views(area)]
SIDES = (Side.LEFT, Side.RIGHT)


def frame(name: str, side: Side, mirror: Mirror = Mirror.MIRROR) -> Frame:
    figure = ATLAS.figure(name)
    return Frame(figure, is_flipped(figure, side, mirror), 1.0, 0.0, 0.0)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_close_up_has_its_place_on_every_body(body: str, view: str) -> None:
    for side in SIDES:
        for mirror in Mirror:
            there, here = matched(frame(body, Side.LEFT, mirror), frame(view, side, mirror), side)
            for spot, name in ((there, body), (here, view)):
                x, y, width, height = ATLAS.figure(name).rect
                assert x <= spot[0] <= x + width
                assert y <= spot[1] <= y + height


@pytest.mark.parametrize(("body", "view"), [("body_front", "knee_front"), ("body_back", "knee_back")])
def test_the_limb_lies_on_the_limb(body: str, view: str) -> None:
    """Seen by one camera both knees cover each other: their edges at the anchor's height are no 15 mm apart."""
    for side in SIDES:
        whole, near = frame(body, Side.LEFT), frame(view, side)
        there, here = matched(whole, near, side)
        left, right = near.extent(near.px(here)[1], near.px(here)[1] + 1)
        wide = right - left
        middle = (left + right) / 2 - near.px(here)[0]
        on_body = whole.drawn((whole.px(there)[0] + middle / BODY_MM, whole.px(there)[1]))
        assert whole.figure.covers(on_body)
        beyond = whole.drawn((whole.px(there)[0] + (middle + wide / 2 + 15) / BODY_MM, whole.px(there)[1]))
        assert not whole.figure.covers(beyond) or math.isclose(wide, 0)


def test_each_side_has_its_own_place_and_yours_is_on_the_left() -> None:
    body = frame("body_front", Side.LEFT)
    left, _ = matched(body, frame("knee_front", Side.LEFT), Side.LEFT)
    right, _ = matched(body, frame("knee_front", Side.RIGHT), Side.RIGHT)
    assert left[0] == pytest.approx(-right[0])
    assert left[0] < right[0]

"""A drawing on its stage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.explore.view.framing import EDGE_PX, fit, reach
from tests.shipped import ATLAS

CLOSE_UPS = [name for name in ATLAS.ids if not name.startswith("body")]


@pytest.mark.parametrize("name", CLOSE_UPS)
@given(width=st.integers(360, 1400), height=st.integers(380, 1000), is_flipped=st.booleans())
def test_nothing_of_a_limb_is_cut_off(name: str, width: int, height: int, is_flipped: bool) -> None:
    figure = ATLAS.figure(name)
    x, y, rect_width, rect_height = figure.rect
    framed = fit(figure, [y + rect_height / 2], is_flipped=is_flipped, width=width, height=height, label_px=80)
    left, right = reach(figure, y, y + rect_height, is_flipped=is_flipped)
    assert framed.px((max(left, x), 0))[0] >= EDGE_PX - 1
    assert framed.px((min(right, x + rect_width), 0))[0] <= width - EDGE_PX + 1
    assert framed.size[1] <= height + 1


@given(st.floats(-100, 100), st.floats(-100, 100), st.booleans())
def test_a_place_on_the_stage_leads_back_to_the_drawing(x: float, y: float, is_flipped: bool) -> None:
    figure = ATLAS.figure("knee_front")
    framed = fit(figure, [0], is_flipped=is_flipped, width=616, height=640, label_px=80)
    left, _, width, _ = figure.rect
    shown = (2 * left + width - x, y) if is_flipped else (x, y)
    assert framed.drawn(framed.px(shown)) == pytest.approx((x, y))


def test_labels_have_room_beside_the_waist() -> None:
    framed = fit(ATLAS.figure("lower_back"), [-56], is_flipped=False, width=616, height=640, label_px=72)
    left, right = framed.extent(*(framed.px((0, y))[1] for y in (-76, -36)))
    assert left >= 72
    assert right <= 616 - 72


@pytest.mark.parametrize(("width", "height"), [(420, 426), (496, 644), (616, 644), (1256, 924), (1896, 1284)])
def test_a_trunk_fills_the_stage(width: int, height: int) -> None:
    figure = ATLAS.figure("lower_back")
    _, y, _, rect_height = figure.rect
    framed = fit(figure, [-56], is_flipped=False, width=width, height=height, label_px=72)
    left, right = reach(figure, y, y + rect_height)
    is_as_wide = (right - left) * framed.scale == pytest.approx(width - 2 * EDGE_PX, abs=1)
    assert is_as_wide or framed.size[1] == pytest.approx(height, abs=1)


def test_a_flipped_limb_reaches_to_the_other_side() -> None:
    figure = ATLAS.figure("foot_inner")
    left, right = reach(figure, 40, 80)
    flipped = reach(figure, 40, 80, is_flipped=True)
    x, _, width, _ = figure.rect
    assert flipped == pytest.approx((2 * x + width - right, 2 * x + width - left))

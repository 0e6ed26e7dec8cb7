import math

import pytest

from acutimer.ui.session.lens.acts.foot_soak import (
    BASIN,
    FAR,
    FIGURE,
    FRONT,
    STILL_Y,
    WATER_Y,
    WAVE_MM,
    WISP,
    WISPS,
    FootSoak,
    wave_at,
)


def test_the_legs_are_in_the_basin_and_the_water_before_them() -> None:
    names = [drawn.figure for drawn in FootSoak().drawn(0.25)]
    water = next(index for index, name in enumerate(names) if name.startswith("foot-soak ") and name != FAR)
    assert names.index(BASIN) < names.index(FAR) < names.index(FIGURE) < water < names.index(FRONT)


def test_the_wave_is_low_and_the_deep_water_still() -> None:
    heights = [wave_at(step / 16)((20.0, WATER_Y))[1] - WATER_Y for step in range(16)]
    assert max(heights) == pytest.approx(WAVE_MM, rel=0.1)
    assert min(heights) == pytest.approx(-WAVE_MM, rel=0.1)
    assert wave_at(0.3)((20.0, STILL_Y + 1)) == (20.0, STILL_Y + 1)


def test_the_warmth_rises_and_is_gone_before_it_begins_anew() -> None:
    act = FootSoak()
    for index in range(len(WISPS)):
        path = []
        for step in range(act.steps):
            wisps = [drawn for drawn in act.drawn(step / act.steps) if drawn.figure == WISP]
            assert len(wisps) == len(WISPS)
            path.append(wisps[index])
        for one, other in zip(path, [*path[1:], path[0]], strict=True):
            if other.at[1] > one.at[1]:  # it sank: that is a new one
                assert min(one.opacity, other.opacity) < 0.1
                assert max(one.opacity, other.opacity) < 0.3
        assert max(drawn.opacity for drawn in path) > 0.9
        assert all(0 <= drawn.opacity <= 1 and math.isfinite(drawn.at[1]) for drawn in path)

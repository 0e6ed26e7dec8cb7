"""What the hands of each technique do."""

import math

import pytest

from acutimer import paths
from acutimer.ui.session.lens.acts.act import Drawn
from acutimer.ui.session.lens.acts.back_warming import WARMTH, BackWarming
from acutimer.ui.session.lens.acts.calf_massage import CalfMassage
from acutimer.ui.session.lens.acts.hands import BESIDE, FLAT, TWO_FINGERS
from acutimer.ui.session.lens.acts.kneading import CIRCLES, Kneading
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.acts.rubbing import Rubbing
from acutimer.ui.session.lens.acts.warming_up import WarmingUp
from tests.shipped import LIBRARY

KNEECAP_MM = 22.0


def of(drawn: tuple[Drawn, ...], figure: str) -> list[Drawn]:
    return [it for it in drawn if it.figure == figure]


def test_the_fingers_circle_while_they_go_round_the_kneecap() -> None:
    act, steps = Kneading(), 960
    pads = [of(act.drawn(step / steps), TWO_FINGERS)[1].at for step in range(steps + 1)]
    middles = [
        tuple(
            math.fsum(pad[axis] for pad in pads[first : first + steps // CIRCLES]) / (steps // CIRCLES)
            for axis in (0, 1)
        )
        for first in range(0, steps, steps // CIRCLES)
    ]
    assert max(y for _, y in middles) > 20 > -20 > min(y for _, y in middles)
    assert all(math.dist(pad, (0, 0)) > KNEECAP_MM for pad in pads)
    leftmost = [step for step in range(1, steps) if pads[step - 1][0] > pads[step][0] <= pads[step + 1][0]]
    assert len(leftmost) == CIRCLES


def test_the_pads_stay_on_the_skin() -> None:
    poses = Poses(paths.resources() / "body", LIBRARY.rules)
    for step in range(97):
        for hand in of(Kneading().drawn(step / 96), TWO_FINGERS):
            assert poses.figure("knee_front").covers(hand.at)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.8])
def test_two_hands_on_one_knee_mirror_each_other(share: float) -> None:
    for drawn, figure in ((Kneading().drawn(share), TWO_FINGERS), (WarmingUp().drawn(share), FLAT)):
        one, other = of(drawn, figure)
        assert one.is_flipped is not other.is_flipped
        assert (one.at[0], one.at[1], one.degrees) == pytest.approx((-other.at[0], other.at[1], -other.degrees))


def test_the_thumbs_look_at_each_other_on_a_knee_and_away_on_the_back() -> None:
    # A flat hand is drawn with its thumb to the left.
    on_the_right = of(WarmingUp().drawn(0.0), FLAT)[1]
    assert on_the_right.at[0] > 0
    assert not on_the_right.is_flipped
    on_the_right = of(BackWarming().drawn(0.0), FLAT)[1]
    assert on_the_right.at[0] > 0
    assert on_the_right.is_flipped


def test_one_palm_goes_up_while_the_other_goes_down() -> None:
    heights = [[hand.at[1] for hand in of(Rubbing().drawn(step / 40), BESIDE)] for step in range(41)]
    assert all(left + right == pytest.approx(heights[0][0] + heights[0][1]) for left, right in heights)
    assert heights[0][0] > heights[20][0]
    assert heights[0][1] < heights[20][1]


def test_the_calf_is_only_stroked_upwards() -> None:
    seen = [(hand.at[1], hand.opacity) for step in range(500) for hand in of(CalfMassage().drawn(step / 500), FLAT)]
    strokes = [y for y, opacity in seen if opacity == 1]
    assert strokes == sorted(strokes, reverse=True)
    assert strokes[0] - strokes[-1] > 150


def test_the_hand_is_off_the_calf_when_it_goes_back_down() -> None:
    assert not of(CalfMassage().drawn(0.87), FLAT)
    before, after = of(CalfMassage().drawn(0.85), FLAT)[0], of(CalfMassage().drawn(0.9), FLAT)[0]
    assert before.at[1] < after.at[1]
    assert before.opacity < 0.1
    assert after.opacity < 0.1


def test_the_warmth_swells_with_the_breath_and_the_palms_stay() -> None:
    act = BackWarming()
    glow = [of(act.drawn(step / 24), WARMTH)[0].opacity for step in range(25)]
    assert glow[:13] == sorted(glow[:13])
    assert glow[12:] == sorted(glow[12:], reverse=True)
    assert 0 < glow[0] < glow[12] <= 1
    places = [hand.at for step in range(25) for hand in of(act.drawn(step / 24), FLAT)[:1]]
    assert max(math.dist(there, places[0]) for there in places) < 4

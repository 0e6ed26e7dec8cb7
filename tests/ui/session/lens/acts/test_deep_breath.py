import pytest

from acutimer import paths
from acutimer.core.planning import Phase, PhaseKind
from acutimer.ui.session.lens.acts.deep_breath import POSES, DeepBreath, stance_at
from acutimer.ui.session.lens.acts.poses import Poses
from tests.shipped import LIBRARY
from tests.ui.session.lens.acts.limbs import arm_joints

BREATHS = Phase(kind=PhaseKind.BREATHS, step=0, seconds=50, breaths=5, in_seconds=4, out_seconds=6)


def test_the_breath_goes_in_and_out_as_the_phase_says() -> None:
    share = DeepBreath().share
    assert share(BREATHS, 0) == 0
    assert share(BREATHS, 2) == pytest.approx(0.5)
    assert share(BREATHS, 4) == pytest.approx(1)
    assert share(BREATHS, 7) == pytest.approx(0.5)
    assert share(BREATHS, 10) == pytest.approx(0)
    assert share(BREATHS, 14) == pytest.approx(1)
    assert share(BREATHS, 50) == 0


def test_without_a_breath_to_follow_it_rests() -> None:
    assert DeepBreath().share(Phase(kind=PhaseKind.GET_READY, step=0, seconds=8), 5) == 0


def test_belly_and_chest_widen_and_the_back_stays() -> None:
    poses = Poses(paths.resources() / "body", LIBRARY.rules)

    def edge(number: int, low: float, high: float, *, front: bool) -> float:
        body = poses.figure(f"deep-breaths {number}").parts[0]
        assert body.name == "body"  # type: ignore[union-attr]
        xs = [x for x, y in body.contours[0].points if low < y < high]  # type: ignore[union-attr]
        return min(xs) if front else max(xs)

    belly = [edge(number, 370, 410, front=True) for number in range(0, POSES, 3)]
    chest = [edge(number, 250, 290, front=True) for number in range(0, POSES, 3)]
    back = [edge(number, 250, 290, front=False) for number in range(0, POSES, 3)]
    assert belly == sorted(belly, reverse=True)
    assert chest == sorted(chest, reverse=True)
    assert belly[0] - belly[-1] > 10
    assert chest[0] - chest[-1] > 4
    assert max(back) - min(back) < 1


def test_the_hand_goes_with_the_belly() -> None:
    out, full = stance_at(0), stance_at(1)
    assert arm_joints(out, out.arm)[2][0] - arm_joints(full, full.arm)[2][0] > 8

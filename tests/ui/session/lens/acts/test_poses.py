import pytest

from acutimer import paths
from acutimer.ui.session.lens.acts import walking
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.acts.poses import Poses
from tests.shipped import ATLAS, LIBRARY

BENT = ("heel-raises", "chair-squats", "backward-walking", "walking", "deep-breaths", "foot-soak")


def fresh() -> Poses:
    return Poses(paths.resources() / "body", LIBRARY.rules)


@pytest.fixture(scope="module")
def poses() -> Poses:
    return fresh()


def test_it_still_serves_the_atlas_and_the_things_of_the_acts(poses: Poses) -> None:
    assert poses.figure("knee_front").parts == ATLAS.figure("knee_front").parts
    assert poses.digest("knee_front") == ATLAS.digest("knee_front")
    assert poses.figure("chair").id == "chair"
    assert poses.digest("chair") != poses.digest("floor")


@pytest.mark.parametrize("name", ["no-such-thing", "walking", "no-such-act 3", "knee-kneading 2"])
def test_what_there_is_not_is_a_key_error(poses: Poses, name: str) -> None:
    with pytest.raises(KeyError):
        poses.figure(name)


@pytest.mark.parametrize("subject", BENT)
def test_the_frame_of_a_pose_is_known_before_it_is_made(poses: Poses, subject: str) -> None:
    act = act_of(subject)
    assert act is not None
    for name in act.figures[::5]:
        assert poses.frame(name) == poses.figure(name).rect


def test_a_pose_is_made_once(poses: Poses) -> None:
    assert poses.figure("walking 3") is poses.figure("walking 3")
    assert poses.figure("walking 3").id == "walking 3"


def test_every_pose_has_a_fingerprint_of_its_own(poses: Poses) -> None:
    names = [f"walking {number}" for number in range(walking.POSES)]
    assert len({poses.digest(name) for name in names}) == walking.POSES


def test_a_pose_bent_otherwise_has_another_fingerprint(poses: Poses, monkeypatch: pytest.MonkeyPatch) -> None:
    before = poses.digest("walking 3")
    assert fresh().digest("walking 3") == before
    monkeypatch.setattr(walking, "STRIDE", walking.STRIDE - 10)
    assert fresh().digest("walking 3") != before

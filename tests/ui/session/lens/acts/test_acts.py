"""What holds for every practice that moves."""

import itertools
import math

import pytest

from acutimer import paths
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.routines import Tempo
from acutimer.ui.session.lens.acts.act import Act
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.acts.poses import Poses
from tests.shipped import ATLAS, LIBRARY

MOVING = ("heel-raises", "chair-squats", "backward-walking", "walking", "deep-breaths", "foot-soak")
SHARES = tuple(step / 48 for step in range(49))
MOST_PICTURES_A_SECOND = 12
MOST_POSES = 24
PHASES = {
    "heel-raises": Phase(kind=PhaseKind.REPS, step=0, seconds=60, reps=10, tempo=Tempo(2, 1, 3)),
    "chair-squats": Phase(kind=PhaseKind.REPS, step=0, seconds=60, reps=10, tempo=Tempo(2, 1, 3)),
    "deep-breaths": Phase(kind=PhaseKind.BREATHS, step=0, seconds=50, breaths=5, in_seconds=4, out_seconds=6),
}


def act(subject: str) -> Act:
    found = act_of(subject)
    assert found is not None
    return found


def phase(subject: str) -> Phase:
    return PHASES.get(subject, Phase(kind=PhaseKind.TECHNIQUE, step=0, seconds=None, subject=subject))


def test_what_does_not_move_has_no_act() -> None:
    assert act_of("ST36") is None
    assert act_of("point-press") is None
    assert act_of(None) is None


@pytest.mark.parametrize("subject", MOVING)
def test_it_is_a_practice_of_the_library(subject: str) -> None:
    assert subject in LIBRARY.techniques.keys() | LIBRARY.exercises.keys()
    assert act(subject).subject == subject


@pytest.mark.parametrize("subject", MOVING)
def test_its_drawings_are_there_and_no_others_are_shown(subject: str) -> None:
    moving, poses = act(subject), Poses(paths.resources() / "body", LIBRARY.rules)
    assert moving.figures[0] == moving.base in ATLAS
    for name in moving.figures:
        assert poses.frame(name)[2] > 0
    shown = {drawn.figure for share in SHARES for drawn in moving.drawn(share)}
    assert shown <= set(moving.figures)
    assert len([name for name in moving.figures if " " in name]) <= MOST_POSES


@pytest.mark.parametrize("subject", MOVING)
def test_a_movement_is_cheap_to_show(subject: str) -> None:
    moving = act(subject)
    assert 8 <= moving.steps <= 24
    if moving.period_seconds is not None:
        assert moving.steps / moving.period_seconds <= MOST_PICTURES_A_SECOND
    distinct = {moving.drawn(step / moving.steps) for step in range(moving.steps)}
    assert len(distinct) >= moving.steps - 1


@pytest.mark.parametrize("subject", MOVING)
def test_nothing_moves_outside_of_what_it_says(subject: str) -> None:
    moving, poses = act(subject), Poses(paths.resources() / "body", LIBRARY.rules)
    still = set.intersection(*(set(moving.drawn(share)) for share in SHARES))
    if moving.moving is None:
        return
    left, top, width, height = moving.moving
    lens = (moving.center[0] - moving.across / 2, moving.center[1] - moving.across / 2)
    for drawn in {drawn for share in SHARES for drawn in moving.drawn(share)} - still:
        x, y, wide, high = poses.frame(drawn.figure)
        assert drawn.degrees == 0
        assert max(lens[0], drawn.at[0] + x) >= left - 8
        assert max(lens[1], drawn.at[1] + y) >= top - 8
        assert min(lens[0] + moving.across, drawn.at[0] + x + wide) <= left + width + 8
        assert min(lens[1] + moving.across, drawn.at[1] + y + high) <= top + height + 8


@pytest.mark.parametrize("subject", MOVING)
def test_the_share_is_a_plain_function_of_the_time(subject: str) -> None:
    moving, lived = act(subject), phase(subject)
    for tenth in range(300):
        share = moving.share(lived, tenth / 10)
        assert 0 <= share <= 1
        assert share == moving.share(lived, tenth / 10)


@pytest.mark.parametrize("subject", MOVING)
def test_it_moves_softly(subject: str) -> None:
    moving, lived = act(subject), phase(subject)
    shares = [moving.share(lived, hundredth / 100) for hundredth in range(1000)]
    jumps = [abs(now - before) for before, now in itertools.pairwise(shares)]
    whole = moving.period_seconds is not None
    assert all(jump < 0.02 or (whole and math.isclose(jump, 1, abs_tol=0.02)) for jump in jumps)


def test_a_cycle_ends_as_it_began() -> None:
    for subject in ("walking", "backward-walking", "foot-soak"):
        assert act(subject).drawn(1.0) == act(subject).drawn(0.0)

import pytest

from acutimer.core.pacing import Motion
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.routines import Tempo
from acutimer.core.sides import Side
from acutimer.ui.session.lens.acts.act import Act
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.pacer import breath_at, pat_at, share_at, step_at

REPS = Phase(kind=PhaseKind.REPS, step=0, seconds=60, subject="heel-raises", reps=10, tempo=Tempo(2, 1, 3))
PATS = Phase(kind=PhaseKind.PATS, step=0, seconds=12.6, pats=9, beat_seconds=0.7)
BREATHS = Phase(kind=PhaseKind.BREATHS, step=0, seconds=50, breaths=5, in_seconds=4, out_seconds=6)
KNEADED = Phase(kind=PhaseKind.TECHNIQUE, step=0, seconds=180, subject="knee-kneading", side=Side.LEFT)


def act(subject: str) -> Act:
    found = act_of(subject)
    assert found is not None
    return found


def test_a_heel_goes_up_with_the_tempo_and_down_again() -> None:
    heels = act("heel-raises")
    steps = [step_at(heels, REPS, second / 10) for second in range(60)]
    assert steps[0] == 0
    assert steps[:21] == sorted(steps[:21])
    assert set(steps[20:31]) == {heels.steps - 1}
    assert steps[30:] == sorted(steps[30:], reverse=True)


def test_a_movement_that_goes_round_begins_again_after_its_period() -> None:
    kneading = act("knee-kneading")
    assert kneading.period_seconds is not None
    steps = {step_at(kneading, KNEADED, share / 500 * kneading.period_seconds) for share in range(500)}
    assert steps == set(range(kneading.steps))
    assert step_at(kneading, KNEADED, kneading.period_seconds) == 0


def test_with_reduced_motion_a_limb_is_up_or_down_and_hands_rest() -> None:
    heels, kneading = act("heel-raises"), act("knee-kneading")
    assert {step_at(heels, REPS, tenth / 10, reduced_motion=True) for tenth in range(60)} == {0, heels.steps - 1}
    assert {step_at(kneading, KNEADED, tenth / 10, reduced_motion=True) for tenth in range(60)} == {0}


def test_the_last_picture_is_the_end_of_a_movement_unless_it_goes_round() -> None:
    heels, kneading = act("heel-raises"), act("knee-kneading")
    assert share_at(heels, heels.steps - 1) == 1
    assert share_at(kneading, kneading.steps - 1) < 1


def test_the_ring_of_breath_widens_and_narrows() -> None:
    assert breath_at(BREATHS, 0) == pytest.approx(0)
    assert breath_at(BREATHS, 2) == pytest.approx(0.5)
    assert breath_at(BREATHS, 4) == pytest.approx(1)
    assert breath_at(BREATHS, 7) == pytest.approx(0.5)
    assert breath_at(BREATHS, 14) == pytest.approx(1)
    assert breath_at(PATS, 1) is None


def test_a_pat_leaves_a_short_mark_where_it_lands() -> None:
    assert pat_at(PATS, 0.7) is Motion.FRONT_AND_BACK
    assert pat_at(PATS, 0.85) is Motion.FRONT_AND_BACK
    assert pat_at(PATS, 0.95) is None
    assert pat_at(PATS, 9 * 0.7 + 0.05) is Motion.SIDES
    assert pat_at(BREATHS, 0) is None

import pytest

from acutimer.core.pacing import Motion, beat_of
from acutimer.core.planning import Phase, PhaseKind
from acutimer.ui.session.lens.acts.act import Drawn
from acutimer.ui.session.lens.acts.hands import BEHIND, BESIDE, CUPPED
from acutimer.ui.session.lens.acts.patting import Patting, lifted

BEAT_SECONDS = 0.7
PATS = Phase(kind=PhaseKind.PATS, step=0, seconds=37.8, subject="empty-palm-patting", pats=9, beat_seconds=BEAT_SECONDS)


def hands(elapsed: float) -> dict[str, list[Drawn]]:
    act = Patting()
    found: dict[str, list[Drawn]] = {}
    for drawn in act.drawn(act.share(PATS, elapsed)):
        found.setdefault(drawn.figure, []).append(drawn)
    return found


@pytest.mark.parametrize("pat", range(36))
def test_the_hands_have_landed_exactly_on_every_beat(pat: int) -> None:
    on_the_beat, first = hands(pat * BEAT_SECONDS + 1e-9), hands(pat // 9 % 2 * 9 * BEAT_SECONDS)
    assert on_the_beat == first
    before = hands((pat + 1) * BEAT_SECONDS - 1e-6)
    for figure, drawn in before.items():
        for one, other in zip(drawn, on_the_beat[figure], strict=True):
            assert one.at == pytest.approx(other.at, abs=1e-3)


@pytest.mark.parametrize("pat", range(36))
def test_between_two_beats_the_hands_are_lifted(pat: int) -> None:
    landed, up = hands(pat * BEAT_SECONDS + 1e-9), hands((pat + 0.55) * BEAT_SECONDS)
    for figure in {CUPPED, BEHIND, BESIDE} & up.keys():
        for one, other in zip(landed[figure], up[figure], strict=True):
            assert max(abs(a - b) for a, b in zip(one.at, other.at, strict=True)) > 15


def test_nine_pats_in_front_and_behind_are_followed_by_nine_on_the_sides() -> None:
    for pat in range(54):
        elapsed = (pat + 0.5) * BEAT_SECONDS
        beat = beat_of(PATS, elapsed)
        assert beat is not None
        if beat.motion is Motion.FRONT_AND_BACK:
            assert {CUPPED, BEHIND} < hands(elapsed).keys()
        else:
            assert len(hands(elapsed)[BESIDE]) == 2
            assert CUPPED not in hands(elapsed)


def test_the_hand_behind_lies_behind_the_knee() -> None:
    behind, knee, *_, front = Patting().drawn(0.0)
    assert (behind.figure, knee.figure, front.figure) == (BEHIND, "knee_front", CUPPED)


def test_at_rest_the_hands_lie_on_the_knee_in_either_part() -> None:
    assert Patting().drawn(0.0)[-1].scale == 1
    assert all(drawn.degrees == 0 for drawn in Patting().drawn(1.0))


def test_hands_rise_and_fall_once_a_pat() -> None:
    assert lifted(0.0) == lifted(1.0) == 0
    heights = [lifted(step / 50) for step in range(51)]
    top = heights.index(max(heights))
    assert heights[: top + 1] == sorted(heights[: top + 1])
    assert heights[top:] == sorted(heights[top:], reverse=True)


def test_a_phase_without_pats_shows_the_hands_at_rest() -> None:
    assert Patting().share(Phase(kind=PhaseKind.GET_READY, step=0, seconds=8.0), 3.0) == 0

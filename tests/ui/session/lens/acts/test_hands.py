"""What holds for every technique shown by hands."""

import json
import math

import pytest

from acutimer import paths
from acutimer.content.art import read_figure
from acutimer.core.body import Part, Role, Soft
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Act, Drawn
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.acts.hands import BEHIND, BESIDE, CUPPED, FLAT, SHADE, TWO_FINGERS
from acutimer.ui.session.lens.acts.poses import Poses
from tests.shipped import LIBRARY

SUBJECTS = ("warm-up", "knee-kneading", "empty-palm-patting", "knee-rubbing", "calf-massage", "lower-back-warming")
CYCLES = tuple(subject for subject in SUBJECTS if subject != "empty-palm-patting")
THINGS = (FLAT, CUPPED, TWO_FINGERS, BESIDE, BEHIND, SHADE, "towel", "warmth")
EDGE_MM = 1.0
MOST_PICTURES_A_SECOND = 12


@pytest.fixture(scope="module")
def poses() -> Poses:
    return Poses(paths.resources() / "body", LIBRARY.rules)


def act(subject: str) -> Act:
    found = act_of(subject)
    assert found is not None
    return found


def parts(poses: Poses, name: str) -> list[Part]:
    return [part for part in poses.figure(name).parts if isinstance(part, Part)]


def shares(it: Act) -> list[float]:
    return [step / it.steps for step in range(it.steps + 1)]


def laid(drawn: Drawn, there: Place) -> Place:
    """Where a place of a drawing comes to lie."""
    x, y = there[0] * (-1 if drawn.is_flipped else 1) * drawn.scale, there[1] * drawn.scale
    turn = math.radians(drawn.degrees)
    return (
        drawn.at[0] + x * math.cos(turn) - y * math.sin(turn),
        drawn.at[1] + x * math.sin(turn) + y * math.cos(turn),
    )


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_technique_of_the_hands_is_shown_on_the_picture_it_names(subject: str) -> None:
    assert act(subject).subject == subject
    assert act(subject).base == LIBRARY.techniques[subject].picture
    assert act(subject).figures[0] == act(subject).base


@pytest.mark.parametrize("subject", SUBJECTS)
def test_all_it_draws_was_asked_for_ahead_and_can_be_had(subject: str, poses: Poses) -> None:
    it = act(subject)
    assert {drawn.figure for share in shares(it) for drawn in it.drawn(share)} == set(it.figures)
    for name in it.figures:
        assert poses.figure(name).id == name
        assert poses.digest(name)


@pytest.mark.parametrize("name", THINGS)
def test_the_drawings_pass_the_door_and_use_nothing_but_roles(name: str) -> None:
    file = paths.resources() / "acts" / f"{name}.json"
    figure = read_figure(json.loads(file.read_text(encoding="utf-8")), {})
    assert figure.id == name
    assert figure.area is None
    assert not figure.placements
    assert "#" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [FLAT, CUPPED, TWO_FINGERS, BESIDE, BEHIND])
def test_a_hand_flips_about_its_own_origin_and_is_as_large_as_a_hand(name: str, poses: Poses) -> None:
    figure = poses.figure(name)
    left, _, width, _ = figure.rect
    assert left == -width / 2
    fingers_end = max(y for polygon in figure.outline for _, y in polygon)
    assert fingers_end <= 120
    assert 90 <= width <= 220


def test_a_shade_is_soft_and_a_warmth_stays_on_the_back(poses: Poses) -> None:
    (shade,), (warmth,) = parts(poses, SHADE), parts(poses, "warmth")
    assert all(isinstance(layer, Soft) for layer in shade.layers)
    assert warmth.fill is None
    skin = next(part for part in parts(poses, "lower_back") if part.fill is Role.SKIN)
    assert warmth.contours == skin.contours


@pytest.mark.parametrize("subject", CYCLES)
def test_a_movement_begins_anew_where_it_ended(subject: str) -> None:
    it = act(subject)
    assert it.period_seconds is not None
    for first, last in zip(it.drawn(0.0), it.drawn(1.0), strict=True):
        assert (first.figure, first.degrees, first.is_flipped) == (last.figure, last.degrees, last.is_flipped)
        assert first.at == pytest.approx(last.at)
        assert first.opacity == pytest.approx(last.opacity)


@pytest.mark.parametrize("subject", CYCLES)
def test_the_share_repeats_itself_and_depends_on_nothing_else(subject: str) -> None:
    it = act(subject)
    assert it.period_seconds is not None
    phase = Phase(kind=PhaseKind.TECHNIQUE, step=0, seconds=180.0, subject=subject)
    for elapsed in (0.0, 0.4, 1.9):
        assert it.share(phase, elapsed) == pytest.approx(elapsed / it.period_seconds)
        assert it.share(phase, elapsed + 3 * it.period_seconds) == pytest.approx(it.share(phase, elapsed))
        assert it.drawn(it.share(phase, elapsed)) == it.drawn(it.share(phase, elapsed))


@pytest.mark.parametrize("subject", CYCLES)
def test_it_asks_for_few_pictures_a_second(subject: str) -> None:
    it = act(subject)
    assert it.period_seconds is not None
    assert it.steps / it.period_seconds <= MOST_PICTURES_A_SECOND


@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_changes_outside_of_what_moves(subject: str, poses: Poses) -> None:
    it = act(subject)
    assert it.moving is not None
    left, top, width, height = it.moving
    reach = it.across / 2
    pictures = [it.drawn(share) for share in shares(it)]
    still = set(pictures[0]).intersection(*pictures[1:])
    for picture in pictures:
        for drawn in set(picture) - still:
            if not poses.figure(drawn.figure).outline:
                continue  # soft, and under what moves
            for there in (place for polygon in poses.figure(drawn.figure).outline for place in polygon):
                x, y = laid(drawn, there)
                if math.dist((x, y), it.center) <= reach:
                    assert left <= x - EDGE_MM <= left + width - 2 * EDGE_MM
                    assert top <= y - EDGE_MM <= top + height - 2 * EDGE_MM


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_arm_comes_from_outside_the_lens(subject: str, poses: Poses) -> None:
    it = act(subject)
    hands = {FLAT, CUPPED, TWO_FINGERS, BESIDE, BEHIND}
    for share in shares(it):
        for drawn in it.drawn(share):
            if drawn.figure in hands:
                (polygon,) = poses.figure(drawn.figure).outline[:1]
                ends = sorted(polygon, key=lambda place: place[1])[:2]
                assert all(math.dist(laid(drawn, end), it.center) > it.across / 2 for end in ends)

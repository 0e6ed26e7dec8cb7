"""Labels beside the limb: a pure layout."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.explore.marking.labels import APART_PX, LABEL_PX, Anchor, Box, Gutters, Label, lay_out, spread
from acutimer.ui.explore.marking.leaders import CLEARANCE_PX, crosses, distance

STAGE = Box(0, 0, 616, 640)
GUTTERS = Gutters(left=150, right=466, axis=308, stage=STAGE)
RULER = Box(0, 250, 330, 400)


def apart(spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Those of the spots that stand at least 24 px from every one kept before."""
    kept: list[tuple[float, float]] = []
    for x, y in spots:
        if all((x - a) ** 2 + (y - b) ** 2 >= 24**2 for a, b in kept):
            kept.append((x, y))
    return kept


SPOTS = st.lists(st.tuples(st.floats(185, 431), st.floats(30, 610)), max_size=11).map(apart)


CLUSTERS = st.lists(st.tuples(st.floats(185, 300), st.floats(250, 350)), min_size=4, max_size=12).map(apart)


def anchors_at(spots: list[tuple[float, float]]) -> list[Anchor]:
    return [Anchor(f"P{n}", x, y, 60 + 5 * (n % 4)) for n, (x, y) in enumerate(spots)]


def columns(labels: tuple[Label, ...]) -> tuple[list[Label], list[Label]]:
    return [it for it in labels if it.box.right <= 150], [it for it in labels if it.box.left >= 466]


@given(SPOTS)
def test_labels_never_overlap(spots: list[tuple[float, float]]) -> None:
    for one, other in combinations(lay_out(anchors_at(spots), GUTTERS), 2):
        assert not one.box.meets(other.box)


@given(SPOTS)
def test_labels_stay_inside_the_stage(spots: list[tuple[float, float]]) -> None:
    for label in lay_out(anchors_at(spots), GUTTERS):
        assert label.box.left >= STAGE.left
        assert label.box.right <= STAGE.right
        assert label.box.top >= STAGE.top
        assert label.box.bottom <= STAGE.bottom
        assert label.box.bottom - label.box.top == pytest.approx(LABEL_PX)


@given(SPOTS)
def test_labels_of_a_side_stand_in_the_order_of_their_markers(spots: list[tuple[float, float]]) -> None:
    anchors = {anchor.key: anchor for anchor in anchors_at(spots)}
    for column in columns(lay_out(list(anchors.values()), GUTTERS)):
        downwards = sorted(column, key=lambda label: label.box.top)
        assert all(anchors[a.key].y <= anchors[b.key].y for a, b in pairwise(downwards))


@given(SPOTS | CLUSTERS)
def test_leaders_never_cross_and_bend_at_most_once(spots: list[tuple[float, float]]) -> None:
    labels = lay_out(anchors_at(spots), GUTTERS)
    assert all(2 <= len(label.leader) <= 3 for label in labels)
    for one, other in combinations(labels, 2):
        assert not crosses(one.leader, other.leader)


@given(SPOTS)
def test_a_leader_runs_through_no_other_marker(spots: list[tuple[float, float]]) -> None:
    anchors = anchors_at(spots)
    for label in lay_out(anchors, GUTTERS):
        for other in anchors:
            if other.key != label.key:
                gaps = [distance((other.x, other.y), a, b) for a, b in pairwise(label.leader)]
                assert min(gaps) >= CLEARANCE_PX - 1e-6


@given(SPOTS)
def test_labels_keep_out_of_a_ruler(spots: list[tuple[float, float]]) -> None:
    gutters = Gutters(left=150, right=466, axis=308, stage=STAGE, taken=(RULER,))
    for label in lay_out(anchors_at(spots), gutters):
        assert not label.box.meets(RULER)


@given(st.lists(st.floats(40, 600), min_size=1, max_size=7, unique=True).map(sorted))
def test_every_marker_is_labelled_where_there_is_room(heights: list[float]) -> None:
    spots = [(190.0 + 18 * n, y) for n, y in enumerate(heights)]
    anchors = anchors_at(apart(spots))
    if all(b.y - a.y >= 2 * CLEARANCE_PX for a, b in pairwise(anchors)):
        assert len(lay_out(anchors, GUTTERS)) == len(anchors)


def test_a_lonely_label_stands_level_with_its_marker() -> None:
    (label,) = lay_out([Anchor("ST34", 250, 200, 68)], GUTTERS)
    assert label.leader == ((150, 200), (239, 200))


def test_markers_near_the_axis_go_where_there_is_room() -> None:
    anchors = [Anchor("A", 400, 100, 60), Anchor("B", 410, 200, 60), Anchor("C", 310, 300, 60)]
    left, right = columns(lay_out(anchors, GUTTERS))
    assert [label.key for label in left] == ["C"]
    assert {label.key for label in right} == {"A", "B"}


def test_a_side_that_is_asked_for_is_kept() -> None:
    (label,) = lay_out([Anchor("ST36", 320, 300, 68, side=-1)], GUTTERS)
    assert label.box.right == 150


def test_a_label_wider_than_its_gutter_stands_beside_its_marker() -> None:
    (label,) = lay_out([Anchor("wide", 250, 200, 151)], GUTTERS)
    assert label.box.left > 250
    assert lay_out([Anchor("wide", 250, 200, 151, floats=False)], GUTTERS) == ()


@given(st.lists(st.floats(0, 500), min_size=1, max_size=11).map(sorted))
def test_spreading_keeps_the_pitch_and_the_bounds(heights: list[float]) -> None:
    placed = spread(heights, [34] * len(heights), 0, 500)
    assert placed is not None
    assert all(b - a >= LABEL_PX + APART_PX - 1e-6 for a, b in pairwise(placed))
    assert placed[0] >= 17 - 1e-6
    assert placed[-1] <= 483 + 1e-6


def test_spreading_leaves_alone_what_is_apart_already() -> None:
    assert spread([50, 100, 200], [34, 34, 34], 0, 300) == [50, 100, 200]


def test_spreading_parts_two_neighbours_alike() -> None:
    assert spread([100, 110], [34, 34], 0, 300) == [84, 126]


def test_spreading_says_when_there_is_no_room() -> None:
    assert spread([1, 2, 3], [34, 34, 34], 0, 80) is None


def test_words_meant_for_the_drawing_stand_there_and_leave_the_gutters_to_others() -> None:
    words = Anchor("words", 300, 300, 90, on_drawing=True)
    labels = {it.key: it for it in lay_out([words, Anchor("a", 300, 360, 60), Anchor("b", 320, 240, 60)], GUTTERS)}
    assert GUTTERS.left < labels["words"].box.left < labels["words"].box.right < GUTTERS.right
    assert all(labels[key].box.right == GUTTERS.left or labels[key].box.left == GUTTERS.right for key in "ab")

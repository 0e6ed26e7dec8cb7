"""Labels right beside their markers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.explore.marking.flags import flags
from acutimer.ui.explore.marking.leaders import crosses, distance
from acutimer.ui.explore.view.boxes import Box

STAGE = Box(0, 0, 600, 500)
SIZE = (70.0, 34.0)


def first(
    spot: tuple[float, float],
    *,
    taken: tuple[Box, ...] = (),
    labels: tuple[Box, ...] = (),
    lines: tuple[tuple[tuple[float, float], ...], ...] = (),
    others: tuple[tuple[float, float], ...] = (),
) -> tuple[Box, tuple[tuple[float, float], ...]] | None:
    spots = [spot, *others]
    return next(flags(spot, SIZE, 12.0, stage=STAGE, taken=taken, labels=labels, lines=lines, spots=spots), None)


def test_a_label_with_all_the_room_stands_at_the_right() -> None:
    found = first((200, 200))
    assert found is not None
    assert found[0] == Box(224, 183, 294, 217)
    assert found[1] == ((224, 200), (212, 200))


def test_at_the_right_edge_it_stands_at_the_left() -> None:
    found = first((580, 200))
    assert found is not None
    assert found[0].right < 580


def test_where_all_is_taken_there_is_none() -> None:
    assert first((200, 200), labels=(STAGE,)) is None


@given(
    st.tuples(st.floats(10, 590), st.floats(10, 490)),
    st.lists(st.tuples(st.floats(10, 590), st.floats(10, 490)), max_size=6),
)
def test_a_label_keeps_off_everything(spot: tuple[float, float], others: list[tuple[float, float]]) -> None:
    label, line = Box(100, 100, 170, 134), ((170.0, 117.0), (400.0, 300.0))
    ruler = Box(300, 350, 500, 450)
    found = first(spot, taken=(ruler,), labels=(label,), lines=(line,), others=tuple(others))
    if found is None:
        return
    box, leader = found
    assert box.is_inside(STAGE)
    assert not box.meets(label)
    assert not box.meets(ruler)
    assert not box.meets_line(line)
    assert not crosses(leader, line)
    assert not label.meets_line(leader)
    for other in others:
        assert not box.holds(other)
        if other != spot:
            assert min(distance(other, a, b) for a, b in pairwise(leader)) >= 12.9

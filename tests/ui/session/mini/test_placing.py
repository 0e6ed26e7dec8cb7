from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from acutimer.ui.session.mini.placing import placed

SIZE = QSize(320, 120)
LEFT, RIGHT = QRect(0, 30, 1920, 1050), QRect(1920, 0, 1280, 1024)


def at(shape: Sequence[int], *rooms: QRect) -> tuple[int, int]:
    found: QPoint = placed(shape, SIZE, rooms, rooms[0])
    return found.x(), found.y()


def test_at_first_it_stands_in_the_lower_right_corner_of_the_screen_in_use() -> None:
    assert at((), LEFT, RIGHT) == (1920 - 24 - 320, 1080 - 24 - 120)


def test_it_stands_where_it_was_left() -> None:
    assert at((700, 400, 320, 120), LEFT) == (700, 400)
    assert at((2500, 400, 320, 120), LEFT, RIGHT) == (2500, 400)


@pytest.mark.parametrize(
    ("left", "now"),
    [((-100, 400), (0, 400)), ((1800, 400), (1600, 400)), ((500, -50), (500, 30)), ((500, 1000), (500, 960))],
)
def test_what_hangs_over_an_edge_is_brought_in(left: tuple[int, int], now: tuple[int, int]) -> None:
    assert at((*left, 320, 120), LEFT) == now


def test_between_two_screens_it_goes_wholly_to_the_one_that_has_more_of_it() -> None:
    assert at((1860, 400, 320, 120), LEFT, RIGHT) == (1920, 400)
    assert at((1700, 400, 320, 120), LEFT, RIGHT) == (1600, 400)


def test_a_screen_that_is_gone_gives_it_back_to_the_corner() -> None:
    assert at((2500, 400, 320, 120), LEFT) == at((), LEFT)


def test_a_shape_from_elsewhere_that_is_no_shape_counts_as_none() -> None:
    assert at((5, 5), LEFT) == at((), LEFT)

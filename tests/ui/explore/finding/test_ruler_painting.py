"""What is painted of the ruler."""

import pytest
from PySide6.QtCore import Qt

from acutimer.ui.explore.finding import ruler_painting

ALIGNED = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)


@pytest.mark.parametrize("align", ALIGNED)
@pytest.mark.parametrize("x", [-30.0, 20.0, 150.0, 290.0, 400.0])
def test_the_words_beside_the_ruler_are_never_cut_at_the_diagrams_edge(align: Qt.AlignmentFlag, x: float) -> None:
    at = ruler_painting._inside(x, 90.0, 300.0, align)
    begin = at - {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignRight: 90.0}.get(align, 45.0)
    assert begin >= 0
    assert begin + 90 <= 300


def test_words_with_room_stay_where_they_are() -> None:
    assert ruler_painting._inside(150.0, 90.0, 300.0, Qt.AlignmentFlag.AlignRight) == 150.0

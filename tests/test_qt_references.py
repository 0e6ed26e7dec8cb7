"""PySide6 6.12.0 on Python before 3.12 loses a reference to None at every void call and ends in none_dealloc."""

import sys

from PySide6.QtGui import QPainterPath


def test_a_thousand_void_calls_cost_none_no_reference() -> None:
    path = QPainterPath()
    before = sys.getrefcount(None)
    for number in range(1000):
        path.lineTo(number, number)
    assert abs(sys.getrefcount(None) - before) < 100

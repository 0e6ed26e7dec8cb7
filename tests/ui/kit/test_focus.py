from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.focus import FocusRing
from tests.ui.kit.conftest import Show


def test_a_control_taken_away_leaves_no_ring_behind(show: Show) -> None:
    button, other = Button("Go"), Button("Stay")
    window = show(button, other)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = window.findChildren(FocusRing)
    assert ring.control is button
    delete(button)
    window.resize(window.width() + 40, window.height() + 40)
    ring.place()
    QApplication.processEvents()
    assert ring.control is None
    assert not ring.isVisible()

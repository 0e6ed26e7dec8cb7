"""In grey one can still tell the states of everything apart, in light and dark; and a screen reader is told them."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.sides import Side
from acutimer.ui.explore.marking.marker import Marker
from acutimer.ui.explore.marking.marks import Mark
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.kit.scale import Scale
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.toggle import Toggle
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, dress
from acutimer.ui.navigation import PlaceButton
from tests.contrast import contrast
from tests.shipped import LIBRARY

APART, LEAST_PIXELS = 3.0, 12
MAKERS: dict[str, Callable[[QWidget], QAbstractButton]] = {
    "toggle": lambda parent: Toggle("Voice", parent),
    "chip": lambda parent: Chip("Knee", checkable=True, parent=parent),
    "segment": lambda parent: Switch(("Left", "Right", "Both"), parent=parent).segments[1],
    "level": lambda parent: Scale("Before", parent=parent).keys[4],
    "place": lambda parent: PlaceButton("Routines", "routines", parent),
}


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> object:
    before = qapp.palette()
    yield
    qapp.setPalette(before)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("maker", MAKERS)
def test_what_is_chosen_is_told_from_what_is_not(maker: str, theme: Tokens, qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, theme)
    holder = QWidget()
    qtbot.addWidget(holder)
    control = MAKERS[maker](holder)
    control.setAutoExclusive(False)
    holder.resize(800, 120)
    holder.show()
    control.resize(control.sizeHint())
    looks = []
    for is_on in (False, True):
        control.setChecked(is_on)
        looks.append(_look(control))
        assert bool(QAccessible.queryAccessibleInterface(control).state().checked) is is_on
    assert _apart(*looks) >= LEAST_PIXELS


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_mark_on_the_body_has_its_own_shape_and_its_own_words(
    theme: Tokens, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, theme)
    holder = QWidget()
    qtbot.addWidget(holder)
    marker = Marker(LIBRARY.points["ST36"], Side.LEFT, holder)
    holder.resize(200, 200)
    holder.show()
    marker.stand(100, 100)
    marker.show()
    looks, words = {}, {}
    for mark in Mark:
        marker.show_mark(mark)
        looks[mark] = _look(holder)
        words[mark] = QAccessible.queryAccessibleInterface(marker).text(QAccessible.Text.Description)
    alike = [(one, other) for one, other in combinations(Mark, 2) if _apart(looks[one], looks[other]) < LEAST_PIXELS]
    assert not alike
    told = (Mark.REST, Mark.DONE, Mark.SELECTED, Mark.UNSUITABLE)
    assert len({words[mark] for mark in told}) == len(told)


def _look(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _apart(one: QImage, other: QImage) -> int:
    """How many pixels differ in lightness so that one sees it, whatever their colours."""
    return sum(
        contrast(QColor(one.pixel(x, y)), QColor(other.pixel(x, y))) >= APART
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    )

"""The looks of a marker: told apart by shape, not by colour alone."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from acutimer.core.body import Role
from acutimer.ui.body.palette import tones
from acutimer.ui.explore.marks import REACH_PX, Mark, paint_mark
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens

SIDE = 80
LOOKS = [
    *((mark, False, False) for mark in Mark),
    (Mark.REST, True, False),
    (Mark.REST, False, True),
    (Mark.SELECTED, False, True),
]


def painted(mark: Mark, is_hot: bool, is_professional: bool, theme: Tokens) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(tones(dark=theme.is_dark).color(Role.SKIN))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = QPointF(SIDE / 2, SIDE / 2)
    paint_mark(painter, at, mark, theme, is_hot=is_hot, is_professional=is_professional)
    painter.end()
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_state_looks_different_without_colour(theme: Tokens, qtbot: QtBot) -> None:
    greys = [painted(*look, theme).convertToFormat(QImage.Format.Format_Grayscale8) for look in LOOKS]
    for one, other in combinations(greys, 2):
        pairs = ((one.pixelColor(x, y), other.pixelColor(x, y)) for x in range(SIDE) for y in range(SIDE))
        different = sum(abs(a.lightness() - b.lightness()) > 12 for a, b in pairs)
        assert different > 20


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_is_done_has_a_check(theme: Tokens, qtbot: QtBot) -> None:
    image = painted(Mark.DONE, False, False, theme)
    middle = SIDE // 2
    assert image.pixelColor(middle - 1, middle + 2).name().upper() == theme.halo.upper()
    assert image.pixelColor(middle, middle - 5).name().upper() == theme.ember_ink.upper()


@pytest.mark.parametrize("look", LOOKS)
def test_no_look_reaches_beyond_the_marker(look: tuple[Mark, bool, bool], qtbot: QtBot) -> None:
    image = painted(*look, LIGHT)
    ground = image.pixel(0, 0)
    edge = round(SIDE / 2 - REACH_PX) - 2
    assert all(image.pixel(x, edge) == ground and image.pixel(edge, x) == ground for x in range(SIDE))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_marker_has_its_halo_on_the_skin(theme: Tokens, qtbot: QtBot) -> None:
    image = painted(Mark.REST, False, False, theme)
    assert image.pixelColor(SIDE // 2, SIDE // 2).name().upper() == theme.pine.upper()
    assert image.pixelColor(SIDE // 2 + 10, SIDE // 2).name().upper() == theme.halo.upper()

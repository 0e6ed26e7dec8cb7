import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from acutimer.ui.body.warming import faded, strength, warmed
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens

SKIN = QColor("#EFDDD0")


def body() -> QImage:
    """A picture 200 px square; its left half is skin, its right half nothing."""
    picture = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.fillRect(0, 0, 100, 200, SKIN)
    painter.end()
    return picture


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_warmth_lies_on_the_skin_alone(qtbot: QtBot, theme: Tokens) -> None:
    made = warmed(body(), [(QPointF(95, 100), 40.0, 0.6)], theme)
    assert made.pixelColor(90, 100) != SKIN
    assert made.pixelColor(110, 100).alpha() == 0
    assert made.pixelColor(10, 10) == SKIN


def test_neighbours_add_up(qtbot: QtBot) -> None:
    spot = (QPointF(50, 100), 40.0, 0.4)
    once, twice = (warmed(body(), [spot] * times, LIGHT).pixelColor(50, 100) for times in (1, 2))
    assert twice.lightness() < once.lightness()


def test_longer_is_warmer_up_to_a_limit() -> None:
    at = [strength(seconds, 180.0) for seconds in (10, 60, 180, 900)]
    assert at[0] < at[1] < at[2] == at[3] <= 1
    assert strength(180, 1200.0) < strength(180, 180.0)


def test_a_picture_fades_only_where_it_was_cut(qtbot: QtBot) -> None:
    made = faded(body(), top=True, bottom=False)
    assert made.pixelColor(50, 1).alpha() < 20
    assert made.pixelColor(50, 199).alpha() == 255

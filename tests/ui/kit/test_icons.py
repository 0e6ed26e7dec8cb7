import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.ui.kit.icons import Icon, paint_icon, towards
from acutimer.ui.kit.tokens import LIGHT
from tests.ui.kit.seeing import has_colour

FILES = sorted((paths.resources() / "icons").glob("*.svg"))
NAMES = [
    "explore",
    "routines",
    "log",
    "settings",
    "left",
    "right",
    "down",
    "play",
    "pause",
    "skip",
    "back",
    "plus",
    "minus",
    "stop",
    "check",
    "close",
    "warn",
    "shield",
    "clock",
    "seated",
    "standing",
    "wall",
    "treadmill",
    "walk",
    "hand",
    "swap",
    "sound",
    "trash",
    "copy",
    "edit",
    "redo",
    "flag",
    "moon",
    "point",
    "book",
    "breath",
    "palm",
    "squat",
    "heel",
    "soak",
    "arrow",
    "turn",
]


def painted(name: str, px: float, ratio: float = 1.0, scale: float = 1.0) -> QImage:
    side = round(px * ratio * scale)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_icon(painter, name, QPointF(px / 2, px / 2), px, QColor("#BE3F12"))
    painter.end()
    return image


def inked(image: QImage) -> list[QColor]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() > 0]


def test_every_icon_of_the_design_is_there() -> None:
    assert set(NAMES) <= {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_is_one_colour_on_a_24_grid(path: Path, qtbot: QtBot) -> None:
    text = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-width="1.75"' in text
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', text)) <= {"none", "currentColor"}
    assert QSvgRenderer(str(path)).isValid()


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_shows_in_the_colour_asked_for_and_is_not_cut(name: str, qtbot: QtBot) -> None:
    image = painted(name, 48)
    assert any(pixel.alpha() > 200 and abs(pixel.red() - 0xBE) < 12 for pixel in inked(image))
    edges = [image.pixelColor(at, 0) for at in range(48)] + [image.pixelColor(0, at) for at in range(48)]
    assert not any(pixel.alpha() for pixel in edges)


@pytest.mark.parametrize(("ratio", "scale"), [(2.0, 1.0), (1.0, 2.0), (1.5, 1.0)])
def test_an_icon_is_as_sharp_as_the_screen(ratio: float, scale: float, qtbot: QtBot) -> None:
    image = painted("close", 24, ratio, scale)
    assert image.width() == round(24 * ratio * scale)
    sharp = painted("close", round(24 * ratio * scale))
    different = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).alpha() - sharp.pixelColor(x, y).alpha()) > 8
    ]
    assert not different


def test_an_icon_beside_words_follows_the_theme(qtbot: QtBot) -> None:
    icon = Icon("stop", 44, "pine", stroke=4)
    qtbot.addWidget(icon)
    icon.resize(44, 44)
    assert has_colour(icon, LIGHT.pine)
    icon.show_icon("stop", "ember")
    assert has_colour(icon, LIGHT.ember)


def test_what_points_on_points_on_for_all_who_read() -> None:
    assert [towards(name, is_mirrored=True) for name in ("left", "right", "plus")] == ["right", "left", "plus"]
    assert [towards(name, is_mirrored=False) for name in ("left", "right", "plus")] == ["left", "right", "plus"]

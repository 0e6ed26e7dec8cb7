"""The looks of a marker: told apart by shape, and seen on every tone of the body."""

import math
from itertools import combinations, combinations_with_replacement
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, qGray
from pytestqt.qtbot import QtBot

from acutimer.core.body import Role
from acutimer.ui.body.palette import tones
from acutimer.ui.explore.marking.mark_shapes import circle
from acutimer.ui.explore.marking.marks import (
    RADIUS_PX,
    Mark,
    mark_of,
    paint_halo,
    paint_hollow,
    paint_mark,
    reach_px,
    ring_px,
)
from acutimer.ui.kit.focus import GAP_PX, WIDTH_PX
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens

SIDE = 88
SCALE = 4  # thin lines have pixels of their own
MIDDLE = QPointF(SIDE / 2, SIDE / 2)
LEAST = 3.0  # WCAG 2, of what is not text
# The area of a marker at rest, in px: what a difference is measured by.
REST_AREA = math.pi * RADIUS_PX**2

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


class Look(NamedTuple):
    """One way a marker can look."""

    mark: Mark
    is_hot: bool = False
    is_professional: bool = False
    is_done: bool = False
    is_unsuitable: bool = False
    is_focused: bool = False

    @property
    def name(self) -> str:
        return " ".join([self.mark.name.lower(), *(name[3:] for name in self._fields[1:] if getattr(self, name))])


STATES = [
    *(Look(mark) for mark in Mark),
    Look(Mark.REST, is_hot=True),
    Look(Mark.REST, is_focused=True),
    Look(Mark.REST, is_professional=True),
]
TOGETHER = [
    Look(Mark.DONE, is_professional=True),
    Look(Mark.TWIN, is_professional=True),
    Look(Mark.UNSUITABLE, is_professional=True),
    Look(Mark.DIM, is_professional=True),
    Look(Mark.SELECTED, is_professional=True),
    Look(Mark.TWIN, is_done=True),
    Look(Mark.DIM, is_done=True),
    Look(Mark.SELECTED, is_done=True),
    Look(Mark.SELECTED, is_unsuitable=True),
    Look(Mark.DIM, is_unsuitable=True),
    Look(Mark.UNSUITABLE, is_focused=True),
    Look(Mark.SELECTED, is_focused=True),
    Look(Mark.DONE, is_hot=True),
    Look(Mark.UNSUITABLE, is_hot=True),
]
LOOKS = STATES + TOGETHER


def painted(look: Look, theme: Tokens, scale: float = 1.0, ground: QColor | None = None) -> QImage:
    image = QImage(round(SIDE * scale), round(SIDE * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ground or tones(dark=theme.is_dark).color(Role.SKIN))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    ring = ring_px(look.mark) + GAP_PX + WIDTH_PX / 2
    if look.is_focused:
        paint_halo(painter, MIDDLE, ring, theme)
    paint_mark(
        painter,
        MIDDLE,
        look.mark,
        theme,
        is_hot=look.is_hot,
        is_professional=look.is_professional,
        is_done=look.is_done,
        is_unsuitable=look.is_unsuitable,
    )
    if look.is_focused:
        circle(painter, MIDDLE, ring, theme.pine, WIDTH_PX)
    painter.end()
    return image


def ink(look: Look, theme: Tokens) -> list[bool]:
    """Where it is inked, in grey: neither hue nor a darker shade of ink counts, only the shape."""
    grey = bytes(painted(look, theme, 2).convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    halo = qGray(QColor(theme.halo).rgb())
    return [abs(value - halo) > 110 for value in grey]


def luminance(color: QColor) -> float:
    """WCAG 2's relative luminance."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    def part(a: float, b: float) -> float:
        return a + (b - a) * share

    green = part(one.greenF(), other.greenF())
    return QColor.fromRgbF(part(one.redF(), other.redF()), green, part(one.blueF(), other.blueF()))


def grounds(theme: Tokens) -> list[QColor]:
    """Every tone of the body, and what lies between any two of them, for they are painted into each other."""
    pure = [QColor(value) for value in tones(dark=theme.is_dark).colors.values()]
    pairs = combinations_with_replacement(pure, 2)
    return [mixed(one, other, share) for one, other in pairs for share in (0.0, 0.25, 0.5, 0.75)]


def outward(image: QImage, scale: int) -> list[str]:
    """The plain colours met on the way from the middle to the right, one after another."""
    middle = image.height() // 2
    row = [image.pixelColor(x, middle).name().upper() for x in range(image.width() // 2, image.width())]
    runs = [one for one, two, three in zip(row, row[1:], row[scale - 2 :], strict=False) if one == two == three]
    return [run for index, run in enumerate(runs) if index == 0 or run != runs[index - 1]]


# -- contrast ----------------------------------------------------------------------------------------


@both_themes
def test_halo_and_line_together_stand_out_on_any_tone(theme: Tokens) -> None:
    halo, line = QColor(theme.halo), QColor(theme.ink2)
    assert contrast(halo, line) >= LEAST
    for ground in grounds(theme):
        assert max(contrast(halo, ground), contrast(line, ground)) >= LEAST, ground.name()


@both_themes
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_look_stands_on_its_own_halo_and_the_halo_in_its_line(look: Look, theme: Tokens, qtbot: QtBot) -> None:
    row = outward(painted(look, theme, SCALE), SCALE)
    halo, line = theme.halo.upper(), theme.ink2.upper()
    fills = {it.upper() for it in (theme.pine, theme.ember, theme.ember_ink, theme.ink3)}
    at = next(index for index, it in enumerate(row) if it in fills and row[index + 1 : index + 3] == [halo, line])
    assert contrast(QColor(row[at]), QColor(halo)) >= LEAST


@both_themes
def test_the_sign_in_the_middle_stands_out_from_what_it_lies_on(theme: Tokens) -> None:
    for fill in (theme.pine, theme.ember, theme.ember_ink, theme.ink3):
        assert contrast(QColor(fill), QColor(theme.halo)) >= LEAST


@both_themes
def test_the_focus_ring_lies_on_a_halo_with_a_line_of_its_own(theme: Tokens, qtbot: QtBot) -> None:
    row = outward(painted(Look(Mark.REST, is_focused=True), theme, SCALE), SCALE)
    assert row[-5:-1] == [theme.halo.upper(), theme.pine.upper(), theme.halo.upper(), theme.ink2.upper()]


@both_themes
def test_a_landmark_is_a_hollow_ring_with_a_halo_and_a_line(theme: Tokens, qtbot: QtBot) -> None:
    image = QImage(SIDE * SCALE, SIDE * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(tones(dark=theme.is_dark).color(Role.SKIN))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    paint_hollow(painter, MIDDLE, 7, theme)
    painter.end()
    row = outward(image, SCALE)
    assert row[:4] == [theme.halo.upper(), theme.pine.upper(), theme.halo.upper(), theme.ink2.upper()]


# -- shape -------------------------------------------------------------------------------------------


@both_themes
def test_any_two_looks_differ_in_shape(theme: Tokens, qtbot: QtBot) -> None:
    inked = {look: ink(look, theme) for look in LOOKS}
    for one, other in combinations(LOOKS, 2):
        differing = sum(a is not b for a, b in zip(inked[one], inked[other], strict=True)) / 4
        least = 0.12 if one in STATES and other in STATES else 0.05
        assert differing >= least * REST_AREA, f"{one.name} and {other.name} differ in {differing} px"


@both_themes
def test_what_is_done_has_a_check(theme: Tokens, qtbot: QtBot) -> None:
    image = painted(Look(Mark.DONE), theme)
    middle = SIDE // 2
    assert image.pixelColor(middle - 1, middle + 2).name().upper() == theme.halo.upper()
    assert image.pixelColor(middle, middle - 5).name().upper() == theme.ember_ink.upper()


@both_themes
def test_what_is_behind_a_ruler_is_itself_at_62_per_cent(theme: Tokens, qtbot: QtBot) -> None:
    for look in (Look(Mark.DIM), Look(Mark.DIM, is_unsuitable=True)):
        image = painted(look, theme, SCALE)
        row = [image.pixelColor(x, SIDE * SCALE // 2).name().upper() for x in range(image.width())]
        fill = theme.ink3 if look.is_unsuitable else theme.pine
        inked = [x for x, value in enumerate(row) if value == fill.upper()]
        assert (inked[-1] - inked[0]) / SCALE == pytest.approx(2 * 0.62 * RADIUS_PX, abs=0.5)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_no_look_reaches_beyond_the_marker(look: Look, qtbot: QtBot) -> None:
    image = painted(look, LIGHT)
    ground = image.pixel(0, 0)
    edge = round(SIDE / 2 - reach_px(look.mark)) - (9 if look.is_focused else 1)
    assert all(image.pixel(x, edge) == ground and image.pixel(edge, x) == ground for x in range(SIDE))


@both_themes
@pytest.mark.parametrize("scale", [2, 3])
def test_at_a_higher_pixel_ratio_the_line_has_pixels_of_its_own(scale: int, theme: Tokens, qtbot: QtBot) -> None:
    image = painted(Look(Mark.REST), theme, scale)
    row = [image.pixelColor(x, image.height() // 2).name().upper() for x in range(image.width())]
    assert theme.ink2.upper() in row
    assert row.count(theme.halo.upper()) == pytest.approx(2 * 2.5 * scale, abs=2)


# -- precedence --------------------------------------------------------------------------------------


def test_the_first_of_the_table_that_holds_is_what_the_body_says() -> None:
    facts = ("is_running", "is_selected", "is_behind", "is_unsuitable", "is_twin", "is_done")
    said = [mark_of(**dict.fromkeys(facts[index:], True)) for index in range(len(facts) + 1)]
    assert said == [Mark.RUNNING, Mark.SELECTED, Mark.DIM, Mark.UNSUITABLE, Mark.TWIN, Mark.DONE, Mark.REST]


@both_themes
def test_left_out_is_said_before_done_and_neither_while_it_is_pressed(theme: Tokens, qtbot: QtBot) -> None:
    both = Look(Mark.SELECTED, is_done=True, is_unsuitable=True)
    assert painted(both, theme) == painted(Look(Mark.SELECTED, is_unsuitable=True), theme)
    assert painted(Look(Mark.RUNNING, is_done=True), theme) == painted(Look(Mark.RUNNING), theme)

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.fonts import ROLES, font, role_font


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_the_size_and_weight_of_the_design_and_fits_its_line(role: str) -> None:
    made = role_font(role)
    assert (made.pixelSize(), made.weight()) == (ROLES[role].px, ROLES[role].weight)
    metrics = QFontMetricsF(made)
    if role != "time":  # drawn to cap height
        assert metrics.tightBoundingRect("Ägjp").height() <= ROLES[role].line_px


def test_nothing_is_set_smaller_than_15_pixels() -> None:
    assert min(role.px for role in ROLES.values()) == 15


def test_tabular_digits_are_equally_wide(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(font(40, 600, tabular=True))
    widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.1


def test_a_font_handed_out_can_be_changed_without_harm(qtbot: QtBot) -> None:
    made = font(17)
    made.setPixelSize(99)
    assert font(17).pixelSize() == 17


def test_a_role_grows_with_its_scale(qtbot: QtBot) -> None:
    assert role_font("side", scale=1.5).pixelSize() == 78


def test_large_numbers_are_set_a_little_tighter(qtbot: QtBot) -> None:
    assert role_font("time").letterSpacingType() is QFont.SpacingType.PercentageSpacing
    assert role_font("time").letterSpacing() == pytest.approx(97.5)

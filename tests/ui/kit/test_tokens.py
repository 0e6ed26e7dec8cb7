import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, color, dress, tokens

TEXT = 4.5
COMFORTABLE = 7.0
SHAPE = 3.0
TARGETS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink3") for ground in ("bg", "surface", "inset", "pine_soft", "hover")),
    *(("ink2", ground, COMFORTABLE) for ground in ("bg", "surface", "inset", "pine_soft", "hover", "track")),
    *(("pine", ground, TEXT) for ground in ("bg", "surface", "inset", "control", "pine_soft", "pine_soft_hover")),
    *(("on_pine", ground, TEXT) for ground in ("pine", "pine_hover", "pine_pressed")),
    ("on_ember", "ember", TEXT),
    *(("ember_ink", ground, TEXT) for ground in ("bg", "surface", "ember_soft", "pine_soft")),
    *(("ochre_ink", ground, TEXT) for ground in ("ochre_soft", "pine_soft")),
    *(("edge", ground, SHAPE) for ground in ("bg", "surface", "inset", "control")),
    *(("ember", ground, SHAPE) for ground in ("bg", "ember_track", "halo")),
    *(("pine", ground, SHAPE) for ground in ("seg", "halo")),
    ("ink3", "halo", SHAPE),
    ("ochre_line", "surface", SHAPE),
]


def luminance(value: str) -> float:
    made = QColor(value)
    red, green, blue = (linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_has_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), TARGETS)
def test_everything_stands_out_from_what_it_lies_on(theme: Tokens, front: str, ground: str, least: float) -> None:
    assert contrast(getattr(theme, front), getattr(theme, ground)) >= least


def test_a_widget_follows_the_palette_alone(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tokens(widget) is LIGHT
    dress(qapp, DARK)
    assert tokens(widget) is DARK


def test_an_alpha_thins_a_colour() -> None:
    assert color("#0A5A51", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert color("#0A5A51").name().upper() == "#0A5A51"


def test_qts_own_widgets_get_the_same_colours(qapp: QApplication) -> None:
    dress(qapp, DARK)
    palette = qapp.palette()
    assert palette.window().color().name().upper() == DARK.bg
    assert palette.text().color().name().upper() == DARK.ink
    assert palette.highlight().color().name().upper() == DARK.pine

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, SETS, Tokens, color, dress, tokens
from tests.contrast import contrast

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


def test_contrast_is_measured_as_wcag_has_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", SETS, ids=["light", "dark", "contrast light", "contrast dark"])
@pytest.mark.parametrize(("front", "ground", "least"), TARGETS)
def test_everything_stands_out_from_what_it_lies_on(theme: Tokens, front: str, ground: str, least: float) -> None:
    assert contrast(getattr(theme, front), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), TARGETS)
def test_high_contrast_is_higher(theme: Tokens, front: str, ground: str, least: float) -> None:
    is_words = least >= TEXT
    is_part_of_a_picture = (front, ground) in {("pine", "seg"), ("ember", "ember_track")}
    wanted = COMFORTABLE if is_words else SHAPE if is_part_of_a_picture else COMFORTABLE
    assert contrast(getattr(theme, front), getattr(theme, ground)) >= wanted


@pytest.mark.parametrize("theme", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_in_high_contrast_all_lies_on_one_ground_inside_strong_lines(theme: Tokens) -> None:
    grounds = ("surface", "inset", "control", "track", "halo", "pine_soft", "ember_soft", "ochre_soft")
    assert {getattr(theme, ground) for ground in grounds} == {theme.bg}
    assert {theme.line, theme.edge, theme.card_line} == {theme.ink}
    assert contrast(theme.ink, theme.bg) == pytest.approx(21)


def test_a_widget_follows_the_palette_alone(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tokens(widget) is LIGHT
    for theme in (DARK, CONTRAST_LIGHT, CONTRAST_DARK, LIGHT):
        dress(qapp, theme)
        assert tokens(widget) is theme


def test_a_palette_of_nobodys_is_light_or_dark(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for ground, theme in (("#EEEEEE", LIGHT), ("#333333", DARK)):
        widget.setPalette(QPalette(QColor(ground)))
        assert tokens(widget) is theme


def test_an_alpha_thins_a_colour() -> None:
    assert color("#0A5A51", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert color("#0A5A51").name().upper() == "#0A5A51"


def test_qts_own_widgets_get_the_same_colours(qapp: QApplication) -> None:
    dress(qapp, DARK)
    palette = qapp.palette()
    assert palette.window().color().name().upper() == DARK.bg
    assert palette.text().color().name().upper() == DARK.ink
    assert palette.highlight().color().name().upper() == DARK.pine

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.cards import Badge, Card, Rule
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.seeing import colour_at, has_colour, name, role


@pytest.mark.parametrize(
    ("kind", "light", "dark"),
    [
        ("surface", LIGHT.surface, DARK.surface),
        ("inset", LIGHT.inset, DARK.inset),
        ("caution", LIGHT.ochre_soft, DARK.ochre_soft),
        ("floating", LIGHT.surface, DARK.surface),
    ],
)
def test_a_card_has_its_ground_and_round_corners(
    qapp: QApplication, qtbot: QtBot, kind: str, light: str, dark: str
) -> None:
    card = Card(kind)  # type: ignore[arg-type]  # each of the four
    qtbot.addWidget(card)
    card.resize(120, 80)
    assert colour_at(card, 60, 40) == light
    assert colour_at(card, 1, 1) == LIGHT.bg
    dress(qapp, DARK)
    assert colour_at(card, 60, 40) == dark


def test_what_lies_over_a_screen_has_a_clear_edge(qtbot: QtBot) -> None:
    card = Card("floating")
    qtbot.addWidget(card)
    card.resize(120, 80)
    assert has_colour(card, LIGHT.edge)


def test_a_hairline_is_one_pixel(qtbot: QtBot) -> None:
    across, down = Rule(), Rule(vertical=True)
    for rule in (across, down):
        qtbot.addWidget(rule)
        rule.resize(50, 50)
    assert (across.height(), down.width()) == (1, 1)
    assert colour_at(across, 10, 0) == LIGHT.line


@pytest.mark.parametrize("kind", ["code", "plain", "pine", "caution"])
def test_a_badge_is_as_wide_as_its_words(qtbot: QtBot, kind: str) -> None:
    badge = Badge("EX-LE5 & more", kind)  # type: ignore[arg-type]  # each of the four
    qtbot.addWidget(badge)
    assert badge.sizeHint().width() >= text_width("EX-LE5 & more", badge.font()) + 20
    assert badge.minimumSizeHint() == badge.sizeHint()
    assert (role(badge), name(badge)) == (QAccessible.Role.StaticText, "EX-LE5 & more")


def test_a_code_is_ember_in_both_themes(qapp: QApplication, qtbot: QtBot) -> None:
    badge = Badge("ST36", "code")
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    assert colour_at(badge, 5, 15) == LIGHT.ember_soft
    dress(qapp, DARK)
    assert colour_at(badge, 5, 15) == DARK.ember_soft

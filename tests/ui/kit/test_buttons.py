import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.buttons import LEAST_PX, Button, Chip, IconButton, Look, strong
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, description, has_colour, name, role


def hover(button: Pressable, over: bool) -> None:
    """As Qt notes it when the pointer comes and goes; the pointer of the test run is anywhere."""
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, over)


LONG = "In den Ablaufplan für morgen früh übernehmen"


def sized(qtbot: QtBot, control: Pressable) -> Pressable:
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    return control


def ground(control: Pressable) -> str:
    """The colour just inside its left end."""
    return colour_at(control, 8, control.height() // 2)


@pytest.mark.parametrize(
    ("kind", "light", "dark"),
    [
        ("primary", LIGHT.pine, DARK.pine),
        ("secondary", LIGHT.pine_soft, DARK.pine_soft),
        ("ghost", LIGHT.bg, DARK.bg),
        ("quiet", LIGHT.bg, DARK.bg),
    ],
)
def test_each_kind_has_its_ground_in_both_themes(
    qapp: QApplication, qtbot: QtBot, kind: str, light: str, dark: str
) -> None:
    button = sized(qtbot, Button("Start", kind))  # type: ignore[arg-type]  # each of the four
    assert ground(button) == light
    dress(qapp, DARK)
    assert ground(button) == dark


@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost", "quiet"])
def test_hovering_pressing_and_disabling_each_look_different(show: Show, kind: str) -> None:
    button = Button("Start", kind)  # type: ignore[arg-type]  # each of the four
    show(button)
    hover(button, False)
    rest = ground(button)
    hover(button, True)
    hot = ground(button)
    assert rest != hot
    hover(button, False)
    button.setDown(True)
    assert ground(button) != rest
    button.setDown(False)
    assert ground(button) == rest
    button.setEnabled(False)
    hover(button, True)
    assert ground(button) != hot
    assert has_colour(button, LIGHT.ink3)


@pytest.mark.parametrize("height", [48, 52, 56, 64])
@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost", "quiet"])
def test_a_button_is_as_wide_as_all_it_says(qtbot: QtBot, kind: str, height: int) -> None:
    plain = sized(qtbot, Button(LONG, kind, height=height))  # type: ignore[arg-type]  # each of the four
    assert plain.height() == height
    assert plain.width() >= text_width(LONG, font(17, 500)) + 2 * 20
    full = sized(qtbot, Button(LONG, kind, "play", "13\u00a0min", height))  # type: ignore[arg-type]  # each of the four
    assert full.width() >= plain.width() + 20 + text_width("13\u00a0min", font(17, 450))
    assert full.minimumSizeHint() == full.sizeHint()


def test_changing_a_button_changes_its_size(qtbot: QtBot) -> None:
    button = Button("Start")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.set_detail("13\u00a0min")
    button.set_icon("play")
    assert button.sizeHint().width() > before + 50
    button.set_kind("primary")
    button.resize(button.sizeHint())
    assert ground(button) == LIGHT.pine


def test_a_button_is_a_button_and_its_detail_its_description(qtbot: QtBot) -> None:
    button = sized(qtbot, Button("Press now", "primary", "play", "3\u00a0min"))
    assert role(button) is QAccessible.Role.Button
    assert (name(button), description(button)) == ("Press now", "3\u00a0min")


def test_nothing_to_press_is_smaller_than_a_finger(qtbot: QtBot) -> None:
    for control in (Button("I"), Chip("I", height=44), IconButton("Close", "close", 20)):
        hint = sized(qtbot, control).sizeHint()
        assert min(hint.width(), hint.height()) >= LEAST_PX


def test_a_button_without_words_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    button = IconButton("Close", "close")
    qtbot.addWidget(button)
    assert (role(button), name(button), button.toolTip()) == (QAccessible.Role.Button, "Close", "Close")
    button.set_name("Pause")
    button.set_icon("pause")
    button.resize(44, 44)
    assert (name(button), button.toolTip()) == ("Pause", "Pause")
    assert has_colour(button, LIGHT.ink2)


def test_a_chip_that_stays_chosen_is_a_check_box_and_choosing_moves_nothing(qtbot: QtBot) -> None:
    chip = Chip("Seated", checkable=True)
    sized(qtbot, chip)
    before = chip.sizeHint()
    assert role(chip) is QAccessible.Role.CheckBox
    assert ground(chip) == LIGHT.control
    chip.click()
    assert chip.isChecked()
    assert ground(chip) == LIGHT.pine_soft
    assert chip.sizeHint() == before
    assert has_colour(chip, LIGHT.pine)


def test_a_chip_that_only_acts_is_a_button(qtbot: QtBot) -> None:
    chip = Chip("Aching")
    qtbot.addWidget(chip)
    assert role(chip) is QAccessible.Role.Button


@pytest.mark.parametrize("theme", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_in_high_contrast_every_shape_has_a_strong_border(theme: Tokens) -> None:
    assert strong(Look(theme.surface, theme.ink, theme.card_line, 1.0), theme)[2:] == (theme.ink, 2.0)
    assert strong(Look(theme.pine_soft, theme.pine), theme)[2:] == (theme.edge, 2.0)
    assert strong(Look(theme.hover, theme.ink), theme)[2:] == (theme.edge, 2.0)
    assert strong(Look(theme.pine, theme.on_pine), theme).border == ""
    assert strong(Look("", theme.ink), theme).border == ""


@pytest.mark.parametrize("theme", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_in_high_contrast_what_is_chosen_is_more_than_a_colour(theme: Tokens) -> None:
    assert strong(Look(theme.pine_soft, theme.pine, theme.pine, 2.0), theme).border_px == 4.0


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_otherwise_borders_are_as_they_were(theme: Tokens) -> None:
    look = Look(theme.bg, theme.ink)
    assert strong(look, theme) is look


def test_a_chip_in_high_contrast_is_outlined(qapp: QApplication, qtbot: QtBot) -> None:
    dress(qapp, CONTRAST_DARK)
    chip = Chip("Knee", checkable=True)
    qtbot.addWidget(chip)
    chip.show()
    image = chip.grab().toImage()
    assert image.pixelColor(chip.width() // 2, 1).name().upper() == CONTRAST_DARK.edge
    chip.setChecked(True)
    image = chip.grab().toImage()
    assert image.pixelColor(chip.width() // 2, 3).name().upper() == CONTRAST_DARK.pine

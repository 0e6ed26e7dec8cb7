import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from acutimer import __version__, paths
from acutimer.core.settings import Mirror, Settings, Theme
from acutimer.core.sides import Side
from acutimer.store.settings import SettingsFile
from acutimer.ui.context import Context
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.toggle import Toggle
from acutimer.ui.preferences.place import PreferencesPlace
from tests.ui.practice import resized, shown


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> PreferencesPlace:
    place = PreferencesPlace(context)
    return shown(place, qtbot)


def switch(place: PreferencesPlace, name: str) -> Switch:
    return next(it for it in place.findChildren(Switch) if it.accessibleName() == name)


def stepper(place: PreferencesPlace, name: str) -> Stepper:
    return next(it for it in place.findChildren(Stepper) if it.accessibleName() == name)


def toggle(place: PreferencesPlace, words: str) -> Toggle:
    return next(it for it in place.findChildren(Toggle) if it.text() == words)


def test_a_choice_holds_at_once_and_after_the_next_start(context: Context, place: PreferencesPlace) -> None:
    switch(place, "Colours").segments[2].click()
    switch(place, "The figure").segments[1].click()
    switch(place, "First side").segments[1].click()
    value = context.preferences.value
    assert (value.theme, value.mirror, value.first_side) == (Theme.DARK, Mirror.CHART, Side.RIGHT)
    assert SettingsFile(paths.settings_file()).load()[0] == Settings()  # the test's own file, not the user's


def test_times_go_by_steps_and_zero_is_none(context: Context, place: PreferencesPlace) -> None:
    QTest.keyClick(stepper(place, "Get ready").more, Qt.Key.Key_Plus)
    stepper(place, "Change sides").less.click()
    stepper(place, "Rest between sets").more.click()
    value = context.preferences.value
    assert (value.get_ready_seconds, value.changeover_seconds, value.rest_seconds) == (9, 7, 35)
    context.preferences.update(get_ready_seconds=0)
    assert stepper(place, "Get ready").less.accessibleDescription() == "none"


@pytest.mark.parametrize(
    ("words", "field", "after"),
    [
        ("A tone at each change", "sounds", False),
        ("A flash at each change", "flash", True),
        ("Show bones in the figure", "bones", False),
        ("Show where you pressed lately", "warmth", False),
        ("Less motion", "reduced_motion", True),
        ("A soft tick to keep the pace", "pacer", True),
        ("Speak each step", "voice", False),
        ("Keep the screen awake", "awake", False),
    ],
)
def test_a_toggle_turns_its_setting(
    context: Context, place: PreferencesPlace, words: str, field: str, after: bool
) -> None:
    assert toggle(place, words).isChecked() is not after
    toggle(place, words).click()
    assert getattr(context.preferences.value, field) is after


def test_the_volume_and_the_beginning_of_the_day_stay_in_their_limits(
    context: Context, place: PreferencesPlace
) -> None:
    for _ in range(5):
        stepper(place, "Volume").more.click()
        stepper(place, "A day begins at").less.click()
    assert (context.preferences.value.volume, context.preferences.value.day_begins_hour) == (100, 0)


def test_the_voice_has_its_own_volume_and_a_speed_in_words(context: Context, place: PreferencesPlace) -> None:
    stepper(place, "Volume of the voice").less.click()
    speed = stepper(place, "Speed of the voice")
    assert speed.less.accessibleDescription() == "normal"
    for _ in range(7):
        speed.less.click()
    assert speed.less.accessibleDescription() == "\u221250"
    value = context.preferences.value
    assert (value.volume, value.voice_volume, value.voice_rate) == (70, 70, -50)
    for _ in range(6):
        speed.more.click()
    assert speed.more.accessibleDescription() == "+10"


def test_what_is_changed_elsewhere_shows_and_saves_nothing_again(context: Context, place: PreferencesPlace) -> None:
    told: list[object] = []
    context.preferences.update(theme=Theme.LIGHT, sounds=False, rest_seconds=42)
    context.preferences.changed.connect(told.append)
    assert switch(place, "Colours").index == 1
    assert not toggle(place, "A tone at each change").isChecked()
    assert stepper(place, "Rest between sets").value == 42
    assert told == []


def test_the_paths_can_be_read_whole_and_copied(place: PreferencesPlace) -> None:
    kept = {it.accessibleName(): it for it in place.findChildren(QPlainTextEdit)}
    assert kept["Your log"].toPlainText() == str(paths.database_file())
    assert kept["Settings"].toPlainText() == str(paths.settings_file())
    assert kept["Backups"].toPlainText() == str(paths.backups_dir())
    for text in kept.values():
        assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        assert text.height() >= text.document().size().height() * text.fontMetrics().lineSpacing()


def test_it_says_what_it_is(place: PreferencesPlace) -> None:
    said = {text.text() for text in place.findChildren(Text)}
    assert {f"acutimer {__version__}", "General information, not medical advice."} <= said


@pytest.mark.parametrize(("width", "height"), [(748, 640), (1068, 800), (1708, 1080)])
def test_everything_fits_across(place: PreferencesPlace, width: int, height: int) -> None:
    resized(place, width, height)
    for child in place.findChildren(QWidget):
        if child.isVisible() and isinstance(child, Text | Toggle | Stepper | Switch):
            assert child.width() >= child.minimumSizeHint().width(), child.accessibleName()
            assert child.mapTo(place, child.rect().topRight()).x() < width

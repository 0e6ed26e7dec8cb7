from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from acutimer import __version__, paths
from acutimer.core.conditions import Condition
from acutimer.core.reminding import AtTimes, Reminder
from acutimer.core.settings import TEXT_PERCENTS, Mirror, Settings, Theme
from acutimer.core.sides import Side
from acutimer.store.settings import SettingsFile
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.toggle import Toggle
from acutimer.ui.messages import Message
from acutimer.ui.preferences.page_head import HeadedPage
from acutimer.ui.preferences.place import PreferencesPlace
from acutimer.ui.reminding.page import RemindersPage
from acutimer.ui.safety.profile_form import ProfileForm
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import resized, shown


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> PreferencesPlace:
    place = PreferencesPlace(context)
    return shown(place, qtbot)


def switch(place: PreferencesPlace, name: str) -> Switch:
    return next(it for it in place.findChildren(Switch) if it.accessibleName() == name)


def stepper(place: PreferencesPlace, name: str) -> Stepper:
    return next(it for it in place.findChildren(Stepper) if it.accessibleName() == name)


def dropdown(place: PreferencesPlace, name: str) -> Dropdown:
    return next(it for it in place.findChildren(Dropdown) if it.accessibleName() == name)


def pick(dropdown: Dropdown, index: int) -> None:
    dropdown.setCurrentIndex(index)
    dropdown.activated.emit(index)


def toggle(place: PreferencesPlace, words: str) -> Toggle:
    return next(it for it in place.findChildren(Toggle) if it.text() == words)


def test_a_choice_holds_at_once_and_after_the_next_start(context: Context, place: PreferencesPlace) -> None:
    pick(dropdown(place, "Colours"), 2)
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
    assert dropdown(place, "Colours").index == 1
    assert not toggle(place, "A tone at each change").isChecked()
    assert stepper(place, "Rest between sets").value == 42
    assert told == []


def test_the_paths_can_be_read_whole_and_copied(place: PreferencesPlace) -> None:
    place.cards.show_group("data")
    resized(place, place.width(), place.height())
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


def test_high_contrast_is_one_of_the_colours(context: Context, place: PreferencesPlace) -> None:
    pick(dropdown(place, "Colours"), 3)
    assert context.preferences.value.theme is Theme.HIGH_CONTRAST


def test_one_group_of_cards_is_shown_at_a_time(place: PreferencesPlace) -> None:
    chips = place.cards.chips
    assert chips["looks"].isChecked()
    assert dropdown(place, "Colours").isVisible()
    assert not toggle(place, "Speak each step").isVisible()
    chips["session"].click()
    assert not dropdown(place, "Colours").isVisible()
    assert toggle(place, "Speak each step").isVisible()


def test_a_group_is_shown_from_its_top(place: PreferencesPlace) -> None:
    resized(place, 512, 340)
    bar = place.findChildren(GutterScroll)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    place.cards.chips["session"].click()
    assert bar.value() == 0


@pytest.mark.parametrize("group", ["looks", "session", "safety", "data", "help"])
@pytest.mark.parametrize(
    ("width", "height"), [(512, 340), (552, 400), (748, 640), (872, 640), (1068, 800), (1708, 1080)]
)
def test_everything_fits_across(place: PreferencesPlace, group: str, width: int, height: int) -> None:
    place.cards.show_group(group)
    resized(place, width, height)
    nothing_is_cut(place)


@pytest.mark.parametrize(("width", "height"), [(512, 340), (1068, 800)])
def test_the_profile_fits_across(place: PreferencesPlace, width: int, height: int) -> None:
    place.show_page("profile")
    resized(place, width, height)
    nothing_is_cut(place)


def test_the_safety_card_tells_what_is_ticked_and_leads_to_the_profile_and_back(
    context: Context, place: PreferencesPlace
) -> None:
    place.cards.show_group("safety")
    card = place.cards.profile
    assert card.told.text() == "Nothing is ticked."
    context.preferences.update(conditions=(Condition.PREGNANT, Condition.VARICOSE_VEINS))
    assert card.told.text() == "Pregnant\nVaricose veins"
    card.change.click()
    assert place.shown == "profile"
    (form,) = place.findChildren(ProfileForm)
    form.rows[Condition.PREGNANT].click()
    QTest.keyClick(form.rows[Condition.PREGNANT], Qt.Key.Key_Escape)
    assert place.shown == "cards"
    assert card.change.hasFocus()
    assert card.told.text() == "Varicose veins"


def test_the_arrow_before_the_title_leads_back_too(place: PreferencesPlace) -> None:
    place.show_page("profile")
    (page,) = place.findChildren(HeadedPage)
    assert page.back.hasFocus()
    page.back.click()
    assert place.shown == "cards"


def test_the_reminders_card_tells_the_next(context: Context, place: PreferencesPlace) -> None:
    told = place.cards.reminders.told
    assert told.text() == "There are none yet."
    morning = Reminder(id="morning", when=AtTimes((time(8),)))
    context.preferences.update(reminders=(morning,))
    assert told.text() in ("Next: today at 08:00", "Next: tomorrow at 08:00")  # as the clock is here
    context.preferences.update(reminders=(replace(morning, is_on=False),))
    assert told.text() == "None is to come."
    context.preferences.update(reminders=(morning,), reminders_on=False)
    assert told.text() == "They are switched off."


def test_the_reminders_have_a_page_of_their_own(place: PreferencesPlace) -> None:
    place.cards.show_group("safety")
    place.cards.reminders.open.click()
    assert place.shown == "reminders"
    (page,) = place.findChildren(RemindersPage)
    page.closed.emit()
    assert place.shown == "cards"
    assert place.cards.reminders.open.hasFocus()
    place.remind("knee-pain-press")
    assert place.shown == "reminders"
    assert page.isVisible()


def test_the_backups_card_tells_the_last_one(context: Context, place: PreferencesPlace, tmp_path: Path) -> None:
    told = place.cards.backups.told
    assert told.text() == "There is no backup yet."
    folder = tmp_path / "backups"
    folder.mkdir()
    for day, words in (
        ("2025-11-03", "The last one is of Monday, 3 November 2025."),
        ("2025-11-19", "The last one is of yesterday."),
    ):
        (folder / f"acutimer-{day}.db").write_bytes(b"")
        place.refresh()
        assert told.text() == words
    (folder / "acutimer-2025-11-20.db").write_bytes(b"")
    place.show_page("cards")
    assert told.text() == "The last one is of today."


def test_a_folder_of_backups_that_cannot_be_read_is_told(
    context: Context, place: PreferencesPlace, tmp_path: Path
) -> None:
    heard: list[Message] = []
    context.messages.said.connect(heard.append)
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    place.refresh()
    (message,) = heard
    assert message.kind == "caution"
    assert "cannot be listed" in message.text


def test_its_folder_can_be_opened_and_where_nothing_opens_it_it_is_told(
    context: Context, place: PreferencesPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    heard: list[Message] = []
    context.messages.said.connect(heard.append)

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    button = next(it for it in place.findChildren(Button) if it.text() == "Open the folder")
    button.click()
    assert (opened, heard) == ([str(paths.data_dir())], [])
    button.click()
    assert str(paths.data_dir()) in heard[0].text


@pytest.mark.parametrize(
    ("button", "signal"), [("Backups, export, import", "keeping_wanted"), ("Show the keys", "keys_wanted")]
)
def test_what_lies_elsewhere_is_asked_for(place: PreferencesPlace, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(place, signal)):
        next(it for it in place.findChildren(Button) if it.text() == button).click()


def test_the_text_size_goes_through_the_sizes_that_fit_the_screen(context: Context, place: PreferencesPlace) -> None:
    size = stepper(place, "Text size")
    assert not place.screen().availableSize().width() < 600
    size.more.click()
    size.more.click()
    chosen = context.preferences.value.text_percent
    assert chosen in TEXT_PERCENTS[1:]
    assert size.less.accessibleDescription() == f"{chosen}\u00a0%"
    for _ in range(5):
        size.less.click()
    assert context.preferences.value.text_percent == 100


def test_another_language_forgets_the_voice_that_was_chosen_for_the_one_before(
    place: PreferencesPlace, context: Context
) -> None:
    context.preferences.update(voice_name="English (America)", language="en")
    languages = dropdown(place, "Language")
    languages.chosen.emit(0)
    assert context.preferences.value.language == ""
    assert context.preferences.value.voice_name == ""

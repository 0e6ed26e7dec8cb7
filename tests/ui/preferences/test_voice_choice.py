import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.preferences.place import PreferencesPlace
from acutimer.ui.preferences.voice_choice import VoiceChoice
from tests.ui.practice import shown
from tests.ui.session.sound.voicing import Engines


@pytest.fixture
def engines() -> Engines:
    return Engines()


@pytest.fixture
def place(context: Context, qtbot: QtBot, engines: Engines) -> PreferencesPlace:
    place = shown(PreferencesPlace(context, opening=engines), qtbot)
    place.cards.show_group("session")
    return place


@pytest.fixture
def choice(place: PreferencesPlace) -> VoiceChoice:
    return place.cards.voice


def test_showing_the_settings_asks_for_no_voice(choice: VoiceChoice, engines: Engines) -> None:
    assert choice.isVisible()
    assert engines.made == []


def test_the_voices_are_looked_for_at_the_first_press(choice: VoiceChoice, context: Context, engines: Engines) -> None:
    choice.next.click()
    assert choice.chosen.text() == "Looking for voices…"
    (engine,) = engines.made
    assert engine.said == []
    engine.can_open()
    assert context.preferences.value.voice_name == "Anne"
    assert choice.chosen.text() == "Anne (United Kingdom)"
    assert choice.next.accessibleDescription() == "Anne (United Kingdom)"


def test_one_goes_round_all_voices_and_what_chooses_by_itself(
    choice: VoiceChoice, context: Context, engines: Engines
) -> None:
    choice.before.click()
    engines.made[0].can_open()
    seen = [context.preferences.value.voice_name]
    for _ in range(3):
        choice.before.click()
        seen.append(context.preferences.value.voice_name)
    assert seen == ["Kari", "Anne", "", "Kari"]
    choice.next.click()
    assert choice.chosen.text() == "Chosen for you"
    assert len(engines.made) == 1


def test_a_voice_is_heard_as_the_settings_have_it(choice: VoiceChoice, context: Context, engines: Engines) -> None:
    context.preferences.update(voice_name="Kari", voice_rate=20, voice_volume=50)
    choice.hear.click()
    (engine,) = engines.made
    engine.can_open()
    assert ("Kari", 0.5, 0.2) in engine.calls
    assert len(engine.said) == 1
    assert choice.chosen.text() == "Kari (Finnish)"


def test_pressed_again_and_again_it_does_not_queue_up(choice: VoiceChoice, engines: Engines) -> None:
    choice.hear.click()
    engines.made[0].can_open()
    for _ in range(3):
        choice.hear.click()
    engines.made[0].finished.emit()
    engines.made[0].finished.emit()
    assert len(engines.made[0].said) == 2


def test_a_voice_that_is_off_is_never_opened(choice: VoiceChoice, context: Context, engines: Engines) -> None:
    context.preferences.update(voice=False)
    for button in (choice.before, choice.next, choice.hear):
        assert not button.isEnabled()
        button.click()
    assert engines.made == []
    context.preferences.update(voice=True)
    assert choice.hear.isEnabled()


@pytest.mark.parametrize("button", ["next", "hear"])
def test_a_computer_without_a_voice_is_told_of(
    choice: VoiceChoice, context: Context, engines: Engines, button: str
) -> None:
    engines.none = True
    getattr(choice, button).click()
    assert choice.chosen.text() == "There is no voice on this computer"
    assert context.preferences.value.voice_name == ""
    getattr(choice, button).click()
    assert choice.chosen.text() == "There is no voice on this computer"
    engines.none = False
    context.preferences.update(voice=False)
    context.preferences.update(voice=True)
    assert choice.chosen.text() == "Chosen for you"


def test_a_voice_missed_once_more_is_told_of_once_more(choice: VoiceChoice, context: Context, engines: Engines) -> None:
    engines.none = True
    for _ in range(2):
        choice.next.click()
        assert choice.chosen.text() == "There is no voice on this computer"
        context.preferences.update(voice=False)
        context.preferences.update(voice=True)


def test_put_away_the_settings_let_the_voice_go(place: PreferencesPlace, engines: Engines) -> None:
    place.cards.voice.next.click()
    place.hide()
    assert engines.made[0].calls == ["open", "close"]
    assert place.cards.voice.chosen.text() == "Chosen for you"
    place.show()
    assert len(engines.made) == 1

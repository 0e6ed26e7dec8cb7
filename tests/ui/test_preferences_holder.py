from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.errors import WorldError
from acutimer.core.settings import Settings, Theme
from acutimer.store.settings import SettingsFile
from acutimer.ui.messages import Message, Messages
from acutimer.ui.preferences_holder import Preferences


class FullDisk(SettingsFile):
    is_full = True

    def save(self, settings: Settings) -> None:
        if self.is_full:
            raise WorldError("The settings could not be saved: no room.")
        super().save(settings)


def test_a_change_is_told_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    preferences = Preferences(Settings(), file, Messages())
    told: list[Settings] = []
    preferences.changed.connect(told.append)
    preferences.update(theme=Theme.DARK, volume=30)
    assert [(it.theme, it.volume) for it in told] == [(Theme.DARK, 30)]
    assert file.load() == (preferences.value, ())


def test_no_change_is_not_told_and_not_written(qtbot: QtBot, tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    preferences = Preferences(Settings(), file, Messages())
    preferences.changed.connect(lambda _: pytest.fail("nothing has changed"))
    preferences.update(volume=70)
    assert not file.path.exists()


def test_a_disk_that_will_not_have_it_costs_only_a_message(qtbot: QtBot, tmp_path: Path) -> None:
    messages = Messages()
    said: list[Message] = []
    messages.said.connect(said.append)
    taken_back: list[str] = []
    messages.taken_back.connect(taken_back.append)
    file = FullDisk(tmp_path / "settings.json")
    preferences = Preferences(Settings(), file, messages)
    preferences.update(flash=True)
    assert preferences.value.flash
    preferences.update(volume=30)
    ((text, kind),) = [(it.text, it.kind) for it in said]
    assert kind == "caution"
    assert text.startswith("The settings could not be saved: no room.")
    file.is_full = False
    preferences.close()
    assert file.load() == (preferences.value, ())
    assert taken_back == [text]


def test_a_value_out_of_its_limits_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = Preferences(Settings(), SettingsFile(tmp_path / "settings.json"), Messages())
    with pytest.raises(ValueError, match="volume"):
        preferences.update(volume=101)
    assert preferences.value == Settings()


def test_what_another_window_chose_is_neither_lost_nor_overlooked(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    here, there = (Preferences(Settings(), SettingsFile(path), Messages()) for _ in range(2))
    told: list[Settings] = []
    here.changed.connect(told.append)
    there.update(conditions=(Condition.PREGNANT,))
    here.update(volume=30)
    assert (here.value.conditions, here.value.volume) == ((Condition.PREGNANT,), 30)
    assert [(it.conditions, it.volume) for it in told] == [((Condition.PREGNANT,), 70), ((Condition.PREGNANT,), 30)]
    there.look_again()
    assert there.value == here.value == SettingsFile(path).load()[0]


def test_a_program_in_the_tray_hears_of_it_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    here, there = (Preferences(Settings(), SettingsFile(path), Messages()) for _ in range(2))
    here.watch()
    here.update(volume=30)  # now there is a folder
    there.look_again()
    with qtbot.waitSignal(here.changed):
        there.update(flash=True)
    assert (here.value.flash, here.value.volume) == (True, 30)
    here.close()


@pytest.mark.parametrize("text", ["{", "[]", '{"volume": 4000}', None])
def test_a_file_that_somebody_spoils_meanwhile_changes_nothing(qtbot: QtBot, tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "settings.json"
    preferences = Preferences(Settings(), SettingsFile(path), Messages())
    preferences.update(volume=30)
    path.unlink()
    if text is not None:
        path.write_text(text)
    preferences.look_again()
    assert preferences.value == Settings(volume=30)
    preferences.update(flash=True)
    assert SettingsFile(path).load() == (Settings(volume=30, flash=True), ())

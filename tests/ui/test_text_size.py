import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from acutimer.core.settings import Settings
from acutimer.store.settings import SettingsFile
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.taken_at_start import AtStart, TakenAtStart
from acutimer.ui.text_size import SCALE, enlarged, fitting_percents

LEAST = (600, 340)


class Watched:
    """What a TakenAtStart asks for, at 115 % in force."""

    def __init__(self, folder: Path) -> None:
        settings = Settings(text_percent=115)
        self.preferences = Preferences(settings, SettingsFile(folder / "settings.json"), Messages())
        self.is_free = True
        self.sizes = TakenAtStart(AtStart(115, ""), self.preferences, lambda: self.is_free)
        self.told: list[str] = []
        self.sizes.wanted.connect(lambda: self.told.append("wanted"))
        self.sizes.postponed.connect(lambda: self.told.append("postponed"))
        (self.rest,) = self.sizes.findChildren(QTimer)

    def choose(self, percent: int) -> None:
        self.preferences.update(text_percent=percent)

    def come_to_rest(self) -> None:
        assert self.rest.isActive()
        self.rest.stop()
        self.rest.timeout.emit()


@pytest.fixture
def watched(qapp: QApplication, tmp_path: Path) -> Iterator[Watched]:
    made = Watched(tmp_path)
    yield made
    made.sizes.close()


@pytest.mark.parametrize(
    ("given", "percent", "taken"),
    [
        (None, 100, None),
        (None, 150, "1.5"),
        ("2", 100, "2"),
        ("2", 115, "2.3"),
        ("1.25", 200, "2.5"),
        ("large", 130, "1.3"),
        ("nan", 130, "1.3"),
        ("-3", 130, "1.3"),
        ("", 200, "2"),
    ],
)
def test_the_size_is_multiplied_with_what_was_asked_for_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, given: str | None, percent: int, taken: str | None
) -> None:
    monkeypatch.delenv(SCALE, raising=False)
    if given is not None:
        monkeypatch.setenv(SCALE, given)
    with enlarged(percent):
        assert os.environ.get(SCALE) == taken
    assert os.environ.get(SCALE) == given


def test_what_goes_wrong_inside_leaves_nothing_behind_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SCALE, raising=False)
    with pytest.raises(ZeroDivisionError), enlarged(200):
        raise ZeroDivisionError
    assert SCALE not in os.environ


@pytest.mark.parametrize(
    ("in_force", "room", "offered"),
    [
        (100, (1280, 800), (100, 115, 130, 150, 175, 200)),
        (200, (640, 400), (100, 115, 130, 150, 175, 200)),
        (100, (1024, 768), (100, 115, 130, 150)),
        (100, (1280, 600), (100, 115, 130, 150, 175)),
        (100, (320, 240), (100,)),
        (175, (320, 240), (100, 175)),
    ],
)
def test_only_what_fits_the_screen_is_offered_and_what_holds_already(
    in_force: int, room: tuple[int, int], offered: tuple[int, ...]
) -> None:
    assert fitting_percents(in_force, QSize(*room), LEAST) == offered


def test_a_size_that_is_rested_on_is_wanted_once(watched: Watched) -> None:
    watched.choose(130)
    watched.choose(150)
    assert watched.told == []
    watched.come_to_rest()
    assert watched.told == ["wanted"]


def test_a_size_gone_through_on_the_way_back_is_not_wanted(watched: Watched) -> None:
    watched.choose(130)
    watched.choose(115)
    assert not watched.rest.isActive()


def test_other_settings_ask_for_nothing(watched: Watched) -> None:
    watched.preferences.update(volume=10)
    assert not watched.rest.isActive()
    watched.choose(200)
    watched.come_to_rest()
    watched.preferences.update(volume=20)
    assert not watched.rest.isActive()


def test_what_is_under_way_is_not_ended_for_it(watched: Watched) -> None:
    watched.is_free = False
    watched.choose(200)
    watched.come_to_rest()
    assert watched.told == ["postponed"]
    watched.is_free = True
    watched.choose(175)
    watched.come_to_rest()
    assert watched.told == ["postponed", "wanted"]


def test_closed_it_asks_for_nothing_more(watched: Watched) -> None:
    watched.choose(200)
    watched.sizes.close()
    assert not watched.rest.isActive()

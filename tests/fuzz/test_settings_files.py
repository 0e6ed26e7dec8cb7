"""Settings files of any kind: the program starts with what is good in them, and tells what is bad, once."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fuzz_files import ANY, damaged_bytes, dumped, spoilt_values
from fuzz_routines import LIBRARY
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.due import next_due
from acutimer.core.fitting import plan
from acutimer.core.settings import Settings
from acutimer.store.settings import SettingsFile, read
from acutimer.ui.session.mini.placing import placed
from acutimer.ui.text_size import enlarged
from acutimer.ui.window_shape import take_shape
from tests.fuzz.trying import Tell, try_all

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
USUAL: dict[str, Any] = {
    "theme": "dark",
    "mirror": "chart",
    "first_side": "right",
    "get_ready_seconds": 5,
    "volume": 60,
    "voice_name": "Anna",
    "flash": True,
    "day_begins_hour": 4,
    "last_place": "log",
    "window": [10, 20, 900, 700],
    "mini": [5, 5, 200, 200],
    "text_percent": 130,
    "welcomed": True,
    "conditions": ["pregnancy", "knee-replacement"],
    "reminders": [
        {"id": "a", "routine": "balance-points", "at": {"times": ["08:30", "18:00"], "weekdays": [1, 3]}},
        {"id": "b", "is_on": False, "every": {"minutes": 90, "first": "09:00", "last": "17:00", "weekdays": EVERY_DAY}},
        {"id": "c", "after_workout": {"began_at": "2026-11-20T07:00:00+01:00", "times": ["09:00", "19:00"]}},
    ],
    "minutes": {"balance-points": 5},
    "press_seconds": {"ST36": 90},
}
VALUES = st.just(USUAL)
ROUTINE = LIBRARY.routines["balance-points"]
FILES = st.one_of(
    spoilt_values(VALUES).map(dumped),
    spoilt_values(st.fixed_dictionaries({"reminders": st.just(USUAL["reminders"])})).map(dumped),
    st.dictionaries(st.sampled_from(sorted(USUAL)), ANY).map(dumped),
    damaged_bytes(VALUES.map(dumped)),
    ANY.map(dumped),
    st.binary(max_size=60),
    st.sampled_from([b"[" * 20_000, b'{"a":' * 5_000, b'{"volume": ' + b"9" * 5000 + b"}", b"\xff\xfe{\0}\0"]),
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.json")


def load(file: SettingsFile, data: bytes) -> tuple[Settings, tuple[str, ...]]:
    for left in (*file.path.parent.glob("*"),):
        left.unlink()
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(data)
    return file.load()


def use(settings: Settings, window: QWidget) -> None:
    """As the window and its parts use them."""
    with enlarged(settings.text_percent):
        take_shape(window, settings.window)
    room = QRect(0, 0, 800, 600)
    placed(settings.mini, QSize(200, 200), [room], room)
    next_due(settings.reminders, NOW, UTC)
    plan(ROUTINE, settings.choices_for(ROUTINE.id), LIBRARY.safety(settings.conditions))


def kept_of(data: bytes) -> dict[str, Any]:
    """What of the usual settings a file still has as they were."""
    try:
        values = json.loads(data.decode())
    except (ValueError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {name: value for name, value in USUAL.items() if name in values and dumped(values[name]) == dumped(value)}


def test_a_settings_file_loses_only_what_is_bad_and_is_whole_afterwards(
    file: SettingsFile, qtbot: QtBot, tally: Tell
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def check(data: bytes) -> None:
        settings, problems = load(file, data)
        for line in problems:
            assert line.isprintable()
            assert len(line) < 1000
        if problems:
            assert file.load() == (settings, ())
        elif settings != Settings():
            file.save(settings)
            assert file.load() == (settings, ())
        alone, _ = read(kept := kept_of(data))
        assert [getattr(settings, name) for name in kept] == [getattr(alone, name) for name in kept]
        use(settings, window)

    try_all(tally, "settings files", check, FILES, short=40, long=3000)

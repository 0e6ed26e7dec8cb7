import json
import stat
from dataclasses import asdict, fields
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acutimer.core.conditions import Condition
from acutimer.core.errors import WorldError
from acutimer.core.reminding import AfterWorkout, AtTimes, Every, Reminder, as_plain
from acutimer.core.settings import TEXT_PERCENTS, Mirror, Settings, Theme
from acutimer.core.sides import Side
from acutimer.store.settings import SettingsFile, read

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
LISTS = ("conditions", "reminders")
NAMES = [field.name for field in fields(Settings)]
MOMENTS = st.integers(0, 4_000_000_000).map(lambda it: datetime.fromtimestamp(it, UTC))
TIMES = st.times().map(lambda it: it.replace(second=0, microsecond=0, fold=0))
REMINDERS = st.builds(
    Reminder,
    id=st.text(min_size=1, max_size=8),
    when=st.one_of(
        st.builds(AtTimes, st.sets(TIMES, min_size=1, max_size=4).map(lambda it: tuple(sorted(it)))),
        st.builds(Every, st.integers(15, 720), TIMES, TIMES),
        st.builds(AfterWorkout, MOMENTS),
    ),
    routine=st.text(max_size=8),
    is_on=st.booleans(),
)
GOOD = {
    "theme": st.sampled_from(list(Theme)),
    "mirror": st.sampled_from(list(Mirror)),
    "first_side": st.sampled_from([Side.LEFT, Side.RIGHT]),
    "get_ready_seconds": st.integers(0, 600),
    "changeover_seconds": st.integers(0, 600),
    "rest_seconds": st.integers(0, 600),
    "sounds": st.booleans(),
    "volume": st.integers(0, 100),
    "flash": st.booleans(),
    "pacer": st.booleans(),
    "voice": st.booleans(),
    "voice_volume": st.integers(0, 100),
    "voice_rate": st.integers(-50, 50),
    "voice_name": st.text(max_size=20),
    "awake": st.booleans(),
    "bones": st.booleans(),
    "warmth": st.booleans(),
    "reduced_motion": st.booleans(),
    "day_begins_hour": st.integers(0, 12),
    "last_place": st.text(max_size=20),
    "window": st.just(()) | st.tuples(*[st.integers(-5000, 5000)] * 4),
    "mini": st.just(()) | st.tuples(*[st.integers(-5000, 5000)] * 4),
    "text_percent": st.sampled_from(TEXT_PERCENTS),
    "language": st.sampled_from(["", "en", "de", "zh-Hans", "zh_CN"]),
    "welcomed": st.booleans(),
    "conditions": st.sets(st.sampled_from(list(Condition))).map(tuple),
    "reminders": st.lists(REMINDERS, max_size=3, unique_by=lambda it: it.id).map(tuple),
    "reminders_on": st.booleans(),
    "start_at_login": st.booleans(),
    "stay_in_tray": st.booleans(),
    "minutes": st.dictionaries(st.text(max_size=20), st.integers(1, 240), max_size=5),
    "press_seconds": st.dictionaries(st.text(max_size=20), st.integers(1, 3600), max_size=5),
}
SETTINGS = st.builds(Settings, **GOOD)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.json")


def put(file: SettingsFile, text: str) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_text(text, encoding="utf-8")


def aside(file: SettingsFile) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(file.path.parent.glob("*damaged*"))]


def test_every_setting_has_a_strategy_here() -> None:
    assert list(GOOD) == NAMES


def test_a_missing_file_is_the_defaults_and_no_trouble(file: SettingsFile) -> None:
    assert file.load() == (Settings(), ())
    assert not file.path.parent.exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SETTINGS)
def test_what_was_saved_is_loaded(file: SettingsFile, chosen: Settings) -> None:
    file.save(chosen)
    assert file.load() == (chosen, ())


def test_the_file_is_the_users_alone(file: SettingsFile) -> None:
    file.save(Settings())
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


@given(st.dictionaries(st.sampled_from([*NAMES, "colour"]), JSON, max_size=6))
def test_any_values_give_valid_settings_and_each_good_one_is_kept(values: dict[str, object]) -> None:
    chosen, problems = read(values)
    for name, value in values.items():
        alone, trouble = read({name: value})
        assert len(trouble) in ((0, 1) if name not in LISTS or not isinstance(value, list) else range(len(value) + 1))
        if name in NAMES:
            assert getattr(chosen, name) == getattr(alone, name)
    assert len(problems) == sum(len(read({name: value})[1]) for name, value in values.items())
    assert Settings(**{name: getattr(chosen, name) for name in NAMES}) == chosen


@given(SETTINGS, st.sets(st.sampled_from(NAMES), min_size=1))
def test_a_bad_value_costs_only_itself(chosen: Settings, spoilt: set[str]) -> None:
    values: dict[str, object] = json.loads(json.dumps(asdict(chosen), default=str))
    values["reminders"] = [as_plain(it) for it in chosen.reminders]
    values |= dict.fromkeys(spoilt, None)
    kept, problems = read(values)
    assert len(problems) == len(spoilt)
    for name in NAMES:
        expected = getattr(Settings() if name in spoilt else chosen, name)
        assert getattr(kept, name) == expected


@given(JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_gives_valid_settings(file: SettingsFile, value: object) -> None:
    put(file, json.dumps(value))
    chosen, problems = file.load()
    assert isinstance(chosen, Settings)
    assert bool(problems) == (not isinstance(value, dict) or bool(value))
    assert file.load() == (chosen, ())


@given(st.binary(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_valid_settings(file: SettingsFile, data: bytes) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(data)
    assert isinstance(file.load()[0], Settings)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("volume", 101, "volume must be a whole number from 0 to 100, not 101; the default is used"),
        ("volume", True, "volume must be a whole number from 0 to 100, not true"),
        ("volume", 70.0, "volume must be"),
        ("theme", "pink", 'theme must be one of system, light, dark, high_contrast, not "pink"'),
        ("first_side", "both", "first_side must be left or right"),
        ("sounds", 1, "sounds must be true or false"),
        ("window", [1, 2, 3], "window must be four whole numbers"),
        ("window", {}, "window must be four whole numbers"),
        ("window", [0, 0, 10**30, 10**30], "window must be four whole numbers from -1000000 to 1000000"),
        ("mini", [-(10**7), 0, 1, 1], "mini must be four whole numbers"),
        ("minutes", {"\x1b[2J": 0}, "minutes of \\x1b[2J must be"),
        ("voice_name", 3, "voice_name must be a word"),
        ("language", "de AT", "language must be a language's name such as de, or empty"),
        ("language", "d" * 36, "language must be a language's name such as de, or empty"),
        ("language", None, "language must be a language's name such as de, or empty"),
        ("minutes", {"knee-pain-press": 0}, "minutes of knee-pain-press must be a whole number from 1 to 240"),
        ("press_seconds", [], "press_seconds must be numbers by name"),
        ("text_percent", 110, "text_percent must be one of 100, 115, 130, 150, 175, 200, not 110"),
        ("conditions", "pregnant", "conditions must be a list of"),
        ("conditions", ["tall"], 'conditions: "tall" is left out: it is none of pregnant, blood_thinners'),
        ("reminders", {}, "reminders must be a list of reminders, not {}"),
        ("reminders", [{"id": "a"}], 'reminders: {"id": "a"} is left out: a reminder needs one of at'),
        ("colour", "red", '"colour" is no setting of this version'),
    ],
)
def test_each_mistake_is_told_in_words_once_and_the_old_file_is_kept(
    file: SettingsFile, name: str, value: object, words: str
) -> None:
    text = json.dumps({name: value, "flash": True})
    put(file, text)
    chosen, problems = file.load()
    assert chosen == Settings(flash=True)
    assert words in problems[0]
    assert "settings-damaged-1.json" in problems[1]
    assert aside(file) == [text]
    assert file.load() == (chosen, ())
    assert aside(file) == [text]


def test_of_the_profile_and_the_reminders_only_what_is_bad_is_lost(file: SettingsFile) -> None:
    morning = {"id": "morning", "at": {"times": ["08:00"]}}
    other, late = {"id": "morning", "at": {"times": ["09:00"]}}, {"id": "late", "at": {"times": ["25:00"]}}
    profile = ["pregnant", 5, "neuropathy", "pregnant"]
    put(file, json.dumps({"conditions": profile, "reminders": [morning, other, late, morning]}))
    chosen, problems = file.load()
    assert chosen.conditions == (Condition.PREGNANT, Condition.NEUROPATHY)
    assert chosen.reminders == (Reminder(id="morning", when=AtTimes((time(8),))),)
    assert [problem.split(" is left out: ")[-1] for problem in problems[:-1]] == [
        f"it is none of {', '.join(Condition)}.",
        "another one has its id.",
        "a time must be hours and minutes, such as 08:30.",
    ]
    assert file.load() == (chosen, ())


@pytest.mark.parametrize("text", ["", "{", '{"volume": 7', "[" * 100_000, "nothing", '{"volume": ' + "9" * 5000 + "}"])
def test_what_is_no_json_is_the_defaults_and_kept_aside(file: SettingsFile, text: str) -> None:
    put(file, text)
    chosen, problems = file.load()
    assert chosen == Settings()
    assert "it is not JSON" in problems[0]
    assert aside(file) == [text]


def test_older_damaged_copies_are_not_written_over(file: SettingsFile) -> None:
    for text in ("first", "second"):
        put(file, text)
        file.load()
    assert aside(file) == ["first", "second"]


def test_a_folder_in_the_place_of_the_file_is_told_and_left(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)
    chosen, (problem,) = file.load()
    assert chosen == Settings()
    assert "cannot be read" in problem
    assert file.path.is_dir()
    with pytest.raises(WorldError, match="could not be saved"):
        file.save(chosen)


def test_a_file_in_the_place_of_the_folder_is_told(file: SettingsFile) -> None:
    file.path.parent.write_text("in the way", encoding="utf-8")
    assert "cannot be read" in file.load()[1][0]
    with pytest.raises(WorldError, match="could not be saved"):
        file.save(Settings())


def test_a_damaged_file_that_cannot_be_mended_stays_and_is_told(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, text: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    put(file, '{"volume": 700, "flash": true}')
    monkeypatch.setattr("acutimer.store.settings.write_whole", refuse)
    chosen, problems = file.load()
    assert chosen == Settings(flash=True)
    assert "stays as it is" in problems[-1]
    assert json.loads(file.path.read_text(encoding="utf-8"))["volume"] == 700


def test_what_could_not_be_read_is_not_written_over(file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.symlink_to(file.path)
    settings, problems = file.load()
    assert settings == Settings()
    assert len(problems) == 1
    file.save(Settings(volume=44))
    assert file.load() == (Settings(volume=44), ())
    assert file.path.with_name("settings-damaged-1.json").is_symlink()

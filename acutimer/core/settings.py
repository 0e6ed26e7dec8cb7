"""What the user can choose, with its limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from acutimer.core.conditions import Condition
from acutimer.core.sides import Side

if TYPE_CHECKING:
    from acutimer.core.planning import Choices
    from acutimer.core.reminding import Reminder


class Theme(StrEnum):
    """How the window looks; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Mirror(StrEnum):
    """Which way the figure faces: like a mirror (your left on the left), or like a chart (facing you)."""

    MIRROR = "mirror"
    CHART = "chart"


FARTHEST_PX = 1_000_000  # that a window stands from the corner of the screen; no desktop is larger
LONGEST_TAG = 35  # RFC 5646 asks for no more
TAG_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
LONGEST_NAME = 100  # of a name that is told to be wrong
TEXT_PERCENTS = (100, 115, 130, 150, 175, 200)

_SWITCHES = (
    *("sounds", "flash", "pacer", "voice", "awake", "bones", "warmth", "reduced_motion", "welcomed", "reminders_on"),
    *("start_at_login", "stay_in_tray"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every choice, each valid on its own. Seconds are 0 to 600, volumes 0 to 100, `day_begins_hour` 0 to 12.

    `voice_rate` is -50 (slowest) to 50 (fastest), 0 as the voice speaks by itself; `voice_name` is the system's name
    of the chosen voice, or empty for its own choice. `pacer` lets the beat within a phase be heard. `window` and
    `mini` are (x, y, width, height) of the windows as they were left, or empty. `minutes` is the length last chosen
    for a routine, by its id; `press_seconds` the time last chosen for a point, by its code.

    `text_percent` is one of TEXT_PERCENTS and scales the whole window. `language` is the BCP 47 name of one, or empty
    for the system's. `welcomed` says that the first page was seen.
    `conditions` is the safety profile. `reminders_on` lets all reminders be heard; `stay_in_tray` lets the program
    stay, where there is a tray, when its window is closed.
    """

    theme: Theme = Theme.SYSTEM
    mirror: Mirror = Mirror.MIRROR
    first_side: Side = Side.LEFT
    get_ready_seconds: int = 8
    changeover_seconds: int = 8
    rest_seconds: int = 30
    sounds: bool = True
    volume: int = 70
    flash: bool = False
    pacer: bool = False
    voice: bool = True
    voice_volume: int = 80
    voice_rate: int = 0
    voice_name: str = ""
    awake: bool = True
    bones: bool = True
    warmth: bool = True
    reduced_motion: bool = False
    day_begins_hour: int = 3
    last_place: str = "explore"
    window: tuple[int, ...] = ()
    mini: tuple[int, ...] = ()
    text_percent: int = 100
    language: str = ""
    welcomed: bool = False
    conditions: tuple[Condition, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    reminders_on: bool = True
    start_at_login: bool = False
    stay_in_tray: bool = False
    minutes: Mapping[str, int] = field(default_factory=dict)
    press_seconds: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _one_of("theme", self.theme, Theme)
        _one_of("mirror", self.mirror, Mirror)
        _one_of("first_side", self.first_side, Side)
        if self.first_side is Side.BOTH:
            raise ValueError("first_side must be left or right")
        _whole("get_ready_seconds", self.get_ready_seconds, 0, 600)
        _whole("changeover_seconds", self.changeover_seconds, 0, 600)
        _whole("rest_seconds", self.rest_seconds, 0, 600)
        _whole("volume", self.volume, 0, 100)
        _whole("voice_volume", self.voice_volume, 0, 100)
        _whole("voice_rate", self.voice_rate, -50, 50)
        _whole("day_begins_hour", self.day_begins_hour, 0, 12)
        if self.text_percent not in TEXT_PERCENTS or isinstance(self.text_percent, bool | float):
            raise ValueError(f"text_percent must be one of {', '.join(map(str, TEXT_PERCENTS))}")
        if not isinstance(self.conditions, tuple) or not all(isinstance(it, Condition) for it in self.conditions):
            raise ValueError(f"conditions must be a list of {', '.join(Condition)}")
        _reminders(self.reminders)
        for name in _SWITCHES:
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name} must be true or false")
        for name in ("last_place", "voice_name"):
            if not isinstance(getattr(self, name), str):
                raise ValueError(f"{name} must be a word")
        _tag("language", self.language)
        _shape("window", self.window)
        _shape("mini", self.mini)
        _lengths("minutes", self.minutes, 1, 240)
        _lengths("press_seconds", self.press_seconds, 1, 3600)

    def choices_for(self, routine_id: str) -> Choices:
        """The choices for a routine, in the length last chosen for it."""
        return self.choices(minutes=self.minutes.get(routine_id))

    def choices(self, *, minutes: float | None = None, side: Side | None = None) -> Choices:
        """The choices a plan is laid out with."""
        # the window reads its settings before it shows anything, and plans nothing until later
        from acutimer.core.planning import Choices

        return Choices(
            first_side=self.first_side,
            get_ready_seconds=self.get_ready_seconds,
            changeover_seconds=self.changeover_seconds,
            rest_seconds=self.rest_seconds,
            minutes=minutes,
            side=side,
        )


def _one_of(name: str, value: object, kind: type[StrEnum]) -> None:
    if not isinstance(value, kind):
        raise ValueError(f"{name} must be one of {', '.join(kind)}")


def _whole(name: str, value: object, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise ValueError(f"{name} must be a whole number from {low} to {high}")


def _tag(name: str, value: object) -> None:
    if not isinstance(value, str) or len(value) > LONGEST_TAG or not set(value) <= TAG_LETTERS:
        raise ValueError(f"{name} must be a language's name such as de, or empty")


def _shape(name: str, value: tuple[int, ...]) -> None:
    if len(value) not in (0, 4) or not all(type(it) is int and -FARTHEST_PX <= it <= FARTHEST_PX for it in value):
        raise ValueError(f"{name} must be four whole numbers from -{FARTHEST_PX} to {FARTHEST_PX}, or none")


def _reminders(value: object) -> None:
    if value == ():
        return
    # most have none, and the window reads its settings before it shows anything
    from acutimer.core.reminding import Reminder

    if not isinstance(value, tuple) or not all(isinstance(it, Reminder) for it in value):
        raise ValueError("reminders must be a list of reminders")
    if len({it.id for it in value}) < len(value):
        raise ValueError("every reminder must have an id of its own")


def _lengths(name: str, value: object, low: int, high: int) -> None:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise ValueError(f"{name} must be numbers by name")
    for key, number in value.items():
        if type(number) is not int or not low <= number <= high:
            # what is wrong is seldom told, and the window reads its settings before it shows anything
            from acutimer.core.legible import printable

            _whole(f"{name} of {printable(key[:LONGEST_NAME])}", number, low, high)

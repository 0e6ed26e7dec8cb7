"""What the user can choose, with its limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from acutimer.core.sides import Side

if TYPE_CHECKING:
    from acutimer.core.planning import Choices


class Theme(StrEnum):
    """How the window looks; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Mirror(StrEnum):
    """Which way the figure faces: like a mirror (your left on the left), or like a chart (facing you)."""

    MIRROR = "mirror"
    CHART = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every choice, each valid on its own. Seconds are 0 to 600, `volume` 0 to 100, `day_begins_hour` 0 to 12.

    `window` is (x, y, width, height) of the window as it was left, or empty.
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
    bones: bool = True
    reduced_motion: bool = False
    day_begins_hour: int = 3
    last_place: str = "explore"
    window: tuple[int, ...] = ()

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
        _whole("day_begins_hour", self.day_begins_hour, 0, 12)
        for name in ("sounds", "flash", "bones", "reduced_motion"):
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name} must be true or false")
        if not isinstance(self.last_place, str):
            raise ValueError("last_place must be a word")
        if len(self.window) not in (0, 4) or not all(type(number) is int for number in self.window):
            raise ValueError("window must be four whole numbers, or none")

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

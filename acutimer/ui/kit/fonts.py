"""Type by role. Sizes are pixels, so that the design's measures hold on every screen."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from acutimer.language.catalogue import language

HAN = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei")
DISPLAY_FROM_PX = 20  # Inter's cut for large sizes is tighter
TRACKED_FROM_PX = 60


class Role(NamedTuple):
    """One size of type: `px`, the height of a line in `line_px`, and its weight (100 to 900)."""

    px: int
    line_px: int
    weight: int


ROLES: dict[str, Role] = {
    "time": Role(176, 176, 600),
    "side": Role(52, 62, 700),
    "cue": Role(44, 54, 650),
    "cue_rest": Role(30, 38, 450),
    "display": Role(40, 48, 650),
    "instruction": Role(32, 40, 450),
    "title": Role(30, 38, 650),
    "point": Role(26, 34, 600),
    "next": Role(24, 32, 450),
    "head": Role(22, 30, 600),
    "digits": Role(20, 28, 600),
    "lead": Role(19, 28, 450),
    "lead_strong": Role(19, 28, 600),
    "body": Role(17, 25, 400),
    "strong": Role(17, 25, 600),
    "small": Role(15, 22, 450),
    "small_strong": Role(15, 22, 600),
}


def font(px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """The product's font. A family without 450 or 650 gives its nearest weight. `tabular` sets digits equally wide."""
    return QFont(_font(round(px), weight, tabular, is_chinese()))


def families(*, in_chinese: bool) -> tuple[str, ...]:
    """The families to look for, the dearest first."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()
    # a system of another language may have another country's shapes of the same characters
    return ("Inter", *HAN, *system) if in_chinese else ("Inter", *system, *HAN)


def is_chinese() -> bool:
    """Whether the language in use is written in Chinese characters."""
    return language().startswith("zh")


def role_font(role: str, *, tabular: bool = False, scale: float = 1.0) -> QFont:
    """The font of a role in `ROLES`, its size times `scale`."""
    found = ROLES[role]
    return font(found.px * scale, found.weight, tabular=tabular)


@lru_cache(maxsize=256)
def _font(px: int, weight: int, tabular: bool, in_chinese: bool) -> QFont:
    made = QFont()
    # the cut for large sizes has no digits of equal width
    display = ["Inter Display"] if px >= DISPLAY_FROM_PX and not tabular else []
    made.setFamilies([*display, *families(in_chinese=in_chinese)])
    made.setPixelSize(max(1, px))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if px >= TRACKED_FROM_PX:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 97.5)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made

"""The words of this place: areas, sides, views, times."""

from PySide6.QtCore import QCoreApplication

from acutimer.core.body import Facing
from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.language.catalogue import trn
from acutimer.language.joining import lengths


def area_name(area: Area) -> str:
    """An area as its button says it."""
    return {
        Area.KNEE: _tr("Knee"),
        Area.LOWER_LEG: _tr("Lower leg"),
        Area.ANKLE_FOOT: _tr("Ankle and foot"),
        Area.LOWER_BACK: _tr("Lower back"),
        Area.HAND: _tr("Hand"),
    }[area]


def side_name(area: Area, side: Side) -> str:
    """One side of an area, such as "Left knee"."""
    return {
        (Area.KNEE, Side.LEFT): _tr("Left knee"),
        (Area.KNEE, Side.RIGHT): _tr("Right knee"),
        (Area.LOWER_LEG, Side.LEFT): _tr("Left leg"),
        (Area.LOWER_LEG, Side.RIGHT): _tr("Right leg"),
        (Area.ANKLE_FOOT, Side.LEFT): _tr("Left foot"),
        (Area.ANKLE_FOOT, Side.RIGHT): _tr("Right foot"),
        (Area.LOWER_BACK, Side.LEFT): _tr("Left side"),
        (Area.LOWER_BACK, Side.RIGHT): _tr("Right side"),
        (Area.HAND, Side.LEFT): _tr("Left hand"),
        (Area.HAND, Side.RIGHT): _tr("Right hand"),
    }[area, side]


def facing_name(facing: Facing) -> str:
    """A view as its switch says it."""
    return {
        Facing.FRONT: _tr("Front"),
        Facing.OUTER: _tr("Outer"),
        Facing.INNER: _tr("Inner"),
        Facing.BACK: _tr("Back", "a view"),
        Facing.SIDE: _tr("Side", "a view"),
        Facing.TOP: _tr("Top"),
        Facing.DORSAL: _tr("Back", "of a hand"),
        Facing.PALM: _tr("Palm"),
    }[facing]


def limb_name(area: Area, side: Side) -> str:
    """Where a point lies, in a sentence: "left leg", "left side of the back"."""
    if area is Area.LOWER_BACK:
        return _tr("left side of the back") if side is Side.LEFT else _tr("right side of the back")
    return _tr("left leg") if side is Side.LEFT else _tr("right leg")


def time_name(area: Area) -> str:
    """What the press time is called: it counts for each leg; on the back both sides are pressed at once."""
    return _tr("Time on both sides") if area is Area.LOWER_BACK else _tr("Time on each leg")


def points_count(count: int) -> str:
    """How many points: "1 point", "11 points"."""
    return trn("{0} point", "{0} points", count).format(count)


def clock(seconds: int) -> str:
    """A time as a clock shows it: "1:30"."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def span(seconds: float) -> str:
    """A time in words: "3 min", "45 s", "2 min 30 s"."""
    minutes, rest = divmod(round(seconds), 60)
    shown = []
    if minutes:
        shown.append(_tr("{n}\u00a0min").format(n=minutes))
    if rest or not minutes:
        shown.append(_tr("{n}\u00a0s").format(n=rest))
    return lengths(shown)


def _tr(text: str, context: str = "") -> str:
    return QCoreApplication.translate("Explore", text, context)

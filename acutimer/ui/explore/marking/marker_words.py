"""A marker in words, for who cannot see it: a short name, and a description that says where it is and what holds."""

from PySide6.QtCore import QCoreApplication

from acutimer.core.points import Point
from acutimer.core.sides import Side
from acutimer.language.joining import listed
from acutimer.language.sentences import inside
from acutimer.ui.explore.marking.marks import Mark
from acutimer.ui.explore.words import limb_name


def spoken_name(point: Point, side: Side) -> str:
    """Code, name and side: "ST36, Leg Three Miles, left leg"."""
    return listed((point.code, point.name, limb_name(point.area, side)))


def spoken_description(point: Point, mark: Mark, *, is_done: bool = False, is_unsuitable: bool = False) -> str:
    """Where it is, then everything its looks tell: "four fingers below the outer knee eye, done today"."""
    holds = (
        (mark is Mark.RUNNING, _tr("being pressed now")),
        (mark is Mark.SELECTED, _tr("selected")),
        (mark is Mark.TWIN, _tr("the same point on the other side")),
        (is_unsuitable or mark is Mark.UNSUITABLE, _tr("not for you, by your safety profile")),
        (point.professional, _tr("for a professional")),
        (is_done or mark is Mark.DONE, _tr("done today")),
    )
    return listed((_inside_a_sentence(point.short), *(words for is_so, words in holds if is_so)))


def _inside_a_sentence(text: str) -> str:
    return inside(text).rstrip(".。")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explore", text)

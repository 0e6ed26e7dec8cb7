"""A part of the sheet: its name, what it covers and what it is made of; and the whole it is laid out from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from acutimer.content.library import Library
from acutimer.core.report import Report
from acutimer.core.settings import Mirror
from acutimer.ui.body.warm_views import View
from acutimer.ui.log.report.marks import Mark, Words
from acutimer.ui.log.report.paper import A4, Paper


@dataclass(frozen=True, slots=True)
class Section:
    """`rect` is in mm of the sheet and holds every mark."""

    name: str
    rect: QRectF
    marks: tuple[Mark, ...]

    @property
    def texts(self) -> list[str]:
        """Everything said in it, in the order it is read."""
        return [mark.text for mark in self.marks if isinstance(mark, Words) and mark.text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is to stand on the sheet.

    `name` may be empty. `begins` is the day of the log's first session where that lies inside the period, else None.
    `views` are the parts of the figure to show, `missing` the codes no view shows, and `images` the pictures drawn so
    far.
    """

    report: Report
    library: Library
    made_on: date
    name: str = ""
    begins: date | None = None
    views: Sequence[View] = ()
    missing: Sequence[str] = ()
    images: Mapping[View, QImage] = field(default_factory=dict)
    mirror: Mirror = Mirror.MIRROR
    paper: Paper = A4


def section(  # noqa: PLR0917  the sides in the order one measures them
    name: str, left: float, top: float, width: float, bottom: float, marks: Sequence[Mark]
) -> Section:
    """A section that reaches from `top` to `bottom`; words that say nothing are left out."""
    said = tuple(mark for mark in marks if not isinstance(mark, Words) or mark.text)
    return Section(name, QRectF(left, top, width, bottom - top), said)

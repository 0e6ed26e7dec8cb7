"""The figure, warm where one pressed, each view named: which side lies where is never left to be guessed."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt

from acutimer.core.settings import Mirror
from acutimer.language.joining import things
from acutimer.ui.body.warm_pictures import side_names
from acutimer.ui.body.warm_views import View
from acutimer.ui.log.numbers import number
from acutimer.ui.log.report import words
from acutimer.ui.log.report.letters import HEAD, SMALL
from acutimer.ui.log.report.marks import Mark, Picture, Words
from acutimer.ui.log.report.section import Contents, Section, section

BETWEEN_MM = 4.0
MOST_MM = 78.0  # a picture higher than this says no more
LEAST_MM = 34.0
LEG = 52.0  # from the midline to the middle of a leg, in thousandths of the stature
MIDDLE = Qt.AlignmentFlag.AlignHCenter
MOST_CODES = 6  # that no view shows are named; more are counted


@dataclass(frozen=True, slots=True)
class Fit:
    """How the views are laid out: beside each other or stacked, and how large each picture is, in mm."""

    is_stacked: bool
    sizes: tuple[QSizeF, ...]

    @property
    def area(self) -> float:
        """How much there is to see."""
        return sum(size.width() * size.height() for size in self.sizes)


class FigureBlock:
    """The views of a report, in a column `width` mm wide from `left`."""

    def __init__(self, contents: Contents, left: float, width: float) -> None:
        self._contents = contents
        self._views = tuple(contents.views)
        self._left, self._width = left, width
        self._heading = Words(left, 0, _tr("Where it was pressed"), HEAD, width)
        self._below = Words(left, 0, self._legend(), SMALL, width)

    @property
    def least_mm(self) -> float:
        """The least height it is worth showing in."""
        return self._around(stacked=False) + LEAST_MM

    def lay_out(self, top: float, bottom: float) -> Section:
        """The section, no lower than `bottom`."""
        fit = self._fit(bottom - top)
        self._heading.top = top
        marks: list[Mark] = [self._heading]
        y = self._heading.bottom + 1.0
        end = y
        x, width = self._left, self._share(stacked=fit.is_stacked)
        highest = max(size.height() for size in fit.sizes)
        for view, size in zip(self._views, fit.sizes, strict=True):
            lower = 0.0 if fit.is_stacked else highest - size.height()  # beside each other they stand on one line
            made, end_of_view = self._view(view, x, y + lower, width, size)
            marks += made
            end = max(end, end_of_view)
            if fit.is_stacked:
                y = end_of_view + BETWEEN_MM
            else:
                x += width + BETWEEN_MM
        self._below.top = end + 1.0
        marks.append(self._below)
        return section("figure", self._left, top, self._width, self._below.bottom, marks)

    def _legend(self) -> str:
        told = _tr("The warmer the colour, the longer it was pressed.")
        if not self._contents.missing:
            return told
        codes = self._contents.missing
        named = things(words.short(code) for code in codes[:MOST_CODES])
        if more := len(codes) - MOST_CODES:
            named = _tr("{0} and {1} more").format(named, number(more)) if more > 0 else named
        return _tr("{0} Not shown: {1}.").format(told, named)

    def _share(self, *, stacked: bool) -> float:
        """How wide a view may be."""
        count = 1 if stacked else len(self._views)
        return (self._width - BETWEEN_MM * (count - 1)) / count

    def _around(self, *, stacked: bool) -> float:
        """The height of everything but the pictures."""
        width = self._share(stacked=stacked)
        captions = [Words(0, 0, self._caption(view), SMALL, width).bottom + SMALL.line_mm + 1.0 for view in self._views]
        told = sum(captions) + BETWEEN_MM * (len(captions) - 1) if stacked else max(captions)
        return self._heading.bottom + 1.0 + told + 1.0 + self._below.set.height_mm

    def _fit(self, room: float) -> Fit:
        """Whichever way shows more."""
        found: list[Fit] = []
        for stacked in (False, True):
            free = room - self._around(stacked=stacked)
            wanted = [min(MOST_MM, self._share(stacked=stacked) / it.crop[2] * it.crop[3]) for it in self._views]
            shrink = min(1.0, free / (sum(wanted) if stacked else max(wanted)))
            heights = [height * shrink for height in wanted]
            views = zip(self._views, heights, strict=True)
            sizes = tuple(QSizeF(height * it.crop[2] / it.crop[3], height) for it, height in views)
            found.append(Fit(stacked, sizes))
        return max(found, key=lambda fit: fit.area)

    def _view(self, view: View, x: float, y: float, width: float, size: QSizeF) -> tuple[list[Mark], float]:
        place = QRectF(QPointF(x + (width - size.width()) / 2, y), size)
        image = self._contents.images.get(view)
        marks: list[Mark] = [] if image is None else [Picture(place, image)]
        near, far = side_names(view.figure_id, self._contents.mirror)
        middle = place.center().x()
        away = max(LEG * size.height() / view.crop[3], 0.5 + max(SMALL.width_mm(it) for it in (near, far)) / 2 + 0.8)
        for name, where in ((near, middle - away), (far, middle + away)):
            marks.append(Words(where, place.bottom(), name, SMALL, align=MIDDLE))
        caption = Words(x, place.bottom() + SMALL.line_mm + 0.6, self._caption(view), SMALL, width)
        marks.append(caption)
        return marks, caption.bottom

    def _caption(self, view: View) -> str:
        return caption(view, self._contents.mirror)


def caption(view: View, mirror: Mirror) -> str:
    """Which way round a view is seen."""
    if view.figure_id != "body_front":
        return _tr("Back. Seen from behind: the person's left is on the left.")
    if mirror is Mirror.CHART:
        return _tr("Front. Facing the reader: the person's left is on the right.")
    return _tr("Front. Seen as in a mirror: the person's left is on the left.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)

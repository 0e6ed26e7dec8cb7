"""Pictures of the body, warm where one pressed, each made once."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QImage

from acutimer.content.atlas import Atlas
from acutimer.core.settings import Mirror
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.body.warm_views import View
from acutimer.ui.body.warming import faded, strength, warmed
from acutimer.ui.kit.tokens import Tokens

SPOT = 40.0  # the radius of one spot's warmth, in thousandths of the stature


class WarmPictures:
    """Keeps the latest picture of each view, until `show` says that other views are shown."""

    def __init__(self, figures: Figures, atlas: Atlas) -> None:
        self._figures, self._atlas = figures, atlas
        self._full_seconds = 1.0
        self._made: dict[View, tuple[FigureKey, QImage]] = {}

    def show(self, views: tuple[View, ...], full_seconds: float) -> None:
        """These views from now on; a spot pressed `full_seconds` is as warm as it gets."""
        if full_seconds != self._full_seconds:
            self._made.clear()
        self._full_seconds = full_seconds
        self._made = {view: made for view, made in self._made.items() if view in views}

    def get(self, view: View, key: FigureKey, theme: Tokens) -> QImage | None:
        """The view's crop of the figure that `key` names, in device pixels.

        Until the figure is drawn in that size it is another size, to be stretched, or None where there is none at all.
        """
        made = self._made.get(view)
        if made is not None and made[0] == key:
            return made[1]
        whole = self._figures.get(key)
        if whole is None:
            if made is not None and replace(made[0], px_per_unit=key.px_per_unit) == key:
                return made[1]
            whole = self._figures.stand_in(key)
            if whole is None:
                return None
            key = replace(key, px_per_unit=whole.width() / self._atlas.figure(view.figure_id).rect[2])
        picture = self._warm(view, whole, key.px_per_unit, theme)
        self._made[view] = (key, picture)
        return picture

    def _warm(self, view: View, whole: QImage, px_per_unit: float, theme: Tokens) -> QImage:
        left, top, _, height = self._atlas.figure(view.figure_id).rect
        x, y, width, crop_height = view.crop
        there = QRectF(
            (x - left) * px_per_unit, (y - top) * px_per_unit, width * px_per_unit, crop_height * px_per_unit
        )
        spots = [
            (
                QPointF((spot.place[0] - x) * px_per_unit, (spot.place[1] - y) * px_per_unit),
                SPOT * px_per_unit,
                strength(spot.seconds, self._full_seconds),
            )
            for spot in view.spots
        ]
        made = warmed(whole.copy(there.toAlignedRect() & whole.rect()), spots, theme)
        is_cut = (y > top, y + crop_height < top + height)
        return faded(made, top=is_cut[0], bottom=is_cut[1]) if any(is_cut) else made


def side_names(figure_id: str, mirror: Mirror) -> tuple[str, str]:
    """The names of the sides as they stand on the screen beside a whole body seen from the front or from behind."""
    left, right = QCoreApplication.translate("Body", "Left"), QCoreApplication.translate("Body", "Right")
    return (right, left) if mirror is Mirror.CHART and figure_id == "body_front" else (left, right)

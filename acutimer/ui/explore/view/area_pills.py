"""The buttons of all areas beside the body."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.body import Figure
from acutimer.core.points import Area
from acutimer.ui.explore.marking.labels import spread
from acutimer.ui.explore.view.area_pill import AreaPill
from acutimer.ui.explore.view.body_layout import ARMS, BESIDE_PX, CLOSE_MARGIN_PX, MARGIN_PX
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.explore.words import area_name, points_count
from acutimer.ui.kit.listing import Listing

# The areas as the pills stand, from above, and how high on the body each stands where that shows no such area.
AREAS = {Area.LOWER_BACK: 385.0, Area.HAND: 500.0, Area.KNEE: 715.0, Area.LOWER_LEG: 830.0, Area.ANKLE_FOOT: 950.0}
GAP_PX, CLOSE_GAP_PX = 10.0, 6.0


class AreaPills(Listing):
    """Each stands about as high as its area."""

    pressed = Signal(object)
    """An AreaPill."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Areas of the body"))
        self.all = {area: self._made(area) for area in AREAS}

    @property
    def px(self) -> int:
        """How wide they are: all as wide as the widest."""
        return max(pill.sizeHint().width() for pill in self.all.values())

    def show_figure(self, figure: Figure, codes: Mapping[Area, Collection[str]]) -> None:
        """Tell what waits in each area; one that this figure does not show turns to the back."""
        for area, pill in self.all.items():
            turns = area is Area.LOWER_BACK and area not in figure.areas
            words = self.tr("your ruler") if area is Area.HAND else points_count(len(codes[area]))
            pill.show_detail(self.tr("on the back") if turns else words, turns=turns)

    def stand(self, frame: Frame, top_px: int, bottom_px: int, *, is_close: bool) -> None:
        """Stand beside a body, from `top_px` to `bottom_px` down the stage; close together they are one line high."""
        begin = frame.figure.rect[1]
        wanted = []
        for area, height in AREAS.items():
            zones = frame.figure.areas.get(area)
            wanted.append(frame.top + ((zones[0].anchor[1] if zones else height) - begin) * frame.scale)
        gap = CLOSE_GAP_PX if is_close else GAP_PX
        for pill in self.all.values():
            pill.set_low(is_close)
            pill.resize(self.px, pill.sizeHint().height())
        high = next(iter(self.all.values())).height()
        middles = sorted(wanted)
        heights = spread(middles, [high] * len(wanted), top_px, bottom_px, gap) or middles
        for area, middle in zip(AREAS, heights, strict=True):
            self.all[area].move(0, round(middle - high / 2))

    def follow(self, frame: Frame, at_rest: Frame, height_px: int, *, is_close: bool) -> None:
        """Stand beside the hands, but never farther in than when the body is seen whole, and always in sight."""
        left, _, width, _ = frame.figure.rect
        hands = min(it.px((left + width / 2 - ARMS, 0.0))[0] for it in (frame, at_rest))
        x = CLOSE_MARGIN_PX if is_close else round(max(MARGIN_PX, hands - BESIDE_PX - self.px))
        self.setGeometry(x, 0, self.px, height_px)

    def _made(self, area: Area) -> AreaPill:
        pill = AreaPill(area, area_name(area), self)
        pill.clicked.connect(lambda: self.pressed.emit(pill))
        return pill

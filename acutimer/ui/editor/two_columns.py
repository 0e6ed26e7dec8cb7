"""A card beside a column, or over it where there is no room for both."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acutimer.ui.editor.side import Side
from acutimer.ui.editor.steps_column import StepsColumn
from acutimer.ui.kit.scroll import BAR_PX

BESIDE_FROM_PX = 800  # from here on there is room for both
WIDE_FROM_PX, WIDE_SIDE_PX, SIDE_PX = 1000, 440, 400
ALL_PX = 16_777_215  # as wide as Qt lets it be
LEFT_PX, SMALL_LEFT_PX, EDGE_PX, GAP_PX = 20, 16, 12, 24
LOW_BELOW_PX = 480  # a place so low leaves the room to the steps


class TwoColumns(QWidget):
    """The steps and what lies beside them. `cover` says which of them is seen where only one can be."""

    def __init__(self, steps: StepsColumn, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._side = steps, side
        self._is_covered = False
        self._columns = QHBoxLayout(self)
        self._columns.setSpacing(GAP_PX - BAR_PX)
        self._columns.addWidget(steps, 1)
        self._columns.addWidget(side)
        self.arrange()

    @property
    def is_covered(self) -> bool:
        """Whether the card lies over the steps."""
        return self._is_covered and self.width() < BESIDE_FROM_PX

    def cover(self, is_covered: bool) -> None:
        """Go to the card, or back to the steps, where only one of them is seen."""
        if self._is_covered != is_covered:
            self._is_covered = is_covered
            self.arrange()

    def arrange(self) -> None:
        """Give both their places, as wide as what they show needs them."""
        is_beside = self.width() >= BESIDE_FROM_PX
        sees_side = is_beside or self._is_covered
        left, right = LEFT_PX if is_beside else SMALL_LEFT_PX, EDGE_PX if sees_side else EDGE_PX - BAR_PX
        self._columns.setContentsMargins(left, 0, right, 0)
        if is_beside:
            side_px = WIDE_SIDE_PX if self.width() >= WIDE_FROM_PX else SIDE_PX
            self._side.setFixedWidth(max(side_px, self._side.minimumSizeHint().width()))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(ALL_PX)
        self._steps.setVisible(is_beside or not self._is_covered)
        self._side.setVisible(sees_side)
        self._side.set_covering(not is_beside)
        self._steps.set_low(self.height() < LOW_BELOW_PX)

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """The steps, or the card over them."""
        return QSize(SIDE_PX, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns or one."""
        super().resizeEvent(event)
        self.arrange()

"""The scale of discomfort for a narrow card: its eleven keys in two rows."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from acutimer.ui.kit.scale import GAP_PX, Scale

COLUMNS = 6
KEY_PX, HEIGHT_PX = 40, 44


class Levels(Scale):
    """0 to 5 above 6 to 10; otherwise as the scale in one row."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        whole, grid = self.layout(), QGridLayout()
        assert isinstance(whole, QHBoxLayout)
        grid.setSpacing(GAP_PX)
        for level, key in enumerate(self.keys):
            whole.removeWidget(key)
            key.setFixedHeight(HEIGHT_PX)
            grid.addWidget(key, *divmod(level, COLUMNS))
        whole.addLayout(grid, 1)
        for place in range(COLUMNS):
            grid.setColumnStretch(place, 1)

    def sizeHint(self) -> QSize:
        """Two rows of keys."""
        return QSize(COLUMNS * KEY_PX + (COLUMNS - 1) * GAP_PX, 2 * HEIGHT_PX + GAP_PX)

    def minimumSizeHint(self) -> QSize:
        """Keys that still can be pressed."""
        return self.sizeHint()

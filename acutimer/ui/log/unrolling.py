"""What scrolls by itself where it is low, and is as long as all it holds where the page around it scrolls."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.gutter import GutterScroll

ANY_PX = 16777215  # as high as Qt lets it be


class UnrollingScroll(GutterScroll):
    """Scrolls at first."""

    def __init__(self, gutter: int, content: QWidget, parent: QWidget | None = None) -> None:
        self._is_unrolled = False
        super().__init__(gutter, content, parent)

    def set_unrolled(self, is_unrolled: bool) -> None:
        """Be as high as the content in this width, or scroll it in whatever height there is."""
        if is_unrolled != self._is_unrolled:
            self._is_unrolled = is_unrolled
            self._fit()

    def _fit(self) -> None:
        content = self.widget()
        layout = content.layout() if content else None
        if not self._is_unrolled or layout is None:
            self.setMinimumHeight(0)
            self.setMaximumHeight(ANY_PX)
            return
        width = self.viewport().width()  # what the bar takes while it is there, the content's margin gives back
        has_lines = layout.hasHeightForWidth()
        self.setFixedHeight(layout.totalHeightForWidth(width) if has_lines else layout.totalSizeHint().height())

    # -- Qt --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Follow what the content grows by."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._is_unrolled:
            self._fit()
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere in another width."""
        super().resizeEvent(event)
        if self._is_unrolled:
            self._fit()

"""A scrolling column whose content stays where it is when the bar comes and goes."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.scroll import BAR_PX, Scroll

BEFORE = "margin_before_px"


class GutterScroll(Scroll):
    """Keeps `gutter` px (at least the bar's 12) free at the end of the lines; the bar, where there is one, lies in it.

    The margin at their beginning is the content's own, which it says at its left, whichever way is read.
    """

    def __init__(self, gutter: int, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._gutter, self._before = gutter, _left_of(content)
        _let_width_decide(content)
        self.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        self._keep_gutter()

    def show_content(self, content: QWidget) -> None:
        """Show something else; what was there is deleted."""
        self._before = _left_of(content)  # before the bar comes or goes for it
        self.setWidget(content)
        content.setAutoFillBackground(False)
        _let_width_decide(content)
        self._keep_gutter()

    def _keep_gutter(self) -> None:
        content = self.widget()
        layout = content.layout() if content else None
        if layout is None:
            return
        margins = layout.contentsMargins()
        scrolls = self.verticalScrollBar().maximum() > 0
        after = self._gutter - (BAR_PX if scrolls else 0)
        margins.setLeft(after if self.isRightToLeft() else self._before)
        margins.setRight(self._before if self.isRightToLeft() else after)
        layout.setContentsMargins(margins)

    def changeEvent(self, event: QEvent) -> None:
        """The bar goes to the other side where reading does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._keep_gutter()


def _left_of(content: QWidget) -> int:
    """The margin it came with; remembered by itself, for it may be taken out and shown once more."""
    layout = content.layout()
    if content.property(BEFORE) is None and layout is not None:
        content.setProperty(BEFORE, layout.contentsMargins().left())
    return int(content.property(BEFORE) or 0)


def _let_width_decide(content: QWidget) -> None:
    """Where words wrap, the height follows from the width; a least height guessed for another width would add to it."""
    layout = content.layout()
    if layout is not None and layout.hasHeightForWidth():
        content.setMinimumHeight(1)

"""A scrolling column whose content stays where it is when the bar comes and goes."""

from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.scroll import BAR_PX, Scroll


class GutterScroll(Scroll):
    """Keeps `gutter` px (at least the bar's 12) free at the right; the bar, where there is one, lies in it."""

    def __init__(self, gutter: int, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._gutter = gutter
        _let_width_decide(content)
        self.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        self._keep_gutter()

    def show_content(self, content: QWidget) -> None:
        """Show something else; what was there is deleted."""
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
        margins.setRight(self._gutter - (BAR_PX if scrolls else 0))
        layout.setContentsMargins(margins)


def _let_width_decide(content: QWidget) -> None:
    """Where words wrap, the height follows from the width; a least height guessed for another width would add to it."""
    layout = content.layout()
    if layout is not None and layout.hasHeightForWidth():
        content.setMinimumHeight(1)

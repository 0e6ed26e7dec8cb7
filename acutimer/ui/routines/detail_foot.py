"""The foot of one routine: its start, and beside it where there is room what one does most often with it otherwise."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acutimer.ui.kit.buttons import Button
from acutimer.ui.routines.actions import Action

START_PX = 64
GAP_PX = 12


class DetailFoot(QWidget):
    """`start` is the one solid button; `asked` carries an Action. What has no room here stands behind the dots."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = Button(self.tr("Start"), "primary", "play", height=START_PX)
        self.change = Button(self.tr("Edit"), "secondary", "edit", height=START_PX - 2)
        self.remind = Button(self.tr("Remind"), "secondary", "bell", height=START_PX - 2)
        self._is_own = False
        self.change.clicked.connect(self._ask_for_change)
        self.remind.clicked.connect(lambda: self.asked.emit(Action.REMIND))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.start, 1)
        layout.addWidget(self.change)
        layout.addWidget(self.remind)

    def show_own(self, is_own: bool) -> None:
        """Offer to edit it, or to change a copy of what is not the user's own."""
        self._is_own = is_own
        words = self.tr("Edit this routine") if is_own else self.tr("Change a copy of your own; this one stays")
        self.change.setText(self.tr("Edit") if is_own else self.tr("Change"))
        self.change.setToolTip(words)
        self.change.setAccessibleDescription(words)
        self._fit()

    def show_start(self, detail: str, *, can_start: bool) -> None:
        """Say after "Start" how long it takes; where nothing can be started the button is not the solid one."""
        self.start.set_detail(detail)
        self.start.set_kind("primary" if can_start else "secondary")
        self._fit()

    def _ask_for_change(self) -> None:
        self.asked.emit(Action.EDIT if self._is_own else Action.DUPLICATE)

    def _fit(self) -> None:
        """Beside the start with their pictures, else without them, else not at all."""
        beside = ((self.change, "edit"), (self.remind, "bell"))
        for are_drawn in (True, False):
            for part, icon in beside:
                part.set_icon(icon if are_drawn else None)
            fits = sum(GAP_PX + part.sizeHint().width() for part, _ in beside) + self.start.sizeHint().width()
            if fits <= self.width():
                break
        for part, _ in beside:
            part.setVisible(fits <= self.width())

    def minimumSizeHint(self) -> QSize:
        """The start alone is enough."""
        return self.start.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room goes."""
        super().resizeEvent(event)
        self._fit()

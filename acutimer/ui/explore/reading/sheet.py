"""The ground of every panel beside the stage, and its way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Card

UNBOUNDED_PX = 16_777_215  # as wide as Qt lets a widget be


class Sheet(Card):
    """`width` px wide beside the stage. Where it covers the stage it is as wide as there is room."""

    closed = Signal()
    """The way back, or out, was taken."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self._own_px = width
        self._is_covering = False
        self._way: IconButton | None = None
        self._way_names = ("", "")
        self.setFixedWidth(width)

    @property
    def own_px(self) -> int:
        """How wide it is beside the stage."""
        return self._own_px

    @property
    def is_covering(self) -> bool:
        """Whether it covers the stage."""
        return self._is_covering

    def set_own_px(self, width: int) -> None:
        """Be that wide beside the stage."""
        self._own_px = width
        self._take_width()

    def cover(self, is_covering: bool) -> None:
        """Cover the stage, or stand beside it."""
        self._is_covering = is_covering
        self._take_width()
        self._name_way()

    def way_back(self, name: str, covering: str = "") -> IconButton:
        """A round button that leaves the panel; where it covers the stage it may be called something else."""
        button = IconButton(name, "close")
        button.clicked.connect(self.closed)
        self._way, self._way_names = button, (name, covering or name)
        self._name_way()
        return button

    def take_keyboard(self) -> None:
        """Take the keyboard, unless something in here has it."""
        has_keyboard = self.window().focusWidget()
        if self._way is not None and (has_keyboard is None or not self.isAncestorOf(has_keyboard)):
            self._way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_way(self) -> None:
        if self._way is not None:
            self._way.set_name(self._way_names[self._is_covering])

    def _take_width(self) -> None:
        if self._is_covering:
            self.setMinimumWidth(1)  # what it needs when it stands beside the stage is not to hold the place open
            self.setMaximumWidth(UNBOUNDED_PX)
        else:
            self.setFixedWidth(self._own_px)

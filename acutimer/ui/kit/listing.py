"""A container that a screen reader announces as a list, with how many things are in it."""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from acutimer.ui.kit.spoken import speak_for_itself


class Listing(QWidget):
    """Its child widgets are the entries. Each stays what it is, a button, say.

    `setAccessibleName` names the list. It paints nothing, and what the mouse does on it goes on to its parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        speak_for_itself()  # before anything that a screen reader may ask about
        self._order: tuple[QWidget, ...] = ()
        super().__init__(parent)

    def set_order(self, entries: Sequence[QWidget]) -> None:
        """Read the child widgets in this order, any others after them; without it they are read from below.

        Needed where one is ever raised above the others.
        """
        self._order = tuple(entries)

    def entries(self) -> list[QWidget]:
        """The child widgets in the order they are read."""
        # The chain of Tab would tell the order, too, but what PySide hands out along it changes its owner.
        inside = [it for it in self.children() if isinstance(it, QWidget) and not it.isWindow()]
        ordered = [it for it in self._order if it in inside]
        return ordered + [it for it in inside if it not in ordered]

    def accessible(self) -> QAccessibleInterface:
        """A list of the entries."""
        return _List(self)


class _List(QAccessibleWidget):
    """Qt's own would count the entries as they lie upon each other, the one on top last."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing, QAccessible.Role.List)

    def _entries(self) -> list[QWidget]:
        listing = self.object()
        return listing.entries() if isinstance(listing, Listing) else []

    def childCount(self) -> int:
        """How many entries there are."""
        return len(self._entries())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none beyond the last
        """The entry at `index`."""
        entries = self._entries()
        return QAccessible.queryAccessibleInterface(entries[index]) if 0 <= index < len(entries) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of an entry, -1 for what is none."""
        entries, asked = self._entries(), child.object()
        return next((place for place, entry in enumerate(entries) if entry is asked), -1)

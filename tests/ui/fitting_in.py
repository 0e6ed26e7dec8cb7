"""Whether a widget, at the size it has, shows all that is in it: for tests of small windows and large text."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QSizePolicy, QWidget

ROUNDING_PX = 1
READ = (QLabel, QAbstractButton, QLineEdit)


def nothing_is_cut(widget: QWidget) -> None:
    """Fail with every fault there is where something in `widget` is cut off or squeezed.

    Every visible child lies inside its parent, in a scrolling column at least from side to side; nothing scrolls
    sideways; what is read or pressed is no narrower than its words and no lower than its lines. What lies over the
    rest and lets the mouse through, as focus rings do, may go beyond. Lay the widget out first: `practice.resized`.
    """
    found = faults(widget)
    assert not found, f"at {widget.width()} x {widget.height()}:\n" + "\n".join(found)


def faults(widget: QWidget) -> list[str]:
    """What `nothing_is_cut` fails for, a line each."""
    found = list(_scrolls_sideways(widget))
    for child in _shown_in(widget):
        found.extend((*_sticks_out(child), *_is_squeezed(child), *_scrolls_sideways(child)))
    return found


def _shown_in(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.children():
        if not isinstance(child, QWidget) or child.isWindow() or child.isHidden():
            continue
        if not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            yield child
            yield from _shown_in(child)


def _sticks_out(child: QWidget) -> Iterator[str]:
    parent = child.parentWidget()
    assert parent is not None
    area = parent.parentWidget()
    scrolls_down = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    there, room = child.geometry(), parent.rect().adjusted(-ROUNDING_PX, -ROUNDING_PX, ROUNDING_PX, ROUNDING_PX)
    if scrolls_down:
        there = QRect(there.left(), 0, there.width(), 1)
    if not there.isEmpty() and not room.contains(there):
        yield f"{_name(child)} at {_place(child.geometry())} sticks out of {_name(parent)}, {_place(parent.rect())}"


def _is_squeezed(child: QWidget) -> Iterator[str]:
    if not isinstance(child, READ) or child.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
        return
    least = child.minimumSizeHint()
    if child.width() + ROUNDING_PX < min(least.width(), child.maximumWidth()):
        yield f"{_name(child)} is {child.width()} px wide and needs {least.width()}"
    high = child.heightForWidth(child.width()) if child.hasHeightForWidth() else least.height()
    if child.height() + ROUNDING_PX < min(high, child.maximumHeight()):
        yield f"{_name(child)} is {child.height()} px high and needs {high}"


def _scrolls_sideways(child: QWidget) -> Iterator[str]:
    if isinstance(child, QAbstractScrollArea) and child.horizontalScrollBar().maximum() > 0:
        yield f"{_name(child)} scrolls sideways by {child.horizontalScrollBar().maximum()} px"


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, READ) else ""
    return f"{type(widget).__name__} '{words or widget.accessibleName() or widget.objectName()}'"


def _place(rect: QRect) -> str:
    return f"({rect.x()}, {rect.y()}, {rect.width()} x {rect.height()})"

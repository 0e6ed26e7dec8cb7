"""Columns and rows in one expression."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Margins = int | tuple[int, int] | tuple[int, int, int, int]
Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int | Qt.AlignmentFlag]


def column(*items: Item, spacing: int = 0, margins: Margins = 0, parent: QWidget | None = None) -> QWidget:
    """A widget with `items` from top to bottom.

    An item is a widget, a layout, a number (a gap in px, besides the spacing), None (a stretch), or a pair of a
    widget or layout with its stretch factor or its alignment. `margins` is one number, (across, down) or
    (left, top, right, bottom).
    With `parent` its own layout is set, and it is returned: `column(..., parent=card)`.
    """
    holder = parent or QWidget()
    return _filled(holder, QVBoxLayout(holder), items, spacing, margins)


def row(*items: Item, spacing: int = 0, margins: Margins = 0, parent: QWidget | None = None) -> QWidget:
    """A widget with `items` side by side; otherwise as `column`."""
    holder = parent or QWidget()
    return _filled(holder, QHBoxLayout(holder), items, spacing, margins)


def _filled(holder: QWidget, layout: QBoxLayout, items: Sequence[Item], spacing: int, margins: Margins) -> QWidget:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*_four(margins))
    for item in items:
        _add(layout, item)
    return holder


def _add(layout: QBoxLayout, item: Item) -> None:
    match item:
        case None:
            layout.addStretch(1)
        case int():
            layout.addSpacing(item)
        case QLayout():
            layout.addLayout(item)
        case QWidget():
            layout.addWidget(item)
        case (QWidget() as widget, Qt.AlignmentFlag() as where):
            layout.addWidget(widget, 0, where)
        case (QWidget() as widget, int(stretch)):
            layout.addWidget(widget, stretch)
        case (QLayout() as inner, int(stretch)):
            layout.addLayout(inner, stretch)
        case _:
            raise TypeError(f"{item!r} is nothing a row or column can hold")


def _four(margins: Margins) -> tuple[int, int, int, int]:
    match margins:
        case int():
            return (margins, margins, margins, margins)
        case (across, down):
            return (across, down, across, down)
        case (left, top, right, bottom):
            return (left, top, right, bottom)

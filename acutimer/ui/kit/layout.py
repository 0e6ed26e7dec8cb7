"""Columns and rows in one expression."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

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


def stacked(*items: Item, spacing: int = 0, margins: Margins = 0) -> QVBoxLayout:
    """`items` from top to bottom, as in `column`, with no widget of their own: one less to be asked for its size."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def beside(*items: Item, spacing: int = 0, margins: Margins = 0) -> QHBoxLayout:
    """The same, side by side."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def row(*items: Item, spacing: int = 0, margins: Margins = 0, parent: QWidget | None = None) -> QWidget:
    """A widget with `items` side by side; otherwise as `column`."""
    holder = parent or QWidget()
    return _filled(holder, QHBoxLayout(holder), items, spacing, margins)


@contextmanager
def laid_out_once(holder: QWidget) -> Iterator[None]:
    """While much in `holder` changes: its layout rests, and follows in the end.

    Whatever is shown in a window that is seen lays out everything around it at once, again and again.
    """
    layout = holder.layout()
    if layout is None or not layout.isEnabled():
        yield
        return
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
        layout.activate()


def _filled(holder: QWidget, layout: QBoxLayout, items: Sequence[Item], spacing: int, margins: Margins) -> QWidget:
    _fill(layout, items, spacing, margins)
    return holder


def _fill(layout: QBoxLayout, items: Sequence[Item], spacing: int, margins: Margins) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*_four(margins))
    for item in items:
        _add(layout, item)


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

"""What a screen reader is told of a window, and what a hand can hit in it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

from tests.legibility import shown_in

ROLE, TEXT = QAccessible.Role, QAccessible.Text
# What a control may be. Anything else tells nobody what can be done with it.
OPERABLE = {
    *(ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText, ROLE.SpinBox),
    *(ROLE.List, ROLE.ListItem, ROLE.Table, ROLE.Chart),
}
# A text the keyboard stops at, and a page or a window that takes keys for its parts.
READ = {ROLE.Grouping, ROLE.Window}


def controls(root: QWidget) -> list[QWidget]:
    """Whatever is shown in `root` that takes the keyboard or is a button."""
    return [it for it in shown_in(root) if _is_control(it)]


def _is_control(widget: QWidget) -> bool:
    is_reading = isinstance(widget, QAbstractScrollArea) and not widget.accessibleName()
    takes_keys = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    return isinstance(widget, QAbstractButton) or (takes_keys and not is_reading)


def unheard(root: QWidget) -> list[str]:
    """The controls without a name or a role that says what can be done with them, a line each."""
    found: list[str] = []
    for it in controls(root):
        heard = QAccessible.queryAccessibleInterface(it)
        if not heard.text(TEXT.Name).strip():
            found.append(f"{_kind(it)}, a {heard.role().name}, has no name")
        if heard.role() not in OPERABLE | READ and not it.isWindow():
            found.append(f"{_kind(it)} {heard.text(TEXT.Name)!r} is a {heard.role().name}")
    return found


def unwalked(root: QWidget) -> list[str]:
    """The controls that are not in the tree a screen reader walks, a line each."""
    walked = {it.object() for it in _within(QAccessible.queryAccessibleInterface(root))}
    return [f"{_kind(it)} {it.accessibleName()!r} is not in the tree" for it in controls(root) if it not in walked]


def too_small(root: QWidget, least_px: int) -> list[str]:
    """The buttons with less than `least_px` either way, as far as they show, a line each.

    What a scrolled column hides of one counts as its own, for one can scroll to it; a marker that lies beyond the part
    of the body one came near to is come to by the keyboard, or by going back.
    """
    found: list[str] = []
    for it in controls(root):
        if isinstance(it, QAbstractButton) and it.isEnabled():
            room = _hit(it)
            if not room.isEmpty() and min(room.width(), room.height()) < least_px:
                found.append(f"{_kind(it)} {_name(it)!r} can be hit on {room.width()} x {room.height()} px")
    return found


def _hit(button: QAbstractButton) -> QRect:
    """What of the button lets itself be hit, whatever scrolls."""
    room = button.rect()
    inner: QWidget = button
    at = QPoint()
    while (outer := inner.parentWidget()) is not None and not inner.isWindow():
        at += inner.pos()
        area = outer.parentWidget()
        is_viewport = isinstance(area, QAbstractScrollArea) and area.viewport() is outer
        if is_viewport:
            break
        room = room.intersected(outer.rect().translated(-at))
        inner = outer
    return room


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(TEXT.Name)


def _kind(widget: QWidget) -> str:
    return f"{type(widget.parentWidget()).__name__} > {type(widget).__name__}"


def _within(it: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if it is not None:
        yield it
        for index in range(it.childCount()):
            yield from _within(it.child(index))

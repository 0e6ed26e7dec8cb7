"""What a screen reader is told of a widget where Qt's own answer is not the right one.

Such a widget calls `speak_for_itself()` and has a method `accessible()` that makes its interface. Qt asks for it when a
screen reader first asks for the widget, keeps it, and deletes it with the widget. Made and registered by oneself it
would end in a crash, for then Python deletes it, too.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# PySide keeps every interface a factory made, and at the program's end lets go of them before Qt does: were these not
# held here as well, Python would then delete what Qt deletes a moment later. Those of dead widgets are empty shells.
_MADE: list[QAccessibleInterface] = []


@cache
def speak_for_itself() -> None:
    """Let every widget with a method `accessible` answer with the interface it makes. Once is enough."""
    QAccessible.installFactory(_interface)


def as_group(widget: QWidget) -> QAccessibleInterface:
    """For `accessible()` of what takes the keyboard and is no control, a text to read, say: a group of what is in it.

    Qt's own answer would be a frame, or nothing that has a name, and of a stack its pages alone.
    """
    return QAccessibleWidget(widget, QAccessible.Role.Grouping)


def _interface(_class: str, asked: QObject) -> QAccessibleInterface | None:
    make = getattr(asked, "accessible", None)
    if make is None:
        return None
    made: QAccessibleInterface = make()
    _MADE.append(made)
    return made

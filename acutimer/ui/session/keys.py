"""What a key means in a session (the design, 10). Letters mean the same on every keyboard, with or without Shift."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

GO = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
MORE = (Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class Action(Enum):
    """Something a key asks for."""

    GO = auto()  # pause, go on, start now, or the way on that has the focus
    SKIP = auto()
    BACK = auto()
    MORE = auto()
    WAIT = auto()
    REDO = auto()
    STOP = auto()
    UNDO = auto()
    NEXT_WAY = auto()
    WAY_BEFORE = auto()
    NOTHING = auto()  # taken, so that nobody else acts on it


def action_of(event: QKeyEvent, *, is_asking: bool, is_right_to_left: bool) -> Action | None:
    """What the key asks for, or None for a key that means nothing here. `is_asking`: ways on are offered."""
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return {Qt.Key.Key_Period: Action.STOP, Qt.Key.Key_Z: Action.UNDO}.get(key)
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    everywhere = {**dict.fromkeys(GO, Action.GO), Qt.Key.Key_R: Action.REDO, Qt.Key.Key_Escape: Action.NOTHING}
    if is_asking:
        return {**everywhere, Qt.Key.Key_Down: Action.NEXT_WAY, Qt.Key.Key_Up: Action.WAY_BEFORE}.get(key)
    forward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
    if is_right_to_left:
        forward, backward = backward, forward
    running = {forward: Action.SKIP, backward: Action.BACK, Qt.Key.Key_W: Action.WAIT}
    return {**everywhere, **running, **dict.fromkeys(MORE, Action.MORE)}.get(key)

"""What a key means in a session (the design, 10). Letters mean the same on every keyboard, with or without Shift."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

GO = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
MORE = (Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
# A keyboard's or headset's one key for both is "play" on X11.
PLAY_OR_PAUSE = (
    Qt.Key.Key_MediaTogglePlayPause,
    Qt.Key.Key_MediaPlay,
    Qt.Key.Key_Play,
    Qt.Key.Key_ToggleCallHangup,
)


class Action(Enum):
    """Something a key asks for."""

    GO = auto()  # pause, go on, start now, or the way on that has the focus
    PAUSE = auto()  # never goes on
    SKIP = auto()
    BACK = auto()
    MORE = auto()
    WAIT = auto()
    REDO = auto()
    SAY_AGAIN = auto()
    VOICE = auto()  # on or off
    MINI = auto()  # to the small window, and back from it
    STOP = auto()
    UNDO = auto()
    NEXT_WAY = auto()
    WAY_BEFORE = auto()
    NOTHING = auto()  # taken, so that nobody else acts on it


_EVERYWHERE = {
    **dict.fromkeys((*GO, *PLAY_OR_PAUSE), Action.GO),
    Qt.Key.Key_R: Action.REDO,
    Qt.Key.Key_S: Action.SAY_AGAIN,
    Qt.Key.Key_V: Action.VOICE,
    Qt.Key.Key_M: Action.MINI,
    Qt.Key.Key_Escape: Action.NOTHING,
}
_ASKING = {Qt.Key.Key_Down: Action.NEXT_WAY, Qt.Key.Key_Up: Action.WAY_BEFORE}
_RUNNING = {
    **dict.fromkeys(MORE, Action.MORE),
    Qt.Key.Key_W: Action.WAIT,
    Qt.Key.Key_MediaPause: Action.PAUSE,
    Qt.Key.Key_MediaNext: Action.SKIP,
    Qt.Key.Key_MediaPrevious: Action.BACK,
    Qt.Key.Key_MediaStop: Action.STOP,
}
_CONTROL = {Qt.Key.Key_Period: Action.STOP, Qt.Key.Key_Z: Action.UNDO}


def action_of(event: QKeyEvent, *, is_asking: bool, is_right_to_left: bool) -> Action | None:
    """What the key asks for, or None for a key that means nothing here. `is_asking`: ways on are offered."""
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return _CONTROL.get(key)
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    if key in _EVERYWHERE:
        return _EVERYWHERE[key]
    if is_asking:
        return _ASKING.get(key)
    forward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
    if is_right_to_left:
        forward, backward = backward, forward
    return {**_RUNNING, forward: Action.SKIP, backward: Action.BACK}.get(key)

"""Keys of the program that a field of text would take for its own."""

from PySide6.QtCore import QEvent, Qt

OURS = (Qt.Key.Key_E, Qt.Key.Key_K)  # on X11: the end of the line, and to delete up to it


def is_ours(event: QEvent) -> bool:
    """Whether this asks if a field wants Ctrl+E or Ctrl+K, which mean the same everywhere: it is not to say yes."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    held = event.modifiers() == Qt.KeyboardModifier.ControlModifier  # type: ignore[attr-defined]  # it is a QKeyEvent
    return held and event.key() in OURS  # type: ignore[attr-defined]

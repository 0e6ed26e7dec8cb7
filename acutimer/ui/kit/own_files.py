"""Files dragged over the window are the window's: a field of text would take their addresses for words."""

from PySide6.QtCore import QMimeData


def are_files(dragged: QMimeData) -> bool:
    """Whether a field of text is to leave this to the window around it."""
    return any(url.isLocalFile() for url in dragged.urls())

"""Where a file goes to, or comes from: the system's own dialogs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
    """Where to write, or None; whether a file there may be replaced, the dialog has asked."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    named = path.with_name(f"{path.name}{suggested.suffix}")
    # a name without an ending gets one, unless that is a file the dialog has not asked about
    return path if path.suffix or named.exists() else named


def ask_which_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Which file to read, or None."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def documents() -> Path:
    """Where one keeps documents; at home where there is no folder for them."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


@dataclass(frozen=True, slots=True)
class Dialogs:
    """What asks the user for a file."""

    save: Callable[[QWidget, str, Path, str], Path | None] = ask_where_to_save
    open: Callable[[QWidget, str, Path, str], Path | None] = ask_which_file

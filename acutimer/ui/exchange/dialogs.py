"""Where files come from and go to: the system's own dialogs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from acutimer.content.writing import SUFFIX


def ask_which_files(parent: QWidget, title: str, folder: Path, kinds: str) -> Sequence[Path]:
    """Which files to read; none where the user thought better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(one) for one in chosen]


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
    """Where to write, or None; whether a file there may be replaced, the dialog has asked."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    named = path.with_name(f"{path.name}{SUFFIX}")
    # a name without an ending gets one, unless that is a file the dialog has not asked about
    return path if path.suffix or named.exists() else named


def ask_which_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Into which folder, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


@dataclass(frozen=True, slots=True)
class Dialogs:
    """What asks the user for files and folders."""

    open: Callable[[QWidget, str, Path, str], Sequence[Path]] = ask_which_files
    save: Callable[[QWidget, str, Path, str], Path | None] = ask_where_to_save
    folder: Callable[[QWidget, str, Path], Path | None] = ask_which_folder

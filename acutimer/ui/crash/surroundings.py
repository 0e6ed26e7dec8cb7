"""What is copied about faults: in what they happened, and where."""

import os
import sys
from collections.abc import Sequence

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from acutimer import __version__
from acutimer.mishaps.sharing import bounded, without_home

MOST_CHARACTERS = 40  # of what a variable of the environment says


def details_of(shared: Sequence[str]) -> str:
    """The surroundings, and what may be shown to others of the faults, of bounded length."""
    faults = "\n\n".join(shared)
    return without_home(f"{surroundings()}\n\n{bounded(faults)}\n")


def surroundings() -> str:
    """Versions and desktop, nothing of the user; three lines."""
    python = sys.version.split()[0]
    return "\n".join(
        (
            f"acutimer {__version__}",
            f"Python {python}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
            ", ".join((_system(), *_desktop(), f"Qt platform {QGuiApplication.platformName() or 'none'}")),
        )
    )


def _system() -> str:
    if sys.platform == "win32":
        version = sys.getwindowsversion()
        return f"Windows {version.major}.{version.minor}.{version.build}"
    kernel = os.uname()
    return f"{kernel.sysname} {kernel.release} {kernel.machine}"


def _desktop() -> list[str]:
    told = {"desktop": "XDG_CURRENT_DESKTOP", "session": "XDG_SESSION_TYPE"}
    found = {what: os.environ.get(name, "") for what, name in told.items()}
    return [
        f"{what} {''.join(it for it in value if it.isprintable())[:MOST_CHARACTERS]}"
        for what, value in found.items()
        if value
    ]

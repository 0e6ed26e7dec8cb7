"""The entry that opens the program in the background at login: where freedesktop's desktops look for it."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from acutimer.core.errors import WorldError
from acutimer.language.catalogue import tr
from acutimer.paths import DESKTOP_ID
from acutimer.store.files import write_whole

FILE = "acutimer.desktop"
BACKGROUND = "--background"
_RESERVED = frozenset("\"'\\><~|&;$*?#()` \t\n\r=")  # an argument with one of these must be quoted in an Exec line
_ESCAPED = frozenset('"`$\\')


def can_start_at_login(platform: str = sys.platform) -> bool:
    """Whether an entry of ours would be heard. Windows and macOS have their own place for that."""
    return platform not in ("win32", "darwin")


class Autostart:
    """The entry, as it is in the user's folder: what the desktop's own tools do to it holds."""

    def __init__(
        self,
        environment: Mapping[str, str] = os.environ,
        command: Sequence[str] | None = None,
        home: Path | None = None,
    ) -> None:
        is_in_flatpak = "FLATPAK_ID" in environment  # the desktop's folder is then not the one we are told is ours
        configured = environment.get("HOST_XDG_CONFIG_HOME" if is_in_flatpak else "XDG_CONFIG_HOME", "")
        folder = Path(configured) if Path(configured).is_absolute() else (home or Path.home()) / ".config"
        self.path = folder / "autostart" / FILE
        self._command = command or own_command(environment)

    @property
    def is_on(self) -> bool:
        """Whether there is an entry that the desktop has not switched off."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        off = ("Hidden=true", "X-GNOME-Autostart-enabled=false")
        return not any(line.replace(" ", "") in off for line in lines)

    def set_on(self, on: bool) -> None:
        """Write the entry, or take it away.

        Raises:
            WorldError: the folder cannot be written to.
        """
        try:
            if on:
                write_whole(self.path, entry(self._command))
            else:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            line = tr("The entry for login could not be changed: {0}: {1}.")
            raise WorldError(line.format(self.path, error.strerror or error)) from error

    def keep_current(self) -> None:
        """The program may have moved since: an entry that is there leads to where it is now. A failure is no matter."""
        try:
            is_old = self.is_on and self.path.read_text(encoding="utf-8") != entry(self._command)
            if is_old and self.path.read_text(encoding="utf-8").startswith(HEAD):
                self.set_on(True)
        except (OSError, UnicodeDecodeError, WorldError):
            return


HEAD = "[Desktop Entry]\nType=Application\nName=acutimer\n"


def entry(command: Sequence[str]) -> str:
    """The desktop entry that starts `command` in the background."""
    line = " ".join(quoted(word) for word in (*command, BACKGROUND))
    return f"{HEAD}Comment=Reminders of your routines\nExec={line}\nIcon={DESKTOP_ID}\nTerminal=false\n"


def quoted(word: str) -> str:
    """One argument of an Exec line, as the Desktop Entry Specification wants it."""
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    inner = "".join(f"\\{letter}" if letter in _ESCAPED else letter for letter in word)
    value = inner.replace("\\", "\\\\")  # a value of the file has escapes of its own, and is one line
    return '"' + value.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def own_command(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """How this program is started: as a Flatpak, as one file, by the command beside its Python, or as its module."""
    if application := environment.get("FLATPAK_ID"):
        return ("flatpak", "run", application)
    if image := environment.get("APPIMAGE"):
        return (image,)
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    beside = shutil.which("acutimer", path=str(Path(sys.executable).parent))
    return (beside,) if beside else (sys.executable, "-m", "acutimer")

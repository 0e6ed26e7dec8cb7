"""Finished pictures kept on disk, so that the next start shows them at once. Losing the shelf costs only time."""

import contextlib
import os
from pathlib import Path
from tempfile import mkstemp

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage

from acutimer.store.files import own_folder

_LIMIT_BYTES = 40_000_000
# PNG at full effort takes longer than drawing anew; this is its quick setting.
_PNG_QUALITY = 80


class Shelf:
    """PNG files in `folder`, at most about 40 MB of them; those not used for longest go first.

    The folder lies in one of the program's own, and both are the user's alone.
    Whatever the disk refuses is silently left undone. Any thread may use it, one at a time.
    """

    def __init__(self, folder: Path, limit_bytes: int = _LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes

    def find(self, name: str) -> QImage | None:
        """The picture of that name, or None."""
        path = self._path(name)
        if not path.is_file():
            return None
        picture = QImage(str(path))
        if picture.isNull():
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    def keep(self, name: str, picture: QImage) -> None:
        """Keep the picture under that name."""
        with contextlib.suppress(OSError):
            own_folder(self._folder)
            handle, unfinished = mkstemp(".png", f".{name}-", self._folder)  # the user's alone, whatever the umask
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_png(picture))
                Path(unfinished).replace(self._path(name))
            finally:
                Path(unfinished).unlink(missing_ok=True)
            self._prune()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.png"

    def _prune(self) -> None:
        files = [(path, path.stat()) for path in self._folder.iterdir() if path.suffix == ".png"]
        total = sum(stat.st_size for _, stat in files)
        for path, stat in sorted(files, key=lambda file: file[1].st_mtime):
            if total <= self._limit_bytes:
                return
            path.unlink(missing_ok=True)
            total -= stat.st_size


def _png(picture: QImage) -> bytes:
    """The picture as a PNG file has it. To a full disk Qt would write a part, and its library complain aloud."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG", _PNG_QUALITY)  # type: ignore[call-overload]  # the stubs want bytes, PySide a str
    buffer.close()
    return bytes(data.data())

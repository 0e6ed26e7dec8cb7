"""Draws the icon in every size from its one SVG: `dev.py icons` writes what Linux, Windows and macOS want.

The source is packaging/linux/icons/hicolor/scalable/apps/ID.svg; everything else is made from it and kept in the
repository, so that building a package draws nothing.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from acutimer.paths import DESKTOP_ID

PACKAGING = Path(__file__).resolve().parent
THEME = PACKAGING / "linux/icons/hicolor"
SOURCE = THEME / f"scalable/apps/{DESKTOP_ID}.svg"
LINUX_PX = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
WINDOWS_PX = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# What Apple calls each picture of an .icns file; the second half are those for screens of twice the resolution.
MACOS_PX = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
    b"ic10": 1024,
}
MACOS_SHARE = 0.9  # of the picture: icons there have more air round them


def main() -> int:
    """Write every icon file anew."""
    for path, data in icon_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(path.relative_to(PACKAGING))
    return 0


def icon_files() -> dict[Path, bytes]:
    """Every file that is made from the source, and what is in it."""
    renderer = QSvgRenderer(str(SOURCE))
    linux = {THEME / f"{px}x{px}/apps/{DESKTOP_ID}.png": png(renderer, px) for px in LINUX_PX}
    return linux | {
        PACKAGING / "windows/acutimer.ico": ico({px: png(renderer, px) for px in WINDOWS_PX}),
        PACKAGING / "macos/acutimer.icns": icns(
            {name: png(renderer, px, MACOS_SHARE) for name, px in MACOS_PX.items()}
        ),
    }


def png(renderer: QSvgRenderer, px: int, share: float = 1.0) -> bytes:
    """A picture `px` wide and high, the icon in its middle taking up `share` of both, on nothing."""
    image = QImage(px, px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    air_px = px * (1 - share) / 2
    renderer.render(painter, QRectF(air_px, air_px, px * share, px * share))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, PySide wants text
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures, each with its size in pixels (256 at most, which the format writes as 0)."""
    where = 6 + 16 * len(pictures)
    entries = b""
    for px, picture in pictures.items():
        entries += struct.pack("<BBBBHHII", px % 256, px % 256, 0, 0, 1, 32, len(picture), where)
        where += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """A macOS icon of PNG pictures, each with Apple's name for its size."""
    body = b"".join(name + struct.pack(">I", 8 + len(picture)) + picture for name, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    sys.exit(main())

"""The package for Debian and Ubuntu: the bundle below /usr/lib, and what makes it a program of the system.

It has no scripts: Debian's own triggers take note of the menu entry, the icons and the man page, and forget them.
"""

import gzip
import hashlib
import os
import platform
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import build_bundle
import deb_archive
import deb_needs

from acutimer import __version__

ROOT = Path(__file__).resolve().parent.parent
MACHINES = {"x86_64": "amd64", "aarch64": "arm64", "armv7l": "armhf", "riscv64": "riscv64", "ppc64le": "ppc64el"}
HOME = "usr/lib/acutimer"
MAINTAINER = "The acutimer developers <acutimer@localhost>"
CONTROL = """Package: acutimer
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {kib}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: guide to self-acupressure and gentle exercise
 Click the place that troubles you, see where to press and how, and let the
 timer walk you through it, hands free: knee, lower leg, foot and back, and
 gentle knee, back and balance exercise. What you did is kept in a log on your
 own computer. No account, no network.
 .
 General information, not medical advice.
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of the package at `place`, without a leading slash: what a file of ours holds, bytes, or a link."""

    place: str
    content: Path | bytes | None = None
    link: str = ""


def build(bundle: Path, into: Path, *, is_quick: bool) -> Path:
    """Make the package out of the bundle's folder, in the folder `into`, and give the file."""
    pieces = list(laid_out(bundle))
    machine = MACHINES.get(platform.machine(), platform.machine())
    needs = deb_needs.needs_of(bundle)
    control = CONTROL.format(
        version=__version__,
        machine=machine,
        maintainer=MAINTAINER,
        kib=sum(_size(piece) for piece in pieces) // 1024,
        depends=", ".join(needs.depends),
        recommends=", ".join(needs.recommends),
    )
    sums = "".join(f"{_md5(piece)}  {piece.place}\n" for piece in pieces if not piece.link)
    file = into / f"acutimer_{__version__}_{machine}.deb"
    preset = 0 if is_quick else 6
    with deb_archive.writing(file) as archive:
        with archive.part("control.tar.xz", preset) as tar:
            _add(tar, [Piece("control", control.encode()), Piece("md5sums", sums.encode())])
        with archive.part("data.tar.xz", preset) as tar:
            _add(tar, pieces)
    return file


def laid_out(bundle: Path) -> Iterator[Piece]:
    """Everything the package installs, each with its place."""
    for path in sorted(bundle.rglob("*")):
        place = f"{HOME}/{path.relative_to(bundle)}"
        if path.is_symlink():
            yield Piece(place, link=str(path.readlink()))
        elif path.is_file() and path.name != "LICENCES.txt":
            yield Piece(place, path)
    yield Piece("usr/bin/acutimer", link="../lib/acutimer/acutimer")
    for file, place in build_bundle.menu_files():
        if file.suffix == ".1":
            yield Piece(f"usr/share/{place}.gz", _zipped(file.read_bytes()))
        else:
            yield Piece(f"usr/share/{place}", file)
    yield Piece("usr/share/doc/acutimer/copyright", bundle / "LICENCES.txt")
    yield Piece("usr/share/doc/acutimer/changelog.gz", _zipped((ROOT / "CHANGELOG.md").read_bytes()))


def _add(tar: tarfile.TarFile, pieces: list[Piece]) -> None:
    """Write the pieces, and before each the folders it lies in, once."""
    folders: set[str] = set()
    _add_folder(tar, ".")
    for piece in pieces:
        for folder in reversed(Path(piece.place).parents[:-1]):
            if str(folder) not in folders:
                folders.add(str(folder))
                _add_folder(tar, f"./{folder}")
        name = f"./{piece.place}"
        if isinstance(piece.content, Path):
            tar.add(piece.content, name, filter=build_bundle.plain)
        elif piece.link:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, piece.link
            tar.addfile(build_bundle.plain(entry))
        else:
            deb_archive.add_bytes(tar, name, piece.content or b"", build_bundle.plain)


def _add_folder(tar: tarfile.TarFile, name: str) -> None:
    entry = tarfile.TarInfo(name)
    entry.type = tarfile.DIRTYPE
    tar.addfile(build_bundle.plain(entry))


def _bytes(piece: Piece) -> bytes:
    return piece.content.read_bytes() if isinstance(piece.content, Path) else piece.content or b""


def _size(piece: Piece) -> int:
    return piece.content.stat().st_size if isinstance(piece.content, Path) else len(piece.content or b"")


def _md5(piece: Piece) -> str:
    return hashlib.md5(_bytes(piece), usedforsecurity=False).hexdigest()  # what dpkg --verify reads


def _zipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=_epoch())


def _epoch() -> int:
    return int(os.environ["SOURCE_DATE_EPOCH"])

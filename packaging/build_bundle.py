"""The bundle: one folder that needs no Python and no Qt, and on Linux that folder as .tar.gz."""

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

import licences

from acutimer import __version__

ROOT = Path(__file__).resolve().parent.parent
INSIDE = "_internal"  # PyInstaller's name for the folder beside the program's file
DESKTOP = ROOT / "packaging" / "linux"
READ_ME = """acutimer {version}

Start it with ./acutimer; it needs nothing else but a desktop. General information, not medical advice.

To have it in your menu, for you alone:
  mkdir -p ~/.local/bin ~/.local/share
  cp -r share/* ~/.local/share/
  ln -s "$PWD/acutimer" ~/.local/bin/acutimer

To hear a voice, install speech-dispatcher. What you did and chose is not in this folder: ./acutimer paths says where.
"""


def build(into: Path) -> Path:
    """Make the folder `into`/acutimer anew and give it. Needs what packaging/requirements-build.txt names."""
    with tempfile.TemporaryDirectory() as work:
        command = [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
            *("--distpath", str(into), "--workpath", work, str(ROOT / "packaging" / "acutimer.spec")),
        ]
        # A package is compressed as a whole; modules that are not compressed by themselves load sooner at every start.
        own = {"PYINSTALLER_CONFIG_DIR": work, "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
        environment = {**os.environ, **own}
        done = subprocess.run(command, cwd=work, env=environment, check=False, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"PyInstaller could not make the bundle:\n{done.stdout}{done.stderr}")
    folder = into / "acutimer"
    _lighten(folder)
    (folder / "LICENCES.txt").write_text(licences.text(), encoding="utf-8")
    return folder


def packed(folder: Path, into: Path, *, is_quick: bool) -> Iterator[Path]:
    """The folder as one file to download, with what a menu needs and a note. Only Linux carries folders so."""
    if not sys.platform.startswith("linux"):
        return
    name = f"acutimer-{__version__}"
    file = into / f"{name}-linux-{platform.machine()}.tar.gz"
    with tarfile.open(file, "w:gz", compresslevel=1 if is_quick else 9, format=tarfile.GNU_FORMAT) as archive:
        add_tree(archive, folder, name)
        for source, place in menu_files():
            archive.add(source, f"{name}/share/{place}", filter=plain)
        note = folder / "README.txt"
        note.write_text(READ_ME.format(version=__version__), encoding="utf-8")
        archive.add(note, f"{name}/README.txt", filter=plain)
        note.unlink()
    yield file


def menu_files() -> Iterator[tuple[Path, str]]:
    """What lets a desktop know the program, each with its place below share/: entry, description, icons, man page."""
    for kind, place in (("*.desktop", "applications"), ("*.metainfo.xml", "metainfo"), ("*.1", "man/man1")):
        for file in sorted(DESKTOP.glob(kind)):
            yield file, f"{place}/{file.name}"
    for file in sorted((DESKTOP / "icons").rglob("*")):
        if file.suffix in (".png", ".svg"):
            yield file, str(file.relative_to(DESKTOP))


def add_tree(archive: tarfile.TarFile, folder: Path, place: str) -> None:
    """Put a folder with all that is in it into an archive, always in the same order."""
    archive.add(folder, place, recursive=False, filter=plain)
    for path in sorted(folder.rglob("*")):
        archive.add(path, f"{place}/{path.relative_to(folder)}", recursive=False, filter=plain)


def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry as everybody's: root's, readable by all, dated as the build says."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = int(os.environ["SOURCE_DATE_EPOCH"])
    entry.mode = 0o777 if entry.issym() else 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def _lighten(folder: Path) -> None:
    """Take the names for debuggers out of Python's own libraries; Qt comes without them."""
    strip = shutil.which("strip")
    if strip and sys.platform.startswith("linux"):
        libraries = [*(folder / INSIDE).glob("libpython*"), *(folder / INSIDE).glob("python*/lib-dynload/*.so")]
        subprocess.run([strip, "--strip-unneeded", *map(str, libraries)], check=True)

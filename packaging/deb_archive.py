"""The outer form of a Debian package: an `ar` archive of three members, written without Debian's tools."""

import io
import lzma
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAGIC = b"!<arch>\n"
FORMAT = b"2.0\n"


@dataclass(frozen=True, slots=True)
class DebArchive:
    """A package that is being written. Debian wants its parts in this order: control, data."""

    _stream: BinaryIO

    @contextmanager
    def part(self, name: str, preset: int) -> Iterator[tarfile.TarFile]:
        """A tar archive to fill, kept as the member `name` with xz; `preset` is 0 (quick) to 9 (small)."""
        with tempfile.TemporaryFile() as buffer:
            with (
                lzma.open(buffer, "wb", preset=preset) as packed,
                tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
            ):
                yield tar
            size = buffer.tell()
            buffer.seek(0)
            self.member(name, buffer, size)

    def member(self, name: str, content: io.BufferedIOBase | BinaryIO, size: int) -> None:
        """Copy `size` bytes into the archive, as what is called `name`."""
        date = os.environ["SOURCE_DATE_EPOCH"]
        self._stream.write(f"{name:<16}{date:<12}{0:<6}{0:<6}{'100644':<8}{size:<10}`\n".encode("ascii"))
        shutil.copyfileobj(content, self._stream, 1 << 20)
        self._stream.write(b"\n" * (size % 2))


@contextmanager
def writing(file: Path) -> Iterator[DebArchive]:
    """A package to fill, dated SOURCE_DATE_EPOCH."""
    with file.open("wb") as stream:
        stream.write(MAGIC)
        archive = DebArchive(stream)
        archive.member("debian-binary", io.BytesIO(FORMAT), len(FORMAT))
        yield archive


def add_bytes(
    tar: tarfile.TarFile, name: str, content: bytes, dressed: Callable[[tarfile.TarInfo], tarfile.TarInfo]
) -> None:
    """Put a file that is nowhere on the disk into an archive."""
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    tar.addfile(dressed(entry), io.BytesIO(content))

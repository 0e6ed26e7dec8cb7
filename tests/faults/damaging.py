"""What a disk, or a person, may do to the files of a log. Each gives back what it did, in words."""

import random
from collections.abc import Callable
from pathlib import Path

PAGE = 4096
Damage = Callable[[random.Random, Path], str]
"""Damages the log at a path."""


def flip_bit(chance: random.Random, path: Path) -> str:
    """One bit the other way; every fourth time in the first page, which says what all others are."""
    at = chance.randrange(PAGE if chance.random() < 0.25 else path.stat().st_size)
    bit = 1 << chance.randrange(8)
    _write(path, at, bytes([path.read_bytes()[at] ^ bit]))
    return f"bit {bit} of byte {at}"


def flip_byte(chance: random.Random, path: Path) -> str:
    """One byte is another."""
    at = chance.randrange(PAGE if chance.random() < 0.25 else path.stat().st_size)
    byte = (path.read_bytes()[at] + chance.randrange(1, 256)) % 256
    _write(path, at, bytes([byte]))
    return f"byte {at} is {byte}"


def burst(chance: random.Random, path: Path) -> str:
    """Some bytes in a row are nonsense."""
    at, length = chance.randrange(path.stat().st_size), chance.choice((2, 8, 64, 512))
    _write(path, at, chance.randbytes(length))
    return f"{length} bytes at {at}"


def cut_short(chance: random.Random, path: Path) -> str:
    """The end is missing: a whole number of pages, of sectors, or of nothing in particular; or all of it."""
    size = path.stat().st_size
    length = chance.choice((0, chance.randrange(size), PAGE * chance.randrange(size // PAGE), 512, 100, size - 1, 20))
    with path.open("r+b") as file:
        file.truncate(length)
    return f"cut to {length} of {size}"


def zero_pages(chance: random.Random, path: Path) -> str:
    """One to three pages are empty."""
    size = path.stat().st_size
    pages = [chance.randrange(size // PAGE) for _ in range(chance.randint(1, 3))]
    for page in pages:
        _write(path, page * PAGE, bytes(PAGE))
    return f"pages {pages} are zeros"


def swap_pages(chance: random.Random, path: Path) -> str:
    """A page lies where another one should."""
    data, size = path.read_bytes(), path.stat().st_size
    one, other = (PAGE * chance.randrange(size // PAGE) for _ in range(2))
    _write(path, one, data[other : other + PAGE])
    return f"page {other // PAGE} over {one // PAGE}"


def scribble_page(chance: random.Random, path: Path) -> str:
    """A page is nonsense."""
    page = chance.randrange(path.stat().st_size // PAGE)
    _write(path, page * PAGE, chance.randbytes(PAGE))
    return f"page {page} is nonsense"


def replace_whole(chance: random.Random, path: Path) -> str:
    """Another file has its name."""
    data = chance.choice((b"Dear diary,\n" * 400, chance.randbytes(9000), bytes(3 * PAGE), b"S"))
    path.write_bytes(data)
    return f"{len(data)} bytes of something else: {data[:12]!r}"


def damage_helpers(chance: random.Random, path: Path) -> str:
    """The log of writes, or its index, is damaged."""
    wal, index = (path.with_name(f"{path.name}-{end}") for end in ("wal", "shm"))
    size = wal.stat().st_size
    way = chance.randrange(6)
    match way:
        case 0:
            _write(wal, chance.randrange(size), chance.randbytes(1))
        case 1:
            _write(wal, chance.randrange(32), chance.randbytes(1))
        case 2:
            with wal.open("r+b") as file:
                file.truncate(chance.randrange(size))
        case 3:
            _write(wal, chance.randrange(size), chance.randbytes(chance.choice((8, 512, PAGE))))
        case 4:
            wal.write_bytes(chance.randbytes(size))
        case 5:
            index.write_bytes(chance.randbytes(chance.choice((0, 100, 32768))))
    return f"way {way} of the log of writes"


def _write(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)

"""Reads the log of writes that lies beside a database (its "-wal" file), also where a part of it is damaged.

SQLite takes the first frame whose checksum does not fit for the end, as after a power cut, and forgets what follows
without a word. The sums run on from frame to frame, but each frame keeps its own, so that one can tell which frames
are sound and which are not. The format is described at https://www.sqlite.org/fileformat2.html#walformat.
"""

import struct
import sys
from array import array
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_HEADER = struct.Struct(">8I")  # magic, format, page size, checkpoint, two salts, two sums
_FRAME = struct.Struct(">6I")  # page, size of the database after a commit, two salts, two sums
_MAGIC = 0x377F0682  # with 1 more the sums are made of big-endian numbers
_WHOLE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as it was written: its number from 1, and where its bytes begin in the file.

    `pages` is the size of the database, in pages, where the frame ends a transaction, and 0 where it does not.
    """

    page: int
    pages: int
    begin: int
    is_sound: bool


@dataclass(frozen=True, slots=True)
class Wal:
    """The frames of the last generation in a "-wal" file, in order, and whether SQLite would accept its header."""

    page_size: int
    frames: tuple[Frame, ...]
    has_sound_header: bool

    @property
    def is_broken(self) -> bool:
        """Whether SQLite would forget what was on disk.

        One transaction after what is damaged may be what a power cut left half written; two cannot be: the first was
        on disk before the second began.
        """
        first = 0
        if self.has_sound_header:
            first = next((place for place, frame in enumerate(self.frames) if not frame.is_sound), len(self.frames))
        return sum(frame.pages > 0 for frame in self.frames[first:]) > 1

    def newest(self) -> tuple[dict[int, int], int]:
        """Where the newest sound state of each page begins, and the size of the database; 0 where none is told."""
        last = max((place for place, frame in enumerate(self.frames) if frame.pages), default=-1)
        kept = self.frames[: last + 1]
        return {frame.page: frame.begin for frame in kept if frame.is_sound}, kept[-1].pages if kept else 0


EMPTY = Wal(0, (), has_sound_header=True)


def read_wal(path: Path) -> Wal:
    """What is in the file beside a database; empty where there is none, or nothing one can follow.

    Raises:
        OSError: it cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return EMPTY
    if len(data) < _HEADER.size + _FRAME.size + 512:
        return EMPTY
    magic, _, size, _, *salts, first, second = _HEADER.unpack_from(data)
    is_big = magic == _MAGIC + 1
    is_known = magic in (_MAGIC, _MAGIC + 1) and _is_size(size)
    has_sound_header = is_known and _sum(data[:24], is_big, 0, 0) == (first, second)
    if not has_sound_header:
        size, is_big = _guessed(data, size)
        salts = list(_FRAME.unpack_from(data, _HEADER.size)[2:4])
    frames, before = [], (first, second)
    for begin in _begins(data, size, salts):
        page, pages, *own_salts, own_first, own_second = _FRAME.unpack_from(data, begin)
        content = data[begin : begin + 8] + data[begin + _FRAME.size : begin + _FRAME.size + size]
        # the first after a damaged header has nothing to go on from
        fits = _sum(content, is_big, *before) == (own_first, own_second) or (
            not has_sound_header and begin == _HEADER.size
        )
        before = (own_first, own_second)
        frames.append(Frame(page, pages, begin + _FRAME.size, own_salts == salts and fits and page > 0))
    if not has_sound_header and not any(frame.is_sound for frame in frames[1:]):
        frames = []  # nothing says that these are frames at all
    return Wal(size, tuple(frames), has_sound_header)


def _begins(data: bytes, size: int, salts: list[int]) -> range:
    """Where the frames of this generation begin.

    A file of writes that is begun anew keeps its length: what follows is of an earlier generation, whose frames fit
    each other, too. Only their salts are others.
    """
    whole = range(_HEADER.size, len(data) - _FRAME.size - size + 1, _FRAME.size + size)
    ours = (begin for begin in reversed(whole) if list(_FRAME.unpack_from(data, begin)[2:4]) == salts)
    return range(whole.start, next(ours, -1) + 1, whole.step)


def _guessed(data: bytes, size: int) -> tuple[int, bool]:
    """The size of a page and the order of the bytes, where the header is damaged: of the two one can be right."""
    if not _is_size(size):
        size = 4096
    second = _HEADER.size + _FRAME.size + size
    if len(data) < second + _FRAME.size + size:
        return size, False
    before = _FRAME.unpack_from(data, _HEADER.size)[4:]
    content = data[second : second + 8] + data[second + _FRAME.size : second + _FRAME.size + size]
    return size, _sum(content, True, *before) == _FRAME.unpack_from(data, second)[4:]


def _is_size(size: int) -> bool:
    return 512 <= size <= 65536 and size & (size - 1) == 0


def _sum(data: bytes, is_big: bool, first: int, second: int) -> tuple[int, int]:
    """The checksum of a file of writes, going on from the one before."""
    words = array("I", data)
    if (sys.byteorder == "big") != is_big:
        words.byteswap()
    for one, other in zip(islice(words, 0, None, 2), islice(words, 1, None, 2), strict=True):
        first = (first + one + second) & _WHOLE
        second = (second + other + first) & _WHOLE
    return first, second

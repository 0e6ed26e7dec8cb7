"""Reads the rows in the pages of a database file, past SQLite: also where its header, or a page, is damaged.

Every page says by itself what it is, and every row how many values it has and of which kinds. So the rows of a page
that is whole can be read whatever became of the others. The format: https://www.sqlite.org/fileformat2.html.
"""

import struct
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from acutimer.store.wal import read_wal

Value = int | float | str | bytes | None
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_HEADER_BYTES = 100  # before the first page begins
_USUAL_SIZE = 4096
_MOST_VALUES = 64  # in a row: ours have 20 at most
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # kind of a value: its bytes


class _BadError(ValueError):
    """This is no row, or not a whole one."""


class Pages:
    """The pages of the database at `path`, each as it stood last: in the file, or in its log of writes.

    Raises:
        OSError: it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.read_bytes()
        wal_path = path.with_name(f"{path.name}-wal")
        wal = read_wal(wal_path)
        self._newer, pages = wal.newest()
        self._wal = wal_path.read_bytes() if self._newer else b""
        told = int.from_bytes(self._file[16:18], "big")
        is_size = told == 1 or (told >= 512 and told & (told - 1) == 0)
        self.size = wal.page_size if self._newer else (_USUAL_SIZE if not is_size else told if told > 1 else 65536)
        self.count = pages or -(-len(self._file) // self.size)

    def rows(self, *, is_index: bool) -> Iterator[tuple[int | None, bytes]]:
        """The number and the bytes of every row in pages that are in use; `values_of` reads the bytes.

        `is_index`: those of tables without numbers of rows, which look as indexes do; otherwise those of tables.
        """
        for number in range(1, self.count + 1):
            if number not in self._free:
                yield from self._rows_of(number, is_index=is_index)

    def _rows_of(self, number: int, *, is_index: bool) -> Iterator[tuple[int | None, bytes]]:
        page = self._page(number)
        at = _HEADER_BYTES if number == 1 else 0
        if len(page) < at + 12 or page[at] not in ((_INDEX_LEAF, _INDEX_INNER) if is_index else (_TABLE_LEAF,)):
            return
        head = 12 if page[at] == _INDEX_INNER else 8
        count = int.from_bytes(page[at + 3 : at + 5], "big")
        for place in range(min(count, self.size // 4)):
            pointer = at + head + 2 * place
            cell = int.from_bytes(page[pointer : pointer + 2], "big")
            try:
                if at + head < cell < len(page):
                    yield self._row(page, cell, page[at])
            except (_BadError, IndexError, struct.error):
                continue

    def _row(self, page: bytes, cell: int, kind: int) -> tuple[int | None, bytes]:
        if kind == _INDEX_INNER:
            cell += 4  # the page below
        length, cell = _varint(page, cell)
        number = None
        if kind == _TABLE_LEAF:
            number, cell = _varint(page, cell)
        most = self.size - 35 if kind == _TABLE_LEAF else (self.size - 12) * 64 // 255 - 23
        least = (self.size - 12) * 32 // 255 - 23
        if not 0 < length <= len(self._file) + len(self._wal):
            raise _BadError
        if length <= most:
            here = length
        else:
            here = least + (length - least) % (self.size - 4)
            here = least if here > most else here
        row = page[cell : cell + here]
        if len(row) < here:
            raise _BadError
        return number, row if length <= most else self._continued(row, length, page[cell + here : cell + here + 4])

    def _continued(self, row: bytes, length: int, following: bytes) -> bytes:
        """A row that goes on in other pages, each of which begins with the number of the next."""
        parts, missing = [row], length - len(row)
        while missing > 0:
            page = self._page(int.from_bytes(following, "big"))
            if len(page) < self.size:
                raise _BadError
            parts.append(page[4 : 4 + missing])
            missing -= len(parts[-1])
            following = page[:4]
        return b"".join(parts)

    def _page(self, number: int) -> bytes:
        begin = self._newer.get(number)
        if begin is not None:
            return self._wal[begin : begin + self.size]
        return self._file[(number - 1) * self.size : number * self.size] if 0 < number <= self.count else b""

    @cached_property
    def _free(self) -> frozenset[int]:
        """The pages that hold nothing any more, but may look as they did, as far as the list of them can be read."""
        found: set[int] = set()
        trunk = int.from_bytes(self._page(1)[32:36], "big")
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            count = int.from_bytes(page[4:8], "big")
            if count > self.size // 4:
                break
            found.update(
                int.from_bytes(page[at : at + 4], "big") for at in range(8, min(8 + 4 * count, len(page) - 3), 4)
            )
            trunk = int.from_bytes(page[:4], "big")
        return frozenset(found)


def values_of(row: bytes, most: int = _MOST_VALUES) -> list[Value] | None:
    """The values of a row, at most `most` of them; None for one that is damaged. Text that is none comes as bytes."""
    try:
        return list(_values(row, most))
    except (_BadError, IndexError, struct.error):
        return None


def count_of(row: bytes) -> int:
    """How many values a row says it has; 0 where it says nothing one can read."""
    try:
        return len(_kinds(row)[0])
    except (_BadError, IndexError):
        return 0


def _kinds(row: bytes) -> tuple[list[int] | bytes, int]:
    if row[0] < 0x80 and row[1 : row[0]].isascii() and len(row) >= row[0] > 0:  # a byte each: so most are
        return row[1 : row[0]], row[0]
    end, at = _varint(row, 0)
    if not at <= end <= len(row):
        raise _BadError
    begin, kinds = end, []
    while at < end:
        kind, at = _varint(row, at)
        kinds.append(kind)
    if at != end or len(kinds) > _MOST_VALUES:
        raise _BadError
    return kinds, begin


def _values(row: bytes, most: int) -> Iterator[Value]:
    kinds, at = _kinds(row)
    for kind in kinds[:most]:
        length = _WHOLE_NUMBERS.get(kind, 8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else 0)
        if at + length > len(row) or kind in (10, 11):
            raise _BadError
        yield _value(kind, row[at : at + length])
        at += length


def _value(kind: int, part: bytes) -> Value:
    if kind in _WHOLE_NUMBERS:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        (number,) = struct.unpack(">d", part)
        return float(number)
    if kind >= 12 and kind % 2:
        try:
            return part.decode()
        except UnicodeDecodeError:
            return part
    return part if kind >= 12 else {0: None, 8: 0, 9: 1}[kind]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where what follows begins."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9

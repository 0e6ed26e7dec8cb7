"""A power cut: what a disk holds of what was written to it, when only what was synced is sure to be there.

The model is the strict one: bytes last from the sync of their file on, names from the sync of their folder on. Of what
was not synced a cut may leave nothing, all, or any of the sectors, and the names of a folder up to any moment.
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

SECTOR_BYTES = 512
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)")
_HANDLE = re.compile(r"^(\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FLAGS = re.compile(r"\bO_\w+")
_FORGETFUL = "-shm"  # what the processes share in memory: made anew by whoever opens a log first


@dataclass(frozen=True, slots=True)
class Call:
    """A system call as strace saw it: the first handle's number and path, the texts, the last number, the result."""

    name: str
    handle: int
    path: str
    texts: tuple[bytes, ...]
    flags: frozenset[str]
    number: int
    result: int

    @property
    def named(self) -> str:
        """The first text as a path, from the folder of the handle where it is not a whole one."""
        return str(Path(self.path, self.texts[0].decode()))


def calls_in(lines: Iterable[str]) -> list[Call]:
    """Every call that did something."""
    found = []
    for line in lines:
        told = _CALL.match(line)
        if not told or int(told[3]) < 0:
            continue
        name, given, result = told.groups()
        handle = _HANDLE.match(given)
        texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(given))
        last = re.search(r"(\d+)$", given)
        found.append(
            Call(
                name,
                int(handle[1]) if handle and handle[1].isdigit() else -1,
                bytes.fromhex(handle[2].replace("\\x", "")).decode() if handle else "",
                texts,
                frozenset(_FLAGS.findall(given)),
                int(last[1]) if last else 0,
                int(result),
            )
        )
    return found


@dataclass(slots=True)
class _File:
    """The bytes that last, and what was written since: (offset, bytes), or a new length."""

    kept: bytearray = field(default_factory=bytearray)
    written: list[tuple[int, bytes] | int] = field(default_factory=list)


Names = dict[str, _File | None]
"""What is called so; None is a folder."""


class Disk:
    """A folder and all below it, as it becomes call by call."""

    def __init__(self, home: Path) -> None:
        self._home = str(home)
        self._now: Names = {str(home): None}
        for path in home.rglob("*"):
            self._now[str(path)] = _File(bytearray(path.read_bytes())) if path.is_file() else None
        self._kept: Names = dict(self._now)
        self._changed: list[tuple[str, _File | bool | None]] = []  # a name, and what it is now; False: it is gone
        self._places: dict[int, int] = {}

    def do(self, call: Call) -> None:
        """Follow a call; one that concerns other folders is nothing."""
        match call.name:
            case "openat":
                self._open(call)
            case "write":
                place = self._places.get(call.handle, 0)
                self._write(call.path, place, call.texts[0])
                self._places[call.handle] = place + call.result
            case "pwrite64":
                self._write(call.path, call.number, call.texts[0])
            case "ftruncate":
                self._write(call.path, call.number, None)
            case "fsync" | "fdatasync":
                self._sync(call.path)
            case "mkdir" | "mkdirat":
                self._name(call.named, None)
            case "unlink" | "rmdir" | "unlinkat":
                self._name(call.named, False)
            case "rename" | "renameat" | "renameat2" | "link" | "linkat":
                self._rename(call)

    def after_a_cut(self, chance: random.Random | None, *, has_all: bool = False) -> dict[str, bytes | None]:
        """What is there when the power comes back, by name: only what is sure, all there was, or some, by chance."""
        names = dict(self._kept)
        for change in self._changed[: self._how_many(chance, has_all=has_all)]:
            _apply(names, *change)
        found: dict[str, bytes | None] = {}
        for name, file in sorted(names.items()):
            if name.endswith(_FORGETFUL) or not all(str(it) in names for it in _folders(name, self._home)):
                continue
            found[name] = None if file is None else bytes(_bytes_of(file, chance, has_all=has_all))
        return found

    def _how_many(self, chance: random.Random | None, *, has_all: bool) -> int:
        if has_all:
            return len(self._changed)
        return chance.randint(0, len(self._changed)) if chance else 0

    def _is_here(self, name: str) -> bool:
        return name == self._home or name.startswith(f"{self._home}/")

    def _open(self, call: Call) -> None:
        self._places[call.result] = 0
        name = call.named
        if not self._is_here(name):
            return
        if "O_CREAT" in call.flags and name not in self._now:
            self._name(name, _File())
        file = self._now.get(name)
        if "O_TRUNC" in call.flags and file is not None:
            file.written.append(0)
        assert "O_APPEND" not in call.flags, "nothing here is written so"

    def _write(self, name: str, place: int, data: bytes | None) -> None:
        file = self._now.get(name)
        if file is not None:
            file.written.append(place if data is None else (place, data))

    def _sync(self, name: str) -> None:
        if not self._is_here(name) or name not in self._now:
            return
        file = self._now[name]
        if file is not None:
            file.kept = _bytes_of(file, None, has_all=True)
            file.written.clear()
            return
        left = []
        for change in self._changed:
            if str(Path(change[0]).parent) == name:
                _apply(self._kept, *change)
            else:
                left.append(change)
        self._changed = left

    def _name(self, name: str, what: _File | bool | None) -> None:
        if self._is_here(name):
            _apply(self._now, name, what)
            self._changed.append((name, what))

    def _rename(self, call: Call) -> None:
        old, new = call.named, str(Path(call.path, call.texts[1].decode()))
        if not self._is_here(old):
            return
        assert self._now[old] is not None, "no folder is renamed here"
        self._name(new, self._now[old])
        if not call.name.startswith("link"):
            self._name(old, False)


def put(found: dict[str, bytes | None], home: Path, target: Path) -> None:
    """Write what was found after a cut into another folder."""
    for name, data in found.items():
        path = target / Path(name).relative_to(home)
        if data is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.write_bytes(data)


def _apply(names: Names, name: str, what: _File | bool | None) -> None:
    if isinstance(what, bool):
        names.pop(name, None)
    else:
        names[name] = what


def _folders(name: str, home: str) -> list[Path]:
    """The folders above, up to the home."""
    return [it for it in Path(name).parents if str(it) == home or str(it).startswith(f"{home}/")]


def _bytes_of(file: _File, chance: random.Random | None, *, has_all: bool) -> bytearray:
    """With all that was written since the last sync, with none of it, or with some of its sectors."""
    data = bytearray(file.kept)
    for change in file.written if has_all or chance else ():
        if isinstance(change, int):
            if has_all or (chance and chance.random() < 0.5):
                data = data[:change].ljust(change, b"\0")
            continue
        place, written = change
        for start in range(0, len(written), SECTOR_BYTES):
            piece = written[start : start + SECTOR_BYTES]
            if has_all or (chance and chance.random() < 0.5):
                end = place + start + len(piece)
                data = data.ljust(end, b"\0")
                data[place + start : end] = piece
    return data

"""Exports that were damaged at random: read as they are, or refused in one line, and never half."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from acutimer.core.errors import InputError
from acutimer.core.planning import Choices, Plan, lay_out
from acutimer.core.routines import Routine, WaitStep
from acutimer.store.importing import import_file
from tests.store.computers import NOW, Computer, Deed, bytes_of

DAMAGES = 150
Damage = Callable[[random.Random, bytes], bytes]


def flipped(chance: random.Random, data: bytes) -> bytes:
    """A bit or two the other way."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 2)):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(chance: random.Random, data: bytes) -> bytes:
    """The end is missing, or a piece in the middle."""
    first, last = sorted(chance.choices(range(len(data)), k=2))
    return data[:first] + (data[last:] if chance.random() < 0.5 else b"")


def doubled(chance: random.Random, data: bytes) -> bytes:
    """A piece stands twice, or somewhere else as well."""
    first, last = sorted(chance.choices(range(len(data)), k=2))
    place = last if chance.random() < 0.5 else chance.randrange(len(data))
    return data[:place] + data[first:last] + data[place:]


def replaced(chance: random.Random, data: bytes) -> bytes:
    """A word of the file, or a piece of one, is another."""
    words = [b"null", b"-1", b"1e400", b"NaN", b'""', b"{}", b"[]", b"true", b"\\u0000", b'"', b"\xff", b"9" * 30, b","]
    place = chance.randrange(len(data))
    return data[:place] + chance.choice(words) + data[place + chance.randint(0, 6) :]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("export")
    with Computer(folder, _plan()) as other:
        other.live(Deed("live", name, NOW - timedelta(days=1), "膝 note") for name in ("a", "b", "c"))
        other.live([Deed("correct", "a", NOW, "mended"), Deed("delete", "b", NOW)])
        return other.export().read_bytes()


def _plan() -> Plan:
    steps = (WaitStep(say="Walk", source="product", technique="walking"),) * 2
    routine = Routine(id="walk", name="Walk", summary="", postures=(), equipment=(), source="product", steps=steps)
    return Plan(routine, lay_out(routine, Choices()))


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Computer]:
    with Computer(tmp_path / "data", _plan()) as computer:
        computer.live([Deed("live", "own", NOW - timedelta(days=3), "mine")])
        yield computer


def refusal(computer: Computer, source: Path) -> str:
    """What an import is refused with; nothing when it is not. Whatever else is raised is a fault of ours."""
    try:
        list(import_file(computer.connection, source, NOW))
    except InputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("damage", [flipped, cut, doubled, replaced])
def test_a_damaged_export_is_read_or_refused_but_never_half(
    computer: Computer, export: bytes, tmp_path: Path, damage: Damage
) -> None:
    chance = random.Random(damage.__name__)  # noqa: S311 - the same damages in every run
    source = tmp_path / "damaged.json"
    before = bytes_of(computer.connection)
    refused = 0
    for _ in range(DAMAGES):
        source.write_bytes(damage(chance, export))
        line = refusal(computer, source)
        if line:
            refused += 1
            assert line.isprintable()
            assert bytes_of(computer.connection) == before
        else:
            assert computer.connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert computer.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert computer.bring(computer.export()).changed == 0
            before = bytes_of(computer.connection)
    assert refused > DAMAGES / 2

"""Exports nobody should have to write: brought in as they are, or refused in one line, and never half."""

import gzip
import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fuzz_files import ANY, ENCODINGS, damaged_bytes, dumped, spoilt_values
from hypothesis import strategies as st

from acutimer.core.errors import AcutimerError, InputError
from acutimer.store.database import open_in_memory
from acutimer.store.exporting import export_json
from acutimer.store.importing import import_file
from acutimer.store.merging import Imported
from tests.fuzz.logs import copied, full_log, readers
from tests.fuzz.trying import Tell, try_all
from tests.store.computers import NOW
from tests.trusting import amount

OWN = ("routines", "past_routines", "favourites")
Export = dict[str, Any]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """One of version 2, small enough to be spoilt often."""
    target = tmp_path_factory.mktemp("export") / "log.json"
    list(export_json(full_log(), target, NOW))
    told: Export = json.loads(target.read_bytes())
    return told | {name: told[name][:3] for name in OWN}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "coming.json"


def older(export: Export) -> Export:
    """The same as version 1 had it."""
    return {name: value for name, value in export.items() if name not in OWN} | {"version": 1}


def exports(export: Export) -> st.SearchStrategy[bytes]:
    """Sound and spoilt ones, as bytes."""
    values = st.sampled_from([export, older(export)])
    few = st.sampled_from([smaller(export), older(smaller(export))])
    sound = few.map(dumped)
    return st.one_of(
        sound,
        spoilt_values(few).map(dumped),
        spoilt_values(few).map(dumped),
        spoilt_values(values).map(dumped),
        damaged_bytes(sound),
        damaged_bytes(sound),
        sound.map(gzip.compress),
        st.builds(lambda data, name: data.decode().encode(name, "replace"), sound, st.sampled_from(ENCODINGS)),
        st.fixed_dictionaries({name: st.just(value) | ANY for name, value in smaller(export).items()}).map(dumped),
    )


def smaller(export: Export) -> Export:
    """One session that is its plan's, with few phases, and one of each of the rest."""
    (session,) = (it for it in export["sessions"] if it["id"] == "morning-balance a")
    session = {**session, "plan": 0, "phases": session["phases"][:2]}
    past = [{**it, "plan": 0, "phases": it["phases"][:1]} for it in export["past"][:1]]
    plan = export["plans"][export["sessions"].index(next(it for it in export["sessions"] if it["id"] == session["id"]))]
    lists = {name: export[name][:1] for name in ("deleted", *OWN)}
    return export | {"plans": [plan], "sessions": [session], "past": past} | lists


def brought(connection: sqlite3.Connection, source: Path) -> str:
    """What an import is refused with; nothing when it is not."""
    try:
        *_, last = import_file(connection, source, NOW)
    except InputError as error:
        return str(error)
    assert isinstance(last, Imported)
    return ""


def content(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())


def sound(connection: sqlite3.Connection) -> bool:
    """Whether the database keeps its own rules."""
    is_whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return is_whole and not connection.execute("PRAGMA foreign_key_check").fetchall() and not connection.in_transaction


def look_at(connection: sqlite3.Connection, source: Path) -> str:
    """Import, and see that it was all or nothing."""
    before = content(connection)
    line = brought(connection, source)
    assert sound(connection)
    if line:
        assert line.isprintable()
        assert len(line) < 1000 + len(str(source))
        assert line.startswith(f"{source}: ")
        assert content(connection) == before
        return line
    for name, read in readers(connection, source.parent):
        try:
            read()
        except AcutimerError:
            assert name in ("plan", "draft"), name
    after = content(connection)
    assert not brought(connection, source.parent / "log.json")
    assert content(connection) == after
    return ""


def test_a_spoilt_export_is_brought_in_or_refused_but_never_half(source: Path, export: Export, tally: Tell) -> None:
    def check(data: bytes) -> None:
        source.write_bytes(data)
        log = copied()
        try:
            look_at(log, source)
        finally:
            log.close()

    try_all(tally, "mutated exports imported", check, exports(export), short=30, long=1000)


def many(export: Export, name: str, count: int, changed: Callable[[int], Export]) -> bytes:
    """A small export with one list grown long."""
    few = smaller(export)
    return dumped(few | {name: [few[name][0] | changed(number) for number in range(count)]})


def monsters(export: Export, count: int) -> Iterator[tuple[str, bytes, bool]]:
    """Each with its name, and whether it is to be let in."""
    yield "sessions", many(export, "sessions", count, lambda number: {"id": f"session {number}"}), True
    yield "the same session", many(export, "sessions", count, lambda _: {}), False
    yield "favourites", many(export, "favourites", count, lambda number: {"routine": f"routine {number}"}), True
    yield "deletions", many(export, "deleted", count, lambda number: {"session": f"session {number}"}), True
    few = smaller(export)
    phases = few["sessions"][0]["phases"][:1] * min(count, 20_000)
    yield "phases", dumped(few | {"sessions": [few["sessions"][0] | {"phases": phases}]}), True
    yield "names", dumped(few | {f"name {number}": number for number in range(count)}), False
    yield "a note", dumped(few | {"sessions": [few["sessions"][0] | {"note": "膝" * 10 * count}]}), count <= 100_000
    yield "too long a note", dumped(few | {"sessions": [few["sessions"][0] | {"note": "膝" * 1_000_001}]}), False
    yield "deep", b'{"format": "acutimer.history", "version": 2, "plans": ' + b"[" * 10 * count, False
    yield "digits", b'{"format": "acutimer.history", "version": ' + b"9" * 10 * count + b"}", False
    yield "spaces", b" " * 10 * count, False
    yield "a hole", bytes(10 * count), False
    tomorrow = (NOW + timedelta(days=2)).isoformat()
    yield "tomorrow", dumped(few | {"sessions": [few["sessions"][0] | {"changed_at": tomorrow}]}), False


def test_exports_made_to_be_large_or_deep_are_borne(source: Path, export: Export, tally: Tell) -> None:
    wrong = []
    for name, data, is_good in monsters(export, amount(300, 100_000)):
        source.write_bytes(data)
        connection = open_in_memory()
        line = brought(connection, source)
        if bool(line) is is_good or not sound(connection) or not line.isprintable():
            wrong.append(f"{name}: {line[:300]}")
        connection.close()
    tally("monstrous exports imported", 13, len(wrong))
    assert wrong == []

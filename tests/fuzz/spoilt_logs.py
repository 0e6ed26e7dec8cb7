"""Logs in which somebody wrote what this program never would, past every CHECK."""

import json
import sqlite3
from dataclasses import dataclass
from functools import cache
from typing import Any

from fuzz_files import ANY, ODD_NUMBERS, ODD_TEXTS, dumped, spoilt_values
from hypothesis import strategies as st

from tests.fuzz.logs import copied, full_log

TABLES = ("session", "phase", "plan", "practised", "practice_hour", "past", "deleted")
OWN_TABLES = ("own_routine", "past_routine", "favourite", "draft")
MOMENTS = (
    *(
        "2026-11-20T07:10:00+01:00",
        "0000-00-00T00:00:00+00:00",
        "9999-12-31T23:59:59-14:00",
        "2026-11-20T07:10:00+99:99",
    ),
    *("2026-02-30T07:10:00+01:00", "2026-11-20T07:10:00", "-001-11-20T07:10:00+01:00", "2026-11-20T24:00:00+00:00"),
    *("1582-10-10T07:10:00+01:00", "0001-01-01T00:00:00+14:00", "2026-11-20T07:10:00.123456789+01:00", "now"),
)
WORDS = ("done", "press", "left", "both", "ST36", "heel-raises", "balance-points", "own-0", "cut off", "get_ready")
LARGE = "x" * 1_000_000


@dataclass(frozen=True)
class Spoil:
    """One value to be put into one row, counted from 0 as the table has them."""

    table: str
    column: str
    row: int
    value: Any


@dataclass(frozen=True)
class Column:
    """A column, what it may hold, and what it holds in the sound log."""

    table: str
    name: str
    kind: str
    values: tuple[Any, ...]


@cache
def columns(tables: tuple[str, ...]) -> tuple[Column, ...]:
    """Every column of these tables; what is generated cannot be written."""
    connection = full_log()
    found = []
    for table in tables:
        for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
            values = connection.execute(f"SELECT {name} FROM {table}").fetchall()  # noqa: S608 - ours
            found.append(Column(table, name, kind, tuple(value for (value,) in values)))
    return tuple(found)


@st.composite
def spoils(draw: st.DrawFn, tables: tuple[str, ...] = TABLES + OWN_TABLES) -> Spoil:
    """One, most often where the text is JSON, for there is most to be spoilt."""
    every = columns(tables)
    with_json = [it for it in every if it.name in ("text", "record", "subjects")]
    column = draw(st.sampled_from(every) | st.sampled_from(with_json or every))
    row = draw(st.integers(0, max(0, len(column.values) - 1)))
    here = column.values[row] if column.values else None
    return Spoil(column.table, column.name, row, draw(_values(column.kind, here)))


def _values(kind: str, here: object) -> st.SearchStrategy[Any]:
    if kind == "INTEGER":
        return st.none() | st.sampled_from([0, 1, -1, 7, 2**31, 2**63 - 1, -(2**63)]) | st.integers(-20, 20)
    if kind == "REAL":
        return st.none() | st.sampled_from([float(it) for it in ODD_NUMBERS]) | st.floats(allow_nan=False)
    plain = st.none() | st.sampled_from([*MOMENTS, *WORDS, *ODD_TEXTS, LARGE]) | st.text(max_size=20)
    # What is not UTF-8 is written as it is, and called a text.
    texts = plain | st.binary(min_size=1, max_size=10) | ANY.map(lambda value: dumped(value).decode())
    if isinstance(here, str) and here.startswith("{"):
        spoilt = spoilt_values(st.just(json.loads(here))).map(lambda value: dumped(value).decode())
        return spoilt | spoilt | texts
    return texts


def spoilt_log(spoilt: list[Spoil], connection: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """A sound log with these in it. What a key or a type forbids is left."""
    log = copied() if connection is None else connection
    log.execute("PRAGMA ignore_check_constraints = ON")
    log.execute("PRAGMA foreign_keys = OFF")
    for it in spoilt:
        value, mark = it.value, "?"
        if isinstance(value, bytes):
            mark = "CAST(? AS TEXT)"
        elif isinstance(value, str):
            value, mark = value.encode(errors="surrogatepass"), "CAST(? AS TEXT)"
        keys = ", ".join(_key(log, it.table))
        asked = f"SELECT {keys} FROM {it.table} LIMIT 1 OFFSET ?"  # noqa: S608 - ours
        sql = f"UPDATE OR IGNORE {it.table} SET {it.column} = {mark} WHERE ({keys}) = ({asked})"  # noqa: S608 - ours
        try:
            log.execute(sql, (value, it.row))
        except (sqlite3.IntegrityError, sqlite3.OperationalError, OverflowError):
            continue
    log.execute("PRAGMA ignore_check_constraints = OFF")
    log.execute("PRAGMA foreign_keys = ON")
    return log


def _key(connection: sqlite3.Connection, table: str) -> list[str]:
    told = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return [row[1] for row in told if row[5]] or ["rowid"]

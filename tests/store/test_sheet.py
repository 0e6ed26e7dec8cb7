import csv
import io

import pytest

from acutimer.store.sheet import AFTER_COLUMNS, PHASE_COLUMNS, SESSION_COLUMNS, Sheet, harmless, shown_seconds

SESSION = ("a", "small", "2026-11-20T07:10:00+01:00", "2026-11-20T07:20:00+01:00", "done")
PHASE = ("press", "ST36", "left", 60.0, 60.0, None, None, "done")


def written(*sessions: tuple[list[tuple[object, ...]], tuple[object, ...]]) -> str:
    out = io.StringIO(newline="")
    sheet = Sheet(out)
    for phases, after in sessions:
        sheet.add(SESSION, phases, after)
    return out.getvalue()


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_header_stands_even_where_nothing_follows() -> None:
    assert read(written()) == [[*SESSION_COLUMNS, *PHASE_COLUMNS, *AFTER_COLUMNS]]


def test_every_phase_has_a_row_and_so_has_a_session_without_any() -> None:
    header, *rows = read(written(([PHASE, PHASE], (4, 2, "")), ([], (None, None, "only a note"))))
    assert [row[5] for row in rows] == ["press", "press", ""]
    assert all(len(row) == len(header) for row in rows)
    assert rows[-1][-1] == "only a note"


def test_lines_end_as_the_rule_has_it_and_quotes_are_doubled() -> None:
    text = written(([PHASE], (None, None, 'a "b",\nc')))
    assert text.count("\r\n") == 2
    assert text.endswith('"a ""b"",\nc"\r\n')
    assert read(text)[1][-1] == 'a "b",\nc'


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_no_text_is_taken_for_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    rows = read(written(([("press", cell, *PHASE[2:])], (None, None, cell))))
    assert rows[1][6] == rows[1][-1] == f"'{cell}"


@pytest.mark.parametrize("cell", ["left", "", None, 8, -3.5, "a=1", "膝"])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert harmless(cell) == cell


def test_seconds_are_told_to_the_millisecond() -> None:
    assert shown_seconds(12.3456789) == 12.346

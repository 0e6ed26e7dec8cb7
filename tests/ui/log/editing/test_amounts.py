from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.correcting import by_hand
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.ui.log.editing.amounts import Cell, Part, amount_rows, corrected
from tests.core.random_routines import PLANS
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


def done(routine: str) -> tuple[Plan, SessionRecord]:
    laid_out = plan(LIBRARY.routines[routine], Choices(), UNPROFILED)
    return laid_out, replace(by_hand(laid_out, "a", NOW, now=NOW), by_hand=False)


def cell(*parts: tuple[float, float | None]) -> Cell:
    return Cell(False, tuple(Part(number, number, done, planned) for number, (done, planned) in enumerate(parts)))


def spread(cell: Cell, total: int) -> list[float]:
    changed = dict(cell.spread(total))
    return [changed.get(part, part.done) for part in cell.parts]


def test_every_subject_has_an_amount_for_each_side() -> None:
    laid_out, record = done("morning-balance")
    rows = amount_rows(record, laid_out)
    assert [(row.subject, {side.value: it.done for side, it in row.cells.items()}) for row in rows] == [
        ("lower-back-warming", {"both": 60}),
        ("KI3", {"left": 60, "right": 60}),
        ("BL23", {"both": 60}),
        ("heel-raises", {"both": 20}),
        ("chair-squats", {"both": 10}),
        ("deep-breaths", {"both": 50}),
    ]
    assert [row.cells[Side.BOTH].in_reps for row in rows[3:]] == [True, True, False]


def test_what_was_never_reached_is_there_with_nothing_done() -> None:
    laid_out, record = done("knee-pain-press")
    stopped = replace(record, phases=record.phases[:5])
    rows = amount_rows(stopped, laid_out)
    assert [row.subject for row in rows] == ["SP9", "GB34", "ST36"]
    assert [it.done for row in rows for it in row.cells.values()] == [120, 120, 0, 0, 0, 0]
    assert [row.subject for row in amount_rows(stopped, None)] == ["SP9"]


@pytest.mark.parametrize(
    ("total", "parts"),
    [(32, [20, 12]), (40, [20, 20]), (36, [20, 16]), (45, [20, 25]), (25, [20, 5]), (20, [20, 0]), (7, [7, 0])],
)
def test_sets_are_filled_in_order_and_emptied_from_the_end(total: int, parts: list[float]) -> None:
    assert spread(cell((20, 20), (12, 20)), total) == parts


def test_what_was_left_early_gives_first() -> None:
    assert spread(cell((12, 20), (20, 20)), 25) == [5, 20]
    assert spread(cell((12, 20), (20, 20)), 40) == [20, 20]


def test_what_was_done_in_full_another_time_is_not_filled_up() -> None:
    twice = Cell(False, (Part(0, 2, 30.0, 120.0), Part(1, 2, 120.0, 120.0)))
    assert (twice.done, twice.planned) == (150, 120.0)
    assert spread(twice, 120) == [0, 120]
    assert spread(twice, 160) == [30, 130]


def test_a_walk_takes_all() -> None:
    assert spread(cell((300, None)), 1500) == [1500]


def test_as_told_is_as_planned() -> None:
    assert spread(cell((20.0, 37.8)), 38) == [37.8]
    assert spread(cell((37.8, 37.8)), 38) == [37.8]
    assert cell((37.8, 37.8)).spread(38) == ()


def test_the_session_follows_its_amounts() -> None:
    laid_out, record = done("daily-strength")
    stopped = replace(record, phases=record.phases[:8], outcome=Outcome.PARTIAL)
    raises, squats = (row.cells[Side.BOTH] for row in amount_rows(stopped, laid_out))
    assert (squats.done, squats.planned) == (10, 20)
    whole = corrected(stopped, laid_out, [(squats, 20)])
    assert whole.outcome is Outcome.DONE
    assert (whole.phases[-1].index, whole.phases[-1].done_reps) == (8, 10)
    less = corrected(stopped, laid_out, [(raises, 30)])
    assert [it.done_reps for it in less.phases if it.subject == "heel-raises" and it.planned_reps] == [20, 10]
    assert less.outcome is Outcome.PARTIAL


@given(laid_out=PLANS, data=st.data())
def test_whatever_total_one_asks_for_is_what_is_there_then(laid_out: Plan, data: st.DataObject) -> None:
    record = by_hand(laid_out, "a", NOW, now=NOW)
    record = replace(record, phases=record.phases[: data.draw(st.integers(0, len(record.phases)))])
    wanted: dict[tuple[str, Side], int] = {}
    totals: list[tuple[Cell, int]] = []
    for row in amount_rows(record, laid_out):
        for side, it in row.cells.items():
            total = data.draw(st.integers(0, 500))
            wanted[row.subject + row.kind, side] = total
            totals.append((it, total))
    after = corrected(record, laid_out, totals)
    for row in amount_rows(after, laid_out):
        for side, it in row.cells.items():
            assert it.done == wanted[row.subject + row.kind, side]
    assert corrected(after, laid_out, []) == after

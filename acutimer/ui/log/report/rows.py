"""What the tables say: points, exercises and techniques, row by row."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.report import Practised, Repeated, Report
from acutimer.language.catalogue import trn
from acutimer.ui.log.numbers import amount, number, practised
from acutimer.ui.log.report import words

DAYS_WITHOUT_YEAR = 366  # in so many days a day and its month are enough


@dataclass(frozen=True, slots=True)
class CellWords:
    """An amount, and how long its bar is, 0 to 1; None has no bar. `is_both` spans the columns of both sides."""

    text: str
    share: float | None = None
    is_both: bool = False


@dataclass(frozen=True, slots=True)
class RowWords:
    """One line: `code` is empty but for points; `names` is a point's other names, shown where there is room.

    `amount` is its seconds or repetitions, to tell what rows left out come to.
    """

    code: str
    name: str
    names: str
    cells: tuple[CellWords, ...]
    times: str
    last: str
    amount: float


@dataclass(frozen=True, slots=True)
class TableWords:
    """A table. `heads` stand over the two amounts; `times` over the column beside them, or "" where there is none."""

    heading: str
    heads: tuple[str, str]
    times: str
    last: str
    rows: tuple[RowWords, ...]
    kind: str

    def more(self, rows: tuple[RowWords, ...]) -> str:
        """What is said of rows that have no room: "and 5 more points, 12 min together"."""
        total = sum(row.amount for row in rows)
        if self.kind == "exercises":
            said = trn("and {0} more exercise, {1}", "and {0} more exercises, {1} together", len(rows))
            together = trn("{0} repetition", "{0} repetitions", round(total)).format(number(round(total)))
        elif self.kind == "points":
            said = trn("and {0} more point, {1}", "and {0} more points, {1} together", len(rows))
            together = practised(total)
        else:
            said = trn("and {0} more technique, {1}", "and {0} more techniques, {1} together", len(rows))
            together = practised(total)
        return said.format(number(len(rows)), together)


def tables_of(report: Report, library: Library) -> tuple[TableWords, ...]:
    """The tables there is anything in."""
    with_year = report.days > DAYS_WITHOUT_YEAR
    sides = (_tr("Left"), _tr("Right"))
    made = (
        TableWords(
            _tr("Points pressed"),
            sides,
            _tr("Times"),
            _tr("Last"),
            tuple(_practised(it, report.points, library, with_year=with_year) for it in report.points),
            "points",
        ),
        TableWords(
            _tr("Exercises"),
            (_tr("Repetitions"), _tr("Sets")),
            "",
            _tr("Last"),
            tuple(_repeated(it, library, with_year=with_year) for it in report.exercises),
            "exercises",
        ),
        TableWords(
            _tr("Techniques"),
            sides,
            _tr("Times"),
            _tr("Last"),
            tuple(_practised(it, report.techniques, library, with_year=with_year) for it in report.techniques),
            "techniques",
        ),
    )
    return tuple(table for table in made if table.rows)


def _practised(done: Practised, all_done: tuple[Practised, ...], library: Library, *, with_year: bool) -> RowWords:
    longest = max(max(it.left, it.right, it.undivided) for it in all_done)
    point = library.points.get(done.subject)
    cells: tuple[CellWords, ...] = ()
    name = words.name_of(done.subject, library)
    if done.left or done.right:
        cells = tuple(CellWords(amount(it), it / longest) for it in (done.left, done.right))
        if done.undivided:
            name = _tr("{0}, and {1} on no side in particular").format(name, amount(done.undivided))
    else:
        cells = (CellWords(amount(done.undivided), done.undivided / longest, is_both=True),)
    return RowWords(
        code=point.code if point else "",
        name=name,
        names=" ".join(point.names_beside) if point else "",
        cells=cells,
        times=number(done.times),
        last=words.day(done.last, with_year=with_year),
        amount=done.seconds,
    )


def _repeated(done: Repeated, library: Library, *, with_year: bool) -> RowWords:
    return RowWords(
        code="",
        name=words.name_of(done.subject, library),
        names="",
        cells=(CellWords(number(done.reps)), CellWords(number(done.sets))),
        times="",
        last=words.day(done.last, with_year=with_year),
        amount=done.reps,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)

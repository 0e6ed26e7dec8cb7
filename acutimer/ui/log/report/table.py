"""The tables, one below the other: as airy as there is room for, and never higher than that."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from acutimer.ui.log.report.letters import BODY, HEAD, NUMBER, QUIET_BODY, SMALL, STRONG, Letters, Setting
from acutimer.ui.log.report.marks import EMBER, FAINT, TRACK, Block, Line, Mark, Words
from acutimer.ui.log.report.rows import CellWords, RowWords, TableWords
from acutimer.ui.log.report.section import Section, section

BETWEEN_MM = 5.0
GAP_MM = 3.0
BAR_MM, BAR_GAP_MM = 0.9, 0.1
LEAST_SIDE_MM, MOST_SIDE_MM = 16.0, 30.0
SIDE_SHARE = 0.15  # of the width, for each of the two amounts
AIR_MM = (2.2, 1.7, 1.2, 0.8, 0.5)  # below a row, tried in turn
END = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns stand, the same in every table."""

    left: float
    right: float
    name: float
    first: float
    second: float
    times: float

    @property
    def side_mm(self) -> float:
        """How wide an amount is."""
        return self.second - self.first - GAP_MM


@dataclass(frozen=True, slots=True)
class Fit:
    """How the tables are laid out: the air below a row, the points' other names or not, and the rows of each."""

    air: float
    has_names: bool
    rows: tuple[int, ...]


class Tables:
    """The tables of a report, `width` mm wide from `left`."""

    def __init__(self, tables: Sequence[TableWords], left: float, width: float) -> None:
        self._tables = tables
        self._grid = _grid(tables, left, width)
        self._everything = tuple(len(table.rows) for table in tables)
        self._set: dict[tuple[str, Letters, float | None, Qt.AlignmentFlag], Setting] = {}

    @property
    def least_mm(self) -> float:
        """The height all rows need when they stand as close as may be."""
        return self._height(Fit(AIR_MM[-1], False, self._everything))

    def lay_out(self, top: float, bottom: float) -> list[Section]:
        """A section for each table, between these heights."""
        fit = self._fit(bottom - top)
        made: list[Section] = []
        for table, shown in zip(self._tables, fit.rows, strict=True):
            marks, end = self._table(table, shown, fit, top)
            width = self._grid.right - self._grid.left
            made.append(section(table.kind, self._grid.left, top, width, end, marks))
            top = end + BETWEEN_MM
        return made

    def _fit(self, room: float) -> Fit:
        for has_names in (True, False):
            for air in AIR_MM if not has_names else AIR_MM[:3]:
                fit = Fit(air, has_names, self._everything)
                if self._height(fit) <= room:
                    return fit
        rows = list(self._everything)
        while self._height(fit := Fit(AIR_MM[-1], False, tuple(rows))) > room and max(rows) > 1:
            rows[rows.index(max(rows))] -= 1
        return fit

    def _height(self, fit: Fit) -> float:
        top = 0.0
        for table, shown in zip(self._tables, fit.rows, strict=True):
            _, end = self._table(table, shown, fit, top)
            top = end + BETWEEN_MM
        return max(0.0, top - BETWEEN_MM)

    def _table(self, table: TableWords, shown: int, fit: Fit, top: float) -> tuple[list[Mark], float]:
        grid = self._grid
        heading = self._words(grid.left, top, table.heading, HEAD, grid.first - GAP_MM - grid.left)
        y = heading.bottom - SMALL.line_mm - 0.4
        marks: list[Mark] = [
            heading,
            self._words(grid.first, y, table.heads[0], SMALL),
            self._words(grid.second, y, table.heads[1], SMALL),
            self._words(grid.times, y, table.times, SMALL, align=END),
            self._words(grid.right, y, table.last, SMALL, align=END),
        ]
        y = heading.bottom + 0.6
        for row in table.rows[:shown]:
            marks.append(Line(QPointF(grid.left, y), QPointF(grid.right, y), FAINT))
            added, end = self._row(row, y + fit.air / 2, has_names=fit.has_names)
            marks += added
            y = end + fit.air / 2
        if hidden := table.rows[shown:]:
            marks.append(Line(QPointF(grid.left, y), QPointF(grid.right, y), FAINT))
            told = self._words(grid.left, y + fit.air / 2, table.more(hidden), QUIET_BODY, grid.right - grid.left)
            marks.append(told)
            y = told.bottom + fit.air / 2
        return marks, y

    def _row(self, row: RowWords, top: float, *, has_names: bool) -> tuple[list[Mark], float]:
        grid = self._grid
        marks: list[Mark] = []
        name_x = grid.left
        if row.code:
            marks.append(self._words(grid.left, top, row.code, STRONG))
            name_x = grid.name
        name = self._words(name_x, top, row.name, BODY, grid.first - GAP_MM - name_x)
        marks.append(name)
        bottom = max(name.bottom, top + BODY.line_mm + BAR_GAP_MM + BAR_MM)
        if has_names and row.names:
            names = self._words(name_x, name.bottom - 0.4, row.names, SMALL, grid.first - GAP_MM - name_x)
            marks.append(names)
            bottom = max(bottom, names.bottom)
        for cell, x in zip(row.cells, (grid.first, grid.second), strict=False):
            marks += self._cell(cell, x, top)
        marks.append(self._words(grid.times, top, row.times, QUIET_BODY, align=END))
        marks.append(self._words(grid.right, top, row.last, QUIET_BODY, align=END))
        return marks, bottom

    def _words(  # noqa: PLR0917  as Words itself
        self,
        x: float,
        top: float,
        text: str,
        letters: Letters,
        width_mm: float | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Words:
        """Words that are set only once, however often the rows are tried in another way."""
        wanted = (text, letters, width_mm, align)
        if wanted not in self._set:
            self._set[wanted] = Setting(*wanted)
        return Words(x, top, *wanted, setting=self._set[wanted])

    def _cell(self, cell: CellWords, x: float, top: float) -> list[Mark]:
        is_nothing = cell.share == 0.0
        marks: list[Mark] = [self._words(x, top, cell.text, QUIET_BODY if is_nothing else NUMBER)]
        if cell.share is None:
            return marks
        width = self._grid.side_mm * (2 if cell.is_both else 1) + (GAP_MM if cell.is_both else 0)
        bar = QRectF(x, top + BODY.line_mm + BAR_GAP_MM, width, BAR_MM)
        marks.append(Block(bar, TRACK, BAR_MM / 2))
        if cell.share > 0:
            filled = QRectF(bar.left(), bar.top(), max(BAR_MM, bar.width() * cell.share), BAR_MM)
            marks.append(Block(filled, EMBER, BAR_MM / 2))
        return marks


def _grid(tables: Sequence[TableWords], left: float, width: float) -> Grid:
    right = left + width
    rows = [row for table in tables for row in table.rows]
    last = max([QUIET_BODY.width_mm(it.last) for it in rows] + [SMALL.width_mm(it.last) for it in tables], default=0)
    times = max([QUIET_BODY.width_mm(it.times) for it in rows] + [SMALL.width_mm(it.times) for it in tables], default=0)
    cells = [NUMBER.width_mm(cell.text) for row in rows for cell in row.cells]
    heads = [SMALL.width_mm(head) for table in tables for head in table.heads]
    side = max(LEAST_SIDE_MM, min(MOST_SIDE_MM, width * SIDE_SHARE), *cells, *heads) if rows else LEAST_SIDE_MM
    codes = max((STRONG.width_mm(row.code) for row in rows if row.code), default=0.0)
    times_end = right - last - GAP_MM
    second = times_end - times - GAP_MM - side
    return Grid(left, right, left + codes + 2.0, second - GAP_MM - side, second, times_end)


def nothing(left: float, top: float, width: float) -> Section:
    """What stands there when nothing was practised."""
    said = QCoreApplication.translate("Report", "No practice was recorded in this period.")
    words = Words(left, top, said, BODY, width)
    return section("nothing", left, top, width, words.bottom, [words])

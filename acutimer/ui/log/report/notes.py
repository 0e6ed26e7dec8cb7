"""The notes that were chosen: all of a note, or none of it, and how many found no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF

from acutimer.core.report import Note
from acutimer.language.catalogue import trn
from acutimer.ui.log.numbers import number
from acutimer.ui.log.report import words
from acutimer.ui.log.report.letters import BODY, HEAD, QUIET_BODY, SMALL
from acutimer.ui.log.report.marks import Mark, Words
from acutimer.ui.log.report.section import Section, section

GAP_MM = 4.0
BETWEEN_MM = 0.6
BELOW_MM = 0.8  # the heading
MOST = 60  # so many lines are more than a page has room for


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A note set in lines, at the top of the sheet."""

    date: Words
    text: Words

    @property
    def height_mm(self) -> float:
        """What it needs."""
        return self.text.bottom + BETWEEN_MM


class NotesBlock:
    """Measured first, then laid out in the room that is free."""

    def __init__(self, notes: Sequence[Note], inner: QRectF) -> None:
        self._inner = inner
        dates = [words.day(note.day) for note in notes[:MOST]]
        dates_mm = max((QUIET_BODY.width_mm(each) for each in dates), default=0.0) + GAP_MM
        self._heading = Words(inner.left(), 0, _tr("Notes by the person"), HEAD)
        self._lines = [
            NoteLines(
                Words(inner.left(), 0, each, QUIET_BODY),
                Words(inner.left() + dates_mm, 0, note.text, BODY, inner.width() - dates_mm),
            )
            for each, note in zip(dates, notes, strict=False)
        ]
        self._unseen = len(notes) - len(self._lines)

    @property
    def wanted_mm(self) -> float:
        """The height all notes need; 0 where there are none."""
        if not self._lines:
            return 0.0
        return self._heading.bottom + BELOW_MM + sum(lines.height_mm for lines in self._lines)

    def lay_out(self, top: float, bottom: float) -> tuple[Section, int]:
        """The section, and how many notes did not fit. A short note may stand though a longer one before it does not.

        The room must do for the heading and one line.
        """
        fits = not self._unseen and self.wanted_mm <= bottom - top + 0.01
        end = bottom if fits else bottom - SMALL.line_mm
        self._heading.top = top
        marks: list[Mark] = [self._heading]
        y, missing = self._heading.bottom + BELOW_MM, self._unseen
        for lines in self._lines:
            if y + lines.text.bottom > end + 0.01:
                missing += 1
                continue
            lines.date.top += y
            lines.text.top += y
            marks += [lines.date, lines.text]
            y = lines.text.bottom + BETWEEN_MM
        if missing:
            said = _told(missing, is_some=len(marks) > 1)
            line = Words(self._inner.left(), y, said, SMALL)
            marks.append(line)
            y = line.bottom
        return section("notes", self._inner.left(), top, self._inner.width(), max(y, top), marks), missing


def _told(missing: int, *, is_some: bool) -> str:
    if is_some:
        return trn("{0} more note did not fit.", "{0} more notes did not fit.", missing).format(number(missing))
    return trn("{0} note did not fit.", "{0} notes did not fit.", missing).format(number(missing))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)

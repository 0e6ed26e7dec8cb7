"""What the history tells about a period, asked once; everything on the page is then made from it."""

from dataclasses import dataclass, replace
from datetime import date

from acutimer.core.report import Note, Report, notes_of, report_of
from acutimer.store.history import History


@dataclass(frozen=True, slots=True)
class Told:
    """The report without notes, and all notes there are. `begins` as in `section.Contents`."""

    report: Report
    notes: tuple[Note, ...]
    begins: date | None

    def with_notes(self, chosen: frozenset[str]) -> Report:
        """The report with the notes of these sessions."""
        return replace(self.report, notes=tuple(note for note in self.notes if note.session in chosen))


def read(history: History, first: date, last: date, day_begins_hour: int, first_weekday: int) -> Told:
    """What the history tells from `first` to `last`; a period never begins before the log does.

    Raises:
        WorldError: the file cannot be read.
    """
    totals = history.totals
    span = totals.span(day_begins_hour)
    begins = span[0] if span is not None and first < span[0] <= last else None
    first = begins or first
    sessions = totals.sessions_between(first, last, day_begins_hour)
    report = report_of(
        first=first,
        last=last,
        day_begins_hour=day_begins_hour,
        first_weekday=first_weekday,
        seconds_by_day=totals.seconds_by_day(first, last, day_begins_hour),
        sessions=sessions,
        subjects=totals.subjects(first, last, day_begins_hour),
        rated=totals.rated(first, last, day_begins_hour),
        corrected=history.corrections.corrected(session.id for session in sessions),
    )
    return Told(report, notes_of(sessions, day_begins_hour), begins)

"""Numbers, days and what became of a file in words, as the page of backups says them."""

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from acutimer.store.backup_files import BackupFile, BackupKind
from acutimer.store.contents import Contents
from acutimer.ui.routines.words import NBSP, minutes

if TYPE_CHECKING:
    from acutimer.store.merging import Imported

LONGEST_RUN, RUN = 40, 20
_IN_HOURS_FROM_SECONDS = 2 * 3600
_MEGABYTE = 1024 * 1024
_BREAK = "\u200b"  # an end of a line may come here


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keeping", text)


def number(count: int) -> str:
    """A number as the system writes it."""
    return QLocale().toString(count)


def sessions(count: int) -> str:
    """How many: "1 session", "412 sessions"."""
    return _tr("1 session") if count == 1 else _tr("{0} sessions").format(number(count))


def size(count: int) -> str:
    """A length in bytes: "140 kB", "1.2 MB"."""
    return (
        QLocale()
        .formattedDataSize(count, int(count >= _MEGABYTE), QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        .replace(" ", NBSP)
    )


def day(moment: date, today: date) -> str:
    """A day of a backup: "Today", "Yesterday", "Wed 18 Nov 2026"."""
    ago = (today - moment).days
    if ago in (0, 1):
        return _tr("Yesterday") if ago else _tr("Today")
    return QLocale().toString(_qdate(moment), _tr("ddd d\u00a0MMM\u00a0yyyy"))


def plain_day(moment: date) -> str:
    """A day: "18 Nov 2026"."""
    return QLocale().toString(_qdate(moment), _tr("d\u00a0MMM\u00a0yyyy"))


def kind(file: BackupFile) -> str:
    """Why a copy was made: "Backup of the day", "Before an import, 7:31"."""
    match file.kind:
        case BackupKind.DAILY:
            return _tr("Backup of the day")
        case BackupKind.UPDATE:
            words = _tr("Before an update")
        case BackupKind.BEFORE_IMPORT:
            words = _tr("Before an import")
        case BackupKind.REPLACED:
            words = _tr("Replaced by a backup")
        case BackupKind.DAMAGED:
            words = _tr("Damaged, replaced by a backup")
    if file.moment is None:
        return words
    time = QLocale().toString(QTime(file.moment.hour, file.moment.minute), QLocale.FormatType.ShortFormat)
    return _tr("{0}, {1}").format(words, time)


def contents(found: Contents) -> str:
    """What is in a copy: "412 sessions, 3 Jan 2024 to 19 Nov 2026, 96 h practised"."""
    if found.first is None or found.last is None:
        return _tr("No sessions")
    first, last = plain_day(found.first), plain_day(found.last)
    when = first if first == last else _tr("{0} to {1}").format(first, last)
    return _tr("{0}, {1}, {2} practised").format(sessions(found.sessions), when, practised(found.seconds))


def practised(seconds: float) -> str:
    """A length: "13 min", "96 h"; nothing at all is "0 min"."""
    if seconds >= _IN_HOURS_FROM_SECONDS:
        return _tr("{0}\u00a0h").format(number(round(seconds / 3600)))
    return minutes(seconds) if seconds else _tr("0\u00a0min")


def compared(then: int, now: int) -> str:
    """How a copy differs from the log: "8 sessions fewer than now."."""
    if then == now:
        return _tr("As many sessions as now.")
    words = _tr("{0} fewer than now.") if then < now else _tr("{0} more than now.")
    return words.format(sessions(abs(now - then)))


def imported(came: "Imported") -> str:
    """What came in: "12 sessions added, 3 changed, 1 deleted, 40 already here."."""
    if not (came.added or came.changed or came.deleted):
        return (
            _tr("Nothing new: {0} already here.").format(sessions(came.unchanged))
            if came.unchanged
            else _tr("There are no sessions in this file.")
        )
    counts = (
        (came.added, _tr("{0} added")),
        (came.changed, _tr("{0} changed")),
        (came.deleted, _tr("{0} deleted")),
        (came.unchanged, _tr("{0} already here")),
    )
    told: list[str] = []
    for count, words in counts:
        if count:
            told.append(words.format(number(count) if told else sessions(count)))
    return ", ".join(told) + "."


def breakable(words: str) -> str:
    """The words, of which none is too long for a line: names of files may run on for ever."""
    return re.sub(rf"\S{{{LONGEST_RUN},}}", lambda found: re.sub(rf"(.{{{RUN}}})", rf"\1{_BREAK}", found[0]), words)


def _qdate(moment: date) -> QDate:
    return QDate(moment.year, moment.month, moment.day)

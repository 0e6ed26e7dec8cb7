"""Numbers, days and what became of a file in words, as the page of backups says them."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from acutimer.language.catalogue import trn
from acutimer.language.joining import ended, listed
from acutimer.language.sentences import one_after_another
from acutimer.store.backup_files import BackupFile, BackupKind
from acutimer.store.contents import Contents
from acutimer.ui.log.numbers import clock_time, date_words, number, practised, sessions
from acutimer.ui.routines.words import NBSP

if TYPE_CHECKING:
    from acutimer.store.merging import Imported

LONGEST_RUN, RUN = 40, 20
_MEGABYTE = 1024 * 1024
_BREAK = "\u200b"  # an end of a line may come here


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keeping", text)


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
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), _tr("ddd d\u00a0MMM\u00a0yyyy"))


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
    return _tr("{0}, {1}").format(words, clock_time(file.moment))


def contents(found: Contents) -> str:
    """What is in a copy: "412 sessions, 3 Jan 2024 to 19 Nov 2026, 96 h practised, 2 routines of your own"."""
    told = _lived(found)
    return _tr("{0}, {1}").format(told, routines(found.routines)) if found.routines else told


def _lived(found: Contents) -> str:
    if found.first is None or found.last is None:
        return _tr("No sessions")
    first, last = (date_words(day, has_year=True) for day in (found.first, found.last))
    when = first if first == last else _tr("{0} to {1}").format(first, last)
    if round(found.seconds) < 1:
        return _tr("{0}, {1}").format(sessions(found.sessions), when)
    return _tr("{0}, {1}, {2} practised").format(sessions(found.sessions), when, practised(found.seconds))


def compared(then: int, now: int) -> str:
    """How a copy differs from the log: "8 sessions fewer than now."."""
    if then == now:
        return _tr("As many sessions as now.")
    words = _tr("{0} fewer than now.") if then < now else _tr("{0} more than now.")
    return words.format(sessions(abs(now - then)))


def imported(came: "Imported") -> str:
    """What came in: "12 sessions added, 3 changed, 1 deleted, 40 already here. 2 routines of your own added."."""
    own = _imported_own(came)
    if not (came.added or came.changed or came.deleted):
        if came.unchanged:
            words = _tr("{0} already here.") if own else _tr("Nothing new: {0} already here.")
            return one_after_another([words.format(sessions(came.unchanged)), *own])
        return one_after_another(own) or _tr("There is nothing new in this file.")
    counts = (
        (came.added, _tr("{0} added")),
        (came.changed, _tr("{0} changed")),
        (came.deleted, _tr("{0} deleted")),
        (came.unchanged, _tr("{0} already here")),
    )
    return one_after_another([ended(_counted(counts, sessions)), *own])


def _imported_own(came: "Imported") -> list[str]:
    """What became of the user's own routines, in a sentence, and of the favourites in another."""
    counts = (
        (came.own.added, _tr("{0} added")),
        (came.own.changed, _tr("{0} changed")),
        (came.own.deleted, _tr("{0} deleted")),
    )
    told = [ended(words)] if (words := _counted(counts, routines)) else []
    if came.own.favourites:
        told.append(_tr("Your favourites are as on the other computer."))
    return told


def _counted(counts: Iterable[tuple[int, str]], named: Callable[[int], str]) -> str:
    """Those counts that are none of 0, the first with the name of what is counted."""
    told: list[str] = []
    for count, words in counts:
        if count:
            told.append(words.format(number(count) if told else named(count)))
    return listed(told)


def routines(count: int) -> str:
    """How many of the user's own: "1 routine of your own", "3 routines of your own"."""
    return trn("{0} routine of your own", "{0} routines of your own", count).format(number(count))


def breakable(words: str) -> str:
    """The words, of which none is too long for a line: names of files may run on for ever."""
    return re.sub(rf"\S{{{LONGEST_RUN},}}", lambda found: re.sub(rf"(.{{{RUN}}})", rf"\1{_BREAK}", found[0]), words)

"""What is plain all the same in a window that speaks a made-up language: words that went through no catalogue."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from stage import Stage

from acutimer.content.library import Library
from tests.legibility import painted

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_LETTERS = re.compile(r"[A-Za-z'\u2019]+")
_CODE = re.compile(r"\b[A-Z]{2}-?\d{1,2}\b|\bEX-LE-?\d\b|\bU\+[0-9A-F]{4}\b")
_FILE = re.compile(r"[\w~./-]*/[\w~./-]+|[\w.-]*\.(?:acutimer|json|csv|pdf|db|log)\b")
_BY_THE_USER = (
    "SELECT text FROM own_routine",
    "SELECT text FROM draft",
    "SELECT routine_name FROM session",
    "SELECT note FROM session",
)


def spelt(*texts: str) -> frozenset[str]:
    """The words of some texts."""
    return frozenset(word for text in texts for word in _WORD.findall(text.replace("\\n", " ")))


# What is the same in all languages: our name, forms of files, keys as they stand on the keyboard, the hand's measure.
EVERYWHERE = spelt(
    "acutimer JSON CSV PDF UTF MB cun AM PM",
    "Ctrl Shift Alt Tab Enter Esc Return Space Ins Del Delete Backspace PgUp PgDown Home End",
    "F A B C D E G H I K L M N O P Q R S T U V W Z",
)


def plain_in(window: QWidget, allowed: frozenset[str]) -> list[str]:
    """Every text with plain words that is painted in a window, or that a screen reader is told of it, a line each."""
    told = ((where, text, plain_words(text, allowed)) for where, text in _texts(window))
    return sorted({f"{where} {text!r}: {', '.join(words)}" for where, text, words in told if words})


def plain_words(text: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """The plain words of a text, without codes, names of files and what is the same in all languages."""
    text = text.replace("\u200b", "")  # where a long name may break
    words = _WORD.findall(_CODE.sub(" ", _FILE.sub(" ", text)))
    return [it for it in words if _LETTERS.fullmatch(it) and it not in allowed and it not in EVERYWHERE]


def words_of_nobody(library: Library) -> frozenset[str]:
    """Words that no catalogue has: pinyin, titles of works and who published them, the system's days and months."""
    locale = QLocale()
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat)
    return spelt(
        *(f"{it.title} {it.publisher} {it.short}" for it in library.sources.values()),
        *(f"{point.pinyin} {' '.join(point.aliases)}" for point in library.points.values()),
        *(locale.standaloneDayName(day, form) for day in range(1, 8) for form in forms),
        *(locale.standaloneMonthName(month, form) for month in range(1, 13) for form in forms),
    )


def words_of_the_user(stage: Stage) -> frozenset[str]:
    """What somebody wrote, or brought in, or types just now, and where it is kept."""
    kept = (row[0] or "" for question in _BY_THE_USER for row in stage.connection.execute(question))
    typed = (field.text() for field in stage.window.findChildren(QLineEdit))
    found = spelt(*kept, *typed, str(stage.context.history.ledger.path.parent), "backups")
    return found | {word[:1].upper() + word[1:] for word in found}


def _texts(window: QWidget) -> Iterator[tuple[str, str]]:
    for it in painted(window):
        yield f"{type(it.widget).__name__} paints", it.words
    yield f"{type(window).__name__} is titled", window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield f"{type(widget).__name__} has the tip", widget.toolTip()
        heard = QAccessible.queryAccessibleInterface(widget)
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description):
            yield f"{type(widget).__name__} is called", heard.text(kind)

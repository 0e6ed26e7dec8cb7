"""The voices of a computer in the order they are offered, and which one speaks when none was chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from acutimer.language.catalogue import ENGLISH, language
from acutimer.language.joining import explained

# Of the many that come with eSpeak, those a listener expects; the others are whispers, dialects and jokes.
PLAIN = (
    *("English (America)", "English (Great Britain)", "German", "Chinese (Mandarin)"),
    "Chinese (Mandarin, latin as English)",
)
VARIANT = "+"
NONE = QLocale.Language.C  # what a system says that cannot tell


@dataclass(frozen=True, slots=True)
class Known:
    """A voice by the name its system gives it. `place` is where it stands in the system's own list."""

    name: str
    language: QLocale.Language
    territory: QLocale.Country
    place: int

    @property
    def speaks_content(self) -> bool:
        """Whether it speaks the language our words are in."""
        return self.language is QLocale(language()).language()

    @property
    def label(self) -> str:
        """The name, with what tells it from its like."""
        english = QLocale.languageToString(self.language)
        if "(" in self.name or self.name.startswith(english):
            return self.name
        return explained(self.name, self._where() if self.speaks_content else self._tongue())

    def _where(self) -> str:
        english = QLocale.territoryToString(self.territory)
        own = QLocale(self.language, self.territory)
        return english if language() == ENGLISH else own.nativeTerritoryName() or english

    def _tongue(self) -> str:
        english = QLocale.languageToString(self.language)
        return english if language() == ENGLISH else QLocale(self.language).nativeLanguageName() or english


def offered(found: Iterable[Known], own: QLocale) -> tuple[Known, ...]:
    """Those worth offering, the best first: what speaks our words, then the others by language. `own` is the user's."""
    named = {known.name: known for known in found if VARIANT not in known.name and known.language is not NONE}
    return tuple(sorted(named.values(), key=lambda known: _rank(known, own)))


def best(voices: Iterable[Known]) -> Known | None:
    """The one to speak when none was chosen; None where none speaks our words, and the system may choose."""
    return next((known for known in voices if known.speaks_content), None)


def _rank(known: Known, own: QLocale) -> tuple[bool, str, bool, int, int]:
    return (
        not known.speaks_content,
        "" if known.speaks_content else QLocale.languageToString(known.language),
        known.territory is not own.territory(),
        PLAIN.index(known.name) if known.name in PLAIN else len(PLAIN),
        known.place,
    )

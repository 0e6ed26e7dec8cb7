"""Sentences as the language in use has them: one after another, and words inside of one."""

from collections.abc import Iterable
from functools import reduce

from acutimer.language.catalogue import ENGLISH, language, tr

GERMAN = "de"
_SMALL_IN_GERMAN = frozenset(
    (
        *("Am", "An", "Auf", "Aus", "Bei", "Das", "Der", "Die", "Hinter", "Im", "In", "Neben", "Über", "Unter", "Zur"),
        *("Ein", "Eine", "Zwei", "Drei", "Vier", "Beide", "Beiden", "Ihr", "Ihre", "Jede", "Jeder", "Jedes", "Alle"),
        *("Linke", "Linker", "Linkes", "Links", "Rechte", "Rechter", "Rechtes", "Rechts", "Unterer", "Ganzer"),
        *("Außen", "Hinten", "Innen", "Oben", "Vorn", "Gestern", "Heute", "Noch", "Seit", "Vor", "Zuletzt"),
        *("Ausgelassen", "Einmal", "Fertig", "Nicht", "Teilweise", "Tiefe", "Vollständig"),
    )
)


def one_after_another(sentences: Iterable[str]) -> str:
    """Whole sentences, one after another; an empty one is passed over."""
    words = tr("{0} {1}", "two sentences")
    told = [sentence for sentence in sentences if sentence]
    return reduce(words.format, told) if told else ""


def inside(text: str) -> str:
    """Words that begin with a capital, as they stand inside a sentence: "left leg" for "Left leg".

    German keeps the capitals of its nouns, and loses those of the small words and adjectives our phrases begin with.
    """
    if language() == GERMAN:
        first = text.replace(",", " ").split(maxsplit=1)
        return text[:1].lower() + text[1:] if first and first[0] in _SMALL_IN_GERMAN else text
    return text[:1].lower() + text[1:] if language() == ENGLISH else text

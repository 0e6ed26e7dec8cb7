"""A text as a search reads it: words without marks and capitals, their stems, and every way to write a code."""

import re
import unicodedata

from acutimer.core.codes import PREFIXES, folded
from acutimer.language.catalogue import ENGLISH, language

LONGEST = 80
"""How many characters of a text are read; what is pasted by mistake may be a book."""

# Too small to look for, as long as other words say more, by language. English names are found in every language.
_ENGLISH = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "from", "i", "in", "is", "it", "me", "my", "of", "on", "or", "the"),
        *("to", "with"),
    )
)
_GERMAN = frozenset(
    (
        *("aber", "als", "am", "an", "auch", "auf", "aus", "bei", "beim", "bin", "da", "das", "dem", "den", "der"),
        *("des", "die", "ein", "eine", "einem", "einen", "einer", "es", "fur", "hab", "habe", "ich", "im", "in"),
        *("ist", "man", "mein", "meine", "meinem", "meinen", "meiner", "meins", "mich", "mir", "mit", "nach"),
        *("oder", "sich", "sind", "so", "tut", "um", "und", "vom", "von", "wenn", "wo", "zu", "zum", "zur"),
    )
)
_SMALL = {ENGLISH: _ENGLISH, "de": _GERMAN | _ENGLISH}
# What the forms of a word end in, the longest first.
_ENDINGS = {
    ENGLISH: ("ness", "ing", "es", "ed", "s", "e", "y"),
    "de": ("ness", "ing", "ern", "em", "en", "er", "es", "ed", "e", "n", "s", "t", "y"),
}
# How German is written where its own letters are missing; `words` has taken the dots off those.
_UNDOTTED = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_TONE = re.compile(r"(?<=[a-z])[1-5]")
_APOSTROPHES = "'\u2019\u02bc"


def words(text: str) -> tuple[str, ...]:
    """The words of a text, small and without marks; each Han character is a word. Joined they are `folded(text)`."""
    letters = []
    for letter in unicodedata.normalize("NFKD", text).casefold():
        if letter.isalnum():
            letters.append(f" {letter} " if is_han(letter) else letter)
        elif not (unicodedata.combining(letter) or letter in _APOSTROPHES):
            letters.append(" ")
    return tuple("".join(letters).split())


def small_words() -> frozenset[str]:
    """The words of the language in use that are too small to look for."""
    return _SMALL.get(language(), _ENGLISH)


def telling(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The words worth looking for: without the small ones, and without one just begun that may become one."""
    smalls = small_words()
    found = tuple(word for word in asked if word not in smalls)
    if len(found) > 1 and any(small.startswith(found[-1]) for small in smalls):
        found = found[:-1]
    return found or asked


def stem(word: str) -> str:
    """What the forms of a word have in common: "aching", "aches" and "ache" are all "ach"."""
    if language() == "de":
        for spelt, letter in _UNDOTTED:
            word = word.replace(spelt, letter)
    for ending in _ENDINGS.get(language(), _ENDINGS[ENGLISH]):
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            return word.removesuffix(ending)
    return word


def toneless(joined: str) -> str:
    """Pinyin with numbers for its tones, without them: "zusanli" for "zu2san1li3"."""
    return _TONE.sub("", joined)


def is_han(letter: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003ffff"


def spellings(code: str) -> dict[str, str]:
    """Every way to write a point's code, folded, and as it is shown: "kd3" and "KD3" for KI3."""
    meridian = code.rstrip("0123456789")
    number = code.removeprefix(meridian)
    shown = {folded(code): code}
    shown |= {folded(it + number): it + number for it, known in PREFIXES.items() if known == meridian}
    return shown

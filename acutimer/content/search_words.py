"""A text as a search reads it: words without marks and capitals, their stems, and every way to write a code."""

import re
import unicodedata

from acutimer.core.codes import PREFIXES, folded

LONGEST = 80
"""How many characters of a text are read; what is pasted by mistake may be a book."""

# Too small to look for, as long as other words say more.
SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "i",
        "in",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    )
)
_ENDINGS = ("ness", "ing", "es", "ed", "s", "e", "y")
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


def telling(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The words worth looking for: without the small ones, and without one just begun that may become one."""
    found = tuple(word for word in asked if word not in SMALL)
    if len(found) > 1 and any(small.startswith(found[-1]) for small in SMALL):
        found = found[:-1]
    return found or asked


def stem(word: str) -> str:
    """What the forms of a word have in common: "aching", "aches" and "ache" are all "ach"."""
    for ending in _ENDINGS:
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

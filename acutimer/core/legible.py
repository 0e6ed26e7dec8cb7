"""Words a person wrote or a file holds: whether each of their characters can be seen, and how to print them."""

import unicodedata

_MOST_MARKS = 4  # on one letter; no script writes more, and a pile of them covers the lines above
_JOINERS = "\u200c\u200d"
_JOINED = ("Lo", "Lm", "Mn", "Mc", "So", "Sk")  # letters of scripts that join, their marks, and pictures
# Control characters, what steers the direction of writing or has no width, halves of letters, private letters, ends
# of lines.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
# Letters and marks by their category, and yet there is nothing to see.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"


def hidden_in(text: str) -> str:
    """The first character that cannot be seen, or that makes others be seen wrongly; empty where there is none.

    A joiner between letters of a script that joins, or between parts of a picture, is none of these.
    """
    marks = 0
    for place, letter in enumerate(text):
        category = unicodedata.category(letter)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MOST_MARKS or letter in _BLANK or _is_no_character(letter):
            return letter
        if category in _UNSEEN and not (letter in _JOINERS and _joins(text[place - 1 : place + 2])):
            return letter
    return ""


def printable(text: str) -> str:
    """The text on one line, whatever is in it; what cannot be printed is written as an escape."""
    if text.isprintable():
        return text
    return "".join(it if it.isprintable() else it.encode("unicode_escape").decode("ascii") for it in text)


def harmless(text: str) -> str:
    """Lines of text without what steers a terminal, or turns the direction of writing: that is written as an escape."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(it if _stays_put(it) else it.encode("unicode_escape").decode("ascii") for it in text)


def _stays_put(letter: str) -> bool:
    return letter.isprintable() or letter in f"\n{_JOINERS}" or unicodedata.category(letter) == "Zs"


def _is_no_character(letter: str) -> bool:
    return ord(letter) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF


def _joins(three: str) -> bool:
    """Whether the middle one of three joins the two beside it."""
    beside = three[::2] if len(three) == 3 else ""
    return bool(beside) and all(not it.isascii() and unicodedata.category(it) in _JOINED for it in beside)

"""Text in the cells of a terminal: Han characters take two, and lines may end between any two of them."""

import textwrap
import unicodedata

from acutimer.language.breaking import has_han, parts_of


def cells(text: str) -> int:
    """How many cells a text takes: Han characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def shortened(text: str, most: int) -> str:
    """As much of the text as fits into so many cells."""
    taken = 0
    for place, character in enumerate(text):
        taken += cells(character)
        if taken > most:
            return text[:place]
    return text


def lines(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, or one word; none where it has no words."""
    if not has_han(text):
        return textwrap.wrap(text, width)
    found = [""]
    for word in text.split():
        gap = " " if found[-1] else ""
        for part in parts_of(word):
            if not found[-1] or cells(found[-1] + gap + part) <= width:
                found[-1] += gap + part
            else:
                found.append(part)
            gap = ""
    return found

"""What one looks for in the log."""

import unicodedata
from dataclasses import dataclass

from acutimer.core.session import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which sessions are wanted; what is left empty lets everything through.

    `subjects` are codes of points and ids of techniques and exercises: a session in which any of them was practised
    passes, and only the practice of these counts toward its minutes. `routine` is an id. `words` stand in the note,
    in any spelling that `folded_words` makes the same.
    """

    subjects: frozenset[str] = frozenset()
    routine: str = ""
    outcome: Outcome | None = None
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return self == ALL


def folded_words(text: str) -> str:
    """Small letters without marks, single spaces: "Über  den  KNIEN" and "uber den knien" are found by each other."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def plain_words(text: str) -> str:
    """The text without what is no letter: codes that drive a terminal, halves of a letter. Lines and tabs stay."""
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))


ALL = LogFilter()

"""Which words stand where: in a name, in the words for a place, or in what is said of a thing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import chain

from acutimer.content.search_records import Record
from acutimer.content.search_typos import Typos
from acutimer.content.search_words import is_han, small_words, stem, words

# A word just begun is looked for in names from its first letter on, elsewhere only once it says something.
LETTERS_IN_PLACES = 2
LETTERS_IN_TEXTS = 4


class Level(IntEnum):
    """Where a word stands in a record; the lower, the more it says."""

    NAME = 0
    NAME_BEGUN = 1
    """A word of a name that only begins so."""
    PLACE = 2
    TEXT = 3


class Vocabulary:
    """Every word of `records`. Records go by their number in it."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._levels: defaultdict[str, dict[int, Level]] = defaultdict(dict)
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        smalls = small_words()
        for index, record in enumerate(records):
            fields = ((Level.NAME, record.names), (Level.PLACE, record.places), (Level.TEXT, record.texts))
            for level, texts in fields:
                for word in {word for text in texts for word in _with_pairs(words(text))} - smalls:
                    self._levels[word].setdefault(index, level)
                    self._forms[stem(word)].add(word)
        self._sorted = sorted(self._levels)

    @property
    def of_names_and_places(self) -> Iterator[str]:
        """The words a slip of the finger is looked for in."""
        of_them = (word for word, at in self._levels.items() if min(at.values()) <= Level.PLACE)
        return (word for word in of_them if not _is_pair(word))

    def at(self, word: str) -> dict[int, Level]:
        """The records with `word` or another form of it, or with a word that begins so."""
        found: dict[int, Level] = {}
        whole = {word} | self._forms.get(stem(word), set())
        for other in whole:
            _add(found, self._levels.get(other, {}), Level.TEXT)
        for other in self._beginning(word):
            if other not in whole:
                _add(found, self._levels[other], _deepest(word), is_begun=True)
        return found

    def meant(self, word: str, typos: Typos) -> dict[int, tuple[int, Level]]:
        """As `at`, and the records with a word that `word` was meant for: the slips in it, and where it stands.

        What is said of a thing has too many words for that.
        """
        found = {index: (0, level) for index, level in self.at(word).items() if level < Level.TEXT}
        for near, slips in typos.words(word).items():
            for index, level in self._levels[near].items():
                if level < Level.TEXT and (index not in found or (slips, level) < found[index]):
                    found[index] = (slips, level)
        return found

    def _beginning(self, word: str) -> Iterator[str]:
        for position in range(bisect_left(self._sorted, word), len(self._sorted)):
            if not self._sorted[position].startswith(word):
                return
            yield self._sorted[position]


def paired(told: Sequence[str]) -> tuple[str, ...]:
    """Words to look for, but every two Chinese characters in a row as one: a single one says little.

    "我膝盖疼" is "我膝", "膝盖" and "盖疼".
    """
    found: list[str] = []
    for before, word, after in zip(("", *told), told, (*told[1:], ""), strict=False):
        if is_han(word) and is_han(after):
            found.append(word + after)
        elif not (is_han(word) and is_han(before)):
            found.append(word)
    return tuple(found)


def _with_pairs(told: Sequence[str]) -> Iterator[str]:
    return chain(told, paired(told))


def _is_pair(word: str) -> bool:
    return len(word) == 2 and is_han(word[0])


def _deepest(begun: str) -> Level:
    """Where a word is looked for of which no more than `begun` is known."""
    if len(begun) >= LETTERS_IN_TEXTS:
        return Level.TEXT
    return Level.PLACE if len(begun) >= LETTERS_IN_PLACES else Level.NAME


def _add(found: dict[int, Level], at: dict[int, Level], deepest: Level, *, is_begun: bool = False) -> None:
    for index, level in at.items():
        if level <= deepest:
            own = Level.NAME_BEGUN if is_begun and level is Level.NAME else level
            if index not in found or own < found[index]:
                found[index] = own

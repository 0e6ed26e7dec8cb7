"""What was meant by a word with a slip of the finger in it: letters swapped, dropped, doubled or replaced."""

from collections.abc import Iterable, Iterator, Sequence

# How many slips a text of so many letters may have; shorter ones are too near to everything.
LETTERS_FOR_TWO = 8
LETTERS_FOR_ONE = 3
LETTERS_FOR_A_WORD = 5
# A name is compared with what has been typed of it so far from here on.
LETTERS_TO_BEGIN = 5


class Typos:
    """Compares with `names` and single `words`, all folded. Making it loads rapidfuzz: some 30 ms, once."""

    def __init__(self, names: Sequence[str], words: Iterable[str]) -> None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        self._extract, self._distance = process.extract, OSA.distance
        self._names = [name for name in names if not _has_digit(name)]
        self._words = [word for word in words if len(word) >= LETTERS_FOR_A_WORD - 1 and not _has_digit(word)]

    def names(self, text: str) -> dict[str, int]:
        """The names `text` may have been meant for, with the number of slips."""
        allowed = 2 if len(text) >= LETTERS_FOR_TWO else 1
        if len(text) < LETTERS_FOR_ONE or _has_digit(text):
            return {}
        return {name: slips for name, slips, _ in self._near(text, self._names, allowed)}

    def beginnings(self, text: str) -> Iterator[str]:
        """The names that `text` may be the beginning of, with one slip in it."""
        if len(text) < LETTERS_TO_BEGIN or _has_digit(text):
            return
        for letters in (len(text) - 1, len(text), len(text) + 1):
            begun = [name[:letters] for name in self._names]
            yield from (self._names[index] for _, _, index in self._near(text, begun, 1))

    def words(self, word: str) -> dict[str, int]:
        """The single words that may have been meant, with the number of slips."""
        if len(word) < LETTERS_FOR_A_WORD or _has_digit(word):
            return {}
        allowed = 2 if len(word) > LETTERS_FOR_TWO else 1
        return {near: slips for near, slips, _ in self._near(word, self._words, allowed)}

    def _near(self, text: str, known: Sequence[str], allowed: int) -> list[tuple[str, int, int]]:
        return self._extract(text, known, scorer=self._distance, score_cutoff=allowed, limit=None)


def _has_digit(text: str) -> bool:
    """A number that is wrong is another number: it is never mended."""
    return any(letter.isdigit() for letter in text)

"""Search: points by code, name in any script, or place; complaints, areas and routines by their words."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from acutimer.content.search_records import Kind, Record
from acutimer.content.search_typos import Typos
from acutimer.content.search_vocabulary import Level, Vocabulary, paired
from acutimer.content.search_words import LONGEST, small_words, spellings, telling, toneless, words
from acutimer.core.codes import canonical, folded

MOST = 24
"""How many hits an answer has at most."""
LETTERS_INSIDE = 4
KINDS = tuple(Kind)


class Tier(IntEnum):
    """How well something fits what was typed; the better ones stand first."""

    CODE = 0
    NAME = 1
    CODE_BEGUN = 2
    NAME_BEGUN = 3
    """A name begins so, or has all these words."""
    NAME_WORDS_BEGUN = 4
    INSIDE_NAME = 5
    PLACE = 6
    SLIP = 7
    """A name with one slip of the finger in it."""
    TEXT = 8
    SLIP_BEGUN = 9
    SLIP_IN_WORD = 10
    SLIPS = 11
    SLIPS_IN_WORDS = 12
    MOST_WORDS = 13
    """Not all of the words are there; only where nothing fits better."""


TIERS = {
    Level.NAME: Tier.NAME_BEGUN,
    Level.NAME_BEGUN: Tier.NAME_WORDS_BEGUN,
    Level.PLACE: Tier.PLACE,
    Level.TEXT: Tier.TEXT,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `key` is a point's code, an area's value, or the id of a complaint or a routine.

    `title` is its name; `detail` a point's place, a complaint's group or a routine's summary, empty for an area.
    `matched` is the name it was found by, where that is none of those it is known by first.
    """

    kind: Kind
    key: str
    title: str
    detail: str
    matched: str = ""


class Fit(NamedTuple):
    """How one record fits. Within a tier and a kind, the lesser `distance` stands first."""

    tier: Tier
    distance: int = 0
    matched: str = ""


# A spelling, folded; the record's number; the spelling as it is shown, empty where everybody sees it anyway.
Spelling = tuple[str, int, str]


class SearchIndex:
    """Everything to find, prepared once. The order of `records` decides between equals."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._codes = sorted(set(_codes(records)))
        self._names = sorted(_names(records))
        self._vocabulary = Vocabulary(records)
        self._places = [_without_small_words(record.places) for record in records]

    @cached_property
    def _typos(self) -> Typos:
        return Typos(sorted({name for name, _, _ in self._names}), self._vocabulary.of_names_and_places)

    def prepare(self) -> None:
        """Do now what the first slip of the finger would have to wait for: some 30 ms, once."""
        self._typos.names("")

    def find(self, text: str, most: int = MOST) -> tuple[Hit, ...]:
        """The best hits for what was typed, at most `most`; none for a text without a letter or a digit."""
        text = text.strip()[:LONGEST]
        asked = words(text)
        if not asked:
            return ()
        joined, wanted = "".join(asked), telling(asked)
        found = _Found()
        self._by_code(text, joined, found)
        self._by_name(joined, found)
        self._by_words(wanted, found)
        if found.best > Tier.NAME:
            self._by_slips(joined, wanted, found)
        if not found:
            self._by_most_words(wanted, found)
        best = sorted(found, key=lambda index: self._order(index, found[index]))[:most]
        return tuple(self._hit(index, found[index], wanted) for index in best)

    # -- ways to find --------------------------------------------------------------------------------

    def _by_code(self, text: str, joined: str, found: "_Found") -> None:
        for spelling, index, matched in _beginning(self._codes, joined):
            is_whole = spelling == joined and not joined.isdigit()
            number = int("".join(filter(str.isdigit, self._records[index].key)) or 0)
            found.add(index, Fit(Tier.CODE if is_whole else Tier.CODE_BEGUN, 0 if is_whole else number, matched))
        if not found:  # ST036, and the pair by its name
            for _, index, matched in _exactly(self._codes, folded(canonical(text))):
                found.add(index, Fit(Tier.CODE, 0, matched))

    def _by_name(self, joined: str, found: "_Found") -> None:
        for name, index, matched in _beginning(self._names, joined):
            found.add(index, Fit(Tier.NAME if name == joined else Tier.NAME_BEGUN, 0, matched))
        for _, index, matched in _exactly(self._names, toneless(joined)):
            found.add(index, Fit(Tier.NAME, 0, matched))
        if len(joined) >= LETTERS_INSIDE:
            for name, index, matched in self._names:
                if joined in name:
                    found.add(index, Fit(Tier.INSIDE_NAME, 0, matched))

    def _by_words(self, wanted: Sequence[str], found: "_Found") -> None:
        at = [self._vocabulary.at(word) for word in paired(wanted)]
        for index in set(at[0]).intersection(*at[1:]):
            tier = TIERS[max(levels[index] for levels in at)]
            is_together = tier is Tier.PLACE and " ".join(wanted) in self._places[index]
            found.add(index, Fit(tier, 0 if is_together else 1))

    def _by_slips(self, joined: str, wanted: Sequence[str], found: "_Found") -> None:
        near = self._typos.names(joined)
        for name, slips in near.items():
            if slips == 1:
                found.add_all(_exactly(self._names, name), Tier.SLIP)
        if found.best <= Tier.SLIP:
            return
        for name in near:
            found.add_all(_exactly(self._names, name), Tier.SLIPS)
        for name in self._typos.beginnings(joined):
            found.add_all(_exactly(self._names, name), Tier.SLIP_BEGUN)
        at = [self._vocabulary.meant(word, self._typos) for word in wanted]
        for index in set(at[0]).intersection(*at[1:]):
            slips, level = sum(fits[index][0] for fits in at), max(fits[index][1] for fits in at)
            if slips in (1, 2):
                found.add(index, Fit(Tier.SLIP_IN_WORD if slips == 1 else Tier.SLIPS_IN_WORDS, level))

    def _by_most_words(self, wanted: Sequence[str], found: "_Found") -> None:
        parts = paired(wanted)
        counted = Counter(index for word in parts for index in self._vocabulary.at(word))
        # of Chinese a third will do: where one word ends and the next begins, two characters are none
        least = len(parts) / 3 if parts != tuple(wanted) else max(2, len(parts) * 2 / 3)
        for index, count in counted.items():
            if count >= least:
                found.add(index, Fit(Tier.MOST_WORDS, len(parts) - count))

    # -- the answer ----------------------------------------------------------------------------------

    def _order(self, index: int, fit: Fit) -> tuple[int, ...]:
        kind = KINDS.index(self._records[index].kind)
        between = (fit.distance, kind) if fit.tier is Tier.MOST_WORDS else (kind, fit.distance)
        return (fit.tier, *between, index)

    def _hit(self, index: int, fit: Fit, wanted: Iterable[str]) -> Hit:
        record = self._records[index]
        is_plain = set(wanted) <= set(words(record.title))
        return Hit(record.kind, record.key, record.title, record.detail, "" if is_plain else fit.matched)


class _Found(dict[int, Fit]):
    """The best fit of each record, by its number."""

    def add(self, index: int, fit: Fit) -> None:
        if index not in self or fit < self[index]:
            self[index] = fit

    def add_all(self, spelled: Iterable[Spelling], tier: Tier) -> None:
        for _, index, matched in spelled:
            self.add(index, Fit(tier, 0, matched))

    @property
    def best(self) -> Tier:
        return min((fit.tier for fit in self.values()), default=Tier.MOST_WORDS)


def _codes(records: Sequence[Record]) -> Iterator[Spelling]:
    """Every way to write each point's code, and its number alone."""
    for index, record in enumerate(records):
        if record.kind is Kind.POINT:
            for spelling, shown in spellings(record.key).items():
                yield spelling, index, "" if shown == record.key else shown
            if number := record.key[len(record.key.rstrip("0123456789")) :]:
                yield number, index, ""


def _names(records: Sequence[Record]) -> Iterator[Spelling]:
    for index, record in enumerate(records):
        shown = {folded(name) for name in record.shown}
        for name, written in {folded(name): name for name in reversed(record.names)}.items():
            if name:
                yield name, index, "" if name in shown else written


def _without_small_words(places: Iterable[str]) -> str:
    """So that "behind knee" is found in "behind the knee"."""
    smalls = small_words()
    return " ".join(word for place in places for word in words(place) if word not in smalls)


def _beginning(known: Sequence[Spelling], text: str) -> Iterator[Spelling]:
    """All of the sorted `known` that begin with `text`."""
    for position in range(bisect_left(known, (text,)), len(known)):
        if not known[position][0].startswith(text):
            return
        yield known[position]


def _exactly(known: Sequence[Spelling], text: str) -> Iterator[Spelling]:
    return (it for it in _beginning(known, text) if it[0] == text)

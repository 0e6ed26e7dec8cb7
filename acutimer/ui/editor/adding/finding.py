"""Searches what can be put into a routine: points as everywhere, practices by their names and words."""

from collections.abc import Iterator, Sequence

from acutimer.content.library import Library
from acutimer.content.search_records import Kind, Record, records_of
from acutimer.content.searching import SearchIndex
from acutimer.ui.editor.adding.entries import Entry
from acutimer.ui.explore.search.result_words import area_names


class Finder:
    """Finds entries, the best first, those that cannot be chosen last."""

    def __init__(self, entries: Sequence[Entry], library: Library) -> None:
        self._entries = {entry.key: entry for entry in entries}
        self._index = SearchIndex((*_points(library), *_practices(entries, library)))

    def find(self, text: str) -> tuple[Entry, ...]:
        """The entries that fit what was typed; all of them, in their order, where nothing was."""
        if not text.strip():
            return tuple(self._entries.values())
        hits = self._index.find(text, most=len(self._entries))
        found = (self._entries[hit.key] for hit in hits if hit.key in self._entries)
        return tuple(sorted(found, key=lambda entry: bool(entry.refusal)))


def _points(library: Library) -> Iterator[Record]:
    return (record for record in records_of(library, area_names()) if record.kind is Kind.POINT)


def _practices(entries: Sequence[Entry], library: Library) -> Iterator[Record]:
    """Whatever is no point. The index knows no practices of their own; as routines they follow equally good points."""
    for entry in entries:
        if not entry.code:
            practice = library.techniques.get(entry.key) or library.exercises.get(entry.key)
            texts = () if practice is None else (practice.how.text,)
            names = (entry.name,)
            yield Record(
                Kind.ROUTINE, entry.key, entry.name, entry.detail, names, names, places=(entry.group,), texts=texts
            )

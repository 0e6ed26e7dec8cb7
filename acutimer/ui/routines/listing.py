"""Which routines of the list are to be seen: those the chip and the words let through, a page at a time."""

from collections.abc import Iterable

from acutimer.core.filtering import folded_words
from acutimer.ui.routines.filters import Filter, Listed
from acutimer.ui.routines.sections import in_sections, section_of

PAGE = 60  # rows are widgets: thousands at once would take minutes to lay out
FIND_FROM = 25  # so many routines are found by their name sooner than by looking


class Listing:
    """All routines by id in the order of the list, and of these what passes `kind` and `words`, in pages of `PAGE`."""

    def __init__(self) -> None:
        self.listed: dict[str, Listed] = {}
        self.seen: tuple[str, ...] = ()
        """What passes, from top to bottom, on whatever page."""
        self.page = 0
        self.kind, self.words = Filter.ALL, ""

    def take(self, listed: Iterable[Listed]) -> None:
        """List these; a chip that none of them passes gives way."""
        self.listed = {one.id: one for members in in_sections(listed).values() for one in members}
        if not any(self.kind.lets(one) for one in self.listed.values()):
            self.kind = Filter.ALL
        if len(self.listed) < FIND_FROM:
            self.words = ""
        self._narrow()

    def narrow(self, kind: Filter, words: str) -> None:
        """Let through what passes the chip and has all the words in its name, in any spelling; from the first page."""
        self.kind, self.words, self.page = kind, words, 0
        self._narrow()

    @property
    def pages(self) -> int:
        """How many there are, 1 at the least."""
        return max(1, -(-len(self.seen) // PAGE))

    @property
    def has_sections(self) -> bool:
        """Whether there are routines of more than one section, to be seen or not."""
        return len({section_of(one) for one in self.listed.values()}) > 1

    @property
    def on_page(self) -> tuple[str, ...]:
        """What is to be seen now."""
        return self.seen[self.page * PAGE : (self.page + 1) * PAGE]

    def turn(self, by: int) -> None:
        """Go `by` pages on, or back, as far as there are any."""
        self.page = min(max(0, self.page + by), self.pages - 1)

    def turn_to(self, routine_id: str) -> None:
        """Go to the page of a routine; where chip or words hide it, they give way."""
        if routine_id not in self.seen:
            self.narrow(Filter.ALL, "")
        self.page = self.seen.index(routine_id) // PAGE

    def heir_of(self, routine_id: str, among: Iterable[str]) -> str | None:
        """Which of the routines `among` takes the place of one that goes: the next to be seen, else the one before."""
        stays = frozenset(among)
        if routine_id not in self.seen:
            return None
        place = self.seen.index(routine_id)
        return next((it for it in (*self.seen[place + 1 :], *reversed(self.seen[:place])) if it in stays), None)

    def _narrow(self) -> None:
        wanted = folded_words(self.words).split()
        self.seen = tuple(
            one.id for one in self.listed.values() if self.kind.lets(one) and (not wanted or _has(one, wanted))
        )
        self.turn(0)


def _has(one: Listed, wanted: list[str]) -> bool:
    name = folded_words(one.routine.name)
    return all(word in name for word in wanted)

"""A routine while it is being written. It may still lack its name or its steps; every change gives a new draft."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from acutimer.core.legible import hidden_in
from acutimer.core.limits import MOST_IN_NAME, MOST_IN_TEXT
from acutimer.core.points import Claim
from acutimer.core.routines import MOST_STEPS, Posture, PressStep, Routine, Schedule, Step, TechniqueStep

OWN = "own"
"""The source of what users write themselves."""
MOST_SAY_LETTERS = 34
"""More of an instruction is hard to take in at a glance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a routine is to be, saved or not. Places count the steps from 0.

    `id` is the routine's own. `name` is empty until it has one; there are at most 100 steps, and each is sound by
    itself. What is not written in the editor (cautions, guide cards, schedule) goes through unchanged.
    """

    id: str
    name: str = ""
    summary: str = ""
    postures: tuple[Posture, ...] = (Posture.SEATED,)
    equipment: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    source: str = OWN
    cautions: tuple[Claim, ...] = ()
    guide: tuple[str, ...] = ()
    schedule: Schedule | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a draft needs an id")
        if len(self.steps) > MOST_STEPS:
            raise ValueError(f"a routine has at most {MOST_STEPS} steps")

    @property
    def is_full(self) -> bool:
        """Whether no step can be added."""
        return len(self.steps) >= MOST_STEPS

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything yet."""
        return not (self.name.strip() or self.summary.strip() or self.steps or self.equipment)

    def with_step(self, place: int, step: Step) -> "Draft":
        """Another step at `place`, instead of the one there."""
        self._check(place)
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def added(self, place: int, step: Step) -> "Draft":
        """One more step, which will stand at `place`; the number of steps adds it at the end.

        Raises:
            ValueError: there are 100 steps already.
        """
        if not 0 <= place <= len(self.steps):
            raise IndexError(f"there is no place {place}")
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place:]))

    def duplicated(self, place: int) -> "Draft":
        """The step at `place` once more, right after it.

        Raises:
            ValueError: there are 100 steps already.
        """
        self._check(place)
        return self.added(place + 1, self.steps[place])

    def removed(self, place: int) -> "Draft":
        """Without the step at `place`."""
        self._check(place)
        return replace(self, steps=(*self.steps[:place], *self.steps[place + 1 :]))

    def moved(self, place: int, to: int) -> "Draft":
        """The step at `place` stands at `to` afterwards; those between make room."""
        self._check(place)
        self._check(to)
        return self.removed(place).added(to, self.steps[place])

    def renamed(self, name: str) -> "Draft":
        """Under another name, on one line."""
        return replace(self, name=one_line(name, MOST_IN_NAME))

    def as_routine(self) -> Routine:
        """The routine itself.

        Raises:
            ValueError: it has no name.
        """
        values = {field.name: getattr(self, field.name) for field in fields(Draft)}
        return Routine(**{**values, "name": self.name.strip(), "summary": self.summary.strip()})

    def _check(self, place: int) -> None:
        if not 0 <= place < len(self.steps):
            raise IndexError(f"there is no step at place {place}")


def draft_of(routine: Routine) -> Draft:
    """A routine as a draft of itself."""
    return Draft(**{field.name: getattr(routine, field.name) for field in fields(Draft)})


def copy_of(routine: Routine, id: str, name: str) -> Draft:  # noqa: A002 - an id is called id
    """A routine as the beginning of another one, which is the user's own."""
    return replace(draft_of(routine), id=id, name=one_line(name, MOST_IN_NAME), source=OWN, schedule=None)


def as_own(before: Step, after: Step) -> Step:
    """`after`, made from `before` in the editor: what changed is the user's own and no longer its source's."""
    if after == before:
        return after
    if isinstance(after, PressStep | TechniqueStep):
        dose = getattr(before, "dose", None)
        if after.dose != dose:
            after = replace(after, dose=replace(after.dose, source=OWN))
    return replace(after, source=OWN)


def one_line(text: str, most: int) -> str:
    """Text as someone typed or pasted it, on one line of at most `most` letters that can all be shown.

    Ends of lines and tabs become spaces; what cannot be seen, or turns the way one reads, is left out.
    """
    line = _legible("".join(" " if letter.isspace() else letter for letter in text[: 4 * most]))
    return _legible(line[:most])


def _legible(line: str) -> str:
    while hidden := hidden_in(line):
        line = line.replace(hidden, "")
    return line


def changed_fields(before: Step, after: Step) -> frozenset[str]:
    """The names of the fields in which two steps of one kind differ; all of them where the kinds do.

    The source does not count: it follows from the others.
    """
    names = _names(after)
    if type(before) is not type(after):
        return names
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def _names(step: Step) -> frozenset[str]:
    return frozenset(field.name for field in fields(step)) - {"source"}


def equipment_line(words: Iterable[str]) -> str:
    """Equipment as one types it: "chair, wall"."""
    return ", ".join(words)


def equipment_of(line: str) -> tuple[str, ...]:
    """What stands in a line of equipment, each thing once: "chair, wall" is ("chair", "wall")."""
    words = (word.strip() for word in one_line(line, MOST_IN_TEXT).split(","))
    return tuple(dict.fromkeys(word for word in words if word))

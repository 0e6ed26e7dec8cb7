"""What becomes of the routines that files hold: new, here already, or kept beside another one."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from acutimer.core.limits import MOST_IN_NAME
from acutimer.core.routines import Routine

NUMBERED = r"( \(\d+\))+$"
SURE_TO_STAY = MOST_IN_NAME - 10  # letters of a name, whatever number comes after it


class Fate(StrEnum):
    """What happens to one of them."""

    NEW = "new"
    HERE = "here"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A routine as it would be added; one that is here already stays as it is, and nothing is added.

    `name_before` is the name in the file where that is taken here, and the routine comes under another one.
    """

    routine: Routine
    fate: Fate
    name_before: str = ""


def sorted_out(
    coming: Iterable[Routine], here: Mapping[str, Routine], new_id: Callable[[], str], taken: Collection[str] = ()
) -> list[Arrival]:
    """What becomes of each, in order, as if each were added before the next one is looked at.

    What says the same under whatever id is here already. Nothing that is here is replaced: where an id is taken, the
    other one gets a new id; `taken` are ids of what is kept and not among what is `here`.
    """
    known = dict(here)
    found: list[Arrival] = []
    for routine in coming:
        if any(_says_same(other, routine) for other in known.values()):
            found.append(Arrival(routine, Fate.HERE))
            continue
        is_beside = routine.id in known
        names = {other.name.casefold() for other in known.values()}
        own_id = new_id() if is_beside or routine.id in taken else routine.id
        added = replace(routine, id=own_id, name=free_name(routine.name, names))
        before = routine.name if added.name != routine.name else ""
        found.append(Arrival(added, Fate.BESIDE if is_beside or before else Fate.NEW, before))
        known[added.id] = added
    return found


def _says_same(other: Routine, routine: Routine) -> bool:
    """Whether they differ in their ids at most, and in the number one of them got because its name was taken."""
    return replace(other, id=routine.id, name=routine.name) == routine and _bare(other.name) == _bare(routine.name)


def _bare(name: str) -> str:
    """A name without a number after it, and without what had to make room for one."""
    return re.sub(NUMBERED, "", name)[:SURE_TO_STAY]


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or with a number after it the first that is not among `taken`, which are casefolded."""
    names, number, free = set(taken), 1, name
    while free.casefold() in names:
        number += 1
        tail = f" ({number})"
        free = name[: MOST_IN_NAME - len(tail)].rstrip() + tail
    return free

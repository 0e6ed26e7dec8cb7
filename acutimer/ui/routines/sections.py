"""The parts of the list: favourites before the user's own, and those before the built-in ones."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from acutimer.ui.routines.filters import Listed


class Section(StrEnum):
    """One part, in the order of the list. Each routine stands in one of them only."""

    FAVOURITES = "favourites"
    OWN = "own"
    BUILT_IN = "built-in"

    @property
    def label(self) -> str:
        """The words over it."""
        return {
            Section.FAVOURITES: QCoreApplication.translate("Routines", "Favourites"),
            Section.OWN: QCoreApplication.translate("Routines", "Yours"),
            Section.BUILT_IN: QCoreApplication.translate("Routines", "Built in"),
        }[self]


def section_of(listed: Listed) -> Section:
    """Where a routine stands."""
    if listed.is_favourite:
        return Section.FAVOURITES
    return Section.OWN if listed.is_own else Section.BUILT_IN


def in_sections(listed: Iterable[Listed]) -> dict[Section, list[Listed]]:
    """The routines by section, in the order of the list; a section without any is left out."""
    found: dict[Section, list[Listed]] = {section: [] for section in Section}
    for one in listed:
        found[section_of(one)].append(one)
    return {section: members for section, members in found.items() if members}

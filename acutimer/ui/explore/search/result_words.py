"""The words of a search's results: what stands in a row, what a screen reader says of it, and how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.content.search_records import Kind
from acutimer.content.searching import Hit
from acutimer.core.points import Area
from acutimer.core.practices import Complaint
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed
from acutimer.language.sentences import inside
from acutimer.ui.explore.words import area_name, points_count

ICONS = {Kind.COMPLAINT: "flag", Kind.AREA: "explore", Kind.ROUTINE: "routines"}
SHOWN_LETTERS = 40


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row: `code` or `icon` before the `name`, a lighter `note` after it, `detail` below, the `kind` at the end."""

    name: str
    detail: str
    kind: str
    note: str = ""
    code: str = ""
    icon: str = ""

    @property
    def spoken(self) -> str:
        """All of it for who cannot see it; the note only says again who it is."""
        parts = (self.code, self.name, _inside_a_sentence(self.detail), _inside_a_sentence(self.kind))
        return listed(parts)


def area_names() -> Mapping[Area, str]:
    """The areas one can search for; the hand is one's own."""
    return {area: _tr("Your hand") if area is Area.HAND else area_name(area) for area in Area}


def row_words(hit: Hit, library: Library) -> RowWords:
    """What a hit's row says."""
    also = _tr("also {name}").format(name=hit.matched) if hit.matched else ""
    match hit.kind:
        case Kind.POINT:
            point = library.points[hit.key]
            note = also or " ".join(point.names_beside)
            return RowWords(hit.title, hit.detail, _tr("Point"), note, code=hit.key)
        case Kind.COMPLAINT:
            name = _tr("{group}: {name}").format(group=hit.detail, name=_inside_a_sentence(hit.title))
            fits = _tr("Red flags first, then {what}").format(what=_what_fits(library.complaints[hit.key]))
            return RowWords(name, fits, _tr("Complaint"), also, icon=ICONS[hit.kind])
        case Kind.AREA:
            is_hand = hit.key == Area.HAND
            detail = _tr("What you measure with") if is_hand else _tr("Its points, from close up")
            return RowWords(hit.title, detail, _tr("Area"), also, icon=ICONS[hit.kind])
        case Kind.ROUTINE:
            return RowWords(hit.title, hit.detail, _tr("Routine"), also, icon=ICONS[hit.kind])


def nothing_found(text: str) -> str:
    """That nothing fits, and what one could try."""
    told = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    told = told if len(told) <= SHOWN_LETTERS else told[: SHOWN_LETTERS - 1].rstrip() + "\u2026"
    words = _tr("Nothing found for \u201c{text}\u201d. Try a code such as ST36 or a place such as knee.")
    return words.format(text=told)


def results_count(count: int) -> str:
    """How many results: "1 result", "11 results"."""
    return trn("{0} result", "{0} results", count).format(count)


def _what_fits(complaint: Complaint) -> str:
    points, routines = len(complaint.points), len(complaint.routines)
    if points and routines:
        both = _tr("{points} and {routines}")
        return both.format(points=points_count(points), routines=_routines_count(routines))
    return points_count(points) if points else _routines_count(routines)


def _routines_count(count: int) -> str:
    return trn("{0} routine", "{0} routines", count).format(count)


def _inside_a_sentence(text: str) -> str:
    return inside(text).rstrip(".。")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explore", text)

"""A person's ordinary use of the window, act by act: a routine written, a log of three years read and corrected."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from stage import Stage
from turns import Act, Kind
from turns_walk import FEW, press, scrolls, type_in

from acutimer.ui.editor.step_list import StepList
from acutimer.ui.kit.switch import Switch
from acutimer.ui.log.body.page import BodyPage
from acutimer.ui.log.place import BODY, DAYS, KEEPING, REPORT, TRENDS, LogPlace
from acutimer.ui.log.trends.page import TrendsPage
from acutimer.ui.routines.place import RoutinesPlace

PAGES = {"the body": BODY, "the trends": TRENDS, "the keeping": KEEPING, "the report": REPORT}
OPENED, CHOSEN, TYPED = Kind.OPENED, Kind.CHOSEN, Kind.TYPED


def editor(stage: Stage, *, few: bool = False) -> Iterator[Act]:
    """A routine of one's own: its steps looked at, changed, another one looked for; and a new routine."""
    place = stage.place(RoutinesPlace)
    yield Act(OPENED, "the editor", partial(place.edit, "own-evening"))
    written = place.editor
    for index in range(2 * FEW if few else len(written.desk.draft.steps)):
        yield Act(CHOSEN, "a step of a routine", partial(_choose, written.steps.list, index))
    yield Act(CHOSEN, "a step duplicated", written.duplicate)
    yield Act(CHOSEN, "a step removed", written.remove)
    yield Act(CHOSEN, "undone", written.undo)
    yield Act(CHOSEN, "undone", written.undo)
    yield Act(OPENED, "what a routine is about", written.steps.head.about_wanted.emit)
    yield Act(OPENED, "what can be added", written.start_adding)
    line = written.side.adding.search.line
    yield Act(CHOSEN, "what can be added: its search", partial(line.setFocus, Qt.FocusReason.TabFocusReason))
    yield from type_in(stage, "kid", "what can be added")
    yield Act(OPENED, "the editor left", written.keeping.leave)
    yield Act(OPENED, "a new routine", place.write_new)
    yield Act(OPENED, "the editor left", written.keeping.leave)


def log(stage: Stage, *, few: bool = False) -> Iterator[Act]:
    """Days, sessions, filters, forms and the other pages; and to the other places and back."""
    yield Act(OPENED, "Log", partial(stage.window.show_place, "log"))
    place = stage.place(LogPlace)
    days = place.days
    for row in (1, 2, 40):
        yield Act(CHOSEN, "a session of the log", partial(days.listing.list.choose, row))
    yield Act(CHOSEN, "the list of the log", partial(days.listing.list.setFocus, Qt.FocusReason.TabFocusReason))
    for _ in range(3):
        yield Act(CHOSEN, "a session of the log", partial(press, stage, Qt.Key.Key_Down))
    yield Act(OPENED, "all of a session", partial(press, stage, Qt.Key.Key_Return))
    yield from scrolls("the log", days)
    yield Act(CHOSEN, "the year before", days.calendar.before.click)
    yield Act(CHOSEN, "the year after", days.calendar.after.click)
    yield Act(CHOSEN, "a day of the year", lambda: days.calendar.opened.emit(days.calendar.chosen))
    yield Act(OPENED, "the filters of the log", days.show_filters)
    yield from type_in(stage, "stairs", "the filters of the log")
    yield Act(CHOSEN, "the filters of the log: cleared", days.filters.clear_button.click)
    yield Act(OPENED, "the filters of the log left", days.show_filters)
    yield Act(OPENED, "a session to be corrected", days.picked.edit)
    yield from type_in(stage, "1", "a session to be corrected")
    yield Act(OPENED, "a session to be corrected: left", days.picked.editor.cancel)
    yield Act(OPENED, "a session to be added", days.add)
    yield Act(OPENED, "a session to be added: left", days.picked.editor.cancel)
    for name, page in PAGES.items():
        yield Act(OPENED, name, partial(place.show_page, page))
        yield from scrolls(name, place)
        for switch in _spans(stage, page):
            for index in (0, 2, 1)[: FEW if few else None]:
                yield Act(CHOSEN, f"{name}: another span", partial(_switch, switch, index))
        yield Act(OPENED, "the days of the log", partial(place.show_page, DAYS))
    for name in ("explore", "routines", "log"):
        yield Act(OPENED, f"{name} again", partial(stage.window.show_place, name))


def _choose(steps: StepList, index: int) -> None:
    steps.choose(index)
    steps.chosen.emit(index)


def _spans(stage: Stage, page: int) -> Iterator[Switch]:
    if page == BODY:
        yield stage.place(BodyPage).switch
    elif page == TRENDS:
        yield stage.place(TrendsPage).period


def _switch(switch: Switch, index: int) -> None:
    switch.set_index(index)
    switch.chosen.emit(index)

"""A person's ordinary use of the window, act by act: points, search, routines, a session, the log, the settings.

`turns_editing` goes on with the editor and the log.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from stage import Stage
from turns import Act, Kind

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.preferences.place import PreferencesPlace
from acutimer.ui.routines.place import RoutinesPlace
from acutimer.ui.session.page import SessionPage

POINTS = ("ST36", "GB34", "KI3", "BL23")
GROUPS = ("looks", "session", "safety", "data", "help")
SESSIONS = (("knee-pain-press", 200), ("morning-balance", 60), ("qigong-knee-massage", 60))
FEW = 1
OPENED, CHOSEN, TYPED, SCROLLED, LIVED = Kind.OPENED, Kind.CHOSEN, Kind.TYPED, Kind.SCROLLED, Kind.LIVED


def press(stage: Stage, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or stage.window, key)


def type_in(stage: Stage, words: str, where: str) -> Iterator[Act]:
    """Type words, letter by letter."""
    for letter in words:
        yield Act(TYPED, f"{where}: a letter", partial(_type, stage, letter))


def scrolls(name: str, widget: QWidget) -> Iterator[Act]:
    """Turn the wheel three times over everything that scrolls."""
    for area in widget.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.verticalScrollBar().maximum() > 0:
            for _ in range(3):
                yield Act(SCROLLED, f"{name}: the wheel", partial(_scroll, area.viewport()))


def explore(stage: Stage, *, few: bool = False) -> Iterator[Act]:
    """The body, close-ups, points, what there is to read."""
    yield Act(OPENED, "Explore", partial(stage.window.show_place, "explore"))
    place = stage.place(ExplorePlace)
    yield Act(CHOSEN, "the body turned", partial(place.turn_by, 1))
    yield Act(CHOSEN, "the body turned", partial(place.turn_by, -1))
    yield Act(CHOSEN, "the body nearer", partial(place.zoom, 1.4))
    yield Act(CHOSEN, "the body whole", partial(place.zoom, 0))
    for pill in list(place.body.pills.values())[: FEW if few else 4]:
        yield Act(SCROLLED, "the pointer over an area", partial(_point_at, stage, pill, pill.rect().center()))
    for area in list(Area)[: FEW if few else None]:
        yield from _area(stage, place, area)
    for code in POINTS[: FEW if few else None]:
        yield from _point(stage, place, code)
    for complaint in list(stage.library.complaints.values())[: FEW if few else 3]:
        yield Act(OPENED, "a complaint", partial(place.show_complaint, complaint))
        yield from scrolls("a complaint", place.panels)
        yield Act(OPENED, "the question", place.show_question)
    yield Act(OPENED, "the texts", lambda: place.panels.show_panel(place.panels.texts))
    yield Act(OPENED, "the warning signs", lambda: place.panels.show_panel(place.panels.flags))
    for card in list(stage.library.guide.values())[: FEW if few else 3]:
        yield Act(OPENED, "a text", partial(place.panels.read, card))
        yield Act(OPENED, "a text left", place.leave)
    yield Act(OPENED, "the body", place.show_body)
    yield Act(OPENED, "the question", place.show_question)


def search(stage: Stage, *, few: bool = False) -> Iterator[Act]:
    """Find something by its name, its code, and a name written wrong."""
    place = stage.place(ExplorePlace)
    for words in ("knee", "st36", "zusanly")[: FEW if few else None]:
        yield Act(OPENED, "the search", place.start_search)
        yield from type_in(stage, words, "the search")
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
            yield Act(TYPED, "the search: down, out", partial(press, stage, key))
        yield Act(OPENED, "the body", place.show_body)


def routines(stage: Stage, *, few: bool = False) -> Iterator[Act]:
    """The list, several routines, the filters, files."""
    yield Act(OPENED, "Routines", partial(stage.window.show_place, "routines"))
    place = stage.place(RoutinesPlace)
    yield Act(OPENED, "a routine found", partial(place.show_routine, "walk-and-soak"))
    for name in (*list(stage.library.routines)[: FEW if few else 5], "own-evening"):
        yield Act(CHOSEN, f"the routine {name}", partial(place.browsing.catalogue.choose, name))
        yield from scrolls("a routine", place)
    for chip in place.catalogue.head.chips.values():
        yield Act(CHOSEN, "a filter of the routines", chip.click)
    yield Act(CHOSEN, "a filter of the routines", next(iter(place.catalogue.head.chips.values())).click)
    yield Act(OPENED, "files", partial(place.import_files, ()))
    yield Act(OPENED, "the routines again", place.browse)
    yield Act(OPENED, "files", place.exchange.begin_export)
    yield Act(OPENED, "the routines again", place.browse)


def settings(stage: Stage) -> Iterator[Act]:
    """Every group, the pages they lead to, and the sheet of keys."""
    yield Act(OPENED, "Settings", partial(stage.window.show_place, "settings"))
    place = stage.place(PreferencesPlace)
    for name in GROUPS:
        yield Act(CHOSEN, f"the settings: {name}", partial(place.cards.show_group, name))
        yield from scrolls("the settings", place)
    for name in ("profile", "reminders"):
        yield Act(OPENED, f"the settings: {name}", partial(place.show_page, name))
        yield Act(OPENED, "the settings: the cards", partial(place.show_page, "cards"))
    yield Act(OPENED, "a new reminder", partial(place.remind, "knee-pain-press"))
    yield Act(TYPED, "a new reminder: out", partial(press, stage, Qt.Key.Key_Escape))
    yield Act(OPENED, "the settings: the cards", partial(place.show_page, "cards"))
    yield Act(OPENED, "the sheet of keys", stage.window.show_keys)
    yield Act(OPENED, "the sheet of keys left", stage.window.show_keys)


def session(stage: Stage, *, few: bool = False) -> Iterator[Act]:
    """Sessions, second by second, and what is pressed in one."""
    for name, seconds in SESSIONS[: FEW if few else None]:
        yield Act(OPENED, "a session", partial(stage.window.start_routine, name))
        page = stage.place(SessionPage)
        second = Act(LIVED, "a second", partial(_pass_second, stage, page))
        yield from [second] * (seconds // 5 if few else seconds)
        yield Act(LIVED, "paused", page.player.toggle)
        yield Act(LIVED, "gone on", page.player.toggle)
        for words, key in (("skipped", Qt.Key.Key_Right), ("back", Qt.Key.Key_Left), ("longer", Qt.Key.Key_Up)):
            yield Act(LIVED, words, partial(_press_in, page, key))
        yield Act(OPENED, "the small window", partial(_press_in, page, Qt.Key.Key_M))
        yield from [Act(LIVED, "a second in the small window", second.do)] * 5
        yield Act(OPENED, "the large window again", partial(_press_in, page, Qt.Key.Key_M))
        yield Act(LIVED, "stopped", page.stage.foot.stop.click)
        yield Act(OPENED, "what comes after a session", page.player.finish)
        yield Act(OPENED, "the place before it again", partial(press, stage, Qt.Key.Key_Escape))


def _area(stage: Stage, place: ExplorePlace, area: Area) -> Iterator[Act]:
    name = f"the close-up {area.value}"
    yield Act(OPENED, name, partial(place.show_area, area, Side.LEFT))
    yield Act(CHOSEN, f"{name}: another view", partial(place.turn_by, 1))
    yield Act(CHOSEN, f"{name}: another view", partial(place.turn_by, -1))
    yield Act(CHOSEN, f"{name}: the other side", partial(place.turn, Side.RIGHT))
    yield Act(CHOSEN, f"{name}: nearer", partial(place.zoom, 1.4))
    yield Act(CHOSEN, f"{name}: whole", partial(place.zoom, 0))
    diagram = place.close_up.diagram
    for marker in diagram.markers[:2]:
        yield Act(SCROLLED, "the pointer over a marker", partial(_point_at, stage, diagram, marker.middle.toPoint()))
    yield from scrolls("an area", place.panels)
    yield Act(OPENED, f"{name}: left", place.show_body)


def _point(stage: Stage, place: ExplorePlace, code: str) -> Iterator[Act]:
    yield Act(OPENED, "a point", partial(place.show_point, code, Side.LEFT))
    yield from scrolls("a point", place.panels)
    yield Act(CHOSEN, "a point found step by step", partial(press, stage, Qt.Key.Key_F))
    while place.panels.is_walking:
        yield Act(CHOSEN, "a point found step by step", partial(press, stage, Qt.Key.Key_F))
    yield Act(OPENED, "a point left", place.leave)
    yield Act(OPENED, "its area left", place.leave)


def _pass_second(stage: Stage, page: SessionPage) -> None:
    stage.seconds += 1
    page.player.tick()


def _press_in(page: SessionPage, key: Qt.Key) -> None:
    small = page.small
    QTest.keyClick(small.window if small.is_open and small.window else page, key)


def _type(stage: Stage, letter: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or stage.window, letter)


def _point_at(stage: Stage, widget: QWidget, at: QPoint) -> None:
    QTest.mouseMove(stage.window, widget.mapTo(stage.window, at))


def _scroll(widget: QWidget) -> None:
    at, none = QPointF(widget.rect().center()), Qt.KeyboardModifier.NoModifier
    phase, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    wheel = QWheelEvent(at, widget.mapToGlobal(at), QPoint(), QPoint(0, -120), button, none, phase, False)
    QApplication.sendEvent(widget, wheel)

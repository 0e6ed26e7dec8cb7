"""The close-up's own controls: where one is, the views, the tools, the bent knee, the way a point is found."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.body import Facing
from acutimer.core.points import Area, Shows
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.finding.finding import Finding
from acutimer.ui.explore.marking.marks import Mark
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import tokens
from tests.ui.explore.conftest import SlowFigures
from tests.ui.practice import resized, shown

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> ExplorePlace:
    context.preferences.update(reduced_motion=True)
    return shown(ExplorePlace(context), qtbot)


def trail(place: ExplorePlace) -> list[str]:
    return [part.text() for part in place.close_up.breadcrumb.parts]


def words(panel: QWidget) -> list[str]:
    return [text.text() for text in panel.findChildren(Text) if text.isVisibleTo(panel)]


# -- where one is ------------------------------------------------------------------------------------


def test_it_says_where_one_is_and_every_place_on_the_way_is_one_press_away(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    assert trail(place) == ["Body", "Left knee"]
    place.show_point("ST36", Side.RIGHT)
    assert trail(place) == ["Body", "Right knee", "ST36"]
    place.close_up.breadcrumb.parts[1].click()
    assert trail(place) == ["Body", "Right knee"]
    assert place.panels.shows("area")
    place.close_up.breadcrumb.parts[0].click()
    assert place.body.isVisible()


def test_the_last_place_is_where_one_is_and_leads_nowhere(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    last = place.close_up.breadcrumb.parts[-1]
    last.click()
    assert place.panels.shows("point")
    assert last.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert last.accessibleDescription() == "you are here"


def test_a_pair_is_called_by_its_own_name(place: ExplorePlace) -> None:
    place.show_point("EX-LE5")
    assert trail(place)[-1] == "EX-LE5"


def test_short_of_room_one_button_leads_one_level_up_and_says_where_to(place: ExplorePlace) -> None:
    resized(place, 872, 640)
    place.show_point("ST36", Side.LEFT)
    up = place.close_up.breadcrumb.up
    assert up.isVisible()
    assert not any(part.isVisible() for part in place.close_up.breadcrumb.parts)
    assert up.accessibleName() == "Back to: Left knee"
    up.click()
    assert place.panels.shows("area")
    assert up.accessibleName() == "Back to: Body"
    up.click()
    assert place.body.isVisible()


def test_the_mouses_own_button_goes_back_one_level(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    back = Qt.MouseButton.BackButton
    QTest.mouseClick(place.close_up.diagram, back, pos=QPoint(300, 300))
    assert place.panels.shows("area")
    QTest.mouseClick(place.panels.area, back, pos=QPoint(20, 700))
    assert place.body.isVisible()
    QTest.mouseClick(place.body, back, pos=QPoint(300, 300))
    QTest.mouseClick(place.body, Qt.MouseButton.ForwardButton, pos=QPoint(300, 300))
    assert place.body.isVisible()


def test_the_way_out_goes_level_by_level(place: ExplorePlace) -> None:
    place.show_complaint(next(iter(place._context.library.complaints.values())))
    place.show_point("ST36", Side.LEFT)
    assert place.panels.point.finder is not None
    place.panels.point.finder.start()
    place.close_up.diagram.zoom_by(2)
    place.panels.read(next(iter(place._context.library.guide.values())))
    passed = []
    for _ in range(6):
        passed.append([name for name in ("guide", "point", "area", "complaint") if place.panels.shows(name)])
        walking = place.panels.is_walking
        assert place.leave()
        if walking:
            assert not place.panels.is_walking
        if place.panels.shows("question"):
            break
    assert passed == [["guide"], ["point"], ["point"], ["area"], ["complaint"]]
    assert not place.leave()


# -- views -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facing", "view"), [(Facing.FRONT, "knee_front"), (Facing.BACK, "knee_back"), (Facing.SIDE, "knee_outer")]
)
def test_one_sees_the_knee_as_one_saw_the_body(place: ExplorePlace, facing: Facing, view: str) -> None:
    place.body.turn(facing)
    place.show_area(Area.KNEE, Side.LEFT)
    assert place.close_up.view == view


def test_one_does_not_begin_where_there_is_no_point(place: ExplorePlace) -> None:
    place.body.turn(Facing.SIDE)
    place.show_area(Area.ANKLE_FOOT, Side.LEFT)
    assert place.close_up.view == "foot_inner"


def test_a_view_without_points_says_so_kindly_and_a_point_turns_it(place: ExplorePlace) -> None:
    place.show_area(Area.ANKLE_FOOT, Side.LEFT)
    assert [segment.text() for segment in place.close_up.views.segments] == ["Inner", "Outer", "Top"]
    place.close_up.views.segments[1].click()
    assert place.close_up.view == "foot_outer"
    assert place.close_up.diagram.markers == ()
    assert "None of the points shows from here. Choose one, and the view turns to it." in words(place.panels.area)
    place.panels.area.rows["KI3"].click()
    assert place.close_up.view == "foot_inner"
    place.leave()
    assert any(text.startswith("2 points.") for text in words(place.panels.area))


def test_the_hand_has_no_markers_and_tells_how_to_measure(place: ExplorePlace) -> None:
    place.body.pills[Area.HAND].click()
    assert place.close_up.view == "hand_dorsal"
    assert trail(place) == ["Body", "Left hand"]
    assert place.close_up.diagram.markers == ()
    assert place.panels.shows("hand")
    assert place.close_up.views.segments[0].hasFocus()
    place.close_up.views.segments[1].click()
    assert place.close_up.view == "hand_palm"
    assert place.panels.shows("hand")
    assert place.leave()
    assert place.body.pills[Area.HAND].hasFocus()


# -- the tools ---------------------------------------------------------------------------------------


def test_the_bones_are_there_and_can_be_left_out(place: ExplorePlace, context: Context, figures: SlowFigures) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    bones = place.close_up.tools.bones
    assert bones.isChecked()
    bones.click()
    assert not context.preferences.value.bones
    assert not figures.asked[-1].bones
    context.preferences.update(bones=True)
    assert bones.isChecked()


def test_the_knee_bends_where_there_is_such_a_view(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    bent = place.close_up.tools.bent
    assert not bent.isVisible()
    place.close_up.show_view("knee_outer")
    assert bent.isVisible()
    bent.click()
    assert (place.close_up.view, place.close_up.views.index, bent.isChecked()) == ("knee_bent_outer", 1, True)
    place.close_up.turn_by(1)
    assert place.close_up.view == "knee_bent_inner"
    place.close_up.turn_by(1)
    assert place.close_up.view == "knee_back"
    place.close_up.turn_by(-1)
    assert place.close_up.view == "knee_inner"
    bent.click()
    bent.click()
    assert place.close_up.view == "knee_inner"


def test_nothing_of_the_controls_lies_under_a_label(place: ExplorePlace) -> None:
    for width, height in ((872, 640), (1068, 800), (1708, 1080)):
        resized(place, width, height)
        for area in Area:
            place.show_area(area, Side.LEFT)
            close_up = place.close_up
            for _ in close_up.views.segments:
                close_up.turn_by(1)
                arrangement = close_up.diagram.arrangement
                assert arrangement is not None
                for control in (close_up.breadcrumb, close_up.sides, close_up.views, close_up.tools):
                    if control.isVisible():
                        rect = control.geometry()
                        for tag in arrangement.tags:
                            box = tag.label.box
                            beside = box.right <= rect.left() or box.left >= rect.right() + 1
                            assert beside or box.bottom <= rect.top() or box.top >= rect.bottom() + 1


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_tools_lie_on_no_drawing(place: ExplorePlace, side: Side) -> None:
    place.show_area(Area.ANKLE_FOOT, side)
    for view in ("foot_inner", "foot_outer", "foot_top"):
        place.close_up.show_view(view)
        tools, frame = place.close_up.tools.geometry(), place.close_up.diagram.frame
        assert frame is not None
        assert not any(
            frame.figure.covers(frame.drawn((x, y)))
            for x in range(tools.left(), tools.right(), 4)
            for y in range(tools.top(), tools.bottom(), 4)
        )


# -- finding a point ---------------------------------------------------------------------------------


def test_the_knee_bends_by_itself_when_it_is_to_be_bent_and_stays_so(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    assert place.close_up.view == "knee_front"
    finder = place.panels.point.finder
    assert finder is not None
    finder.start()
    assert place.close_up.view == "knee_bent_outer"
    finder.go(1)
    finder.go(1)
    assert place.close_up.view == "knee_bent_outer"
    finder.stop()
    assert place.close_up.view == "knee_bent_outer"
    assert place.close_up.tools.bent.isChecked()
    marker = next(it for it in place.close_up.diagram.markers if it.point.code == "ST36")
    assert marker.mark is Mark.SELECTED
    place.leave()
    assert place.close_up.view == "knee_outer"


def test_the_point_stays_hollow_until_the_step_that_reaches_it(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    finder = place.panels.point.finder
    assert finder is not None
    finder.start()
    for step in place.panels.point.point.steps if place.panels.point.point else ():
        marker = place.close_up.diagram.list.marker_of("ST36", Side.LEFT)
        assert marker is not None
        assert marker.mark is (Mark.SELECTED if step.shows is Shows.POINT else Mark.TWIN), step
        finder.go(1)
    assert not finder.is_walking


def test_f_shows_how_to_find_the_point_step_by_step(place: ExplorePlace) -> None:
    place.show_point("KI3", Side.LEFT)
    finder = place.panels.point.finder
    assert finder is not None
    marker = place.close_up.diagram.list.marker_of("KI3", Side.LEFT)
    assert marker is not None
    QTest.keyClick(marker, Qt.Key.Key_F)
    assert [row.is_current for row in finder.rows] == [True, False, False]
    for _ in range(2):
        QTest.keyClick(finder.next, Qt.Key.Key_F)
    assert [row.is_current for row in finder.rows] == [False, False, True]
    QTest.keyClick(finder.next, Qt.Key.Key_F)
    assert not finder.is_walking


def test_the_landmarks_name_comes_with_its_own_step(place: ExplorePlace, figures: SlowFigures) -> None:
    place.show_point("ST36", Side.LEFT)
    diagram = place.close_up.diagram
    figures.finish(figures.asked[-1])
    pictures = []
    for shows in (Shows.POSE, Shows.LANDMARK, Shows.MEASURE, Shows.POINT):
        diagram.show_finding(Finding(0, shows, 1.0, "outer knee eye"))
        pictures.append(diagram.grab().toImage())
    diagram.show_finding(None)
    pictures.append(diagram.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


def test_a_screen_reader_walks_the_points_in_their_order_whichever_is_on_top(place: ExplorePlace) -> None:
    def read() -> list[str]:
        entries = QAccessible.queryAccessibleInterface(place.close_up.diagram.list)
        children = (entries.child(index) for index in range(entries.childCount()))
        return [child.text(QAccessible.Text.Name).split(",")[0] for child in children if child is not None]

    place.show_area(Area.KNEE, Side.LEFT)
    in_order = [marker.point.code for marker in place.close_up.diagram.markers]
    assert read() == in_order
    place.show_point("ST35", Side.LEFT)
    assert read() == in_order


def test_the_hand_shows_what_it_measures_and_leaves_room_for_the_words(
    place: ExplorePlace, figures: SlowFigures
) -> None:
    place.show_area(Area.HAND, Side.LEFT)
    diagram = place.close_up.diagram
    figures.finish(figures.asked[-1])
    ember = QColor(tokens(diagram).ember_ink).rgb()
    image = diagram.grab().toImage()
    marked = [y for y in range(image.height()) for x in range(0, image.width(), 2) if image.pixel(x, y) == ember]
    assert marked
    frame = diagram.frame
    assert frame is not None
    assert min(marked) / image.devicePixelRatio() < frame.top + 30  # the widest bracket, above the fingertips
    place.close_up.show_view("hand_palm")
    figures.finish(figures.asked[-1])
    image = diagram.grab().toImage()
    assert not any(image.pixel(x, y) == ember for y in range(image.height()) for x in range(0, image.width(), 2))


def test_a_point_found_with_the_leg_straight_bends_nothing(place: ExplorePlace) -> None:
    place.show_point("BL57", Side.LEFT)
    before = place.close_up.view
    finder = place.panels.point.finder
    assert finder is not None
    finder.start()
    for _ in range(2):
        assert place.close_up.view == before
        finder.go(1)
    finder.stop()


def test_what_is_left_out_by_the_safety_profile_is_marked(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    place.close_up.diagram.show_unsuitable({"ST36"})
    marks = {it.point.code: it.mark for it in place.close_up.diagram.markers}
    assert marks["ST36"] is Mark.UNSUITABLE
    assert marks["ST35"] is Mark.REST


# -- the pointer -------------------------------------------------------------------------------------


class Painted(QWidget):
    """Notes what of a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched.window())
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # noqa: N802  as Qt calls it
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def test_the_pointer_over_a_marker_has_only_it_and_its_label_painted(place: ExplorePlace, figures: SlowFigures) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    figures.finish(figures.asked[-1])
    diagram = place.close_up.diagram
    QApplication.processEvents()
    painted = Painted(diagram)
    at = diagram.markers[0].middle
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, diagram.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE
    )
    QApplication.sendEvent(diagram, move)
    QApplication.processEvents()
    around = painted.region.boundingRect()
    assert 0 < around.width() * around.height() < 20_000
    arrangement = diagram.arrangement
    assert arrangement is not None
    box = next(tag.label.box for tag in arrangement.tags if tag.key == ("ST34", Side.LEFT))
    assert painted.region.contains(QPoint(round(box.left) + 5, round(box.top) + 5))
    assert painted.region.contains(QPointF(at).toPoint())


# -- the search --------------------------------------------------------------------------------------


def test_the_search_comes_over_a_close_up_and_goes_when_one_has_done_with_it(place: ExplorePlace) -> None:
    assert place.stages.search.isVisible()
    place.show_area(Area.KNEE, Side.LEFT)
    first = place.close_up.diagram.markers[0]
    assert not place.stages.search.isVisible()
    place.start_search()
    assert place.stages.search.isVisible()
    assert place.stages.search.line.hasFocus()
    QTest.keyClick(place.stages.search.line, Qt.Key.Key_Escape)
    assert not place.stages.search.isVisible()
    assert first.hasFocus()
    assert place.stages.is_near


def test_what_was_found_is_opened(place: ExplorePlace, context: Context) -> None:
    search, found = place.stages.search, list[str]()
    place.routine_found.connect(found.append)
    place.start_search()
    search.point_chosen.emit("BL40")
    assert (place.close_up.view, place.panels.shows("point")) == ("knee_back", True)
    place.start_search()
    search.area_chosen.emit(Area.HAND)
    assert place.close_up.area is Area.HAND
    assert not search.isVisible()
    search.complaint_chosen.emit(context.library.complaints["knee-aching"])
    assert place.body.isVisible()
    assert place.panels.shows("complaint")
    search.routine_chosen.emit("daily-strength")
    assert found == ["daily-strength"]


def test_tab_leads_from_the_search_to_the_areas(place: ExplorePlace) -> None:
    place.start_search()
    QTest.keyClick(place.stages.search.line, Qt.Key.Key_Tab)
    assert place.body.pills[Area.LOWER_BACK].hasFocus()


# -- reading -----------------------------------------------------------------------------------------


def test_an_area_has_its_texts_and_the_way_back_leads_to_the_area(place: ExplorePlace) -> None:
    place.show_area(Area.LOWER_BACK, Side.LEFT)
    width = place.stages.width()
    place.panels.area.card_chosen.emit(next(iter(place._context.library.guide.values())))
    assert place.panels.shows("guide")
    assert place.stages.width() == width
    place.panels.guide.closed.emit()
    assert place.panels.shows("area")


def test_good_to_know_lists_every_text(place: ExplorePlace) -> None:
    place.panels.question.leafed.emit()
    assert place.panels.shows("texts")
    place.panels.texts.chosen.emit(next(iter(place._context.library.guide.values())))
    assert place.panels.shows("guide")
    assert place.leave()
    assert place.panels.shows("texts")
    assert place.leave()
    assert place.panels.shows("question")

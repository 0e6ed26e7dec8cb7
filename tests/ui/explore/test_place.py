"""Exploring: from the body to an area, to a point, and back, by mouse and by keyboard."""

from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.body import Facing
from acutimer.core.points import Area
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.marking.marker import Marker
from acutimer.ui.explore.marking.marks import Mark
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.kit.text import Text
from tests.ui.practice import NOW, practise, resized, shown

LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> ExplorePlace:
    place = ExplorePlace(context)
    return shown(place, qtbot)


def marker(place: ExplorePlace, code: str, side: Side | None = None) -> Marker:
    markers = place.close_up.diagram.markers
    return next(it for it in markers if it.point.code == code and side in (None, it.side))


def words(panel: QWidget) -> list[str]:
    return [text.text() for text in panel.findChildren(Text) if text.isVisibleTo(panel)]


def skin_at(place: ExplorePlace, x: float, y: float) -> QPoint:
    """Where a place of the body, as drawn, stands on the stage."""
    body = place.body
    for px in range(body.width()):
        at = QPointF(px, 0)
        frame = body.frame
        assert frame is not None
        if abs(frame.drawn((at.x(), 0.0))[0] - x) < 1 / frame.scale:
            return QPoint(px, round(frame.top + (y - frame.figure.rect[1]) * frame.scale))
    raise AssertionError("not on the stage")


# -- the body ----------------------------------------------------------------------------------------


def test_the_pills_say_how_many_points_wait(place: ExplorePlace) -> None:
    assert [pill.accessibleName() for pill in place.body.pills.values()] == [
        "Lower back, on the back",
        "Hand, your ruler",
        "Knee, 11 points",
        "Lower leg, 4 points",
        "Ankle and foot, 2 points",
    ]


def test_a_pill_opens_its_area(place: ExplorePlace) -> None:
    place.body.pills[Area.KNEE].click()
    assert place.close_up.isVisible()
    assert (place.close_up.area, place.close_up.side, place.close_up.view) == (Area.KNEE, Side.LEFT, "knee_front")
    assert place.panels.area.isVisible()
    assert len(place.panels.area.rows) == 11


def test_the_lower_back_turns_the_body_round_first(place: ExplorePlace) -> None:
    pill = place.body.pills[Area.LOWER_BACK]
    pill.click()
    assert place.body.isVisible()
    assert place.body.facing is Facing.BACK
    assert pill.accessibleName() == "Lower back, 1 point"
    pill.click()
    assert place.close_up.area is Area.LOWER_BACK


@pytest.mark.parametrize(("x", "side"), [(58, Side.LEFT), (-58, Side.RIGHT)])
def test_the_skin_opens_its_area_on_the_side_that_was_clicked(place: ExplorePlace, x: float, side: Side) -> None:
    # Front views are drawn with the body's left at +x; shown, the user's left is on the left of the screen.
    at = skin_at(place, x, 850)
    assert (at.x() < skin_at(place, 0, 850).x()) is (side is Side.LEFT)
    QTest.mouseClick(place.body, LEFT_BUTTON, pos=at)
    assert (place.close_up.area, place.close_up.side) == (Area.LOWER_LEG, side)


def test_the_ground_beside_the_body_opens_nothing(place: ExplorePlace) -> None:
    QTest.mouseClick(place.body, LEFT_BUTTON, pos=skin_at(place, 12, 900))
    assert place.body.isVisible()


def test_pointing_at_the_skin_lights_its_pill(place: ExplorePlace) -> None:
    QTest.mouseMove(place.body, skin_at(place, 58, 720))
    assert place.body.area is Area.KNEE
    QTest.mouseMove(place.body, QPoint(5, 5))
    assert place.body.area is None


def test_the_switch_turns_the_body(place: ExplorePlace) -> None:
    turned: list[Facing] = []
    place.body.switch.segments[2].click()
    turned.append(place.body.facing)
    QTest.keyClick(place.body.pills[Area.KNEE], Qt.Key.Key_BracketLeft)
    turned.append(place.body.facing)
    assert turned == [Facing.SIDE, Facing.BACK]


# -- the close-up ------------------------------------------------------------------------------------


def test_every_marker_is_a_named_control(place: ExplorePlace, context: Context) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    names = [it.accessibleName() for it in place.close_up.diagram.markers]
    assert "ST36, Leg Three Miles, left leg" in names
    assert place.close_up.diagram.list.accessibleName() == "Points, left knee, front"
    assert all(it.focusPolicy() is Qt.FocusPolicy.StrongFocus for it in place.close_up.diagram.markers)
    place.show_area(Area.LOWER_LEG, Side.RIGHT)
    place.close_up.show_view("leg_back")
    assert "for a professional" in marker(place, "BL57").accessibleDescription()
    assert "right leg" in marker(place, "BL57").accessibleName()


def test_a_click_near_a_marker_is_a_click_on_the_nearest(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    at = marker(place, "ST36").middle + QPointF(-14, 14)
    QTest.mouseClick(place.close_up.diagram, LEFT_BUTTON, pos=at.toPoint())
    assert place.panels.point.point is not None
    assert place.panels.point.point.code == "ST36"
    assert marker(place, "ST36").mark is Mark.SELECTED


def test_a_click_far_from_every_marker_is_none(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    at = marker(place, "ST36").middle + QPointF(0, 30)
    QTest.mouseClick(place.close_up.diagram, LEFT_BUTTON, pos=at.toPoint())
    assert place.panels.area.isVisible()


def test_a_label_is_pressed_like_its_marker(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    arrangement = place.close_up.diagram.arrangement
    assert arrangement is not None
    box = next(tag.label.box for tag in arrangement.tags if tag.lines == ("SP10",))
    QTest.mouseClick(place.close_up.diagram, LEFT_BUTTON, pos=QPoint(round(box.left) + 8, round(box.top) + 12))
    assert place.panels.point.point is not None
    assert place.panels.point.point.code == "SP10"


def test_pointing_at_a_marker_answers_in_the_list_and_the_other_way_round(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    QTest.mouseMove(place.close_up.diagram, marker(place, "ST36").middle.toPoint())
    assert marker(place, "ST36").is_near
    assert place.panels.area.rows["ST36"].is_near
    place.panels.area.pointed.emit("SP9")
    assert marker(place, "SP9").is_near
    assert not marker(place, "ST36").is_near


def test_tab_walks_the_markers_in_anatomical_order_and_an_arrow_goes_to_the_nearest_that_way(
    place: ExplorePlace,
) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    order = ["ST34", "SP10", "ST35", "EX-LE4", "GB34", "SP9", "ST36"]
    assert [it.point.code for it in place.close_up.diagram.markers] == order
    assert marker(place, "ST34").hasFocus()
    QTest.keyClick(marker(place, "ST34"), Qt.Key.Key_Tab)
    assert marker(place, "SP10").hasFocus()
    walked = ["SP10"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(marker(place, walked[-1]), key)
        walked.append(next(it.point.code for it in place.close_up.diagram.markers if it.hasFocus()))
    assert walked == ["SP10", "EX-LE4", "ST35", "GB34", "GB34", "GB34", "ST35"]


def test_tab_leads_from_the_way_back_over_the_markers_to_switches_tools_and_panel(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    visited: list[QWidget] = [place.close_up.breadcrumb.parts[0]]
    following = visited[0].nextInFocusChain()
    while following is not None and following is not visited[0]:
        if following.isVisible() and following.isEnabled() and following.focusPolicy() & Qt.FocusPolicy.TabFocus:
            visited.append(following)
        following = following.nextInFocusChain()
    tools = place.close_up.tools
    sides, views = place.close_up.sides, place.close_up.views  # Tab comes to what is chosen; the arrows go on from it
    expected = [*place.close_up.diagram.markers, sides.segments[sides.index], views.segments[views.index]]
    expected += [tools.bones, tools.nearer]
    assert visited[1 : 1 + len(expected)] == expected
    assert place.panels.area.isAncestorOf(visited[1 + len(expected)])


def test_enter_selects_and_escape_goes_one_level_up(place: ExplorePlace) -> None:
    QTest.keyClick(place.body.pills[Area.KNEE], Qt.Key.Key_Space)
    QTest.keyClick(place.close_up.diagram.markers[0], Qt.Key.Key_Return)
    assert place.panels.point.isVisible()
    QTest.keyClick(marker(place, "ST34"), Qt.Key.Key_Escape)
    assert place.panels.area.isVisible()
    assert marker(place, "ST34").mark is Mark.REST
    assert marker(place, "ST34").hasFocus()
    QTest.keyClick(marker(place, "ST34"), Qt.Key.Key_Escape)
    assert place.body.isVisible()
    assert place.panels.question.isVisible()
    assert place.body.pills[Area.KNEE].hasFocus()
    assert not place.leave()  # the top: Escape is the window's


def test_l_and_r_change_the_side_and_keep_the_point(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    left = marker(place, "ST36").middle.x()
    QTest.keyClick(marker(place, "ST36"), Qt.Key.Key_R)
    assert place.close_up.sides.index == 1
    assert place.panels.point.isVisible()
    selected = marker(place, "ST36")
    assert selected.mark is Mark.SELECTED
    assert selected.hasFocus()
    assert "right leg" in selected.accessibleName()
    assert selected.middle.x() > left
    QTest.keyClick(selected, Qt.Key.Key_L)
    assert place.close_up.side is Side.LEFT


def test_brackets_turn_the_view(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    QTest.keyClick(place.close_up.diagram.markers[0], Qt.Key.Key_BracketRight)
    assert place.close_up.view == "knee_outer"
    assert place.close_up.views.index == 1
    QTest.keyClick(place.close_up.diagram.markers[0], Qt.Key.Key_BracketLeft)
    QTest.keyClick(place.close_up.diagram.markers[0], Qt.Key.Key_BracketLeft)
    assert place.close_up.view == "knee_back"


def test_a_point_that_does_not_show_from_here_steps_back_and_says_where_it_does(place: ExplorePlace) -> None:
    place.show_area(Area.ANKLE_FOOT, Side.LEFT)
    rows = place.panels.area.rows
    assert place.close_up.view == "foot_inner"
    assert {row.elsewhere for row in rows.values()} == {""}
    place.close_up.show_view("foot_outer")
    assert {row.elsewhere for row in rows.values()} == {"Seen in Inner"}
    assert rows["KI3"].accessibleName().endswith("to the heel tendon, Seen in Inner")
    rows["KI3"].click()
    assert place.close_up.view == "foot_inner"
    place.leave()
    assert {row.elsewhere for row in place.panels.area.rows.values()} == {""}


def test_come_nearer_the_pills_make_way_and_only_leads_that_are_seen_are_drawn(place: ExplorePlace) -> None:
    resized(place, 1500, 800)
    body, frame = place.body, place.body.frame
    assert frame is not None
    before, leads = body.list.x(), body._leads(frame)
    assert len(leads) == 4
    body.zoom_by(1.5)
    frame = body.frame
    assert frame is not None
    assert 0 < body.list.x() < before
    assert len(body._leads(frame)) < 4
    assert all(pill.isVisible() for pill in body.pills.values())
    body.see_whole()
    assert body.list.x() == before


def test_an_area_with_one_view_has_no_view_switch(place: ExplorePlace) -> None:
    place.show_area(Area.LOWER_BACK, Side.LEFT)
    assert not place.close_up.views.isVisible()
    place.show_area(Area.KNEE, Side.LEFT)
    assert place.close_up.views.isVisible()


def test_the_back_shows_both_sides_and_the_switch_says_which_is_meant(place: ExplorePlace) -> None:
    place.show_point("BL23", Side.LEFT)
    assert marker(place, "BL23", Side.LEFT).mark is Mark.SELECTED
    assert marker(place, "BL23", Side.RIGHT).mark is Mark.TWIN
    place.close_up.sides.segments[1].click()
    assert marker(place, "BL23", Side.RIGHT).mark is Mark.SELECTED
    assert marker(place, "BL23", Side.LEFT).mark is Mark.TWIN
    marker(place, "BL23", Side.LEFT).click()
    assert place.close_up.side is Side.LEFT


def test_a_point_that_is_chosen_by_name_comes_with_the_view_that_shows_it_best(place: ExplorePlace) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    place.panels.area.rows["BL40"].click()
    assert place.close_up.view == "knee_back"
    assert marker(place, "BL40").mark is Mark.SELECTED


def test_a_pair_shows_both_its_points(place: ExplorePlace) -> None:
    place.show_point("EX-LE5")
    assert marker(place, "ST35").mark is Mark.SELECTED
    assert marker(place, "EX-LE4").mark is Mark.SELECTED
    assert "Eyes of the Knee" in words(place.panels.point)


def test_what_lies_behind_the_ruler_is_dim(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    assert marker(place, "GB34").mark is Mark.DIM


def test_what_was_pressed_today_is_marked_on_its_side(context: Context, qtbot: QtBot) -> None:
    practise(context, "knee-pain-press", NOW - timedelta(hours=1), until=3)
    practise(context, "balance-points", NOW - timedelta(hours=20))
    place = ExplorePlace(context)
    shown(place, qtbot)
    place.show_area(Area.KNEE, Side.LEFT)
    done = {it.point.code for it in place.close_up.diagram.markers if it.mark is Mark.DONE}
    pressed = {
        phase.subject
        for phase in context.history.sessions()[0].phases
        if phase.side is Side.LEFT and phase.kind == "press"
    }
    assert done == pressed
    assert done
    assert marker(place, done.pop()).accessibleDescription().endswith("done today")
    place.close_up.sides.segments[1].click()
    assert {it.mark for it in place.close_up.diagram.markers} == {Mark.REST}
    place.show_area(Area.ANKLE_FOOT, Side.LEFT)
    assert marker(place, "KI3").mark is Mark.REST


def test_a_chart_flips_the_drawing_and_keeps_the_point(place: ExplorePlace, context: Context) -> None:
    place.show_point("ST36", Side.LEFT)
    before = marker(place, "ST36").middle.x()
    context.preferences.update(mirror=Mirror.CHART)
    assert marker(place, "ST36").middle.x() > before


# -- the panels --------------------------------------------------------------------------------------


def test_a_complaint_shows_its_red_flags_before_anything_else(place: ExplorePlace, context: Context) -> None:
    complaint = context.library.complaints["knee-aching"]
    place.show_complaint(complaint)
    read = words(place.panels.complaint)
    flags = [read.index(flag.text) for flag in complaint.red_flags]
    assert flags == sorted(flags)
    assert max(flags) < read.index("Points that fit") < read.index("Routines that fit")
    assert len(place.panels.complaint.rows) == len(complaint.points) + len(complaint.routines)


def test_a_complaints_point_opens_and_the_way_back_leads_to_the_complaint(
    place: ExplorePlace, context: Context
) -> None:
    complaint = next(iter(context.library.complaints.values()))
    place.show_complaint(complaint)
    place.panels.complaint.rows[0].click()
    assert place.panels.point.point is not None
    assert place.panels.point.point.code == complaint.points[0]
    place.leave()
    place.leave()
    assert place.panels.complaint.isVisible()
    place.leave()
    assert place.panels.question.isVisible()


def test_a_complaints_routine_starts_by_its_id(place: ExplorePlace, context: Context) -> None:
    asked: list[str] = []
    place.start_routine.connect(asked.append)
    complaint = context.library.complaints["knee-aching"]
    place.show_complaint(complaint)
    place.panels.complaint.rows[len(complaint.points)].click()
    assert asked == [complaint.routines[0]]


def test_a_routine_that_was_found_is_shown_not_started(place: ExplorePlace) -> None:
    asked: list[str] = []
    started: list[str] = []
    place.routine_found.connect(asked.append)
    place.start_routine.connect(started.append)
    place.stages.search.routine_chosen.emit("balance-points")
    assert (asked, started) == (["balance-points"], [])


def test_the_safety_line_opens_every_red_flag_once(place: ExplorePlace, context: Context) -> None:
    place.panels.question.safety.click()
    assert place.panels.flags.isVisible()
    read = words(place.panels.flags)
    flags = {flag.text for complaint in context.library.complaints.values() for flag in complaint.red_flags}
    assert all(read.count(flag) == 1 for flag in flags)
    place.leave()
    assert place.panels.question.isVisible()


def test_a_point_is_read_in_order_tradition_and_evidence_apart(place: ExplorePlace, context: Context) -> None:
    point = context.library.points["ST36"]
    place.show_point("ST36")
    read = words(place.panels.point)
    expected = [point.name, point.pinyin, point.hanzi, "Find it", "How to press", point.press.text]
    expected += ["Used for", point.tradition[0].text, "What studies found", point.evidence[0].text]
    expected += [point.cautions[0].text]
    places = [read.index(text) for text in expected]
    assert places == sorted(places)
    assert any("WHO 2008" in text and "JAMA" in text and "choice" not in text for text in read)


def test_press_now_gives_the_chosen_time_within_the_points_range(place: ExplorePlace, context: Context) -> None:
    asked: list[tuple[str, int]] = []
    place.press_now.connect(lambda code, seconds: asked.append((code, seconds)))
    dose = context.library.points["ST36"].dose
    place.show_point("ST36", Side.LEFT)
    assert place.panels.point.stepper is not None
    assert place.panels.point.press is not None
    assert place.panels.point.press.accessibleDescription() == "3\u00a0min, both legs"
    for _ in range(10):
        place.panels.point.stepper.more.click()
    place.panels.point.press.click()
    assert asked == [("ST36", dose.max_seconds)]
    QTest.keyClick(marker(place, "ST36"), Qt.Key.Key_R)
    QTest.keyClick(marker(place, "ST36"), Qt.Key.Key_P)
    assert asked[1:] == [("ST36", dose.max_seconds)]


def test_a_professional_point_says_why_there_is_no_press_now(place: ExplorePlace) -> None:
    asked: list[str] = []
    place.press_now.connect(lambda code, _seconds: asked.append(code))
    place.show_point("BL57")
    assert place.panels.point.press is None
    assert any("professional" in text and "no timer" in text for text in words(place.panels.point))
    QTest.keyClick(marker(place, "BL57"), Qt.Key.Key_P)
    assert asked == []


def test_the_back_speaks_of_sides_and_the_leg_of_legs(place: ExplorePlace) -> None:
    place.show_point("BL23")
    assert "Time on both sides" in words(place.panels.point)
    place.show_body()
    place.show_point("ST36")
    assert "Time on each leg" in words(place.panels.point)


@pytest.mark.parametrize("size", [(872, 640), (888, 640), (1011, 700), (1068, 800), (1708, 1080)])
def test_nothing_lies_over_another_at_any_size(place: ExplorePlace, size: tuple[int, int]) -> None:
    resized(place, *size)
    assert place.width() == size[0]
    place.show_area(Area.KNEE, Side.LEFT)
    close_up = place.close_up
    crumbs, sides, views, tools = (
        it.geometry() for it in (close_up.breadcrumb, close_up.sides, close_up.views, close_up.tools)
    )
    parts = (crumbs, sides, views, tools)
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))
    assert all(close_up.rect().contains(part) for part in parts)
    assert close_up.views.width() <= close_up.width()
    assert place.panels.area.geometry().right() <= place.width()
    place.show_body()
    over = place.body.list.pos()
    pills = [pill.geometry().translated(over) for pill in place.body.pills.values()]
    assert all(not one.intersects(other) for one in pills for other in pills if one is not other)
    assert all(place.body.rect().contains(pill) for pill in pills)
    others = [place.body.switch.geometry(), place.body.tools.geometry(), place.stages.search.geometry()]
    assert not any(one.intersects(other) for one, other in combinations([*pills, *others], 2))

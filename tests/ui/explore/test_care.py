"""Explore with a safety profile: what is left out is marked and not pressed, what asks for care says so."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.care import changes_of, left_out
from acutimer.ui.explore.marking.marker import Marker
from acutimer.ui.explore.marking.marks import Mark
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.reading.area_panel import AreaPanel
from acutimer.ui.explore.reading.complaint_panel import ComplaintPanel
from acutimer.ui.explore.reading.point_panel import PointPanel
from acutimer.ui.safety.care_note import CareNote
from acutimer.ui.safety.changes_note import ChangesNote
from tests.ui.kit.seeing import description, name
from tests.ui.practice import shown

VEINS, THINNERS = Condition.VARICOSE_VEINS, Condition.BLOOD_THINNERS


def notes(panel: QWidget) -> list[CareNote]:
    return [note for note in panel.findChildren(CareNote) if note.isVisible()]


def the_marker(place: ExplorePlace, code: str) -> Marker:
    return next(marker for marker in place.close_up.diagram.markers if marker.point.code == code)


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> PointPanel:
    return shown(PointPanel(context), qtbot, 440, 700)


def test_what_is_left_out_is_what_the_profile_forbids(context: Context) -> None:
    assert left_out(context) == frozenset()
    context.preferences.update(conditions=(VEINS,))
    assert left_out(context) == {"SP9", "LR8", "BL57"}


def test_a_professionals_point_is_no_business_of_the_profile(context: Context) -> None:
    context.preferences.update(conditions=tuple(Condition))
    assert not changes_of((context.library.points["BL57"],), context)


def test_a_point_that_is_left_out_says_why_and_has_no_timer(panel: PointPanel, context: Context) -> None:
    context.preferences.update(conditions=(VEINS,))
    panel.show_point(context.library.points["SP9"])
    (note,) = notes(panel)
    assert note.words == "Not for you: you have varicose veins."
    assert panel.press is None
    asked: list[str] = []
    panel.press_now.connect(lambda code, _seconds: asked.append(code))
    panel.start()  # the key P
    assert asked == []


def test_a_point_in_care_says_how_to_press_it_and_can_be_pressed(panel: PointPanel, context: Context) -> None:
    context.preferences.update(conditions=(THINNERS,))
    panel.show_point(context.library.points["ST36"])
    (note,) = notes(panel)
    assert note.words.startswith("Press lightly: you take blood thinners")
    assert panel.press is not None


def test_without_a_profile_there_is_no_note(panel: PointPanel, context: Context) -> None:
    panel.show_point(context.library.points["SP9"])
    assert not notes(panel)
    assert panel.press is not None


def test_a_point_that_is_shown_answers_to_another_profile(panel: PointPanel, context: Context) -> None:
    panel.show_point(context.library.points["SP9"])
    context.preferences.update(conditions=(VEINS,))
    assert panel.press is None
    context.preferences.update(conditions=())
    assert panel.press is not None


def test_a_complaint_marks_what_is_left_out_and_tells_why(context: Context, qtbot: QtBot) -> None:
    context.preferences.update(conditions=(VEINS, THINNERS))
    complaint = shown(ComplaintPanel(context), qtbot, 412, 776)
    complaint.show_complaint(context.library.complaints["knee-aching"])
    rows = {row.accessibleName().partition(",")[0]: row for row in complaint.rows}
    assert "Not for you" in name(rows["SP9"])
    assert "Left out" not in name(rows["GB34"])
    assert "Changed for you" in name(rows["Knee-pain press"])
    (note,) = complaint.findChildren(ChangesNote)
    assert [line.words.partition(":")[0] for line in note.lines] == ["SP9", "GB34, ST36, ST34 and SP10"]
    context.preferences.update(conditions=())
    assert not any("for you" in name(row) for row in complaint.rows)


def test_a_routine_of_which_nothing_is_left_says_so(context: Context, qtbot: QtBot) -> None:
    context.preferences.update(conditions=(Condition.POOR_BALANCE,))
    complaint = shown(ComplaintPanel(context), qtbot, 412, 776)
    complaint.show_complaint(context.library.complaints["knee-aching"])
    (treadmill,) = [row for row in complaint.rows if "Backward treadmill" in name(row)]
    assert "Not for you" in name(treadmill)


def test_the_list_of_an_area_marks_what_is_left_out(context: Context, qtbot: QtBot) -> None:
    area = shown(AreaPanel(context), qtbot, 440, 700)
    points = [context.library.points[code] for code in ("SP9", "GB34")]
    area.show_points(Area.KNEE, Side.LEFT, points, ("SP9", "GB34"))
    assert "Not for you" not in name(area.rows["SP9"])
    context.preferences.update(conditions=(VEINS,))
    assert "Not for you" in name(area.rows["SP9"])
    assert "Not for you" not in name(area.rows["GB34"])


def test_the_drawing_marks_what_is_left_out_as_soon_as_the_place_is_shown(context: Context, qtbot: QtBot) -> None:
    place = shown(ExplorePlace(context), qtbot)
    place.show_area(Area.KNEE, Side.LEFT)
    assert the_marker(place, "SP9").mark is Mark.REST
    place.hide()
    context.preferences.update(conditions=(VEINS,))
    place.show()
    marker = the_marker(place, "SP9")
    assert marker.mark is Mark.UNSUITABLE
    assert "not for you, by your safety profile" in description(marker)

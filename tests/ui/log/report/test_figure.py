from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.settings import Mirror
from acutimer.ui.body.warm_views import View
from acutimer.ui.context import Context
from acutimer.ui.log.report.drawing import DOTS_PER_MM, Drawing, points_pressed
from acutimer.ui.log.report.figure import FigureBlock, caption
from acutimer.ui.log.report.marks import Words
from acutimer.ui.log.report.section import Contents, Section
from acutimer.ui.log.report.sheet import FIGURE_MM
from tests.ui.log.report.reports import TODAY, made_report

LIBRARY = load_library(paths.resources() / "content" / "en")
FRONT = View("body_front", (), (-118.0, 700.0, 236.0, 265.0))
BACK = View("body_back", (), (-256.0, 300.0, 512.0, 600.0))


def figure(mirror: Mirror, *views: View, height: float = 170.0, missing: tuple[str, ...] = ()) -> Section:
    contents = Contents(
        report=made_report(LIBRARY), library=LIBRARY, made_on=TODAY, views=views, missing=missing, mirror=mirror
    )
    return FigureBlock(contents, 100.0, FIGURE_MM).lay_out(50.0, 50.0 + height)


def named(section: Section, name: str) -> Words:
    return next(mark for mark in section.marks if isinstance(mark, Words) and mark.text == name)


@pytest.mark.parametrize(
    ("mirror", "view", "left_is_left", "told"),
    [
        (Mirror.MIRROR, FRONT, True, "Front. Seen as in a mirror: the person's left is on the left."),
        (Mirror.CHART, FRONT, False, "Front. Facing the reader: the person's left is on the right."),
        (Mirror.MIRROR, BACK, True, "Back. Seen from behind: the person's left is on the left."),
        (Mirror.CHART, BACK, True, "Back. Seen from behind: the person's left is on the left."),
    ],
)
def test_every_view_is_named_and_its_sides_stand_where_they_are(
    mirror: Mirror, view: View, left_is_left: bool, told: str, qapp: QApplication
) -> None:
    section = figure(mirror, view)
    assert caption(view, mirror) == told
    assert told in section.texts
    assert (named(section, "Left").rect.right() < named(section, "Right").rect.left()) == left_is_left


@pytest.mark.parametrize("height", [60.0, 90.0, 120.0, 190.0])
@pytest.mark.parametrize("views", [(FRONT,), (BACK,), (FRONT, BACK)])
def test_the_views_find_their_place_in_any_height(height: float, views: tuple[View, ...], qapp: QApplication) -> None:
    section = figure(Mirror.MIRROR, *views, height=height)
    assert section.rect.bottom() <= 50.0 + height + 0.01
    for view in views:
        assert caption(view, Mirror.MIRROR) in section.texts


def test_points_no_view_shows_are_named_and_many_are_counted(qapp: QApplication) -> None:
    codes = tuple(f"XX{place}" for place in range(9))
    assert any("Not shown: XX0, XX1." in text for text in figure(Mirror.MIRROR, FRONT, missing=codes[:2]).texts)
    many = figure(Mirror.MIRROR, FRONT, missing=codes).texts
    assert any("Not shown: XX0, XX1, XX2, XX3, XX4, XX5 and 3 more." in text for text in many)


def test_a_pair_of_points_warms_both_of_its_points_once_with_all_its_time() -> None:
    report = made_report(LIBRARY, points=5)
    rows = {row.subject: row for row in report.points}
    pressed = {(it.code, it.side.value): it.seconds for it in points_pressed(report, LIBRARY.points)}
    assert "EX-LE5" in rows
    assert ("EX-LE5", "left") not in pressed
    assert pressed["ST35", "left"] == rows["ST35"].left + rows["EX-LE5"].left
    assert pressed["EX-LE4", "right"] == rows["EX-LE4"].right + rows["EX-LE5"].right


def test_pictures_are_drawn_for_print_whatever_the_screen(context: Context, draw: Callable[[], None]) -> None:
    drawing = Drawing(context)
    assert drawing.is_complete
    drawing.show_points(made_report(LIBRARY, points=16), Mirror.MIRROR)
    assert len(drawing.views) == 2
    assert not drawing.is_complete
    draw()
    assert drawing.is_complete
    for view in drawing.views:
        assert drawing.images[view].width() == pytest.approx(FIGURE_MM * DOTS_PER_MM, abs=2)
        assert QRectF(*view.crop).height() / QRectF(*view.crop).width() == pytest.approx(
            drawing.images[view].height() / drawing.images[view].width(), rel=0.01
        )


def test_a_point_that_both_views_show_is_warm_in_both(context: Context) -> None:
    drawing = Drawing(context)
    report = made_report(LIBRARY, points=16)
    drawing.show_points(report, Mirror.MIRROR)
    pressed = points_pressed(report, LIBRARY.points)
    for view in drawing.views:
        placements = context.atlas.figure(view.figure_id).placements
        assert {"GB34", "SP9"} <= set(placements)
        assert len(view.spots) == sum(it.code in placements for it in pressed)


def test_unknown_points_are_missing_from_the_figure(context: Context) -> None:
    drawing = Drawing(context)
    drawing.show_points(made_report(LIBRARY, points=17), Mirror.MIRROR)
    assert drawing.missing == ("XX0",)

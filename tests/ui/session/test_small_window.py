"""The session in a small window, as large text makes one of a small screen."""

from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtWidgets import QWidget

from acutimer.ui.context import Context
from acutimer.ui.session.page import SessionPage
from acutimer.ui.session.stage.layout import layout_of
from tests.ui.fitting_in import faults
from tests.ui.practice import resized
from tests.ui.session.conftest import Clocks
from tests.ui.session.page_hands import begin

SMALL = ((600, 340), (640, 400), (853, 533))


def overlapping(*parts: QWidget) -> list[tuple[QWidget, QWidget]]:
    """Which of the visible ones lie on each other."""
    there = [part for part in parts if part.isVisible()]
    return [(a, b) for a, b in combinations(there, 2) if a.geometry().intersects(b.geometry())]


@pytest.mark.parametrize("size", SMALL)
def test_in_every_phase_all_of_it_has_its_room_and_the_side_never_moves(
    page: SessionPage, context: Context, clocks: Clocks, size: tuple[int, int]
) -> None:
    resized(page, *size)
    stage, column, places = page.stage, page.stage.column, set()
    lines = (column.headline, column.name, column.big, column.pips, column.instruction, column.upcoming)
    for routine in ("knee-pain-press", "walk-and-soak", "daily-strength", "qigong-knee-massage"):
        begin(page, context, routine)
        while page.player.session is not None and page.player.session.index is not None:
            places.add((column.pos().x(), column.pos().y(), column.headline.pos().y()))
            lowest = stage.go_on.geometry().bottom() if stage.go_on.isVisible() else column.y() + column.below()
            assert lowest <= stage.foot.y() + 1
            assert not overlapping(stage.header, stage.lens, column, stage.foot)
            assert not overlapping(*lines)
            assert not faults(page)
            clocks.pass_by(0.5)
            if page.player.session.phase and page.player.session.phase.kind.is_practice:
                page.player.skip()
            else:
                page.player.toggle()
    assert len(places) == 1


@pytest.mark.parametrize("size", SMALL)
def test_every_button_can_be_hit(page: SessionPage, context: Context, size: tuple[int, int]) -> None:
    resized(page, *size)
    begin(page, context)
    buttons = [button for button in page.stage.foot.buttons if button.isVisible()]
    assert all(min(button.width(), button.height()) >= 44 for button in buttons)
    assert not overlapping(*buttons)


@pytest.mark.parametrize("size", SMALL)
def test_the_ways_on_have_their_room(
    page: SessionPage, context: Context, clocks: Clocks, size: tuple[int, int]
) -> None:
    resized(page, *size)
    begin(page, context)
    clocks.run(page.player, 3)
    clocks.wall += timedelta(seconds=400)
    page.player.tick()
    ways = page.stage.ways
    assert ways.isVisible()
    assert all(choice.height() >= 44 for choice in ways.choices)
    assert not overlapping(ways.title, ways.text, *ways.choices)
    assert ways.title.y() >= 0
    assert ways.choices[-1].geometry().bottom() <= ways.height()
    assert not faults(page)


@pytest.mark.parametrize("size", [(960, 640), (1280, 800), (2560, 1600)])
def test_a_window_that_is_large_enough_is_the_design_scaled(size: tuple[int, int]) -> None:
    at, scale = layout_of(*size), min(size[0] / 1280, size[1] / 800)
    assert not at.is_close
    assert (at.words_scale, at.lens_scale, at.foot_scale, at.header_scale) == (scale,) * 4
    assert abs(at.column.y() - (size[1] - 800 * scale) / 2 - 158 * scale) <= 1


def test_the_drawing_and_the_words_share_what_height_remains() -> None:
    for size in SMALL:
        at = layout_of(*size)
        assert at.is_close
        assert at.lens.top() > at.header.bottom()
        assert at.lens.bottom() < at.foot.top()
        assert at.column.left() > at.lens.right()
        assert at.column.width() >= 360
        assert at.column.right() < size[0]

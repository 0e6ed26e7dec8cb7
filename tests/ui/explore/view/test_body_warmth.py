"""The whole body in Explore, warm where one pressed lately."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.body import Facing
from acutimer.core.errors import WorldError
from acutimer.core.placing import flip, place
from acutimer.core.planning import PhaseKind
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.totals import SubjectTotal
from acutimer.store.totals import Totals
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.view.body_stage import BodyStage
from tests.ui.explore.conftest import SlowFigures
from tests.ui.practice import NOW, shown

SKIN = (200, 150, 120)


class Sums:
    """Stands for the history."""

    def __init__(self) -> None:
        self.pressed: dict[tuple[str, Side], float] = {}
        self.asked: list[tuple[date, date, int]] = []
        self.fault = ""

    def subjects(self, first: date, last: date, hour: int) -> tuple[SubjectTotal, ...]:
        """What was pressed, today."""
        self.asked.append((first, last, hour))
        if self.fault:
            raise WorldError(self.fault)
        return tuple(
            SubjectTotal(subject=code, kind=PhaseKind.PRESS, side=side, seconds=seconds, reps=0, times=1, last_at=NOW)
            for (code, side), seconds in self.pressed.items()
        )


@pytest.fixture
def sums(monkeypatch: pytest.MonkeyPatch) -> Sums:
    made = Sums()
    made.pressed = {("ST36", Side.LEFT): 900.0}
    monkeypatch.setattr(Totals, "subjects", made.subjects)
    return made


@pytest.fixture
def explore(sums: Sums, context: Context, qtbot: QtBot) -> ExplorePlace:
    return shown(ExplorePlace(context), qtbot, 1068, 800)


def drawn(body: BodyStage, figures: SlowFigures) -> None:
    """What the painter's thread would do, and what comes of it."""
    while (key := figures.asked[-1]) not in figures.ready:
        figures.finish(key)
    turned(body)


def turned(body: BodyStage) -> None:
    QCoreApplication.processEvents()
    assert body.drawing.image is not None


def warmth_at(body: BodyStage, code: str, side: Side) -> bool:
    """Whether the picture is warm where a point lies."""
    frame, image, key = body.frame_at_rest(), body.drawing.image, body.drawing.key
    assert frame is not None
    assert image is not None
    assert key is not None
    return is_warm(body, image, key, code, side)


def is_warm(body: BodyStage, image: QImage, key: FigureKey, code: str, side: Side) -> bool:
    figure = body.figure
    spot = place(figure, code, side)
    assert spot is not None
    x, y = flip(figure, spot) if key.flipped else spot
    scale = image.width() / figure.rect[2]
    found = image.pixelColor(round((x - figure.rect[0]) * scale), round((y - figure.rect[1]) * scale))
    return (found.red(), found.green(), found.blue()) != SKIN


def test_the_history_is_read_only_after_the_body_is_there(
    explore: ExplorePlace, sums: Sums, figures: SlowFigures
) -> None:
    QCoreApplication.processEvents()
    assert sums.asked == []
    figures.finish(figures.asked[-1])
    assert sums.asked == []  # the picture is to be seen first
    drawn(explore.body, figures)
    today = NOW.date()
    assert sums.asked == [(today - timedelta(days=13), today, 3)]


def test_the_side_that_was_pressed_is_warm_and_the_other_is_not(explore: ExplorePlace, figures: SlowFigures) -> None:
    drawn(explore.body, figures)
    assert warmth_at(explore.body, "ST36", Side.LEFT)
    assert not warmth_at(explore.body, "ST36", Side.RIGHT)


def test_it_is_warm_on_the_same_side_of_a_chart(explore: ExplorePlace, context: Context, figures: SlowFigures) -> None:
    context.preferences.update(mirror=Mirror.CHART)
    drawn(explore.body, figures)
    assert warmth_at(explore.body, "ST36", Side.LEFT)
    assert not warmth_at(explore.body, "ST36", Side.RIGHT)


def test_from_the_side_one_sees_the_side_one_begins_with(
    explore: ExplorePlace, context: Context, figures: SlowFigures
) -> None:
    explore.body.turn(Facing.SIDE)
    drawn(explore.body, figures)
    assert warmth_at(explore.body, "ST36", Side.LEFT)
    context.preferences.update(first_side=Side.RIGHT)
    drawn(explore.body, figures)
    assert not warmth_at(explore.body, "ST36", Side.RIGHT)


def test_from_behind_only_what_is_seen_there_is_warm(explore: ExplorePlace, sums: Sums, figures: SlowFigures) -> None:
    sums.pressed = {("BL23", Side.BOTH): 600.0}
    drawn(explore.body, figures)
    assert explore.body.drawing.image is figures.ready[figures.asked[-1]]  # nothing to warm, nothing copied
    explore.body.turn(Facing.BACK)
    drawn(explore.body, figures)
    assert warmth_at(explore.body, "BL23", Side.LEFT)
    assert warmth_at(explore.body, "BL23", Side.RIGHT)


def test_the_tool_switches_the_warmth_and_the_setting_the_tool(
    explore: ExplorePlace, context: Context, figures: SlowFigures
) -> None:
    drawn(explore.body, figures)
    tool = explore.body.tools.warmth
    assert tool.isVisible()
    assert tool.isChecked()
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    turned(explore.body)
    assert not context.preferences.value.warmth
    assert not warmth_at(explore.body, "ST36", Side.LEFT)
    context.preferences.update(warmth=True)
    turned(explore.body)
    assert tool.isChecked()
    assert warmth_at(explore.body, "ST36", Side.LEFT)


def test_switched_off_it_reads_nothing(sums: Sums, context: Context, figures: SlowFigures, qtbot: QtBot) -> None:
    context.preferences.update(warmth=False)
    explore = shown(ExplorePlace(context), qtbot)
    drawn(explore.body, figures)
    assert not explore.body.tools.warmth.isChecked()
    assert sums.asked == []


def test_another_setting_does_not_read_anew(
    explore: ExplorePlace, sums: Sums, context: Context, figures: SlowFigures
) -> None:
    drawn(explore.body, figures)
    context.preferences.update(volume=10)
    turned(explore.body)
    assert len(sums.asked) == 1
    context.preferences.update(day_begins_hour=5)
    turned(explore.body)
    assert sums.asked[-1][2] == 5


def test_coming_back_shows_what_was_pressed_since(explore: ExplorePlace, sums: Sums, figures: SlowFigures) -> None:
    drawn(explore.body, figures)
    explore.hide()
    sums.pressed[("GB34", Side.RIGHT)] = 900.0
    explore.show()
    turned(explore.body)
    assert warmth_at(explore.body, "GB34", Side.RIGHT)


def test_what_did_not_change_is_not_painted_anew(explore: ExplorePlace, sums: Sums, figures: SlowFigures) -> None:
    drawn(explore.body, figures)
    before = explore.body.drawing.image
    explore.hide()
    explore.show()
    turned(explore.body)
    assert len(sums.asked) == 2
    assert explore.body.drawing.image is before


def test_seen_nearer_the_sharp_part_is_as_warm(explore: ExplorePlace, figures: SlowFigures) -> None:
    body = explore.body
    drawn(body, figures)
    frame = body.frame
    assert frame is not None
    spot = place(body.figure, "ST36", Side.LEFT)
    assert spot is not None
    body.zoom_by(3.0, frame.px(flip(body.figure, spot) if frame.is_flipped else spot))
    body.come_to_rest()
    stretched = body.grab().toImage()
    drawn(body, figures)
    assert figures.asked[-1].part is not None
    near = body.frame
    assert near is not None
    at = [round(it) for it in near.px(flip(body.figure, spot) if near.is_flipped else spot)]
    sharp = body.grab().toImage()
    beside = (at[0] + 12, at[1] + 12)  # the point's own dot lies on its place
    before, after = stretched.pixelColor(*beside), sharp.pixelColor(*beside)
    assert all(abs(one - other) < 12 for one, other in zip(before.getRgb(), after.getRgb(), strict=True))  # type: ignore[call-overload]  # the stub says object
    assert (after.red(), after.green(), after.blue()) != SKIN


def test_a_log_that_cannot_be_read_is_said_and_what_was_warm_stays(
    explore: ExplorePlace, sums: Sums, context: Context, figures: SlowFigures
) -> None:
    drawn(explore.body, figures)
    said: list[str] = []
    context.messages.said.connect(lambda message: said.append(str(message)))
    sums.fault = "The log cannot be read."
    explore.body.warmth.look()
    turned(explore.body)
    assert len(said) == 1
    assert warmth_at(explore.body, "ST36", Side.LEFT)


def test_what_is_warm_is_told_to_a_screen_reader(explore: ExplorePlace, context: Context, figures: SlowFigures) -> None:
    body = explore.body
    drawn(body, figures)
    told = body.list.accessibleDescription()
    assert told == "Warm where you pressed in the last 14 days: ST36 left 15 minutes, right none."
    assert body.tools.warmth.accessibleDescription() == told
    context.preferences.update(warmth=False)
    turned(body)
    assert not body.list.accessibleDescription()

"""What the hand measures, painted over it: nested brackets over the fingers, a line across the thumb."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from acutimer.ui.explore.reading.hand_measures import FINGERS, THUMB, hand_measures, has_measures, paint_hand_measures
from acutimer.ui.kit.tokens import LIGHT, color

SIZE = 400
TIPS = 120.0
PLACES = {
    **{edge: QPointF(200 - 24 * number, 200) for number, edge in enumerate(FINGERS)},
    THUMB[0]: QPointF(230, 280),
    THUMB[1]: QPointF(254, 290),
}
MIRRORED = {name: QPointF(SIZE - place.x(), place.y()) for name, place in PLACES.items()}


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sheet() -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def painted(sheet: QImage, places: dict[str, QPointF]) -> set[tuple[int, int]]:
    """Every pixel in the colour of the strong lines."""
    painter = QPainter(sheet)
    paint_hand_measures(painter, places.__getitem__, TIPS, LIGHT)
    painter.end()
    ink = color(LIGHT.ember_ink)
    return {(x, y) for x in range(SIZE) for y in range(SIZE) if sheet.pixelColor(x, y) == ink}


def test_the_measures_are_those_of_the_standard() -> None:
    assert [measure.words.replace("\u00a0", " ") for measure in hand_measures()] == [
        "1 thumb = 1 cun",
        "2 fingers \u2248 1.5",
        "3 fingers \u2248 2",
        "4 fingers = 3",
    ]
    assert [FINGERS.index(measure.end) for measure in hand_measures()[1:]] == [2, 3, 4]


def test_a_figure_that_names_all_landmarks_can_show_them() -> None:
    assert has_measures(PLACES)
    assert not has_measures([name for name in PLACES if name != FINGERS[3]])


def test_the_brackets_stand_above_the_fingertips_the_widest_on_top(sheet: QImage) -> None:
    lines: dict[int, list[int]] = {}
    for x, y in painted(sheet, PLACES):
        if x <= 200 and y < TIPS:
            lines.setdefault(y, []).append(x)
    starts = [min(lines[y]) for y in sorted(lines) if len(lines[y]) > 40]
    assert starts == sorted(starts)
    assert {round((200 - start) / 24) for start in starts} == {2, 3, 4}


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_the_words_stand_on_the_thumbs_side(sheet: QImage, is_mirrored: bool) -> None:
    ink = painted(sheet, MIRRORED if is_mirrored else PLACES)
    beyond = [x for x, y in ink if y < TIPS and (x < SIZE - 200 - 4 if is_mirrored else x > 200 + 4)]
    assert beyond
    other = [x for x, y in ink if (x > SIZE - 100 if is_mirrored else x < 100)]
    assert not other

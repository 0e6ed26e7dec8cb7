import itertools
from statistics import mean

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage

from acutimer.content.atlas import IDS
from acutimer.core.body import Figure, Role
from acutimer.ui.body.painter import paint_figure
from acutimer.ui.body.palette import BY_DAY, BY_NIGHT, Tones
from tests.shipped import ATLAS

CLOSE_UPS = tuple(name for name in IDS if not name.startswith("body_"))
HEIGHT_PX = 220


def paint(name: str, tones: Tones = BY_DAY, *, bones: bool = True) -> QImage:
    figure = ATLAS.figure(name)
    return paint_figure(figure, HEIGHT_PX / figure.rect[3], tones, bones=bones)


def at(figure: Figure, picture: QImage, x: float, y: float) -> QColor:
    left, top, _, height = figure.rect
    scale = picture.height() / height
    return picture.pixelColor(int((x - left) * scale), int((y - top) * scale))


@pytest.mark.parametrize("name", IDS)
def test_a_picture_covers_the_figures_rect(name: str) -> None:
    figure = ATLAS.figure(name)
    picture = paint(name)
    assert picture.height() == HEIGHT_PX
    assert picture.width() == round(figure.rect[2] * HEIGHT_PX / figure.rect[3])


@pytest.mark.parametrize("name", IDS)
def test_the_ground_is_transparent_and_the_body_is_not(name: str) -> None:
    figure = ATLAS.figure(name)
    picture = paint(name)
    left, top, width, height = figure.rect
    edge = 0.012 * height
    inner_top, inner_bottom = top + figure.fade_top + edge, top + height - figure.fade_bottom - edge
    inner_left, inner_right = left + figure.fade_left + edge, left + width - figure.fade_right - edge
    for row in range(20):
        y = inner_top + (inner_bottom - inner_top) * row / 19
        for column in range(20):
            x = inner_left + (inner_right - inner_left) * column / 19
            around = [figure.covers((x + dx * edge, y + dy * edge)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
            alpha = at(figure, picture, x, y).alphaF()
            if all(around):
                assert alpha > 0.99, (x, y)
            elif not any(around) and not (figure.area is None and y > 960):  # there is a shadow on the floor
                assert alpha < 0.01, (x, y)


@pytest.mark.parametrize("name", CLOSE_UPS)
def test_a_cut_limb_fades_into_the_ground(name: str) -> None:
    figure = ATLAS.figure(name)
    picture = paint(name)
    left, top, width, height = figure.rect
    ends = {
        (left, 0): figure.fade_left,
        (left + width - 0.01, 0): -figure.fade_right,
        (0, top): figure.fade_top,
        (0, top + height - 0.01): -figure.fade_bottom,
    }
    assert any(ends.values())
    for (x, y), reach in ends.items():
        if not reach:
            continue
        # where the limb is cut it is cut across: look along its middle
        if x:
            rows = [top + height * i / 200 for i in range(200) if figure.covers((x, top + height * i / 200))]
            line = [(x + reach * t, mean(rows)) for t in (0.02, 0.3, 0.6, 0.95)]
        else:
            columns = [left + width * i / 200 for i in range(200) if figure.covers((left + width * i / 200, y))]
            line = [(mean(columns), y + reach * t) for t in (0.02, 0.3, 0.6, 0.95)]
        shares = [at(figure, picture, *place).alphaF() for place in line]
        assert shares == sorted(shares)
        assert shares[0] < 0.05
        assert shares[-1] > 0.95


@pytest.mark.parametrize("name", IDS)
def test_night_is_darker_than_day_and_both_are_warm(name: str) -> None:
    figure = ATLAS.figure(name)
    day, night = paint(name), paint(name, BY_NIGHT)
    places = [place for place in body_places(figure) if at(figure, day, *place).alpha() == 255]
    assert len(places) > 20
    by_day, by_night = ([at(figure, picture, *place) for place in places] for picture in (day, night))
    assert mean([color.lightnessF() for color in by_night]) < mean([color.lightnessF() for color in by_day]) - 0.3
    for colors in (by_day, by_night):
        warm = [color for color in colors if color.red() > color.blue()]
        assert len(warm) > 0.6 * len(colors)  # the shorts are cool


def body_places(figure: Figure) -> list[tuple[float, float]]:
    left, top, width, height = figure.rect
    grid = [(left + width * (i + 0.5) / 20, top + height * (j + 0.5) / 20) for i in range(20) for j in range(20)]
    return [place for place in grid if figure.covers(place)]


@pytest.mark.parametrize("name", CLOSE_UPS)
def test_bones_show_only_when_asked_for_and_change_no_edge(name: str) -> None:
    with_bones, without = paint(name), paint(name, bones=False)
    assert with_bones != without
    assert with_bones.convertToFormat(QImage.Format.Format_Alpha8) == without.convertToFormat(
        QImage.Format.Format_Alpha8
    )


def test_whole_bodies_have_no_bones_to_show() -> None:
    assert paint("body_front") == paint("body_front", bones=False)


@pytest.mark.parametrize("name", ["body_front", "body_back", "lower_back"])
def test_a_symmetric_figure_is_its_own_mirror_image(name: str) -> None:
    picture = paint(name)
    flipped = picture.flipped(Qt.Orientation.Horizontal)
    points = [(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)]
    off = [abs(picture.pixelColor(x, y).lightness() - flipped.pixelColor(x, y).lightness()) for x, y in points]
    assert sum(off) / len(off) < 3  # fine lines fall on the pixels a little differently on either side


def test_shading_is_soft() -> None:
    """Along a line across the thigh, no two neighbouring pixels of skin differ by a step one could see as a band."""
    figure = ATLAS.figure("knee_back")
    picture = paint_figure(figure, 2.0, BY_DAY, bones=False)
    y = int((figure.rect[3] - 135) * 2.0)
    greens = [
        picture.pixelColor(x, y).green() for x in range(picture.width()) if picture.pixelColor(x, y).alpha() == 255
    ]
    steps = sorted(abs(a - b) for a, b in itertools.pairwise(greens))
    assert steps[int(len(steps) * 0.8)] <= 2


def test_a_larger_picture_shows_the_same_at_more_pixels() -> None:
    figure = ATLAS.figure("knee_outer")
    small = paint_figure(figure, 0.5, BY_DAY, bones=True)
    large = paint_figure(figure, 2.0, BY_DAY, bones=True)
    assert large.width() == 4 * small.width()
    x, y = figure.landmarks["fibular_head"]
    assert abs(at(figure, small, x, y).lightness() - at(figure, large, x, y).lightness()) < 12


@pytest.mark.parametrize("name", ["knee_front", "lower_back", "hand_palm"])
def test_a_part_is_just_that_part_of_the_whole(name: str) -> None:
    figure, window = ATLAS.figure(name), QRect(40, 30, 120, 90)
    whole = paint_figure(figure, 1.0, BY_DAY, bones=True).copy(window)
    part = paint_figure(figure, 1.0, BY_DAY, bones=True, window=window)
    assert part.size() == window.size()
    for y in range(0, 90, 3):
        for x in range(0, 120, 3):
            one, other = whole.pixelColor(x, y), part.pixelColor(x, y)
            assert max(abs(one.red() - other.red()), abs(one.alpha() - other.alpha())) <= 3, (x, y)


@pytest.mark.parametrize("tones", [BY_DAY, BY_NIGHT], ids=["day", "night"])
def test_every_role_has_a_colour(tones: Tones) -> None:
    assert set(tones.colors) == set(Role)
    assert all(QColor(color).isValid() for color in tones.colors.values())
    assert all(0 < strength <= 1 for strength in tones.strengths.values())

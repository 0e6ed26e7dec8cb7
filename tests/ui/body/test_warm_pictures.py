import pytest
from PySide6.QtGui import QImage, qRgb
from pytestqt.qtbot import QtBot

from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.body.warm_pictures import WarmPictures, side_names
from acutimer.ui.body.warm_views import Pressed, View, spots_on
from acutimer.ui.kit.tokens import LIGHT
from tests.shipped import ATLAS

FRONT = ATLAS.figure("body_front")
SKIN = qRgb(220, 200, 190)


class SomeFigures(Figures):
    """Has what a test put there; anything of the same figure stands in."""

    def __init__(self) -> None:
        super().__init__(ATLAS)
        self.ready: dict[FigureKey, QImage] = {}

    def put(self, key: FigureKey) -> None:
        """Have a picture, all of one colour."""
        size = (round(FRONT.rect[2] * key.px_per_unit), round(FRONT.rect[3] * key.px_per_unit))
        self.ready[key] = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self.ready[key].fill(SKIN)

    def get(self, key: FigureKey) -> QImage | None:
        """Only what was put there."""
        return self.ready.get(key)

    def stand_in(self, _key: FigureKey) -> QImage | None:
        """Any."""
        return next(iter(self.ready.values()), None)


@pytest.fixture
def figures(qtbot: QtBot) -> SomeFigures:
    return SomeFigures()


@pytest.fixture
def pictures(figures: SomeFigures) -> WarmPictures:
    return WarmPictures(figures, ATLAS)


def key(px_per_unit: float, *, dark: bool = False) -> FigureKey:
    return FigureKey("body_front", px_per_unit, dark=dark, flipped=False, bones=True)


def view(seconds: float = 900) -> View:
    spots = spots_on(FRONT, [Pressed("ST36", Side.LEFT, seconds)], Mirror.MIRROR)
    return View("body_front", spots, FRONT.rect)


def test_a_picture_is_warm_at_its_spot_and_made_once(figures: SomeFigures, pictures: WarmPictures) -> None:
    figures.put(key(0.5))
    pictures.show((view(),), 900)
    made = pictures.get(view(), key(0.5), LIGHT)
    assert made is not None
    (x, y), (left, top, _, _) = view().spots[0].place, FRONT.rect
    assert made.pixel(round((x - left) / 2), round((y - top) / 2)) != SKIN
    assert made.pixel(5, 5) == SKIN
    assert pictures.get(view(), key(0.5), LIGHT) is made


def test_until_the_new_size_is_drawn_the_last_one_stays(figures: SomeFigures, pictures: WarmPictures) -> None:
    figures.put(key(0.5))
    pictures.show((view(),), 900)
    before = pictures.get(view(), key(0.5), LIGHT)
    assert pictures.get(view(), key(0.6), LIGHT) is before
    figures.put(key(0.6))
    after = pictures.get(view(), key(0.6), LIGHT)
    assert after is not None
    assert after.width() == round(FRONT.rect[2] * 0.6)


def test_another_size_stands_in_before_the_first_is_drawn(figures: SomeFigures, pictures: WarmPictures) -> None:
    figures.put(key(0.25))
    pictures.show((view(),), 900)
    stretched = pictures.get(view(), key(0.5), LIGHT)
    assert stretched is not None
    assert stretched.width() == round(FRONT.rect[2] * 0.25)
    (x, y), (left, top, _, _) = view().spots[0].place, FRONT.rect
    assert stretched.pixel(round((x - left) / 4), round((y - top) / 4)) != SKIN


def test_there_is_none_while_there_is_no_figure_at_all(pictures: WarmPictures) -> None:
    pictures.show((view(),), 900)
    assert pictures.get(view(), key(0.5), LIGHT) is None


def test_another_theme_is_not_stood_in_for_by_the_last_picture(figures: SomeFigures, pictures: WarmPictures) -> None:
    figures.put(key(0.5))
    pictures.show((view(),), 900)
    assert pictures.get(view(), key(0.5), LIGHT) is not None
    figures.ready.clear()
    assert pictures.get(view(), key(0.5, dark=True), LIGHT) is None


def test_another_measure_of_warmth_makes_another_picture(figures: SomeFigures, pictures: WarmPictures) -> None:
    figures.put(key(0.5))
    pictures.show((view(),), 900)
    warm = pictures.get(view(), key(0.5), LIGHT)
    pictures.show((view(),), 9000)
    assert pictures.get(view(), key(0.5), LIGHT) != warm


def test_the_sides_are_named_as_they_stand() -> None:
    assert side_names("body_front", Mirror.MIRROR) == side_names("body_back", Mirror.CHART) == ("Left", "Right")
    assert side_names("body_front", Mirror.CHART) == ("Right", "Left")

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QThreadPool
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from acutimer.core.body import Figure, Role
from acutimer.ui.body import figures as module
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.body.palette import Tones
from tests.shipped import ATLAS

KEY = FigureKey("knee_front", 0.5, dark=False, flipped=False, bones=True)


class Drawings:
    """Stands where the painter stands and notes who calls it."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.windows: list[QRect | None] = []
        self.finished = 0
        self.threads: set[int] = set()
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def __call__(
        self, figure: Figure, px_per_unit: float, tones: Tones, *, bones: bool, window: QRect | None = None
    ) -> QImage:
        assert px_per_unit > 0
        self.windows.append(window)
        assert bones in (True, False)
        self.names.append(figure.id)
        self.threads.add(threading.get_ident())
        assert self.may_go_on.wait(10)
        picture = QImage(8, 4, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        picture.setPixelColor(0, 0, tones.color(Role.SKIN))
        self.finished += 1
        return picture


def pool_of(figures: Figures) -> QThreadPool:
    pool = figures.findChild(QThreadPool)
    assert pool is not None
    return pool


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> Drawings:
    noting = Drawings()
    monkeypatch.setattr("acutimer.ui.body.painter.paint_figure", noting)
    return noting


@pytest.fixture
def figures(qtbot: QtBot) -> Iterator[Figures]:
    made = Figures(ATLAS)
    yield made
    made.close()


def wait_for(qtbot: QtBot, figures: Figures, key: FigureKey) -> QImage:
    with qtbot.waitSignal(figures.drawn, timeout=60_000, check_params_cb=lambda drawn: drawn == key):
        assert figures.get(key) is None
    picture = figures.get(key)
    assert picture is not None
    return picture


def test_a_figure_is_drawn_away_from_the_windows_thread(qtbot: QtBot, figures: Figures, drawings: Drawings) -> None:
    wait_for(qtbot, figures, KEY)
    assert len(drawings.threads) == 1
    assert threading.get_ident() not in drawings.threads


def test_asking_again_gives_the_same_picture_without_drawing_it(
    qtbot: QtBot, figures: Figures, drawings: Drawings
) -> None:
    picture = wait_for(qtbot, figures, KEY)
    assert figures.get(KEY) == picture
    assert drawings.names == ["knee_front"]


def test_asking_twice_before_it_is_ready_draws_once(qtbot: QtBot, figures: Figures, drawings: Drawings) -> None:
    assert figures.get(KEY) is None
    wait_for(qtbot, figures, KEY)
    assert drawings.names == ["knee_front"]


def test_the_other_side_is_the_mirror_image_and_needs_no_drawing(
    qtbot: QtBot, figures: Figures, drawings: Drawings
) -> None:
    picture = wait_for(qtbot, figures, KEY)
    flipped = figures.get(replace(KEY, flipped=True))
    assert flipped == picture.flipped(Qt.Orientation.Horizontal)
    assert flipped != picture
    assert drawings.names == ["knee_front"]


def test_a_flipped_picture_asked_for_first_is_the_mirror_image_too(qtbot: QtBot, figures: Figures) -> None:
    flipped = wait_for(qtbot, figures, replace(KEY, flipped=True))
    plain = figures.get(KEY)
    assert plain is not None
    assert flipped == plain.flipped(Qt.Orientation.Horizontal)


def test_whoever_waits_for_either_side_is_told(qtbot: QtBot, figures: Figures, drawings: Drawings) -> None:
    told: list[FigureKey] = []
    figures.drawn.connect(told.append)
    assert figures.get(KEY) is None
    wait_for(qtbot, figures, replace(KEY, flipped=True))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=60_000)
    assert set(told) == {KEY, replace(KEY, flipped=True)}


def test_dark_and_light_are_two_pictures(qtbot: QtBot, figures: Figures) -> None:
    assert wait_for(qtbot, figures, KEY) != wait_for(qtbot, figures, replace(KEY, dark=True))


def test_what_was_asked_for_last_is_drawn_first(qtbot: QtBot, figures: Figures, drawings: Drawings) -> None:
    drawings.may_go_on.clear()
    figures.get(KEY)
    qtbot.waitUntil(lambda: bool(drawings.names), timeout=60_000)
    for name in ("knee_outer", "knee_inner", "knee_back"):
        figures.get(replace(KEY, id=name))
    with qtbot.waitSignal(figures.drawn, timeout=60_000, check_params_cb=lambda drawn: drawn.id == "knee_outer"):
        drawings.may_go_on.set()
    assert drawings.names == ["knee_front", "knee_back", "knee_inner", "knee_outer"]


def test_of_many_sizes_in_a_row_only_the_latest_are_drawn(qtbot: QtBot, figures: Figures, drawings: Drawings) -> None:
    drawings.may_go_on.clear()
    figures.get(KEY)
    qtbot.waitUntil(lambda: bool(drawings.names), timeout=60_000)
    sizes = [0.5 + step / 100 for step in range(1, 41)]
    for size in sizes:
        figures.get(replace(KEY, px_per_unit=size))
    drawings.may_go_on.set()
    pool_of(figures).waitForDone()
    assert len(drawings.names) == 9


def test_what_gave_way_and_is_asked_for_again_is_drawn_once_however_busy_the_window_is(
    qtbot: QtBot, figures: Figures, drawings: Drawings
) -> None:
    drawings.may_go_on.clear()
    figures.get(KEY)
    qtbot.waitUntil(lambda: bool(drawings.names), timeout=60_000)
    sizes = [0.5 + step / 100 for step in range(1, 13)]
    for size in sizes * 5:
        figures.get(replace(KEY, px_per_unit=size))
    drawings.may_go_on.set()
    pool_of(figures).waitForDone()  # the window's thread takes none of them meanwhile
    assert len(drawings.names) == 9


def test_another_size_stands_in_until_the_right_one_is_drawn(qtbot: QtBot, figures: Figures) -> None:
    larger = replace(KEY, px_per_unit=0.6)
    assert figures.stand_in(larger) is None
    picture = wait_for(qtbot, figures, KEY)
    assert figures.stand_in(larger) == picture
    assert figures.stand_in(replace(larger, dark=True)) is None


def test_closing_waits_for_the_drawing_and_takes_no_more_orders(
    qtbot: QtBot, figures: Figures, drawings: Drawings, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawings.may_go_on.clear()
    figures.get(KEY)
    qtbot.waitUntil(lambda: bool(drawings.names), timeout=60_000)
    figures.get(replace(KEY, id="knee_back"))
    pool = pool_of(figures)

    def clear() -> None:
        QThreadPool.clear(pool)
        drawings.may_go_on.set()

    monkeypatch.setattr(pool, "clear", clear)
    figures.close()
    assert drawings.finished == 1
    assert figures.get(replace(KEY, id="knee_outer")) is None
    assert drawings.names == ["knee_front"]


def test_those_that_belong_to_others_stop_with_them(qtbot: QtBot, drawings: Drawings) -> None:
    figures = Figures(ATLAS)
    inner = Figures(ATLAS, parent=figures)
    drawings.may_go_on.set()
    figures.close()
    assert inner.get(KEY) is None
    assert drawings.names == []


def test_the_next_start_finds_the_picture_on_disk(qtbot: QtBot, tmp_path: Path, drawings: Drawings) -> None:
    first = Figures(ATLAS, tmp_path)
    picture = wait_for(qtbot, first, KEY)
    first.close()
    second = Figures(ATLAS, tmp_path)
    assert wait_for(qtbot, second, KEY) == picture
    second.close()
    assert drawings.names == ["knee_front"]


@pytest.mark.parametrize(
    "other",
    [
        replace(KEY, px_per_unit=0.51),
        replace(KEY, dark=True),
        replace(KEY, bones=False),
        replace(KEY, id="knee_outer"),
    ],
)
def test_another_picture_is_not_mistaken_for_the_one_on_disk(
    qtbot: QtBot, tmp_path: Path, drawings: Drawings, other: FigureKey
) -> None:
    kept = Figures(ATLAS, tmp_path)
    wait_for(qtbot, kept, KEY)
    wait_for(qtbot, kept, other)
    kept.close()
    assert len(drawings.names) == 2


def test_a_new_painter_does_not_trust_old_pictures(
    qtbot: QtBot, tmp_path: Path, drawings: Drawings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in (1, 2):
        monkeypatch.setattr(module, "VERSION", version)
        figures = Figures(ATLAS, tmp_path)
        wait_for(qtbot, figures, KEY)
        figures.close()
    assert len(drawings.names) == 2


def test_a_part_is_drawn_by_itself_and_not_kept_on_disk(qtbot: QtBot, tmp_path: Path, drawings: Drawings) -> None:
    part = replace(KEY, part=(10, 20, 30, 40), flipped=True)
    for _ in range(2):
        figures = Figures(ATLAS, tmp_path)
        wait_for(qtbot, figures, part)
        figures.close()
    assert drawings.windows == [QRect(10, 20, 30, 40)] * 2
    assert list(tmp_path.iterdir()) == []


def test_memory_is_bounded_and_what_was_used_last_stays(
    qtbot: QtBot, figures: Figures, drawings: Drawings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MEMORY_BYTES", 3 * 8 * 4 * 4)
    names = ("knee_front", "knee_outer", "knee_inner", "knee_back")
    for name in names:
        wait_for(qtbot, figures, replace(KEY, id=name))
    assert figures.get(replace(KEY, id="knee_back")) is not None
    assert figures.get(KEY) is None

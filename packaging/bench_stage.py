"""How fast a close-up is there, how smoothly one gets to it, and how little the pointer costs there."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_row import note_value
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from stage import Stage

from acutimer.core.points import Area
from acutimer.core.settings import Theme
from acutimer.core.sides import Side
from acutimer.ui.body.painter import paint_figure
from acutimer.ui.body.palette import tones
from acutimer.ui.explore.place import ExplorePlace

SIZE = (1920, 1080)
LONG_PX = 900
TIMES = 5
AREAS = (Area.KNEE, Area.ANKLE_FOOT, Area.LOWER_BACK)

Figure = tuple[str, float, str]


class Paints(QObject):
    """Notes when a widget was painted, and how much of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.moments: list[float] = []
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        """Note it."""
        if isinstance(event, QPaintEvent):
            self.moments.append(time.perf_counter())
            self.region += event.region()
        return super().eventFilter(watched, event)


def measure() -> list[Figure]:
    """What was measured: its name with the unit, the value, and the aim, empty where there is none."""
    with tempfile.TemporaryDirectory() as home:
        opened = Stage(Path(home), Theme.LIGHT, SIZE)
        opened.context = replace(opened.context, monotonic=time.monotonic)
        opened.context.preferences.update(reduced_motion=False)
        opened.open()
        place = opened.place(ExplorePlace)
        found = [*_first_paints(opened), *_zooms(opened, place), *_rest(opened, place)]
        opened.close()
    return found


def _first_paints(opened: Stage) -> Iterator[Figure]:
    """The painter alone: a close-up as it is drawn when it is neither in memory nor on disk."""
    atlas = opened.context.atlas
    taken = {}
    for name in (it for it in atlas.ids if not it.startswith("body")):
        figure = atlas.figure(name)
        scale = LONG_PX / max(figure.rect[2:])
        paint_figure(figure, scale / 8, tones(dark=False), bones=True)
        paint = partial(paint_figure, figure, scale, tones(dark=False), bones=True)
        taken[name] = median(_seconds(paint) for _ in range(3))
    slowest = max(taken, key=taken.__getitem__)
    yield f"first paint of a close-up, {LONG_PX} px, the median one, ms", median(taken.values()) * 1000, "150"
    yield f"first paint of a close-up, {LONG_PX} px, the slowest ({slowest}), ms", taken[slowest] * 1000, "150"


def _zooms(opened: Stage, place: ExplorePlace) -> Iterator[Figure]:
    """From the body to a close-up and back, at the full size of the window."""
    frames, slowest, lasted, spent = [], [], [], []
    for area in AREAS:  # drawn ahead, as hovering does
        place.show_area(area, Side.LEFT)
        opened.settle()
        place.show_body()
        opened.settle()
    paints = Paints(place.stages.zooming)
    for area in AREAS * TIMES:
        for go in (lambda area=area: place.show_area(area, Side.LEFT), place.show_body):
            paints.moments.clear()
            began, cpu_began = time.perf_counter(), time.thread_time()
            go()
            while place.stages.zooming.is_moving:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            lasted.append(time.perf_counter() - began)
            spent.append((time.thread_time() - cpu_began) / len(paints.moments))
            gaps = [b - a for a, b in zip(paints.moments, paints.moments[1:], strict=False)]
            frames.append(len(gaps) / sum(gaps))
            slowest.append(max(gaps))
    yield f"zoom between body and close-up at {SIZE[0]} x {SIZE[1]}, frames a second", median(frames), "55 at least"
    yield "a frame of the zoom in the processor's time, with all before the first, ms", median(spent) * 1000, "18"
    yield "the longest gap between two frames of a zoom, ms", median(slowest) * 1000, ""
    yield "from the press until the close-up is all there, ms", median(lasted) * 1000, ""


def _rest(opened: Stage, place: ExplorePlace) -> Iterator[Figure]:
    """A close-up that stands still: painted once more, and with the pointer coming over a marker."""
    opened.context.preferences.update(reduced_motion=True)
    place.show_area(Area.KNEE, Side.LEFT)
    opened.settle()
    diagram = place.close_up.diagram
    taken = median(_seconds(lambda: (diagram.repaint(), QApplication.processEvents())) for _ in range(4 * TIMES))
    yield "a close-up painted again from memory, ms", taken * 1000, "5"
    marker = diagram.markers[0]
    paints = Paints(diagram)
    for at in (QPointF(3, 200), marker.middle):
        paints.region = QRegion()
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            diagram.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(diagram, move)
        opened.settle()
    area = sum(paints.region.contains(QPoint(x, y)) for x in range(diagram.width()) for y in range(diagram.height()))
    own = QRect(QPoint(), marker.size())
    yield "painted anew when the pointer comes over a marker, px", area, f"its rectangle and label, {own.width()}²"
    yield "the same as a share of the diagram, %", 100 * area / (diagram.width() * diagram.height()), ""


def _seconds(do: Callable[[], object]) -> float:
    """How long something takes of the processor's time on this thread: what else the machine does is not meant."""
    began = time.thread_time()
    do()
    return time.thread_time() - began


def main() -> int:
    """Print one line a figure."""
    app = QApplication([sys.argv[0], "-style", "fusion"])
    for name, value, aim in measure():
        print(f"{name}: {value:.1f}{f' (aim {aim})' if aim else ''}")
        note_value(name, value, aim)
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())

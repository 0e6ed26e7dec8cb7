"""How long a keystroke of the search takes over 500 points: until it is found, and until it is seen."""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_row import note_value
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from stage import Stage

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.content.search_records import records_of
from acutimer.content.searching import SearchIndex
from acutimer.core.codes import MERIDIANS, folded
from acutimer.core.points import Area, Point
from acutimer.core.settings import Theme
from acutimer.ui.explore.search.search_results import SearchResults

POINTS = 500
ROUNDS = 5
AIM = "16"
# Where the search field stands in a window of the usual size.
FIELD = QRect(240, 24, 560, 64)
TYPED = ("ST36", "behind the knee", "zusanli", "yanglinquan", "aching knee", "suport the mountian", "qwertzuiop asdf")
Result = TypeVar("Result")
Figure = tuple[str, float, str]
AREAS = {area: area.value.replace("_", " ") for area in Area}


def measure() -> list[Figure]:
    """What was measured: its name with the unit, the value, and the aim, empty where there is none."""
    library = _with_many_points(load_library(paths.resources() / "content" / "en"))
    made, index = _timed(lambda: SearchIndex(records_of(library, AREAS)))
    loaded, _ = _timed(index.prepare)
    strokes = [text[: letters + 1] for text in TYPED for letters in range(len(text))]
    taken = _each(strokes, index.find)
    seen = _until_seen(library, strokes)
    names = [folded(name) for point in library.points.values() for name in (point.name, point.pinyin)]
    plain = min(_timed(lambda: [name for name in names if "knee" in name])[0] for _ in range(ROUNDS))
    median, worst, last = statistics.median(taken), max(taken), max(seen)
    return [
        (f"search, preparing {POINTS} points, ms", made, ""),
        ("search, preparing for slips of the finger, ms", loaded, ""),
        ("search, median keystroke until it is found, ms", median, ""),
        (f"search, worst keystroke until it is found ({strokes[taken.index(worst)]!r}), ms", worst, ""),
        ("search, median keystroke beside a plain look through the names, times as long", median / plain, ""),
        ("search, worst keystroke beside a plain look through the names, times as long", worst / plain, ""),
        ("search, median keystroke until the list is painted, ms", statistics.median(seen), ""),
        (f"search, worst keystroke until the list is painted ({strokes[seen.index(last)]!r}), ms", last, AIM),
    ]


def _until_seen(library: Library, strokes: Sequence[str]) -> list[float]:
    """What each keystroke takes with the list that shows what was found."""
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), Theme.LIGHT, (1280, 800))
        window = QWidget()
        window.resize(*stage.size)
        results = SearchResults(replace(stage.context, library=library), window)
        results.prepare()
        window.show()

        def show(text: str) -> None:
            results.search(text)
            results.place(FIELD, window.height())
            results.show()
            QApplication.processEvents()  # which paints it

        show(strokes[0])
        taken = _each(strokes, show)
        window.close()
        stage.context.figures.close()
        stage.connection.close()
    return taken


def _each(strokes: Sequence[str], do: Callable[[str], object]) -> list[float]:
    """The shortest of some times each, for what else the machine does is not meant."""
    return [min(_timed(partial(do, text))[0] for _ in range(ROUNDS)) for text in strokes]


def _timed(do: Callable[[], Result]) -> tuple[float, Result]:
    began = time.thread_time()  # all of it is work of this thread
    result = do()
    return (time.thread_time() - began) * 1000, result


def _with_many_points(library: Library) -> Library:
    """The library with POINTS points, their names put together from the words of the shipped ones."""
    chance = random.Random(36)  # noqa: S311 - the same names in every run
    shipped = [point for point in library.points.values() if not point.members]
    codes = [f"{meridian}{number}" for meridian in MERIDIANS for number in range(1, 68)]
    words = sorted({word for point in shipped for word in point.name.split() if len(word) > 3})
    sounds = sorted({folded(point.pinyin)[start : start + 3] for point in shipped for start in (0, 3)})

    def varied(code: str) -> Point:
        name = " ".join(chance.sample(words, 3))
        pinyin = "".join(chance.sample(sounds, 3)).capitalize()
        aliases = (pinyin, *(" ".join(chance.sample(words, 2)) for _ in range(3)))
        return replace(chance.choice(shipped), code=code, name=name, pinyin=pinyin, aliases=aliases)

    new = (code for code in chance.sample(codes, len(codes)) if code not in library.points)
    points = dict(library.points)
    while len(points) < POINTS:
        code = next(new)
        points[code] = varied(code)
    return replace(library, points=points)


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

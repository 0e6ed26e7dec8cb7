"""How long a keystroke of the search takes over 500 points, beside a plain look through the same names."""

import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.content.search_records import records_of
from acutimer.content.searching import SearchIndex
from acutimer.core.codes import MERIDIANS, folded
from acutimer.core.points import Area, Point

POINTS = 500
ROUNDS = 5
TYPED = ("ST36", "behind the knee", "zusanli", "yanglinquan", "aching knee", "suport the mountian", "qwertzuiop asdf")
Result = TypeVar("Result")
AREAS = {area: area.value.replace("_", " ") for area in Area}


def measure() -> list[tuple[str, float, str]]:
    """Name, value and unit of each figure: milliseconds, and ratios ("x") to the plain look."""
    library = _with_many_points(load_library(paths.resources() / "content" / "en"))
    made, index = _timed(lambda: SearchIndex(records_of(library, AREAS)))
    loaded, _ = _timed(index.prepare)
    strokes = [text[: letters + 1] for text in TYPED for letters in range(len(text))]
    taken = [min(_timed(lambda text=text: index.find(text))[0] for _ in range(ROUNDS)) for text in strokes]  # type: ignore[misc]
    names = [folded(name) for point in library.points.values() for name in (point.english, point.pinyin)]
    plain = min(_timed(lambda: [name for name in names if "knee" in name])[0] for _ in range(ROUNDS))
    median, worst = statistics.median(taken), max(taken)
    return [
        (f"search, preparing {POINTS} points", made, "ms"),
        ("search, preparing for slips of the finger", loaded, "ms"),
        ("search, median keystroke", median, "ms"),
        (f"search, worst keystroke ({strokes[taken.index(worst)]!r})", worst, "ms"),
        ("search, median keystroke beside a plain look through the names", median / plain, "x"),
        ("search, worst keystroke beside a plain look through the names", worst / plain, "x"),
    ]


def _timed(do: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = do()
    return (time.perf_counter() - began) * 1000, result


def _with_many_points(library: Library) -> Library:
    """The library with POINTS points, their names put together from the words of the shipped ones."""
    chance = random.Random(36)  # noqa: S311 - the same names in every run
    shipped = [point for point in library.points.values() if not point.members]
    codes = [f"{meridian}{number}" for meridian in MERIDIANS for number in range(1, 68)]
    words = sorted({word for point in shipped for word in point.english.split() if len(word) > 3})
    sounds = sorted({folded(point.pinyin)[start : start + 3] for point in shipped for start in (0, 3)})

    def varied(code: str) -> Point:
        english = " ".join(chance.sample(words, 3))
        pinyin = "".join(chance.sample(sounds, 3)).capitalize()
        aliases = (pinyin, *(" ".join(chance.sample(words, 2)) for _ in range(3)))
        return replace(chance.choice(shipped), code=code, english=english, pinyin=pinyin, aliases=aliases)

    new = (code for code in chance.sample(codes, len(codes)) if code not in library.points)
    points = dict(library.points)
    while len(points) < POINTS:
        code = next(new)
        points[code] = varied(code)
    return replace(library, points=points)


if __name__ == "__main__":
    for name, value, unit in measure():
        print(f"{name}: {value:.1f} {unit}")
    sys.exit()

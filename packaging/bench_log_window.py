"""The window's side of the log's bench: how fast it opens, scrolls and filters.

    bench_log_window.py FOLDER

is its own child: a window on the log in that folder, whose Log is opened for the first time; it prints the ms.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_log_figure import Figure, seconds_of, times_ms
from bench_log_plain import ALL, Plain, practised
from bench_stage import Paints
from PySide6.QtWidgets import QApplication
from stage import NOW, Stage

from acutimer.content.library import Library
from acutimer.core.points import Area
from acutimer.core.settings import Theme
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.log.days.filters import FilterBar
from acutimer.ui.log.days.page import DaysPage
from acutimer.ui.log.days.places import places, subjects_in, subjects_of
from acutimer.ui.log.place import LogPlace
from acutimer.ui.plain_imports import import_qt

SIZE = (1280, 800)
OPENINGS, TIMES = 5, 9
OPEN_MS, FILTER_MS, LEAST_FRAMES = 100, 50, 55
WHEEL_PX, WHEEL_FRAMES, DRAG_FRAMES = 60, 1500, 300
LATER = timedelta(hours=19)  # when the sessions of NOW's day are over
POINT, AREA, ROUTINE, WORDS = "ST36", Area.KNEE, "morning-balance", "stairs"
PATIENCE = 1000  # looks at what is to be done before the painting that never comes is given up


class Looked:
    """A window with the log in a folder, on Explore."""

    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder, Theme.LIGHT, SIZE)
        self.stage.wall_shift = LATER
        self.stage.open()
        self.stage.settle()
        self.today = (NOW + LATER - timedelta(hours=3)).date()

    @property
    def days(self) -> DaysPage:
        """The page with the list and the year."""
        return self.stage.place(LogPlace).days

    def painted(self, do: Callable[[], object]) -> None:
        """Do something, and wait until the list and the year have been painted after it."""
        do()
        watched = [self.days.listing.list.viewport(), self.days.calendar.view.viewport()]
        paints = [Paints(widget) for widget in watched]
        for widget in watched:
            widget.update()
        for _ in range(PATIENCE):
            QApplication.processEvents()
            if all(paint.moments for paint in paints):
                break
        else:
            sys.exit("the log was never painted")
        for paint in paints:
            paint.deleteLater()

    def open_log(self) -> None:
        """Go to the log and see it."""
        self.painted(lambda: self.stage.window.show_place("log"))


def measure(folder: Path) -> Iterator[Figure]:
    """What was measured of the log in a folder."""
    plain = Plain(folder / "acutimer.db")
    command = [sys.executable, __file__, str(folder)]
    firsts = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(OPENINGS)]
    looked = Looked(folder)
    same = times_ms(lambda: plain.look(looked.today), TIMES)
    opened = [float(told.splitlines()[-1]) for told in firsts]
    yield Figure("opened first, until rows and year are painted", opened, OPEN_MS, same)
    looked.open_log()
    again: list[float] = []
    for _ in range(TIMES):
        looked.stage.window.show_place("explore")
        looked.stage.settle()
        again.append(1000 * seconds_of(looked.open_log))
    yield Figure("gone back to, until rows and year are painted", again, OPEN_MS, same)
    yield from _scrolls(looked, plain)
    yield from _filters(looked, plain)
    looked.stage.close()
    plain.close()


def _scrolls(looked: Looked, plain: Plain) -> Iterator[Figure]:
    """By the wheel, row after row, and the bar drawn through all of it, a page read at every step."""
    bar = looked.days.listing.list.verticalScrollBar()
    rows = looked.days.listing.model.rowCount()
    pages = iter(range(0, rows, max(1, rows // DRAG_FRAMES)))
    read = times_ms(lambda: plain.page(next(pages)), DRAG_FRAMES)

    def go(step_px: int) -> None:
        bar.setValue(bar.value() + step_px)
        QApplication.processEvents()

    for name, frames, step_px in (
        ("scrolled by the wheel", WHEEL_FRAMES, WHEEL_PX),
        ("drawn through from end to end by its bar", DRAG_FRAMES, max(1, bar.maximum() // DRAG_FRAMES)),
    ):
        bar.setValue(0)
        looked.stage.settle()
        paints = Paints(looked.days.listing.list.viewport())
        taken = times_ms(partial(go, step_px), frames)
        assert len(paints.moments) >= frames, "some frames were never painted"
        gap_ms = 1000 * max(later - earlier for earlier, later in pairwise(paints.moments))
        a_second = 1000 * frames / sum(taken)
        more = f"{a_second:.0f} frames a second (aim {LEAST_FRAMES} at least), {gap_ms:.1f} ms between two at most"
        yield Figure(f"{name}, a frame", taken, plain=read, more=more)
        paints.deleteLater()


def _filters(looked: Looked, plain: Plain) -> Iterator[Figure]:
    """From the change of the filter until the list and the year show it."""
    days = looked.days
    days.show_filters()
    looked.stage.settle()
    for name, (change, condition) in _ways(days.filters, looked.stage.library).items():
        taken: list[float] = []
        for _ in range(TIMES):
            if condition == ALL:
                _type(days.filters, WORDS)
            else:
                days.filters.clear_button.click()
            looked.stage.settle()
            taken.append(1000 * seconds_of(partial(looked.painted, change)))
        same = times_ms(partial(plain.look, looked.today, condition), TIMES)
        yield Figure(f"filtered by {name}", taken, FILTER_MS, same, more=f"{days.listing.model.rowCount():,} found")


def _ways(bar: FilterBar, library: Library) -> dict[str, tuple[Callable[[], None], str]]:
    """What the user does to the filter, and the same as a plain condition."""
    point = list(library.points).index(POINT) + 1
    place = places(library).index(AREA) + 1
    names = {id_: routine.name.casefold() for id_, routine in library.routines.items()}
    routine = sorted(names, key=names.__getitem__).index(ROUTINE) + 1
    return {
        "a point": (partial(_pick, bar.point, point), practised(subjects_of(POINT, library))),
        "a place": (partial(_pick, bar.place, place), practised(subjects_in(AREA, library))),
        "a routine": (partial(_pick, bar.routine, routine), f"routine = '{ROUTINE}'"),
        "an outcome": (partial(_pick, bar.outcome, 2), "outcome = 'partial'"),
        "words": (partial(_type, bar, WORDS), f"note LIKE '%{WORDS}%'"),
        "nothing any more": (bar.clear_button.click, ALL),
    }


def _pick(dropdown: Dropdown, index: int) -> None:
    dropdown.set_index(index)
    dropdown.chosen.emit(index)


def _type(bar: FilterBar, words: str) -> None:
    bar.words.set_text(words)
    bar.words.edited.emit(words)


def main() -> int:
    """Open the log in the folder named, once, and print how many ms it took."""
    import_qt()  # what is still to be imported is imported as in the program
    app = QApplication([sys.argv[0], "-style", "fusion"])
    looked = Looked(Path(sys.argv[1]))
    print(1000 * seconds_of(looked.open_log))
    looked.stage.close()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How long the window's thread is busy at a time in ordinary use: a table, and the acts that keep it longest.

    bench_turns.py [--rounds N]

Everything is done for the first time in the first round (a place is imported and built then), and again in the others.
The times are those of a computer that does nothing else: see turns.pace_ms.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import turns_editing
import turns_walk
from bench_row import note
from PySide6.QtWidgets import QApplication
from shots_routines import own_routines
from stage import Stage
from turns import QUIET_MS, Act, Kind, Turn, Watch, worst

from acutimer.core.settings import Theme
from acutimer.ui.plain_imports import import_qt

SIZE = (1280, 800)
AIM_MS = 16
ROUNDS = 3
TOLD = 12  # of the worst acts


def walk(folder: Path, rounds: int = ROUNDS, *, few: bool = False) -> Generator[Sequence[Turn], None, None]:
    """Every turn of each round, of a person with a log of three years and routines of their own."""
    opened = Stage(folder, Theme.LIGHT, SIZE)
    opened.live_three_years()
    began = time.monotonic()
    opened.context = replace(opened.context, monotonic=lambda: opened.seconds + time.monotonic() - began)
    for routine in own_routines(opened):
        opened.context.shelf.save(routine)
    opened.open()
    gc.collect()
    gc.freeze()  # as the program does once its window stands
    try:
        for _ in range(rounds):
            watch = Watch(opened.window, opened.context.figures)
            for act in _acts(opened, few=few):
                watch.see(act)
            yield watch.turns
    finally:
        gc.unfreeze()
        opened.close()


def steady(rounds: Sequence[Sequence[Turn]]) -> Iterator[Turn]:
    """The worst turn of each act once everything was built, where it is best of the rounds: what it takes by itself."""
    tries = [{turn.act: turn for turn in worst(turns)} for turns in rounds[1:]]
    for act in tries[0] if tries else ():
        yield min((seen[act] for seen in tries if act in seen), key=lambda turn: turn.even_ms)


def rows(name: str, turns: Iterable[Turn]) -> Iterator[str]:
    """A line for each kind of act, told as `name`."""
    told = [turn for turn in turns if turn.ms >= QUIET_MS]
    for kind in Kind:
        taken = sorted(turn.even_ms for turn in told if turn.kind is kind)
        if len(taken) > 1:
            cuts = quantiles(taken, n=100)
            over = sum(ms > AIM_MS for ms in taken)
            figures = f"{cuts[49]:.1f}, {cuts[98]:.1f}, {taken[-1]:.1f} ms; {over} of {len(taken):,} over {AIM_MS} ms"
            note(f"{kind}, {name}: median, 99 in 100, worst", figures, "", f"{AIM_MS} ms", not over)
            yield f"turns of the window's thread, {name}, {kind}: median, 99 in 100, worst: {figures} (aim {AIM_MS} ms)"


def main() -> int:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often all is done (default {ROUNDS})")
    arguments = parser.parse_args()
    import_qt()  # what is imported on the way is imported as in the program
    app = QApplication([sys.argv[0], "-style", "fusion"])
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "window"
        folder.mkdir()
        found = list(walk(folder, max(2, arguments.rounds)))
    again = [turn for turns in found[1:] for turn in turns]
    for name, turns in (("the first time", found[0]), ("again", again)):
        for row in rows(name, turns):
            print(row, flush=True)
    for name, turns in (("the first time", worst(found[0])), ("again", sorted(steady(found), key=_length))):
        told = ", ".join(f"{turn.act} {turn.even_ms:.0f}" for turn in turns[:TOLD])
        print(f"the longest turns, {name}, ms: {told}")
    app.processEvents()
    return 0


def _acts(opened: Stage, *, few: bool) -> Iterator[Act]:
    yield from turns_walk.explore(opened, few=few)
    yield from turns_walk.search(opened, few=few)
    yield from turns_walk.routines(opened, few=few)
    yield from turns_editing.editor(opened, few=few)
    yield from turns_editing.log(opened, few=few)
    yield from turns_walk.settings(opened)
    yield from turns_walk.session(opened, few=few)


def _length(turn: Turn) -> float:
    return -turn.even_ms


if __name__ == "__main__":
    sys.exit(main())

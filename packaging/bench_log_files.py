"""The file's side of the log's bench: adding, recording, exporting, importing, backing up.

    bench_log_files.py WORK DATABASE FILE

is its own child, so that its memory is its own: it exports, imports or backs up and prints the seconds it took, the
longest time in between without a word of how far it is, and the most memory it had before and after, in MB.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

import histories
from bench_log_figure import Figure, seconds_of, times_ms
from bench_log_plain import Plain

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices
from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.history import History

NOW = histories.home_clock(1_795_156_860)  # Friday, 20 November 2026, 07:41
TIMES = 60
ADD_MS, EXPORT_SECONDS = 10, 30
WORKS = ("export-json", "export-csv", "import", "import-again", "back-up")


def measure(folder: Path) -> Iterator[Figure]:
    """What was measured of the log in a folder; sessions are added to it."""
    database = folder / "acutimer.db"
    yield from _writing(database)
    plain = Plain(database)
    read = [seconds_of(partial(plain.write_out, folder / "plain.json"))]
    copied = [seconds_of(partial(plain.back_up, folder / "plain.db"))]
    plain.close()
    sheet = [_child("export-csv", database, folder / "log.csv")]
    everything = [_child("export-json", database, folder / "log.json")]
    yield _long("exported as JSON", everything, EXPORT_SECONDS, read)
    yield _long("exported as CSV", sheet, EXPORT_SECONDS, read)
    other = folder / "other" / "acutimer.db"
    empty = folder / "empty" / "acutimer.db"
    open_database(empty, NOW).close()
    put_in = [seconds_of(partial(Plain(empty).bring_in, database))]
    yield _long("imported into an empty log", [_child("import", other, folder / "log.json")], 0, put_in)
    yield _long("imported once more", [_child("import-again", other, folder / "log.json")], 0, put_in)
    yield _long("backed up and looked through", [_child("back-up", database, folder / "backups")], 0, copied)


def _writing(database: Path) -> Iterator[Figure]:
    """What is on disk when the call returns."""
    library = load_library(paths.resources() / "content" / "en")
    chance = random.Random(5)  # noqa: S311 - the same sessions in every run
    course = histories.Course.of(plan(library.routine("backward-treadmill"), Choices(), library.safety(())))
    assert len(course.plan.phases) == 10
    numbers = count()

    def made() -> SessionRecord:
        begun = NOW.timestamp() - 3600 * next(numbers)
        return course.session(histories.new_id(chance), begun, chance)

    with closing(open_database(database, NOW)) as connection:
        history = History(connection)
        added = [made() for _ in range(TIMES)]
        begun = [replace(made(), outcome=None, ended_at=None, phases=()) for _ in range(TIMES)]
        plain = Plain(database)
        history.corrections.add(first := made(), course.plan, NOW)
        rows = plain.rows_of(first.id)
        same = times_ms(lambda: plain.add(*rows), TIMES)
        adding, starting = iter(added), iter(begun)
        add = times_ms(lambda: history.corrections.add(next(adding), course.plan, NOW), TIMES)
        yield Figure("a session of ten phases added, on disk", add, ADD_MS, same)
        start = times_ms(lambda: history.begin(next(starting), course.plan), TIMES)
        yield Figure("a session begun, on disk", start, ADD_MS, same)
        under_way, phase = begun[0].id, added[0].phases[2]
        seconds = iter(range(5, 10_000, 5))

        def checkpoint() -> None:
            at = NOW + timedelta(seconds=(done := next(seconds)))
            history.write(under_way, running=replace(phase, ordinal=0, done_seconds=float(done), ended_at=at))

        checkpoint()
        number = plain.number_of(under_way)
        short = times_ms(lambda: plain.checkpoint(number, float(next(seconds))), TIMES)
        yield Figure("the running phase kept once more, on disk", times_ms(checkpoint, TIMES), ADD_MS, short)
        plain.close()
        history.claims.close()


def _long(name: str, told: list[tuple[float, float, float, float]], aim: float, plain: list[float]) -> Figure:
    """A work of seconds."""
    taken, silent, before, after = zip(*told, strict=True)
    more = f"at most {1000 * max(silent):.0f} ms without a word; {max(after):.0f} MB at most, {max(before):.0f} before"
    return Figure(name, taken, aim, plain, "s", more)


def _child(work: str, database: Path, file: Path) -> tuple[float, float, float, float]:
    command = [sys.executable, __file__, work, str(database), str(file)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ)).stdout
    taken, silent, before, after = map(float, told.split())
    return taken, silent, before, after


def _walk(steps: Callable[[], Iterator[object]]) -> float:
    """Go through a work; the longest step in seconds."""
    longest, last = 0.0, time.perf_counter()
    for _ in steps():
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return max(longest, time.perf_counter() - last)


def _peak_mb() -> float:
    """The most memory this process had, of its own; what `getrusage` tells is its parent's as well."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0  # this system does not tell
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1e3


def main() -> int:
    """Do one work, as a child."""
    work, database, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    from acutimer.store.exporting import export_csv, export_json
    from acutimer.store.importing import import_file

    with closing(open_database(database, NOW)) as connection:
        does: dict[str, Callable[[], Iterator[object]]] = {
            "export-json": lambda: export_json(connection, file, NOW),
            "export-csv": lambda: export_csv(connection, file),
            "import": lambda: import_file(connection, file, NOW),
            "import-again": lambda: import_file(connection, file, NOW),
            "back-up": lambda: iter([Backups(database, file).make(NOW)]),
        }
        before, began = _peak_mb(), time.perf_counter()
        silent = _walk(does[work])
        print(time.perf_counter() - began, silent, before, _peak_mb())
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How the log bears a long life: 100,000 sessions of ten phases, each figure beside plain sqlite3 in the same run.

    bench_log.py [--sessions N] [--per-day N]

The plain side asks the same of the same file and makes nothing of the rows it gets.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import bench_log_files
import bench_log_window
import histories
from bench_log_figure import Figure, seconds_of
from PySide6.QtWidgets import QApplication
from stage import NOW

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.store.database import open_database

SESSIONS, PER_DAY = 100_000, 9


def measure(folder: Path, sessions: int = SESSIONS, per_day: int = PER_DAY) -> Iterator[Figure]:
    """What was measured, with a history made in `folder`."""
    database = folder / "acutimer.db"
    library = load_library(paths.resources() / "content" / "en")
    with closing(open_database(database, NOW)) as connection:
        taken = seconds_of(lambda: histories.fill(connection, library, sessions, NOW.date(), per_day=per_day))
        phases = connection.execute("SELECT count(*) FROM phase").fetchone()[0]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    megabytes = database.stat().st_size / 1e6
    print(f"log of {sessions:,} sessions and {phases:,} phases, {megabytes:.0f} MB, made in {taken:.0f} s", flush=True)
    yield from bench_log_window.measure(folder)
    yield from bench_log_files.measure(folder)


def main() -> int:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=SESSIONS, help=f"how many (default {SESSIONS})")
    parser.add_argument("--per-day", type=int, default=PER_DAY, help=f"how densely (default {PER_DAY} a day)")
    arguments = parser.parse_args()
    app = QApplication([sys.argv[0], "-style", "fusion"])
    with tempfile.TemporaryDirectory() as folder:
        for figure in measure(Path(folder), arguments.sessions, arguments.per_day):
            print(figure, flush=True)
            figure.note()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())

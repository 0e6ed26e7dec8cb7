"""Speed and size. What these noisy machines blur is told as a ratio to something plain in the same run.

starts       to the first painted window, and to the first place
memory       of the settled program
processor    time of a running session
session      how exactly it keeps its time, beside a busy computer; what runs when it rests
turns        how long the window's thread is busy at a time, in ordinary use
stage        close-ups: their first paint, the zoom, the pointer
search       a keystroke over 500 points
fuzz         10,000 routine files of every kind through `acutimer check`
log          100,000 sessions: opened, scrolled, filtered, written, exported, imported, backed up
bundle       what `dev.py build` made: how large, and how soon it is there beside the checkout
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import bench_bundle
import bench_session
import bench_table
import bench_window
import native
import xserver
from bench_row import FILE, PART, noted

ROOT = Path(__file__).resolve().parent.parent


PARTS = ("starts", "memory", "processor", "session", "turns", "stage", "search", "fuzz", "log", "bundle")
README = ROOT / "README.md"


def main() -> int:
    """Measure, print a line a figure and one table of all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="only the parts whose name holds this")
    parser.add_argument("--write", action="store_true", help="put the table into the README; other parts' rows stay")
    parser.add_argument("--pairs", type=int, default=20, help="starts of each kind (default 20)")
    parser.add_argument("--seconds", type=float, default=60, help="how long processor time is watched (default 60)")
    parser.add_argument("--minutes", type=float, default=10, help="how long a session is walked (default 10)")
    arguments = parser.parse_args()
    own: dict[str, Callable[[dict[str, str]], None]] = {
        "starts": partial(bench_window.starts, pairs=arguments.pairs),
        "memory": bench_window.memory,
        "processor": partial(bench_window.processor, seconds=arguments.seconds),
        "session": partial(bench_session.boundaries, minutes=arguments.minutes),
        "bundle": partial(bench_bundle.measure, pairs=arguments.pairs),
    }
    chosen = [part for part in PARTS if arguments.only in part]
    if not chosen:
        parser.error(f"there is no such part; they are {', '.join(PARTS)}")
    native.provide(for_tests=True)
    with tempfile.TemporaryDirectory() as home, xserver.running() as display:
        where = "a real X server (Xvfb)" if display else "this desktop"
        print(f"on {where}, Python {sys.version.split()[0]}, {os.cpu_count()} cores", flush=True)
        rows = Path(home) / "rows"
        rows.touch()
        for part in chosen:
            os.environ |= {FILE: str(rows), PART: part}
            own.get(part, partial(_child, part))(_environment(Path(home), display))
        told = noted(rows)
    print(bench_table.table(told), end="")
    if arguments.write:
        bench_table.write(README, told, PARTS)
    return 0


def _child(name: str, environment: dict[str, str]) -> None:
    """Let `bench_<name>` measure by itself, on no screen at all; it prints its own lines."""
    command = [sys.executable, str(ROOT / "packaging" / f"bench_{name}.py")]
    environment |= {"QT_QPA_PLATFORM": "offscreen"}
    if subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode != 0:
        sys.exit(f"bench_{name}.py could not measure; the lines above say why.")


def _environment(home: Path, display: str | None) -> dict[str, str]:
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    settings = home / "config" / "acutimer" / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"welcomed": true}', encoding="utf-8")  # the page of the first start is shown once
    # The system's speech would be started by the first word, and outlive what is measured here.
    environment |= {"SPEECHD_ADDRESS": f"unix_socket:{home / 'no-speech'}", "SPEECHD_CMD": "false"}
    if display:
        environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
    return environment


if __name__ == "__main__":
    sys.exit(main())

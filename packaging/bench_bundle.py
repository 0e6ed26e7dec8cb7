"""What `dev.py build` made: how large it is, and how soon the bundle is there beside the checkout, in the same run.

A bundle has no Python that could be asked, so both are looked on from outside: as soon as its first place stands the
program hears a request to end, and Linux tells that.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench_row import note

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
LOOK_AGAIN_SECONDS = 0.001
START_AIM, SIZE_AIM_MB = 1.30, 75
KINDS = {"the bundle, compressed": "*-linux-*.tar.gz", "the Debian package": "*.deb", "the wheel": "*.whl"}


class Start(NamedTuple):
    """How long it took until the first place stood: by the clock, and in the processor's time."""

    seconds: float
    cpu_seconds: float


def measure(environment: dict[str, str], pairs: int) -> None:
    """Tell the sizes of what lies in dist/, and the start of the bundle in there; `pairs` starts of each, in turn."""
    for name, pattern in KINDS.items():
        for file in sorted(DIST.glob(pattern)):
            size_mb = file.stat().st_size / 1e6
            print(f"size of {name}, {file.name}: {size_mb:.1f} MB (aim {SIZE_AIM_MB} MB)")
            note(f"size of {name}", f"{size_mb:.1f} MB", "", f"{SIZE_AIM_MB} MB", size_mb <= SIZE_AIM_MB)
    bundle = DIST / "acutimer" / "acutimer"
    if bundle.exists() and sys.platform.startswith("linux"):
        _starts(bundle, environment, pairs)
    else:
        print("start-up of the bundle: not measured, there is none here; `dev.py build bundle` makes it")


def _starts(bundle: Path, environment: dict[str, str], pairs: int) -> None:
    commands = ([sys.executable, "-m", "acutimer"], [str(bundle)])
    for command in commands:  # once unmeasured: bytecode, font and picture caches
        start(command, environment)
    both = [[start(command, environment) for command in commands] for _ in range(pairs)]
    ratio = median(packed.seconds / plain.seconds for plain, packed in both)
    cpu_ratio = median(packed.cpu_seconds / plain.cpu_seconds for plain, packed in both)
    plain, packed = (1000 * median(it.seconds for it in taken) for taken in zip(*both, strict=True))
    name = "start-up of the bundle to the first place, shown"
    print(
        f"{name}: {ratio:.2f} x the checkout (aim {START_AIM:.2f} x), in processor time {cpu_ratio:.2f} x; "
        f"{packed:.0f} ms, checkout {plain:.0f} ms"
    )
    beside = f"{ratio:.2f} x the checkout; in processor time {cpu_ratio:.2f} x"
    note(name, f"{packed:.0f} ms", beside, f"{START_AIM:.2f} x", ratio <= START_AIM)


def start(command: Sequence[str], environment: dict[str, str]) -> Start:
    """Start the program, and end it as soon as its first place stands."""
    began = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        while not hears_the_system(child.pid):
            if child.poll() is not None:
                sys.exit(f"{command[0]} ended before its window stood")
            time.sleep(LOOK_AGAIN_SECONDS)
        return Start(time.perf_counter() - began, _cpu_seconds(child.pid))
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait()


def hears_the_system(pid: int) -> bool:
    """Whether a process of this system would hear SIGTERM, rather than just be ended by it."""
    caught = re.search(r"SigCgt:\s*(\w+)", Path(f"/proc/{pid}/status").read_text())
    return caught is not None and bool(int(caught[1], 16) & 1 << (signal.SIGTERM - 1))


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

"""A picture of every screen and state, light and dark, at 1x and 2x, for looking at.

Each theme, size and resolution is a process of its own (`shots_camera`), as many at a time as there are processors.
"""

import argparse
import itertools
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shots_camera import LEAST, SIZES, THEMES

from acutimer.core.settings import Theme

CAMERA = Path(__file__).with_name("shots_camera.py")
SCALES = {"1": (1,), "2": (2,), "both": (1, 2)}


def main() -> int:
    """Take every picture once at each size, and at twice the resolution at the first and the least of the sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only scenes whose name holds this")
    parser.add_argument("--sizes", nargs="*", default=list(SIZES), choices=SIZES)
    parser.add_argument("--themes", nargs="*", default=list(THEMES), choices=THEMES)
    parser.add_argument("--scale", default="both", choices=SCALES, help="device pixels to a pixel (default both)")
    parser.add_argument("--language", default="en", metavar="TAG", help="de, zh-Hans (default en)")
    parser.add_argument("--once", action="store_const", const="1", dest="scale", help="the same as --scale 1")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    shots = [
        (theme, size, scale)
        for scale, theme, size in itertools.product(SCALES[arguments.scale], arguments.themes, arguments.sizes)
        if is_wanted(theme, size, scale, arguments.sizes[0])
    ]

    if not shots:
        parser.error("nothing is to be taken: high contrast has the first size once, 640x400 has twice the pixels")

    def take(shot: tuple[str, str, int]) -> int:
        theme, size, scale = shot
        chosen = ("--only", arguments.only, "--language", arguments.language)
        command = [sys.executable, str(CAMERA), str(arguments.folder), theme, size, *chosen]
        environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
        return subprocess.run(command, env=environment, check=False).returncode

    with ThreadPoolExecutor(os.cpu_count()) as processes:
        return max(processes.map(take, shots), default=0)


def is_wanted(theme: str, size: str, scale: int, first: str) -> bool:
    """Whether a picture tells what others do not.

    The least size is what text at 200 % leaves; high contrast differs in its colours alone.
    """
    if size == LEAST:
        return scale == 2
    if theme == Theme.HIGH_CONTRAST:
        return scale == 1 and size == first
    return scale == 1 or size == first


if __name__ == "__main__":
    sys.exit(main())

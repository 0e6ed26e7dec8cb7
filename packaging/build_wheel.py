"""The wheel and the source archive, as pyproject.toml says."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from acutimer import __version__

ROOT = Path(__file__).resolve().parent.parent


def build(into: Path) -> Iterator[Path]:
    """Make both in the folder `into`, and give the files."""
    for target, ending in (("sdist", ".tar.gz"), ("wheel", "-py3-none-any.whl")):
        command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"the {target} could not be built:\n{done.stdout}{done.stderr}")
        yield into / f"acutimer-{__version__}{ending}"

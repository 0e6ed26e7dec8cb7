"""Makes what people download: python3 packaging/dev.py build [wheel] [bundle] [deb], into dist/.

wheel    the wheel and the source archive, for pip and for other packagers
bundle   one folder with the program, Python and the part of Qt that is used; on Linux also as .tar.gz
deb      a package for Debian and Ubuntu, out of the bundle (Linux alone)

Without a name all that this system can make. SOURCE_DATE_EPOCH, or else the last commit, dates the files in them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import build_bundle
import build_deb
import build_wheel

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("wheel", "bundle", "deb") if sys.platform.startswith("linux") else ("wheel", "bundle")
MOST_MB = 75  # of a bundle, compressed


def main() -> int:
    """Build, and print each file with its size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(KINDS)} (default: all)")
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="the folder (default: dist)")
    parser.add_argument("--quick", action="store_true", help="compress less: larger files, sooner there")
    arguments = parser.parse_args()
    kinds = arguments.kinds or KINDS
    if unknown := set(kinds) - set(KINDS):
        parser.error(f"cannot make {', '.join(sorted(unknown))} here; there are {', '.join(KINDS)}")
    os.environ["SOURCE_DATE_EPOCH"] = str(dated())
    into = arguments.into.resolve()
    into.mkdir(parents=True, exist_ok=True)
    made = list(build_wheel.build(into)) if "wheel" in kinds else []
    if {"bundle", "deb"} & set(kinds):
        folder = build_bundle.build(into)
        if "bundle" in kinds:
            made += build_bundle.packed(folder, into, is_quick=arguments.quick)
        if "deb" in kinds:
            made.append(build_deb.build(folder, into, is_quick=arguments.quick))
    return told(made)


def told(made: list[Path]) -> int:
    """Print what was made; 1 if something is larger than people should have to download."""
    for file in made:
        print(f"{file.stat().st_size / 1e6:6.1f} MB  {file}")
    large = [file.name for file in made if file.stat().st_size > MOST_MB * 1e6]
    if large:
        print(f"larger than {MOST_MB} MB: {', '.join(large)}", file=sys.stderr)
    return 1 if large else 0


def dated() -> int:
    """The time that files in packages bear, in seconds since 1970: as asked for, of the last commit, or now."""
    if asked := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(asked)
    if git := shutil.which("git"):
        command = [git, "log", "-1", "--format=%ct"]
        said = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        if said.returncode == 0 and said.stdout.strip():
            return int(said.stdout)
    return int(time.time())


if __name__ == "__main__":
    sys.exit(main())

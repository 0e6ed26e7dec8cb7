"""Everything a developer types: python3 packaging/dev.py COMMAND. Needs Python 3.11 or newer and nothing else.

run      set up, then start the window (the terminal player where there is no display)
test     set up, then run all that must pass: lint, types, tests
setup    make .venv, install the pinned dependencies, check the system libraries
check    lint and types only
trust    the long tests of trust: kills, faults, fuzz, security, a day of use; a table of what was lost
fuzz     only the fuzz of every door, long; --hypothesis-seed=N for another seed
bench    start-up, memory, processor time, close-ups, search and a long log: how fast, how large
shots    a PNG of every screen and state, light and dark, at 1x and 2x, into the folder named
schemas  write resources/schemas anew from the types
sounds   write resources/sounds anew
icons    draw the icon in all sizes from its one SVG
words    collect the words to translate into resources/languages, and compile them
build    what people download, into dist: wheel and source archive, a bundle, a Debian package
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import native

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = (ROOT / "packaging/requirements.txt", ROOT / "packaging/requirements-dev.txt")
FOR_BUILDING = ROOT / "packaging/requirements-build.txt"
TRUST = (
    *(f"tests/{folder}" for folder in ("crash", "faults", "fuzz", "security", "soak", "ui/instance")),
    "tests/test_one_instance.py",
    "tests/store/test_beside.py",
)
MAKERS = ("bench", "shots", "schemas", "sounds", "icons", "words", "build")


def main() -> int:
    """Do what the command line says; the exit code is that of what was run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("run", "test", "setup", "check", "trust", "fuzz", *MAKERS))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on to what is run")
    arguments = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is just what this line is for
        print(f"acutimer needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    set_up(for_tests=arguments.command not in ("run", "setup"))
    if arguments.command in ("build", "test"):
        install(FOR_BUILDING, or_else="What makes packages is missing; all else goes on without it.")
    return do(arguments.command, arguments.rest)


def do(command: str, rest: list[str]) -> int:
    """What was typed, once all it needs is there."""
    code = 0
    match command:
        case "setup":
            print(f"Ready. Start it with: {BIN / 'acutimer'}")
        case "run":
            code = start(rest)
        case "check":
            code = check()
        case "test":
            code = check() or python("-m", "pytest", *(rest or ("-n", "auto")))
        case "trust":
            code = python("-m", "pytest", "--long", "-n", "auto", *TRUST, *rest)
        case "fuzz":
            code = python("-m", "pytest", "--long", "tests/fuzz", *rest)
        case maker:
            code = python(str(ROOT / "packaging" / f"{maker}.py"), *rest)
    return code


def set_up(*, for_tests: bool) -> None:
    """Make `.venv` with the pinned dependencies, once for each version of the requirements."""
    native.provide(for_tests=for_tests)
    wanted = REQUIREMENTS if for_tests else REQUIREMENTS[:1]
    if not PYTHON.exists():
        make_venv()
    for requirements in wanted:
        install(requirements)
    compile_words()
    command = BIN / ("acutimer.exe" if os.name == "nt" else "acutimer")
    if not command.exists():
        pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def install(requirements: Path, or_else: str = "") -> None:
    """Install what a file of requirements pins, once for each of its versions.

    Where that fails the program ends, or prints `or_else` and goes on.
    """
    digest = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / f"{requirements.stem}.sha256"
    if not stamp.exists() or stamp.read_text() != digest:
        print(f"Installing {requirements.relative_to(ROOT)} into .venv")
        if pip("--require-hashes", "--requirement", str(requirements), or_else=or_else):
            stamp.write_text(digest)


def compile_words() -> None:
    """Compile the words of every language that changed."""
    for words in (ROOT / "resources" / "languages").glob("*.po"):
        compiled = words.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < words.stat().st_mtime:
            python(str(ROOT / "packaging" / "words.py"), "compile")
            return


def make_venv() -> None:
    """Make `.venv`; where Debian's Python comes without the means, get them or say how."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    native.install(["python3-venv"], "Making .venv needs")
    if subprocess.run(command, check=False).returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)  # a half-made one would be taken for whole the next time
        sys.exit("Python could not make a virtual environment; the lines above say why.")


def pip(*arguments: str, or_else: str = "") -> bool:
    """Install into `.venv`: true, or end with pip's own words; with `or_else` print that, and false."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, check=False).returncode == 0:
        return True
    if not or_else:
        sys.exit("pip could not install what acutimer needs; the lines above say why.")
    print(or_else, file=sys.stderr)
    return False


def start(rest: list[str]) -> int:
    """Start the window, or the terminal player where there is no display to show one on."""
    shows_windows = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    if shows_windows or rest:
        return python("-m", "acutimer", *rest)
    print("There is no display here, so this is the terminal player; with a display the same command opens the window.")
    return python("-m", "acutimer", "play")


def check() -> int:
    """Lint and types."""
    for command in (
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "--quiet", "."),
        ("-m", "mypy"),
    ):
        if code := python(*command):
            return code
    return 0


def python(*arguments: str) -> int:
    """Run `.venv`'s Python in the checkout; its exit code."""
    try:
        return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())

"""The path of someone who comes new: does what CONTRIBUTING.md tells, word for word, and says how it goes.

A fresh clone; `dev.py test` if you ask for it, for that takes long; `dev.py run` on a screen of its own; a routine
added as the section "A routine" has it; then `acutimer routines` and the window must have it.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xserver

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 300
NOT_HERE = 77  # what looks for the routine in the window says so where it has no eyes
SECTION = re.compile(r"^## A routine\n(.*?)^## ", re.MULTILINE | re.DOTALL)
RECORD = re.compile(r"\*\*`(resources/content/[^`]+)`\*\*:?\n+ *```json\n(.*?)```", re.DOTALL)
IDS = re.compile(r'^(ROUTINES = \(\n(?: {4}"[^"]+",\n)+)\)', re.MULTILINE)
# Run in the clone, with its own program and its own hands and eyes.
LOOK = """
import sys
from tests.real_window_desk import desk, missing_eyes, missing_hands
if missing := missing_hands() or missing_eyes():
    print(missing)
    sys.exit(int(sys.argv[2]))
with desk() as window:
    window.key("ctrl+2")
    window.wait_for("radio button", sys.argv[1])
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says: the record of each file, as it is to be typed."""

    records: dict[str, str]

    @property
    def routine(self) -> dict[str, str]:
        """The routine in English."""
        found: dict[str, str] = json.loads(self.records["resources/content/en/routines.json"])
        return found


class Newcomer:
    """Someone with a clone in `folder`; with `python` it is used as it is, without it `dev.py` makes a `.venv`."""

    def __init__(self, folder: Path, python: str | None) -> None:
        self._clone, self._python = folder / "acutimer", python
        homes = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        self._environment = {**os.environ, **homes, "LC_ALL": "C.UTF-8"}
        self._environment.pop("LANGUAGE", None)
        if python:
            self._environment["PYTHONPATH"] = os.pathsep.join((str(self._clone), str(self._clone / "packaging")))

    def clone(self, *, as_it_is: bool) -> None:
        """Clone the repository, or with `as_it_is` take what lies in it now, but what git is told to leave out."""
        if not as_it_is:
            self._run(["git", "clone", "--quiet", str(ROOT), str(self._clone)], ROOT)
            return
        listed = self._run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT)
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():
                (self._clone / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, self._clone / name)

    def set_up(self) -> None:
        """What a first `dev.py` does by itself."""
        if not self._python:
            self._run([sys.executable, "packaging/dev.py", "setup"])

    def test(self, *what: str) -> None:
        """`dev.py test`, of everything or of `what`; with a Python given, those tests alone."""
        if self._python:
            self._run([self._python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *what])
        else:
            self._run([sys.executable, "packaging/dev.py", "test", *what])

    def run(self) -> bool:
        """`dev.py run` on a screen of its own until its window is there; False where there is no such screen."""
        command = [self._python, "-m", "acutimer"] if self._python else [sys.executable, "packaging/dev.py", "run"]
        with xserver.running() as display:
            if display is None or not shutil.which("xdotool"):
                return False
            screen = {**self._environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            with subprocess.Popen(command, cwd=self._clone, env=screen, start_new_session=True) as child:
                try:
                    self._run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "^acutimer$"], None, screen)
                finally:
                    os.killpg(child.pid, 15)  # dev.py and the window it started
        return True

    def read(self) -> Told:
        """The section of CONTRIBUTING.md about a new routine."""
        section = SECTION.search((self._clone / "CONTRIBUTING.md").read_text(encoding="utf-8"))
        records = dict(RECORD.findall(section.group(1))) if section else {}
        if "resources/content/en/routines.json" not in records:
            sys.exit("CONTRIBUTING.md does not tell any more how to add a routine.")
        return Told(records)

    def add(self, told: Told) -> None:
        """Type what the page says, where it says."""
        for name, record in told.records.items():
            file = self._clone / name
            there = file.read_text(encoding="utf-8").rstrip().removesuffix("]").rstrip()
            file.write_text(f"{there},\n{record.rstrip()}\n]\n", encoding="utf-8")
            json.loads(file.read_text(encoding="utf-8"))
        tests = self._clone / "tests/content/test_routines.py"
        typed, places = IDS.subn(rf'\1    "{told.routine["id"]}",\n)', tests.read_text(encoding="utf-8"))
        if places != 1:
            sys.exit(f"{tests.name} has no list of ROUTINES any more.")
        tests.write_text(typed, encoding="utf-8")

    def is_listed(self, told: Told) -> bool:
        """Whether `acutimer routines` tells it."""
        lines = self._run([*self._command(), "-m", "acutimer", "routines"]).splitlines()
        return any(line.startswith(told.routine["id"]) for line in lines)

    def is_in_window(self, told: Told) -> bool | None:
        """Whether the window has it among its routines; None where nobody can look."""
        command = [*self._command(), "-c", LOOK, told.routine["name"], str(NOT_HERE)]
        environment = {**self._environment, "PYTHONPATH": f"{self._clone}{os.pathsep}{self._clone / 'packaging'}"}
        done = subprocess.run(command, cwd=self._clone, env=environment, check=False, timeout=PATIENCE_SECONDS)
        return None if done.returncode == NOT_HERE else done.returncode == 0

    def _command(self) -> list[str]:
        return [self._python or str(self._clone / ".venv/bin/python")]

    def _run(
        self, command: Sequence[str], folder: Path | None = None, environment: dict[str, str] | None = None
    ) -> str:
        """Run it in the clone, or in `folder`; what it wrote. Ends where it fails."""
        done = subprocess.run(
            command, cwd=folder or self._clone, env=environment or self._environment, check=False, capture_output=True
        )
        if done.returncode:
            sys.stdout.buffer.write(done.stdout + done.stderr)
            sys.exit(f"That failed: {' '.join(command[:4])}")
        return done.stdout.decode("utf-8")


def walk(folder: Path, *, as_it_is: bool, here: bool, tests: bool) -> int:
    """The whole path, in `folder`; the exit code."""
    person = Newcomer(folder, sys.executable if here else None)
    person.clone(as_it_is=as_it_is)
    print("cloned")
    person.set_up()
    if tests:
        person.test()
        print("every test passes")
    print("the window opens" if person.run() else "the window: not tried, it needs Xvfb and xdotool")
    told = person.read()
    person.add(told)
    print(f"{told.routine['id']} is typed, as CONTRIBUTING.md says, into {len(told.records)} languages")
    person.test("tests/content", "tests/test_all_routines.py")
    print("the tests that it names pass")
    if not person.is_listed(told):
        sys.exit("acutimer routines does not tell it.")
    print("acutimer routines tells it")
    match person.is_in_window(told):
        case False:
            sys.exit("The window does not have it.")
        case None:
            print("the window: nobody to look")
        case True:
            print("the window has it among its routines")
    return 0


def main() -> int:
    """Read the command line, and walk."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tests", action="store_true", help="first run all tests of the clone")
    parser.add_argument("--here", action="store_true", help="no .venv of its own: this Python, with what it has")
    parser.add_argument("--as-it-is", action="store_true", help="what lies in the folder now, committed or not")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newcomer-") as folder:
        return walk(Path(folder), as_it_is=arguments.as_it_is, here=arguments.here, tests=arguments.tests)


if __name__ == "__main__":
    sys.exit(main())

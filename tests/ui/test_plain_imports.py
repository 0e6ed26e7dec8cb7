"""Importing after Qt costs no more than before it."""

import subprocess
import sys

LOOK = """
import builtins, linecache
from acutimer.ui.plain_imports import import_qt
plain = builtins.__import__
{load}
from acutimer.ui.kit import text
import acutimer.core.planning
from PySide6.QtWidgets import QLabel
print(any("acutimer/" in name.replace(chr(92), "/") for name in linecache.cache), hasattr(QLabel, "setText"))
"""


def look_after(load: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", LOOK.format(load=load)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


def test_no_source_of_ours_is_read_and_kept() -> None:
    assert look_after("import_qt()") == ["False", "True"]


def test_twice_is_as_good_as_once() -> None:
    assert look_after("import_qt(); import_qt()") == ["False", "True"]


def test_what_it_takes_away_is_there_without_it() -> None:
    """Else there is nothing left to take away, and `import_qt` can go."""
    assert look_after("import PySide6.QtCore") == ["True", "True"]

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SCRIPT = """
import os
from acutimer.ui.crash.muting import Muting
muting = Muting()
muting.end()
os.write(2, b"seen\\n")
muting.begin()
muting.begin()
os.write(2, b"muted\\n")
muting.end()
os.write(2, b"seen again\\n")
os.close(2)
muting.begin()
muting.end()
"""


def test_what_is_written_meanwhile_is_not_seen() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "seen\nseen again\n")

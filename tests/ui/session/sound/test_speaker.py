"""The sound device in a process of its own: QtMultimedia must load late, and say nothing where there is none."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
SCRIPT = """
import json, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from acutimer import paths
from acutimer.ui.session import page
before = "PySide6.QtMultimedia" in sys.modules
from acutimer.ui.session.sound.speaker import open_speaker
speaker = open_speaker(paths.resources() / "sounds")
for name in ("begin", "pacer_tap"):
    speaker.play(name, 0.0)
print(json.dumps([before, "PySide6.QtMultimedia" in sys.modules]))
"""


def test_the_sound_modules_load_at_the_first_tone_and_keep_quiet(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout) == [False, True]
    assert done.stderr == ""

"""The program itself, in a process of its own: another text size opens it again."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Each time the window stands it tells how it is; the first time it then chooses another size.
SCRIPT = """
import json, os, sys
from PySide6.QtCore import QTimer
from acutimer import app
from acutimer.ui.taken_at_start import TakenAtStart
from acutimer.ui.window import MainWindow

build = MainWindow.__init__

def look(window):
    preferences = window._context.preferences
    print(json.dumps({
        "process": os.getpid(),
        "ratio": window.devicePixelRatio(),
        "size": [window.width(), window.height()],
        "place": window._place,
        "factor": os.environ.get("QT_SCALE_FACTOR"),
        "messages": [it.text for it in window.bar._messages],
    }), flush=True)
    if preferences.value.text_percent != 100:
        window.close()
        return
    window.show_place("settings")
    preferences.update(text_percent=150)
    (rest,) = window.findChild(TakenAtStart).findChildren(QTimer)
    rest.setInterval(0)

def watched(self, *given):
    build(self, *given)
    self.settled.connect(lambda: QTimer.singleShot(0, lambda: look(self)))

MainWindow.__init__ = watched
sys.exit(app.run(None))
"""


def test_another_text_size_opens_the_window_again_as_large_in_the_same_place(tmp_path: Path) -> None:
    config = tmp_path / "home" / "config" / "acutimer" / "settings.json"
    config.parent.mkdir(parents=True)
    config.write_text(json.dumps({"welcomed": True, "window": [0, 0, 780, 600]}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("QT_SCALE_FACTOR", None)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["ratio"], first["size"], first["messages"]) == (1.0, [780, 600], [])
    assert (second["ratio"], second["factor"], second["place"]) == (1.5, "1.5", "settings")
    assert second["messages"] == ["Text size: 150\u00a0%."]
    assert second["size"][0] == 600  # 520 would be as wide on the screen, and less than the window can be
    assert second["size"][1] == 400
    if os.name == "posix":
        assert second["process"] == first["process"]
    kept = json.loads(config.read_text(encoding="utf-8"))
    assert (kept["text_percent"], kept["last_place"]) == (150, "settings")

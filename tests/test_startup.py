"""The start-up promise: what must not be loaded when the first window is shown."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = (
    "zoneinfo",
    "acutimer.core.reminding",
    "acutimer.store.own",
    "acutimer.store.drafts",
    "acutimer.ui.editor",
    "acutimer.ui.instance.answering",
    "acutimer.ui.instance.client",
    "acutimer.ui.instance.server",
    "acutimer.ui.exchange",
    "acutimer.ui.reminding",
    "acutimer.ui.safety",
    "acutimer.ui.welcome",
    "acutimer.ui.keys",
    "pydantic",
    "pydantic_core",
    "importlib.metadata",
    "rapidfuzz",
    "jeepney",
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "acutimer.content.checking",
    "acutimer.content.searching",
    "acutimer.store.portable_door",
    "acutimer.ui.explore.search.search_results",
    "acutimer.ui.session",
    "acutimer.ui.after",
    "acutimer.ui.routines",
    "acutimer.ui.log",
    "acutimer.ui.body.warming",
    "acutimer.ui.body.warm_words",
    "acutimer.store.corrections",
    "acutimer.store.finder",
    "acutimer.ui.preferences",
    "acutimer.cli",
    "asyncio",
    "hashlib",
    "unittest",
)
SCRIPT = """
import json, sys
from acutimer import app
from acutimer.ui.window import MainWindow
build = MainWindow.__init__
def look():
    print(json.dumps(sorted(sys.modules)))
    from PySide6.QtWidgets import QApplication
    QApplication.quit()
def watched(window, *given):
    build(window, *given)
    window.settled.connect(look)
MainWindow.__init__ = watched
sys.exit(app.run(None))
"""


def modules_after_the_first_window(home: Path) -> set[str]:
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    welcomed(Path(environment["XDG_CONFIG_HOME"]))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_first_window_loads_nothing_it_does_not_show(tmp_path: Path) -> None:
    loaded = modules_after_the_first_window(tmp_path)
    assert "acutimer.ui.window" in loaded
    assert "acutimer.ui.explore.place" in loaded
    assert not loaded & set(FORBIDDEN)

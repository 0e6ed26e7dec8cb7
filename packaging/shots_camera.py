"""A child of `shots`: takes every picture in one theme, at one size, at the resolution QT_SCALE_FACTOR says."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from stage import Scene, Stage

from acutimer import paths
from acutimer.core.settings import Theme
from acutimer.language.catalogue import ENGLISH
from acutimer.ui.theme import Wardrobe
from acutimer.ui.tongue import speak_in

LEAST = "640x400"  # what 1280x800 leaves when everything is shown at twice its size
SIZES = {"1280x800": (1280, 800), "1920x1080": (1920, 1080), "960x640": (960, 640), LEAST: (640, 400)}
CLOCK = "CET-1CEST,M3.5.0,M10.5.0/3"  # the clock of the made-up history, wherever the pictures are taken
THEMES = (Theme.LIGHT.value, Theme.DARK.value, Theme.HIGH_CONTRAST.value)


def main() -> int:
    """Take them; 1 where there was nothing to take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("theme", choices=THEMES)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("--only", default="")
    parser.add_argument("--language", default=ENGLISH)
    arguments = parser.parse_args()
    os.environ["TZ"] = CLOCK
    if hasattr(time, "tzset"):
        time.tzset()
    qInstallMessageHandler(tell)
    app = QApplication([])
    speak_in(app, arguments.language, paths.resources() / "languages")
    mark = "@2x" if app.devicePixelRatio() == 2 else ""
    scenes = {name: scene for name, scene in every_scene().items() if arguments.only in name}
    with tempfile.TemporaryDirectory() as scratch:
        camera = Camera(app, Theme(arguments.theme), SIZES[arguments.size], Path(scratch))
        for name, scene in scenes.items():
            camera.take(scene, arguments.folder / f"{name}-{arguments.theme}-{arguments.size}{mark}.png")
    return 0 if scenes else 1


def every_scene() -> dict[str, Scene]:
    """Every scene by its name."""
    import shots_body
    import shots_log
    import shots_markers
    import shots_panels
    import shots_places
    import shots_points
    import shots_routines
    import shots_search
    import shots_sessions
    import shots_settings

    places = (shots_places, shots_routines, shots_log, shots_settings, shots_sessions)
    rooms = (shots_body, shots_points, shots_markers, shots_search, shots_panels, *places)
    return {name: scene for room in rooms for name, scene in room.scenes().items()}


class Camera:
    """Takes pictures in one theme, at one size in pixels; `scratch` is a folder to work in."""

    def __init__(self, app: QApplication, theme: Theme, size: tuple[int, int], scratch: Path) -> None:
        self._app, self._theme, self._size, self._scratch = app, theme, size, scratch

    def take(self, scene: Scene, file: Path) -> None:
        """Take one."""
        with tempfile.TemporaryDirectory(dir=self._scratch) as folder:
            stage = Stage(Path(folder), self._theme, self._size)
            wardrobe = Wardrobe(self._app, stage.context.preferences)
            scene(stage)
            stage.grab(file)
            stage.close()
            wardrobe.deleteLater()


def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but for one line the offscreen platform has for every window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())

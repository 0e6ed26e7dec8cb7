"""A picture of every screen and state, light and dark, for looking at: shots.py DIR [--only WORD]."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from stage import NOW, Stage, past_weeks

from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.points import Area
from acutimer.core.settings import Theme
from acutimer.core.sides import Side
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.session.page import SessionPage
from acutimer.ui.theme import Wardrobe

SIZES = {"1280x800": (1280, 800), "1920x1080": (1920, 1080), "960x640": (960, 640)}
Scene = Callable[[Stage], None]


def main() -> int:
    """Take every picture once at each size, and the first size once more at twice the resolution."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only scenes whose name holds this")
    parser.add_argument("--sizes", nargs="*", default=list(SIZES), choices=SIZES)
    parser.add_argument("--once", action="store_true", help="not at twice the resolution")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(tell)
    is_sharp = os.environ.get("QT_SCALE_FACTOR") == "2"
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        for theme in (Theme.LIGHT, Theme.DARK):
            for size in arguments.sizes:
                camera = Camera(app, arguments.folder, Path(folder), "@2x" if is_sharp else "")
                camera.take_all(theme, size, arguments.only)
    if arguments.once or is_sharp:
        return 0
    again = [sys.executable, __file__, str(arguments.folder), "--only", arguments.only, "--sizes", arguments.sizes[0]]
    return subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=False).returncode


def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but for one line the offscreen platform has for every window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


class Camera:
    """Takes pictures into `target`. `scratch` is a folder to work in, `mark` ends the files' names."""

    def __init__(self, app: QApplication, target: Path, scratch: Path, mark: str) -> None:
        self._app, self._target, self._scratch, self._mark = app, target, scratch, mark

    def take_all(self, theme: Theme, size: str, only: str) -> None:
        """Take every scene whose name holds `only`."""
        for name, scene in scenes().items():
            if only in name:
                self.take(scene, theme, size, self._target / f"{name}-{theme}-{size}{self._mark}.png")

    def take(self, scene: Scene, theme: Theme, size: str, file: Path) -> None:
        """Take one."""
        with tempfile.TemporaryDirectory(dir=self._scratch) as folder:
            stage = Stage(Path(folder), theme, SIZES[size])
            wardrobe = Wardrobe(self._app, stage.context.preferences)
            scene(stage)
            stage.grab(file)
            stage.close()
            wardrobe.deleteLater()


def scenes() -> dict[str, Scene]:
    """Every scene by its name."""
    found: dict[str, Scene] = {
        "explore-body-front": partial(explore, lambda _: None),
        "explore-body-back": partial(explore, lambda place: place.body.turn_by(1)),
        "explore-body-side": partial(explore, lambda place: place.body.turn_by(2)),
        "explore-complaint": partial(explore, show_complaint),
        "explore-red-flags": partial(explore, lambda place: place.question.warned.emit()),
        "routines": partial(at_place, "routines"),
        "log-empty": partial(at_place, "log", lived=False),
        "log": partial(at_place, "log"),
        "settings": partial(at_place, "settings"),
    }
    for area in Area:
        found[f"explore-area-{area}"] = partial(explore, partial(show_area, area))
    for code in ("ST36", "ST34", "EX-LE5", "SP9", "GB34", "GB33", "LR8", "KI10", "BL40", "BL57", "KI3", "KI6", "BL23"):
        found[f"point-{code}"] = partial(explore, partial(show_point, code))
    for routine, kinds in SESSIONS.items():
        for kind, number in kinds:
            found[f"session-{routine}-{kind}-{number}"] = partial(in_session, routine, kind, number)
    found["session-paused"] = partial(in_session, "knee-pain-press", PhaseKind.PRESS, 2, then=pause)
    found["session-away"] = partial(in_session, "knee-pain-press", PhaseKind.PRESS, 2, then=sleep)
    found["session-stopped"] = partial(in_session, "knee-pain-press", PhaseKind.PRESS, 2, then=stop)
    found["after"] = partial(in_session, "knee-pain-press", PhaseKind.PRESS, 2, then=finish)
    found["after-reps"] = partial(in_session, "daily-strength", PhaseKind.REPS, 4, then=finish)
    found["resume-offer"] = offer_to_resume
    return found


# Which phases to show: the routine, then its phases by kind and how many of that kind come first.
SESSIONS: dict[str, tuple[tuple[PhaseKind, int], ...]] = {
    "knee-pain-press": (
        (PhaseKind.WAIT, 0),
        (PhaseKind.GET_READY, 1),
        (PhaseKind.PRESS, 0),
        (PhaseKind.GET_READY, 2),
        (PhaseKind.PRESS, 4),
        (PhaseKind.CHANGEOVER, 2),
        (PhaseKind.PRESS, 5),
    ),
    "morning-balance": (
        (PhaseKind.TECHNIQUE, 0),
        (PhaseKind.PRESS, 0),
        (PhaseKind.CHANGEOVER, 0),
        (PhaseKind.PRESS, 2),
        (PhaseKind.REST, 0),
        (PhaseKind.REPS, 0),
        (PhaseKind.REPS, 1),
        (PhaseKind.BREATHS, 0),
    ),
    "daily-strength": ((PhaseKind.REST, 0),),
    "walk-and-soak": ((PhaseKind.WAIT, 0), (PhaseKind.TECHNIQUE, 0)),
    "qigong-knee-massage": ((PhaseKind.PRESS, 4), (PhaseKind.TECHNIQUE, 0), (PhaseKind.PATS, 0)),
    "backward-treadmill": ((PhaseKind.GET_READY, 0), (PhaseKind.TECHNIQUE, 1)),
    "post-workout-recovery": ((PhaseKind.PRESS, 0), (PhaseKind.PRESS, 4)),
    "circulation-and-joints": ((PhaseKind.PRESS, 4), (PhaseKind.CHANGEOVER, 3)),
}


def at_place(name: str, stage: Stage, *, lived: bool = True) -> None:
    """A place of the window."""
    if lived:
        past_weeks(stage)
    stage.open()
    stage.window.show_place(name)


def explore(then: Callable[[ExplorePlace], None], stage: Stage) -> None:
    """Explore, after a few weeks."""
    past_weeks(stage)
    stage.open()
    then(stage.place(ExplorePlace))


def show_complaint(place: ExplorePlace) -> None:
    """What fits an aching knee."""
    place.question.findChildren(Chip)[0].click()


def show_area(area: Area, place: ExplorePlace) -> None:
    """An area's close-up."""
    place.show_area(area, Side.LEFT)


def show_point(code: str, place: ExplorePlace) -> None:
    """A point, on the left."""
    place.show_point(code, Side.LEFT)


def in_session(
    routine: str, kind: PhaseKind, number: int, stage: Stage, *, then: Callable[[Stage], None] | None = None
) -> None:
    """A session in the middle of the phase that is the `number`-th (from 0) of its kind."""
    past_weeks(stage)
    stage.open()
    stage.window.start_routine(routine)
    player = stage.place(SessionPage).player
    seen: list[Phase] = []
    while player.session is not None and player.session.phase is not None:
        phase = player.session.phase
        if phase.kind is kind and not (seen and seen[-1] is phase):
            seen.append(phase)
        if phase.kind is kind and len(seen) == number + 1:
            break
        player.toggle() if phase.seconds is None else pass_time(stage, 1.0)
    phase = seen[-1]
    pass_time(stage, min(37.0, (phase.seconds or 8.0) * 0.4))
    if then is not None:
        then(stage)


def pass_time(stage: Stage, seconds: float) -> None:
    """Let time pass, a second at a time: more would count as being away."""
    player = stage.place(SessionPage).player
    end = stage.seconds + seconds
    while stage.seconds < end:
        stage.seconds = min(end, stage.seconds + 1.0)
        player.tick()


def pause(stage: Stage) -> None:
    """Hold it."""
    stage.place(SessionPage).player.pause()


def sleep(stage: Stage) -> None:
    """Six minutes in which the computer slept."""
    stage.seconds += 360
    stage.place(SessionPage).player.tick()


def stop(stage: Stage) -> None:
    """End it; this can still be undone."""
    stage.place(SessionPage).stage.foot.stop.click()


def finish(stage: Stage) -> None:
    """End it for good: the offer to undo lapses."""
    stop(stage)
    stage.window.bar.dismiss_all()


def offer_to_resume(stage: Stage) -> None:
    """The window after a session that was cut off."""
    past_weeks(stage)
    stage.cut_off("knee-pain-press", NOW - timedelta(minutes=20), share=0.6)
    stage.open()


if __name__ == "__main__":
    sys.exit(main())

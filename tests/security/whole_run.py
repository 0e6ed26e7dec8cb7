"""Runs the real program and takes the tour through it: `python whole_run.py FOLDER`, for files to go to and come from.

It ends with what was shown on standard output, a line each; the exit code is the program's.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from acutimer import app
from acutimer.ui.parts import Parts
from acutimer.ui.window import MainWindow
from tests.security.markup import NOTE, WORDS, interpreted, looked_at
from tests.security.modes import wrong

WRONG, MARKUP, LOOKED = "a mode: ", "markup: ", "widgets: "
LOOK_MS = 10
PATIENCE_SECONDS = 180.0


def main(files: Path) -> int:
    """Open the window, walk, close it."""
    os.umask(int(os.environ.get("TOUR_UMASK", "077"), 8))
    parts: list[Parts] = []
    begin, follow = Parts.__init__, MainWindow.__init__

    def parts_made(self: Parts, *given: object) -> None:
        begin(self, *given)  # type: ignore[arg-type]  # handed on as they came
        parts.append(self)

    def window_made(self: MainWindow, *given: object) -> None:
        follow(self, *given)  # type: ignore[arg-type]  # the same
        self.settled.connect(lambda: QTimer.singleShot(0, lambda: walk(self, parts[0], files)))

    Parts.__init__ = parts_made  # type: ignore[method-assign, assignment]
    MainWindow.__init__ = window_made  # type: ignore[method-assign, assignment]
    return app.run(None)


def say(line: str) -> None:
    """Tell whoever started this."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(what: str) -> None:
    """What is shown, and how it shows what users write."""
    say(what)
    say(f"{LOOKED}{looked_at()}")
    for line in interpreted():
        say(f"{MARKUP}{what}: {line!r}")


def walk(window: MainWindow, parts: Parts, files: Path) -> None:
    """Take the tour at the window's own pace, then close it."""
    from acutimer.ui.reminding.autostart import Autostart
    from tests.security.tour import Until, tour

    assert parts._context is not None
    assert parts._reminding is not None
    Autostart().set_on(True)
    steps = tour(window, parts._context, parts._reminding, files, words=WORDS, note=NOTE)
    timer = QTimer(window)
    waiting: list[tuple[str, Until]] = [("the beginning", lambda: True)]
    since = [time.monotonic()]

    def look() -> None:
        what, is_so = waiting[0]
        if not is_so():
            if time.monotonic() - since[0] > PATIENCE_SECONDS:
                say(f"never came: {what}")
                os._exit(9)
            return
        tell(what)
        since[0] = time.monotonic()
        try:
            waiting[0] = next(steps)
        except StopIteration:
            timer.stop()
            for line in wrong(Path.home()):  # while everything is open
                say(f"{WRONG}{line}")
            fail_once()

    def fail_once() -> None:
        QTimer.singleShot(0, lambda: 1 // 0)  # a fault of our own, so that its notes are written, too
        QTimer.singleShot(200, leave)

    def leave() -> None:
        parts.let_go()
        window.close()

    def looked() -> None:
        try:
            look()
        except BaseException:  # noqa: BLE001 - whatever it is, nobody else would end the program
            sys.__excepthook__(*sys.exc_info())
            os._exit(8)

    timer.timeout.connect(looked)
    timer.start(LOOK_MS)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

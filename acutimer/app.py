"""The composition root of the window: joins its parts, and runs the loop.

The first frame needs Qt, the settings and the navigation; everything else is imported after it.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from acutimer.core.errors import AcutimerError, InputError
from acutimer.paths import DESKTOP_ID, NAME, data_dir, log_file, resources, settings_file
from acutimer.ui.instance.lock import Held, WindowLock
from acutimer.ui.parts import Parts, look_for_routine, wall

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from acutimer.core.settings import Settings
    from acutimer.store.settings import SettingsFile
    from acutimer.ui.context import Context
    from acutimer.ui.crash.guard import Guard
    from acutimer.ui.window import MainWindow

INPUTS_FAULT, WORLDS_FAULT, INTERRUPTED = 1, 3, 130
INTERRUPT = 2  # SIGINT, on every system
REOPENED = "ACUTIMER_OPENED_AGAIN"  # told by a window that closed to be opened again: it is not to be hidden
AGAIN = -1  # not an exit code: the window closed to be opened again
SWITCH_SECONDS = 0.0005  # how long a thread that paints may keep the window waiting; Python's own choice is 5 ms


def run(start: str | None, *, in_background: bool = False) -> int:
    """Open the window, begin the routine `start` if one is named, and return the exit code when it is closed.

    `in_background`: remind from the tray, or from a minimised window, and open the window when it is asked for.
    Where the user has a window open on these data already, all of this is asked of that one instead.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.disable()  # until the window stands: importing makes thousands of objects and no garbage
    lock = WindowLock(data_dir())
    is_hidden = in_background and start is None and REOPENED not in os.environ
    try:
        if lock.take() is Held.ELSEWHERE and (code := _ask_the_other(lock, start, is_hidden=is_hidden)) is not None:
            return code
        told = () if start is None else look_for_routine(start)
        code = _run(start, told, lock, in_background=is_hidden)
        if code != AGAIN:
            return code
        from acutimer.ui.reopening import open_again

        lock.hand_on()
        return open_again()
    except AcutimerError as error:
        sys.stderr.write(f"acutimer: {error}\n")
        return INPUTS_FAULT if isinstance(error, InputError) else WORLDS_FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  our own fault: noted, and said in one line
        from acutimer.mishaps.last_words import end_with
        from acutimer.mishaps.notebook import Notebook

        return end_with(error, Notebook(log_file(), wall), wall)
    finally:
        lock.close()
        gc.enable()


def _ask_the_other(lock: WindowLock, start: str | None, *, is_hidden: bool) -> int | None:
    """The exit code of a start beside the window that has the lock; None where that one ended meanwhile."""
    if is_hidden:  # it reminds already
        return 0
    from acutimer.ui.instance.client import hand_over

    return hand_over(lock, start)


def _run(start: str | None, told: tuple[str, ...], lock: WindowLock, *, in_background: bool) -> int:
    """Run the window; `told` is what was found out about the log already."""
    from acutimer.ui.plain_imports import import_qt

    import_qt()  # before anything else brings it in
    from acutimer.store.settings import SettingsFile
    from acutimer.ui.crash.guard import Guard
    from acutimer.ui.text_size import enlarged

    file = SettingsFile(settings_file())
    settings, problems = file.load()
    problems = (*problems, " ".join(told)) if told else problems
    with enlarged(settings.text_percent), Guard(log_file(), wall) as guard:
        return _run_window(start, file, settings, problems, lock=lock, guard=guard, in_background=in_background)


def _run_window(
    start: str | None,
    file: SettingsFile,
    settings: Settings,
    problems: tuple[str, ...],
    *,
    lock: WindowLock,
    guard: Guard,
    in_background: bool,
) -> int:
    from PySide6.QtWidgets import QApplication

    from acutimer.ui.kit.tokens import dress
    from acutimer.ui.theme import theme_for
    from acutimer.ui.tongue import speak_in
    from acutimer.ui.window import MainWindow

    app = QApplication([NAME, "-style", "fusion"])
    app.setApplicationName(NAME)
    app.setDesktopFileName(DESKTOP_ID)
    speak_in(app, settings.language, resources() / "languages")
    dress(app, theme_for(app, settings.theme))
    parts = Parts(app, file, settings)
    for problem in reversed(problems):  # the last one said lies on top: first what is wrong, then where the file went
        parts.tell(problem)
    failed: list[Exception] = []

    def build() -> Context:
        try:
            return parts.build()
        except Exception as error:  # without what the window shares out there is nothing to show
            failed.append(error)
            app.quit()
            raise

    window = MainWindow(build)
    window.take_shape(settings.window)
    stopped: list[int] = []
    window.settled.connect(lambda: _settle(app, window, parts, stopped, start, lock=lock, guard=guard))
    try:
        if in_background:
            from acutimer.ui.ending import hear_signals

            build()
            hear_signals(app, window, parts.let_go, stopped)
            parts.remind(window, in_background=True)
            parts.hear_other_starts(window, lock)
            gc.enable()
        else:
            window.show()
        code = app.exec()
    finally:
        parts.close()
    if failed:
        raise failed[0]
    if AGAIN in stopped:
        return AGAIN
    return INTERRUPTED if INTERRUPT in stopped else code


def _settle(
    app: QApplication,
    window: MainWindow,
    parts: Parts,
    stopped: list[int],
    start: str | None,
    *,
    lock: WindowLock,
    guard: Guard,
) -> None:
    """The window stands: hear signals (`stopped` gets their numbers), say what is wrong, begin what was asked for."""
    from acutimer.mishaps.going_on import going_on
    from acutimer.ui.ending import hear_signals

    end = hear_signals(app, window, parts.let_go, stopped)
    parts.settle(window.messages)
    guard.settle(window.messages)
    steps: tuple[Callable[[], object], ...] = (
        lambda: parts.back_up_daily(window),
        lambda: parts.follow_choices(window, lambda: end(AGAIN)),
        lambda: parts.remind(window),
        lambda: parts.hear_other_starts(window, lock),
        lambda: None if start is None else window.start_routine(start),
    )
    for step in steps:
        with going_on():
            step()
    gc.enable()
    gc.freeze()  # what stands now stays to the end

"""The other places: routines, log, settings."""

from datetime import timedelta
from functools import partial

from stage import NOW, Scene, Stage


def scenes() -> dict[str, Scene]:
    """One scene a place, and what only a new or a broken-off start shows."""
    return {
        "routines": partial(show_place, "routines"),
        "log": partial(show_place, "log"),
        "log-empty": partial(show_place, "log", is_new=True),
        "settings": partial(show_place, "settings"),
        "resume-offer": offer_to_resume,
    }


def show_place(name: str, stage: Stage, *, is_new: bool = False) -> None:
    """A place of the window."""
    if not is_new:
        stage.live_past_weeks()
    stage.open()
    stage.window.show_place(name)


def offer_to_resume(stage: Stage) -> None:
    """The window after a session that was cut off."""
    stage.live_past_weeks()
    stage.cut_off("knee-pain-press", NOW - timedelta(minutes=20), share=0.6)
    stage.open()

"""The timer, in every kind of phase and in everything that can happen to one, and what comes after it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import shots_mini
from PySide6.QtCore import QCoreApplication, QTimer
from stage import NOW, Scene, Stage

from acutimer.core.fitting import plan
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.press_now import press_now
from acutimer.core.routines import Cadence, PressStep, Routine
from acutimer.ui.session.page import SessionPage
from acutimer.ui.session.words import telling
from acutimer.ui.session.words.sayings import five_seconds

KIND = PhaseKind
CADENCE = Cadence(press_seconds=5, release_seconds=2)

# What to show: a routine, a kind of phase, how many of that kind come first, and how many seconds into it.
MOMENTS: dict[str, tuple[str, PhaseKind, int, float]] = {
    "wait": ("knee-pain-press", KIND.WAIT, 0, 3),
    "wait-walk": ("walk-and-soak", KIND.WAIT, 0, 3),
    "wait-standing": ("backward-treadmill", KIND.WAIT, 1, 3),
    "wait-drink": ("post-workout-recovery", KIND.WAIT, 0, 3),
    "get-ready": ("knee-pain-press", KIND.GET_READY, 2, 3),
    "get-ready-bent": ("knee-pain-press", KIND.GET_READY, 0, 3),
    "get-ready-back": ("morning-balance", KIND.GET_READY, 2, 3),
    "get-ready-heels": ("morning-balance", KIND.GET_READY, 3, 3),
    "get-ready-kneading": ("qigong-knee-massage", KIND.GET_READY, 3, 3),
    "get-ready-waits": ("walk-and-soak", KIND.GET_READY, 1, 3),
    "press-left": ("knee-pain-press", KIND.PRESS, 4, 36),
    "press-right": ("knee-pain-press", KIND.PRESS, 5, 36),
    "press-inner": ("knee-pain-press", KIND.PRESS, 0, 36),
    "press-outer": ("knee-pain-press", KIND.PRESS, 2, 36),
    "press-first-second": ("knee-pain-press", KIND.PRESS, 4, 0.1),
    "press-last-seconds": ("knee-pain-press", KIND.PRESS, 4, 117),
    "press-circles": ("knee-pain-press", KIND.PRESS, 4, 103.5),
    "press-all-circles": ("post-workout-recovery", KIND.PRESS, 4, 20.5),
    "press-knee-eyes": ("qigong-knee-massage", KIND.PRESS, 4, 70),
    "press-back-of-knee": ("post-workout-recovery", KIND.PRESS, 0, 20),
    "press-ankle": ("morning-balance", KIND.PRESS, 0, 20),
    "press-foot": ("circulation-and-joints", KIND.PRESS, 0, 20),
    "press-both-sides": ("morning-balance", KIND.PRESS, 2, 24),
    "press-both-legs": ("balance-points", KIND.PRESS, 0, 24),
    "changeover": ("knee-pain-press", KIND.CHANGEOVER, 2, 3),
    "changeover-ankle": ("morning-balance", KIND.CHANGEOVER, 0, 3),
    "changeover-back-of-knee": ("post-workout-recovery", KIND.CHANGEOVER, 0, 3),
    "changeover-pats": ("qigong-knee-massage", KIND.CHANGEOVER, 4, 3),
    "rest-between-sets": ("daily-strength", KIND.REST, 0, 12),
    "rest-stand-up": ("morning-balance", KIND.REST, 0, 6),
    "kneading": ("qigong-knee-massage", KIND.TECHNIQUE, 0, 40.3),
    "kneading-right": ("qigong-knee-massage", KIND.TECHNIQUE, 1, 40.3),
    "rubbing": ("qigong-knee-massage", KIND.TECHNIQUE, 2, 40.6),
    "patting-front": ("qigong-knee-massage", KIND.PATS, 0, 4.3),
    "patting-sides": ("qigong-knee-massage", KIND.PATS, 0, 9.4),
    "warming-the-back": ("morning-balance", KIND.TECHNIQUE, 0, 20.5),
    "warm-up": ("post-workout-recovery", KIND.TECHNIQUE, 0, 40.5),
    "calf-massage": ("walk-and-soak", KIND.TECHNIQUE, 0, 20.7),
    "foot-soak": ("walk-and-soak", KIND.TECHNIQUE, 2, 200),
    "treadmill": ("backward-treadmill", KIND.TECHNIQUE, 1, 40.4),
    "heels-rise": ("morning-balance", KIND.REPS, 0, 73.1),
    "heels-up": ("morning-balance", KIND.REPS, 0, 74.5),
    "heels-down": ("morning-balance", KIND.REPS, 0, 77.6),
    "heels-last": ("morning-balance", KIND.REPS, 0, 115),
    "squats-rise": ("morning-balance", KIND.REPS, 1, 19.2),
    "squats-up": ("morning-balance", KIND.REPS, 1, 20.6),
    "squats-down": ("morning-balance", KIND.REPS, 1, 23.4),
    "squats-last": ("morning-balance", KIND.REPS, 1, 56),
    "breath-in": ("morning-balance", KIND.BREATHS, 0, 22.8),
    "breath-out": ("morning-balance", KIND.BREATHS, 0, 26.5),
}


def scenes() -> dict[str, Scene]:
    """One scene a moment, what can happen to one, and the small window."""
    found: dict[str, Scene] = {f"session-{name}": partial(in_session, *where) for name, where in MOMENTS.items()}
    press = partial(in_session, *MOMENTS["press-left"])
    reps = partial(in_session, *MOMENTS["heels-up"])
    happening: dict[str, Callable[[Stage], None]] = {
        "paused": pause,
        "away": partial(sleep, 360),
        "clock-changed": change_clock,
        "stopped": stop,
        "voice-off": lambda stage: stage.context.preferences.update(voice=False),
        "no-sound-no-voice": fall_silent,
        "caption": caption,
        "flash": flash,
    }
    found |= {f"session-{name}": partial(press, then=then) for name, then in happening.items()}
    return found | {
        "session-cadence-press": partial(in_session, with_cadence, KIND.PRESS, 0, 24.0),
        "session-cadence-release": partial(in_session, with_cadence, KIND.PRESS, 0, 26.6),
        "session-paused-reps": partial(reps, then=pause),
        "session-away-reps": partial(reps, then=partial(sleep, 9000)),
        "session-restored": restore,
        "after": partial(press, then=finish),
        "after-reps": partial(in_session, "daily-strength", KIND.REPS, 3, 6.0, then=finish),
        **shots_mini.scenes(),
    }


def in_session(
    routine: str | Callable[[Stage], Routine],
    kind: PhaseKind,
    number: int,
    seconds: float,
    stage: Stage,
    *,
    then: Callable[[Stage], None] | None = None,
) -> None:
    """A session so many seconds into the phase that is the `number`-th (from 0) of its kind."""
    stage.live_past_weeks()
    stage.open()
    chosen = routine(stage) if callable(routine) else stage.library.routine(routine)
    stage.window.start(plan(chosen, stage.context.preferences.value.choices(), stage.context.safety))
    player = stage.place(SessionPage).player
    seen: list[Phase] = []
    while player.session is not None and (phase := player.session.phase) is not None:
        if phase.kind is kind and not (seen and seen[-1] is phase):
            seen.append(phase)
        if len(seen) == number + 1:
            break
        player.toggle() if phase.seconds is None else pass_time(stage, _whole(player.session.left(stage.seconds)))
    assert player.session is not None
    pass_time(stage, seconds - player.session.elapsed(stage.seconds))
    if then is not None:
        then(stage)


def _whole(left: float | None) -> float:
    """A second at most, and no further than just past the end of the phase."""
    return min(1.0, (left or 0.0) + 1e-4)


def with_cadence(stage: Stage) -> Routine:
    """One point, pressed and released in turn."""
    routine = press_now(stage.library.point("ST36"), 60)
    (step,) = routine.steps
    assert isinstance(step, PressStep)
    return replace(routine, steps=(replace(step, cadence=CADENCE),))


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


def sleep(seconds: float, stage: Stage) -> None:
    """So long the computer slept."""
    stage.seconds += seconds
    stage.place(SessionPage).player.tick()


def change_clock(stage: Stage) -> None:
    """Somebody set the computer's clock an hour back."""
    stage.wall_shift = timedelta(hours=-1)
    stage.seconds += 0.5
    stage.place(SessionPage).player.tick()


def fall_silent(stage: Stage) -> None:
    """Nothing here can play a tone or speak."""
    stage.place(SessionPage).stage.note(telling.neither())


def caption(stage: Stage) -> None:
    """What the voice says stands on the screen."""
    stage.place(SessionPage).stage.show_caption(five_seconds(QCoreApplication.translate))


def flash(stage: Stage) -> None:
    """A tone for the eyes, held while the picture is taken."""
    stage.settle()
    shown = stage.place(SessionPage).stage.flash
    shown.show_once()
    for timer in shown.findChildren(QTimer):
        timer.stop()


def restore(stage: Stage) -> None:
    """The session a power cut ended, taken up again."""
    stage.live_past_weeks()
    stage.cut_off("knee-pain-press", NOW - timedelta(minutes=20), share=0.6)
    stage.open()
    stage.window.resuming.offer.resume.click()


def stop(stage: Stage) -> None:
    """End it; this can still be undone."""
    stage.place(SessionPage).stage.foot.stop.click()


def finish(stage: Stage) -> None:
    """End it for good: the offer to undo lapses."""
    stop(stage)
    stage.place(SessionPage).player.finish()

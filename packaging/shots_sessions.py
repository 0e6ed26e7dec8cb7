"""The timer, in every kind of phase, and what comes after it."""

from collections.abc import Callable
from functools import partial

from stage import Scene, Stage

from acutimer.core.planning import Phase, PhaseKind
from acutimer.ui.session.page import SessionPage

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


def scenes() -> dict[str, Scene]:
    """One scene a phase, and what can happen to one."""
    found: dict[str, Scene] = {}
    for routine, kinds in SESSIONS.items():
        for kind, number in kinds:
            found[f"session-{routine}-{kind}-{number}"] = partial(in_session, routine, kind, number)
    press = partial(in_session, "knee-pain-press", PhaseKind.PRESS, 2)
    return found | {
        "session-paused": partial(press, then=pause),
        "session-away": partial(press, then=sleep),
        "session-stopped": partial(press, then=stop),
        "after": partial(press, then=finish),
        "after-reps": partial(in_session, "daily-strength", PhaseKind.REPS, 4, then=finish),
    }


def in_session(
    routine: str, kind: PhaseKind, number: int, stage: Stage, *, then: Callable[[Stage], None] | None = None
) -> None:
    """A session in the middle of the phase that is the `number`-th (from 0) of its kind."""
    stage.live_past_weeks()
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

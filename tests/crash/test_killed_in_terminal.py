"""Sessions of `acutimer play`, killed (SIGKILL) at random instants.

What is asked: every phase that had ended is there once with its seconds, and of all that the screen had shown at most
5 seconds are missing. What was not shown yet cannot be held against the program: the time stands there in whole
seconds, four times a second, and the name of a phase is said before the one that ended is on the disk.
"""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from acutimer.core.settings import Settings
from acutimer.store.settings import SettingsFile
from tests.crash.judging import LostError
from tests.crash.sessions import (
    kept_as_it_is,
    see_that_all_is_well,
    see_that_little_was_left,
    see_what_was_kept,
)
from tests.crash.terminal import Shown, played_until_killed
from tests.crash.user import User, write_routine_file
from tests.trusting import amount

HOMES = 8
"""How many play at the same time; most of the time they wait."""
KILLS_EACH = amount(1, 16)
LONGEST_SECONDS = amount(5, 16)
PHASES = (1, 7, 1, 2, 6, 1, 1, 30)


def test_what_a_session_in_the_terminal_had_shown_is_kept(
    chance: random.Random, tmp_path: Path, tally: Callable[[str, int, int], None]
) -> None:
    routine = tmp_path / "short.acutimer.json"
    write_routine_file(routine, PHASES)
    instants = [[chance.uniform(0.2, LONGEST_SECONDS) for _ in range(KILLS_EACH)] for _ in range(HOMES)]

    def play(number: int) -> list[str]:
        user = User(tmp_path / f"home {number}")
        user.make_folders()
        SettingsFile(user.settings).save(Settings(get_ready_seconds=1, changeover_seconds=1, welcomed=True))
        return [
            why
            for turn, seconds in enumerate(instants[number])
            if (why := _faults(user, routine, seconds, is_seen=(number + turn) % 2 == 0))
        ]

    with ThreadPoolExecutor(HOMES) as players:
        lost = [why for found in players.map(play, range(HOMES)) for why in found]
    tally("killed (SIGKILL) in a session in the terminal", HOMES * KILLS_EACH, len(lost))
    assert not lost, "\n".join(lost)


def _faults(user: User, routine: Path, seconds: float, *, is_seen: bool) -> str:
    """Play and kill; why something is lost, or nothing."""
    shown = played_until_killed(user, routine, seconds, is_seen=is_seen)
    try:
        with user.history() as history:
            see_that_all_is_well(history)
            record = history.unfinished()
            if record is not None:
                least, ended = 0.0, max(0, shown.begun - 1)
                if shown.left_seconds is not None:
                    least = history.plan_of(record.id).seconds - shown.left_seconds
                most = shown.lived_seconds
                see_what_was_kept(history, record, ended=ended, practised_seconds=least, most_seconds=most)
                kept_as_it_is(history, record)
            elif shown != Shown(None, 0, shown.lived_seconds):
                raise LostError("it had begun, and is not offered")
        see_that_little_was_left(user)
    except LostError as error:
        return f"after {seconds:.3f} s, {shown}: {error}"
    return ""

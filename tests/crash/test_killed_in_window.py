"""Sessions in the window, killed (SIGKILL) at random instants; the next start offers them, takes them up, and so on.

The witness is the window itself: it tells how far its session is each time the picture is due, which is after what
ended was kept. Of what it had told, every phase that had ended is there once with its seconds, and at most 5 seconds
are missing. It writes every 4 seconds and looks at the clock once a second at the least, so that the 5 hold for what
nobody was told, too, as far as the machine lets it run.
"""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from acutimer.content.checking import read_routine
from acutimer.core.settings import Settings
from acutimer.store.own import OwnRoutines
from acutimer.store.settings import SettingsFile
from tests.crash.judging import LostError
from tests.crash.sessions import see_that_all_is_well, see_that_little_was_left, see_what_was_kept
from tests.crash.user import NOW, User, write_routine_file
from tests.crash.windowed import shown_until_killed
from tests.shipped import LIBRARY
from tests.trusting import amount

HOMES = amount(2, 4)
"""How many windows are open at the same time, each of a user of its own."""
KILLS_EACH = amount(2, 12)
LONGEST_SECONDS = amount(3, 12)
PHASES = (1, 7, 1, 2, 6, 1, 1, 300)


def test_what_a_session_in_the_window_had_shown_is_kept_and_the_next_start_goes_on_with_it(
    chance: random.Random, tmp_path: Path, tally: Callable[[str, int, int], None]
) -> None:
    routine = tmp_path / "short.acutimer.json"
    write_routine_file(routine, PHASES)
    instants = [[chance.uniform(0, LONGEST_SECONDS) for _ in range(KILLS_EACH)] for _ in range(HOMES)]

    def practise(number: int) -> list[str]:
        user = User(tmp_path / f"home {number}")
        user.make_folders()
        SettingsFile(user.settings).save(Settings(get_ready_seconds=1, changeover_seconds=1, welcomed=True))
        with user.history() as history:
            OwnRoutines(history.ledger).save(read_routine(routine, LIBRARY), NOW)
        is_begun, lost = False, []
        for turn, seconds in enumerate(instants[number]):
            # every third kill falls anywhere into the start; never the first, which is to begin a session
            is_seen = (number + turn) % 3 != 2 or not is_begun
            why = _faults(user, seconds, is_begun=is_begun, is_seen=is_seen)
            is_begun = True
            lost += [f"home {number}, kill {turn}: {why}"] if why else []
        return lost

    with ThreadPoolExecutor(HOMES) as people:
        lost = [why for found in people.map(practise, range(HOMES)) for why in found]
    tally("killed (SIGKILL) in a session in the window", HOMES * KILLS_EACH, len(lost))
    assert not lost, "\n".join(lost)


def _faults(user: User, seconds: float, *, is_begun: bool, is_seen: bool) -> str:
    """Begin a session, or go on with the one that was cut off, and kill; why something is lost, or nothing."""
    already = _practised(user)
    told = shown_until_killed(user, None if is_begun else "short", seconds, is_seen=is_seen)
    try:
        if is_begun and told.offered is False:
            raise LostError("the session that was cut off is not offered")
        with user.history() as history:
            see_that_all_is_well(history)
            (record,) = history.sessions()
            if history.unfinished() != record:
                raise LostError("it is not offered")
            most = already + told.lived_seconds
            see_what_was_kept(
                history, record, ended=told.ended, practised_seconds=max(already, told.seconds), most_seconds=most
            )
        if _practised(user) < already:
            raise LostError("of what an earlier kill had left some is gone")
        see_that_little_was_left(user)
    except LostError as error:
        return f"after {seconds:.3f} s, {told}: {error}"
    return ""


def _practised(user: User) -> float:
    """The seconds of the session in the log, if there is one."""
    with user.history() as history:
        return sum(phase.done_seconds for record in history.sessions() for phase in record.phases)

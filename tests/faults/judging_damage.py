"""What may become of a damaged log, and what may not."""

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.faults.damaged_logs import DAY, NOW, MadeLog
from tests.faults.damaging import Damage
from tests.faults.living_on import Lived, live_on, sound

LEFT_ALONE = ("newer acutimer", "another program's")


class Kind(NamedTuple):
    """A kind of damage, its row in the table of what was tried, and how often each log suffers it."""

    damage: Damage
    row: str
    short: int
    long: int


@dataclass(slots=True)
class Verdict:
    """What became of one damage: what was lost that should not be, in words; empty where nothing was."""

    what: str
    fault: str = ""
    way: str = "harmless"
    gone: list[str] = field(default_factory=list)
    """Sessions that came after the backup and are gone: the damage may have cost them, or we."""


def tried(log: MadeLog, damage: Damage, seed: str, folder: Path) -> Verdict:
    """Damage a copy of a log, live on with it for some days, and judge what came of it."""
    path = log.copied(folder)
    chance = random.Random(seed)  # noqa: S311 - the same damage in every run
    found = Verdict(f"{seed}: {damage(chance, path)}")
    damaged = path.read_bytes()
    try:
        days = [live_on(path, NOW)]
        while len(days) < 3 and (len(days) == 1 or days[-1].told or not days[-1].was_good):
            days.append(live_on(path, NOW + len(days) * DAY))
    except Exception as error:  # noqa: BLE001 - whatever it is, it would have been a crash
        found.fault = f"{type(error).__name__}: {error}"
    else:
        _judge(found, log, path, days, damaged)
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(folder.with_name(f"{folder.name}-out"), ignore_errors=True)
    return found


def _judge(found: Verdict, log: MadeLog, path: Path, days: list[Lived], damaged: bytes) -> None:
    last, told = days[-1], [line for day in days for line in day.told]
    if any(words in line for words in LEFT_ALONE for line in last.refused):
        found.way = "left alone"
        found.fault = "" if path.read_bytes() == damaged else "it was to be left as it is, and was changed"
        return
    found.gone = [each for each in log.sessions if each not in log.backed_up and each not in last.sessions]
    if told:
        found.way = "healed by a backup" if any("The backup of" in line for line in told) else "healed by salvage"
        found.fault = _fault_of_keeping(path, days[0], damaged)
    found.fault = found.fault or _fault_of_log(log, path, days)


def _fault_of_log(log: MadeLog, path: Path, days: list[Lived]) -> str:
    last = days[-1]
    if not last.was_good:
        return f"on the third day this was still so: {last.refused[0]}"
    if (found := sound(path)) != "ok":
        return f"the log is not sound: {found}"
    if missing := [each for each in log.backed_up if each in log.sessions and each not in last.sessions]:
        return f"{len(missing)} sessions of the backup are gone"
    if any(day.was_good and day.began not in last.sessions for day in days):
        return "a session that was begun since is gone"
    if not log.own_backed_up <= last.own:
        return f"own routines of the backup are gone: {log.own_backed_up - last.own}"
    return ""


def _fault_of_keeping(path: Path, first: Lived, damaged: bytes) -> str:
    kept = [file.read_bytes() for file in (path.parent / "backups").glob("acutimer-damaged-????????-??????*.db")]
    if not kept:
        return "the damaged file was not kept under a dated name"
    if first.told and damaged not in kept:
        return "the damaged file was not kept byte for byte"
    return "" if len(kept) == 1 else "a sound file was set aside"

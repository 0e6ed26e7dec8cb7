"""The program for a day of its own clock, and every place of it opened again and again: what it holds must not grow.

What is compared was held after equal work: a round of sessions, or every way of opening every place. The first of it
is not compared: pictures are drawn and kept then, up to their bounds, and each place is built when it is first shown.
"""

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.soak.counting import Held
from tests.trusting import amount
from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parents[2]
HARMLESS = "propagateSizeHints"  # the offscreen platform says this of every fixed size
MOST_GROWTH = 1.05
WARM = 1  # the second look: of a long run after about 4 of 24 hours, after 50 of 500 times

Tell = Callable[[str, int, int], None]
Record = Callable[[str, object], None]


@dataclass(frozen=True, slots=True)
class Soaked:
    """What one process held, look by look, and how it ended."""

    looks: Sequence[Mapping[str, Any]]
    code: int
    complaints: str

    @property
    def memory_growth(self) -> float:
        """The memory held in the end, in times of what was held when it had warmed up; 1 where it is not known.

        Either is the middle one of three looks: whole pictures come and go, within the bounds of what is kept of them.
        """
        warm, last = (self._middle(looks) for looks in (self.looks[WARM : WARM + 3], self.looks[-3:]))
        return last / warm if warm else 1.0

    def _middle(self, looks: Sequence[Mapping[str, Any]]) -> float:
        return median(held(it).memory_kb for it in looks)

    def grown(self) -> list[str]:
        """What was never again as little in the last third as it ever was in the third before it, in words."""
        later = [held(it) for it in self.looks[len(self.looks) // 3 :]]
        before, after = later[: len(later) // 2], later[len(later) // 2 :]
        found = []
        for name in after[-1].counts:
            most, least = max(it.counts[name] for it in before), min(it.counts[name] for it in after)
            if least > most:
                found.append(f"{name}: {most} -> {least}")
        if found:
            found += [f"{name}: +{more}" for name, more in _more(before[-1].objects, after[-1].objects)]
            found += [f"{name}: +{more}" for name, more in _more(before[-1].files, after[-1].files)]
        return found

    def lost(self, measure: str) -> int:
        """How much of `measure` (hours or openings) the last third was, if anything grew in it; else 0."""
        if not self.grown():
            return 0
        begun: float = self.looks[-1 - len(self.looks) // 3][measure]
        ended: float = self.looks[-1][measure]
        return math.ceil(ended - begun)


def _more(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for name, count in after.items():
        if count > before.get(name, 0):
            yield name, count - before.get(name, 0)


def held(seen: Mapping[str, Any]) -> Held:
    return Held(**seen["held"])


def soak(what: str, times: int, folder: Path) -> Soaked:
    """Let the program run in a process of its own, with folders of its own, to its end."""
    welcomed(Path(os.environ["XDG_CONFIG_HOME"]))
    file = folder / "looks.json"
    command = [sys.executable, "-m", "tests.soak.soaking", what, str(times), str(file)]
    most_seconds = amount(900, 10_800)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=most_seconds)
    noted = [line for log in folder.rglob("*.log*") for line in log.read_text(encoding="utf-8").splitlines()]
    told = [line for line in (*done.stdout.splitlines(), *done.stderr.splitlines(), *noted) if HARMLESS not in line]
    looks = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []
    assert looks, f"it ended with {done.returncode} before anything was seen: {told}"
    return Soaked(looks, done.returncode, "\n".join(told))


def check(what: str, soaked: Soaked, record: Record) -> None:
    """It ended well, said nothing, and held no more in the end than before; what it held is told."""
    record("told", f"{what}, warm: {held(soaked.looks[WARM]).told}; in the end: {held(soaked.looks[-1]).told}")
    assert soaked.complaints == ""
    assert soaked.code == 0
    assert soaked.grown() == []
    if amount(0, 1):  # in a short run memory says little: what is drawn and kept is more than what could leak
        assert soaked.memory_growth <= MOST_GROWTH


def test_sessions_of_hours_leave_nothing_behind(tmp_path: Path, tally: Tell, record_property: Record) -> None:
    hours = amount(1, 24)
    soaked = soak("sessions", hours, tmp_path)
    tally("hours of sessions under the fake clock", round(soaked.looks[-1]["hours"]), soaked.lost("hours"))
    check("sessions", soaked, record_property)


def test_places_opened_and_closed_leave_nothing_behind(tmp_path: Path, tally: Tell, record_property: Record) -> None:
    times = amount(10, 500)
    soaked = soak("places", times, tmp_path)
    tally("places opened and closed", soaked.looks[-1]["openings"], soaked.lost("openings"))
    check("places", soaked, record_property)

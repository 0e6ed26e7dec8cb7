"""Routine files of any kind: refused in lines that name the file, or good for everything one does with a routine."""

import json
from pathlib import Path

import pytest
from fuzz_files import SHIPPED, files
from fuzz_monsters import monsters
from fuzz_routines import LIBRARY
from hypothesis import strategies as st

from acutimer.content.checking import read_routine
from acutimer.content.writing import text_of
from acutimer.core.conditions import Condition
from acutimer.core.drafting import draft_of
from acutimer.core.errors import InputError
from acutimer.core.fitting import plan
from acutimer.core.judging import Known, judge, ranges_of
from acutimer.core.legible import printable
from acutimer.core.planning import Choices
from acutimer.core.routines import Routine
from acutimer.core.session import Over, Session
from acutimer.core.sides import Side
from acutimer.store.draft_text import draft_text, read_draft
from acutimer.store.own import routine_text
from acutimer.store.plans import read_plan
from acutimer.store.plans import read_routine as read_kept
from acutimer.store.rows import plan_text
from acutimer.ui.exchange.looking import look_into
from tests.fuzz.trying import Tell, try_all
from tests.trusting import amount

RANGES = ranges_of(LIBRARY.points.values(), LIBRARY.techniques.values(), LIBRARY.routines.values())
KNOWN = Known(LIBRARY.points, LIBRARY.techniques, LIBRARY.exercises, RANGES)
CHOICES = st.builds(
    Choices,
    first_side=st.sampled_from([Side.LEFT, Side.RIGHT]),
    get_ready_seconds=st.integers(0, 600),
    changeover_seconds=st.integers(0, 600),
    rest_seconds=st.integers(0, 600),
    minutes=st.none() | st.floats(0.01, 1440),
    side=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
)
CONTROLS = ("skip", "back", "redo", "extend", "wait", "go", "pause", "resume", "stop", "advance")
PRESSES = st.lists(st.tuples(st.sampled_from(CONTROLS), st.floats(0, 400)), max_size=12)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "odd.acutimer.json"


def refusal(path: Path) -> list[str]:
    """The lines a file is refused with; none when it is good."""
    try:
        read_routine(path, LIBRARY)
    except InputError as error:
        return str(error).splitlines()
    return []


def practise(routine: Routine, choices: Choices, profile: list[Condition], presses: list[tuple[str, float]]) -> None:
    """Lay it out and walk it, as anyone may press the keys."""
    laid_out = plan(routine, choices, LIBRARY.safety(profile))
    assert read_plan(plan_text(laid_out)) == laid_out
    if laid_out.is_empty:
        return
    now, session = 0.0, Session(laid_out).start(0.0)
    for control, seconds in presses:
        now += seconds
        session = getattr(session, control)(now)
        assert isinstance(session.state, Over) or 0 <= session.elapsed(now) <= now
        assert session.to_go(now) >= 0
        assert all(lived.done_seconds >= 0 for lived in session.lived)
        assert read_plan(plan_text(session.plan)) == session.plan


def keep(routine: Routine, file: Path) -> None:
    """Write it, keep it, and open it in the editor."""
    file.write_text(text_of(routine), encoding="utf-8")
    assert read_routine(file, LIBRARY) == routine
    assert read_kept(routine_text(routine)) == routine
    draft = draft_of(routine)
    assert read_draft(draft_text(draft)) == draft
    for problem in judge(draft, KNOWN):
        if problem.repaired is not None:
            judge(problem.repaired, KNOWN)


def test_a_file_is_refused_in_words_or_good_for_all_one_does_with_it(file: Path, tally: Tell) -> None:
    def check(data: bytes, choices: Choices, profile: list[Condition], presses: list[tuple[str, float]]) -> None:
        file.write_bytes(data)
        lines = refusal(file)
        looked = look_into(file, LIBRARY)
        assert len(looked.faults) == len(lines)
        for line in lines:
            assert line.startswith(f"{printable(str(file))}: ")
            assert line.replace("\N{NO-BREAK SPACE}", " ").isprintable()
        if looked.routine is not None:
            practise(looked.routine, choices, profile, presses)
            keep(looked.routine, file)

    profiles = st.lists(st.sampled_from(Condition), unique=True)
    given = (files(), CHOICES, profiles, PRESSES)
    try_all(tally, "made and mutated routine files", check, *given, short=50, long=4000)


def test_files_made_to_be_slow_or_large_are_refused(file: Path, tally: Tell) -> None:
    wrong, tried = [], 0
    for name, data in monsters(SHIPPED[0]):
        if tried == amount(4, 1000):
            break
        tried += 1
        file.write_bytes(data)
        if not refusal(file):
            wrong.append(name)
    tally("monstrous routine files", tried, len(wrong))
    assert wrong == []
    file.write_text(json.dumps(SHIPPED[0]), encoding="utf-8")
    assert refusal(file) == []

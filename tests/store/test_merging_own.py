"""Own routines and favourites go with everything else: computers that exchange their files end with the same ones."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Self

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acutimer.core.errors import InputError
from acutimer.core.points import Dose
from acutimer.core.routines import Posture, PressStep, RestStep, Routine
from acutimer.store.database import open_database
from acutimer.store.exporting import export_json
from acutimer.store.importing import OWN_LISTS, import_file
from acutimer.store.ledger import Ledger
from acutimer.store.merging import Imported
from acutimer.store.merging_own import NOTHING_OWN, ImportedOwn
from acutimer.store.own import OwnRoutines
from tests.store.computers import NOW, bytes_of

EARLY = datetime(2026, 11, 19, 6, 0, tzinfo=UTC)
ZONES = [UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-9, minutes=-30))]
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
_DUMPS = (
    "SELECT id, text, is_deleted, changed_at FROM own_routine",
    "SELECT id, text, changed_at FROM past_routine",
    "SELECT routine, is_chosen, changed_at FROM favourite",
)


@dataclass(frozen=True)
class Deed:
    """Something the user does to a routine; what cannot be done then is left."""

    what: str
    routine: str
    at: datetime
    name: str = "A"


DEEDS = st.builds(
    Deed,
    st.sampled_from(["save", "save", "save", "delete", "restore", "favour", "unfavour"]),
    st.sampled_from(["own-a", "own-b"]),
    st.builds(
        lambda hours, zone: (EARLY + timedelta(hours=hours)).astimezone(zone),
        st.integers(0, 4),
        st.sampled_from(ZONES),
    ),
    st.sampled_from(["A", "B", 'she said "so" 膝 \\']),
)
LIVES = st.lists(DEEDS, max_size=8)


def a_routine(routine_id: str, name: str) -> Routine:
    dose = Dose(seconds=60, min_seconds=30, max_seconds=90, source="own")
    press = PressStep(say="Press gently", source="own", point="ST36", dose=dose)
    steps = (press, RestStep(say="Rest", source="own", seconds=30))
    return Routine(
        id=routine_id, name=name, summary="", postures=(Posture.SEATED,), equipment=(), steps=steps, source="own"
    )


class Computer:
    """One computer with its own routines."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.connection = open_database(database, NOW)
        self.own = OwnRoutines(Ledger(self.connection))

    def live(self, *deeds: Deed) -> None:
        for deed in deeds:
            self._do(deed)

    def _do(self, deed: Deed) -> None:
        match deed.what:
            case "save":
                self.own.save(a_routine(deed.routine, deed.name), deed.at)
            case "delete":
                self.own.delete(deed.routine, deed.at)
            case "restore":
                self.own.restore(deed.routine, deed.at)
            case _:
                self.own.set_favourite(deed.routine, deed.what == "favour", deed.at)

    def export(self) -> Path:
        target = self.database.with_name("log.json")
        list(export_json(self.connection, target, NOW))
        return target

    def bring(self, source: Path) -> ImportedOwn:
        *_, last = import_file(self.connection, source, NOW)
        assert isinstance(last, Imported)
        return last.own

    def dump(self) -> list[list[tuple[object, ...]]]:
        return [sorted(tuple(row) for row in self.connection.execute(sql)) for sql in _DUMPS]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty log, made once: each example copies it."""
    database = tmp_path_factory.mktemp("template") / "acutimer.db"
    with closing(open_database(database, NOW)):
        pass
    return database


class Room:
    """Where computers stand while an example runs."""

    def __init__(self, template: Path) -> None:
        self._template = template
        self._folder = tempfile.TemporaryDirectory()
        self._computers: list[Computer] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for computer in self._computers:
            computer.connection.close()
        self._folder.cleanup()

    def computer(self, *deeds: Deed) -> Computer:
        folder = Path(self._folder.name) / str(len(self._computers))
        folder.mkdir()
        shutil.copy(self._template, folder / "acutimer.db")
        computer = Computer(folder / "acutimer.db")
        self._computers.append(computer)
        computer.live(*deeds)
        return computer


@pytest.fixture
def room(template: Path) -> Iterator[Room]:
    with Room(template) as room:
        yield room


# -- what always holds -----------------------------------------------------------------------------


@SLOW
@given(LIVES, LIVES)
def test_two_computers_that_exchange_their_files_end_equal(
    template: Path, life: list[Deed], other_life: list[Deed]
) -> None:
    with Room(template) as room:
        one, other = room.computer(*life), room.computer(*other_life)
        from_one, from_other = one.export(), other.export()
        one.bring(from_other)
        other.bring(from_one)
        assert one.dump() == other.dump()
        assert one.own.all() == other.own.all()
        assert one.own.favourites() == other.own.favourites()


@SLOW
@given(LIVES, LIVES)
def test_importing_twice_is_importing_once(template: Path, life: list[Deed], other_life: list[Deed]) -> None:
    with Room(template) as room:
        here, file = room.computer(*life), room.computer(*other_life).export()
        here.bring(file)
        once = here.dump()
        assert here.bring(file) == NOTHING_OWN
        assert here.dump() == once


@SLOW
@given(LIVES)
def test_importing_ones_own_export_changes_nothing(template: Path, life: list[Deed]) -> None:
    with Room(template) as room:
        here = room.computer(*life)
        before = here.dump()
        assert here.bring(here.export()) == NOTHING_OWN
        assert here.dump() == before


@SLOW
@given(st.tuples(LIVES, LIVES, LIVES), st.permutations(range(3)), st.permutations(range(3)))
def test_three_computers_end_equal_in_any_order(
    template: Path, lives: Sequence[list[Deed]], order: list[int], other_order: list[int]
) -> None:
    with Room(template) as room:
        files = [room.computer(*life).export() for life in lives]
        one, other, through = room.computer(), room.computer(), room.computer()
        for number in order:
            one.bring(files[number])
        for number in other_order:
            other.bring(files[number])
        assert one.dump() == other.dump()
        through.bring(one.export())
        assert through.dump() == one.dump()


@SLOW
@given(st.tuples(LIVES, LIVES), st.tuples(LIVES, LIVES))
def test_what_happens_between_exchanges_is_exchanged_by_the_next(
    template: Path, before: tuple[list[Deed], list[Deed]], after: tuple[list[Deed], list[Deed]]
) -> None:
    with Room(template) as room:
        one, other = (room.computer(*life) for life in before)
        one.bring(other.export())
        one.live(*after[0])
        other.live(*after[1])
        other.bring(one.export())
        one.bring(other.export())
        assert one.dump() == other.dump()


@SLOW
@given(LIVES)
def test_what_was_imported_is_exported_byte_for_byte(template: Path, life: list[Deed]) -> None:
    with Room(template) as room:
        first = room.computer(*life).export()
        other = room.computer()
        other.bring(first)
        assert other.export().read_bytes() == first.read_bytes()


# -- what one would expect -------------------------------------------------------------------------


def test_what_was_changed_last_holds_and_the_other_is_kept(room: Room) -> None:
    one, other = room.computer(Deed("save", "own-a", EARLY)), room.computer()
    assert other.bring(one.export()) == ImportedOwn(added=1)
    one.live(Deed("save", "own-a", EARLY + timedelta(hours=1), "B"))
    other.live(Deed("save", "own-a", (EARLY + timedelta(hours=2)).astimezone(ZONES[2]), "C"))
    assert one.bring(other.export()) == ImportedOwn(changed=1)
    assert other.bring(one.export()) == NOTHING_OWN
    for computer in (one, other):
        assert [routine.name for routine in computer.own.all().values()] == ["C"]
        kept = computer.connection.execute("SELECT text FROM past_routine ORDER BY text")
        assert [json.loads(row["text"])["name"] for row in kept] == ["A", "B"]


def test_a_deletion_travels_and_what_was_changed_after_it_comes_back(room: Room) -> None:
    one, other = room.computer(Deed("save", "own-a", EARLY)), room.computer()
    other.bring(one.export())
    one.live(Deed("delete", "own-a", EARLY + timedelta(hours=1)))
    assert other.bring(one.export()) == ImportedOwn(deleted=1)
    assert other.own.all() == {}
    one.live(Deed("restore", "own-a", EARLY + timedelta(hours=2)))
    assert other.bring(one.export()) == ImportedOwn(added=1)
    assert [routine.name for routine in other.own.all().values()] == ["A"]


def test_favourites_travel_those_of_built_in_routines_too(room: Room) -> None:
    one, other = room.computer(Deed("favour", "morning-balance", EARLY)), room.computer()
    assert other.bring(one.export()) == ImportedOwn(favourites=1)
    assert other.own.favourites() == {"morning-balance"}
    other.live(Deed("unfavour", "morning-balance", EARLY + timedelta(hours=1)))
    assert one.bring(other.export()) == ImportedOwn(favourites=1)
    assert one.own.favourites() == frozenset()


def test_drafts_stay_at_home(room: Room) -> None:
    here = room.computer()
    here.connection.execute("INSERT INTO draft VALUES ('own-a', '{}', ?)", (EARLY.isoformat(),))
    assert "draft" not in here.export().read_text(encoding="utf-8")


def test_an_export_of_the_first_version_is_read_still(room: Room) -> None:
    file = room.computer(Deed("save", "own-a", EARLY)).export()
    value = json.loads(file.read_text(encoding="utf-8"))
    value["version"] = 1
    for name in OWN_LISTS:
        del value[name]
    file.write_text(json.dumps(value), encoding="utf-8")
    here = room.computer(Deed("save", "own-b", EARLY))
    assert here.bring(file) == NOTHING_OWN
    assert list(here.own.all()) == ["own-b"]


# -- what is refused -------------------------------------------------------------------------------


def within(name: str, **changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda whole: whole[name][0].update(changes)


def in_routine(**changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda whole: whole["routines"][0]["routine"].update(changes)


def in_step(**changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda whole: whole["routines"][0]["routine"]["steps"][0].update(changes)


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (lambda whole: whole.pop("favourites"), "", '"favourites" is missing'),
        (lambda whole: whole.update(routines=5), "line 1: routines", "a list in square brackets"),
        (within("routines", is_deleted=1), "routine 1 (line 1), is_deleted", "true or false"),
        (within("routines", changed_at="2026"), "routine 1 (line 1), changed_at", "no time with its offset"),
        (within("routines", changed_at="2999-01-01T00:00:00+00:00"), "routine 1", "in the future"),
        (within("routines", extra=1), "routine 1 (line 1), extra", "nothing of this name"),
        (in_routine(id="../../x"), "routine 1 (line 1), routine.id", "no id of a routine"),
        (in_routine(name=" "), "routine 1 (line 1), routine", "needs an id and a name"),
        (in_routine(name="\x1b[2J"), "routine 1 (line 1), routine.name", "has a control character"),
        (in_routine(equipment=["a\u202eb"]), "routine 1 (line 1), routine.equipment[0]", "cannot be shown"),
        (in_routine(summary="x" * 2001), "routine 1 (line 1), routine.summary", "2001 characters"),
        (in_routine(surprise=1), "routine 1 (line 1), routine.surprise", "nothing of this name"),
        (in_step(kind="dance"), "routine 1 (line 1), routine.steps[0]", ""),
        (in_step(changeover_seconds=10**9), "routine 1 (line 1), routine.steps[0]", "between 0 and 600"),
        (lambda whole: whole["routines"].append(whole["routines"][0]), "routine 2 (line 1)", "the same id"),
        (lambda whole: whole["favourites"].append(whole["favourites"][0]), "favourite 2 (line 1)", "the same id"),
        (within("favourites", is_chosen=None), "favourite 1 (line 1), is_chosen", "true or false"),
        (within("past_routines", routine=None), "past routine 1 (line 1), routine", "object in braces"),
        (within("past_routines", is_deleted=False), "past routine 1", "nothing of this name"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_changed(
    room: Room, change: Callable[[dict[str, Any]], None], place: str, words: str
) -> None:
    file = room.computer(
        Deed("save", "own-a", EARLY), Deed("save", "own-a", EARLY, "B"), Deed("favour", "own-a", EARLY)
    ).export()
    value = json.loads(file.read_text(encoding="utf-8"))
    change(value)
    file.write_text(json.dumps(value), encoding="utf-8")
    here = room.computer(Deed("save", "own-b", EARLY))
    before = bytes_of(here.connection)
    with pytest.raises(InputError) as told:
        here.bring(file)
    line = str(told.value).removeprefix(f"{file}: ")
    assert line.startswith(place)
    assert words in line
    assert line.isprintable()
    assert bytes_of(here.connection) == before


def test_a_routine_is_kept_word_for_word(room: Room) -> None:
    """What this version would add to it would make it another version."""
    one, other = room.computer(), room.computer()
    routine = replace(a_routine("own-a", "A"), summary='Ünï 膝 \\ "')
    one.own.save(routine, EARLY)
    text = one.connection.execute("SELECT text FROM own_routine").fetchone()[0]
    shorter = text.replace('"cautions":[],', "")
    one.connection.execute("UPDATE own_routine SET text = ?", (shorter,))
    other.bring(one.export())
    assert other.connection.execute("SELECT text FROM own_routine").fetchone()[0] == shorter
    assert other.own.all() == {"own-a": routine}

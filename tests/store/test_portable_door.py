import json
from dataclasses import fields
from datetime import timedelta
from typing import Any

from schemas import texts

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan as fitted
from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import Choices, Plan
from acutimer.store.exporting import FORMAT, VERSION
from acutimer.store.json_stream import Item
from acutimer.store.portable import record_of, text_of, told
from acutimer.store.portable_door import HistoryFile, PhaseInFile, PortableDoor, SessionInFile, text_in
from acutimer.store.rows import plan_text
from tests.store.computers import NOW, lived
from tests.unprofiled import UNPROFILED

DOOR = PortableDoor(NOW + timedelta(days=1))


def item(value: object, name: str = "sessions") -> Item:
    return Item(name, 1, 1, value, json.dumps(value))


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_what_is_published_is_current_and_what_exports_are() -> None:
    published = (paths.resources() / "schemas" / "history.schema.json").read_text(encoding="utf-8")
    assert published == texts()["history.schema.json"], "write them anew: python3 packaging/dev.py schemas"
    schema: dict[str, Any] = json.loads(published)
    assert schema["properties"]["format"]["const"] == FORMAT
    assert schema["properties"]["version"]["const"] == VERSION
    assert set(schema["properties"]) == set(schema["required"]) == names(HistoryFile)


def test_the_door_knows_every_field_a_record_has() -> None:
    assert names(PhaseInFile) == names(PhaseRecord) - {"ordinal"}
    assert names(SessionInFile) == names(SessionRecord) | {"plan"}


def test_a_session_goes_through_unchanged(plan: Plan) -> None:
    record = lived(plan, "a", NOW - timedelta(days=1), "note\n\tand 膝", discomfort_after=3, changed_at=NOW)
    checked = DOOR.session(item({**told(record), "plan": 3}))
    assert checked.plan == 3
    assert text_in(checked) == text_of(record)
    assert record_of(json.loads(text_in(checked))) == record


def test_what_means_the_same_has_one_text(plan: Plan) -> None:
    """Other programs may write 60 for 60.0, leave out what is not said, or tell a second's parts with fewer digits."""
    record = lived(plan, "a", NOW - timedelta(days=1), changed_at=NOW)
    value: dict[str, Any] = {**told(record), "plan": 0, "planned_seconds": int(record.planned_seconds)}
    value["practice_seconds"] = -0.0
    for name in ("discomfort_before", "discomfort_after", "note", "by_hand"):
        del value[name]
    value["started_at"] = value["started_at"].replace("+01:00", ".000+01:00")
    value["phases"] = [{**phase, "planned_reps": phase.get("planned_reps")} for phase in value["phases"]]
    assert text_in(DOOR.session(item(value))) == text_of(record)


def test_plans_that_were_kept_go_through() -> None:
    library = load_library(paths.resources() / "content" / "en")
    for routine in library.routines.values():
        for choices in (Choices(), Choices(minutes=3), Choices(get_ready_seconds=0)):
            for safety in (UNPROFILED, library.safety(Condition)):
                made = fitted(routine, choices, safety)
                text = plan_text(made)
                assert DOOR.plan(Item("plans", 1, 1, json.loads(text), text)) == (made, text)

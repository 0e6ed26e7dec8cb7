"""The strict door: a good routine comes through as it is, a broken one is refused in words, nothing else happens."""

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schemas import texts

from acutimer.content.checking import KINDS, NAMES, RECORDS, check_content, read_routine
from acutimer.content.library import Library
from acutimer.content.problems import MAX_LINES
from acutimer.core.errors import InputError
from acutimer.core.planning import Choices, lay_out

Json = Any  # what json.loads gives

GOOD: Json = {
    "id": "mine",
    "name": "Mine",
    "summary": "One of each kind of step.",
    "postures": ["seated"],
    "equipment": [],
    "source": "product",
    "steps": [
        {
            "kind": "press",
            "say": "Press gently",
            "source": "product",
            "point": "ST36",
            "dose": {"seconds": 60, "min_seconds": 30, "max_seconds": 120, "source": "product"},
            "sides": "each",
            "cadence": {"press_seconds": 5, "release_seconds": 2},
        },
        {
            "kind": "technique",
            "say": "Knead",
            "source": "qigong",
            "technique": "knee-kneading",
            "dose": {"seconds": 60, "min_seconds": 30, "max_seconds": 120, "source": "product"},
        },
        {"kind": "pats", "say": "Pat", "source": "qigong", "technique": "empty-palm-patting"},
        {
            "kind": "reps",
            "say": "Rise",
            "source": "balance",
            "exercise": "heel-raises",
            "reps": 10,
            "min_reps": 10,
            "max_reps": 20,
            "tempo": {"up_seconds": 2, "hold_seconds": 1, "down_seconds": 3},
        },
        {"kind": "breaths", "say": "Breathe", "source": "balance"},
        {"kind": "rest", "say": "Rest", "source": "product", "seconds": 30},
        {"kind": "wait", "say": "Walk", "source": "balance", "technique": "walking"},
    ],
    "cautions": [{"text": "Stop if it hurts.", "sources": ["product"]}],
    "guide": ["how-to-press"],
    "schedule": {"times_a_day_min": 1, "times_a_day_max": 2},
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.acutimer.json"


def changed(*way: str | int, to: object) -> Json:
    """GOOD with one value put in the place `way` leads to."""
    routine = copy.deepcopy(GOOD)
    inside = routine
    for part in way[:-1]:
        inside = inside[part]
    inside[way[-1]] = to
    return routine


def without(*way: str | int) -> Json:
    routine = copy.deepcopy(GOOD)
    inside = routine
    for part in way[:-1]:
        inside = inside[part]
    del inside[way[-1]]
    return routine


def refusal(path: Path, routine: Json, library: Library) -> list[str]:
    path.write_text(json.dumps(routine), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_routine(path, library)
    lines = str(error.value).splitlines()
    assert all(line.startswith(f"{path}: ") for line in lines)
    return [line.removeprefix(f"{path}: ") for line in lines]


def test_a_good_routine_comes_through(path: Path, library: Library) -> None:
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    routine = read_routine(path, library)
    assert [step.kind for step in routine.steps] == [step["kind"] for step in GOOD["steps"]]
    assert lay_out(routine, Choices())


def test_every_shipped_routine_comes_through_as_a_users_file(path: Path, library: Library, content: Path) -> None:
    for raw in json.loads((content / "routines.json").read_text(encoding="utf-8")):
        path.write_text(json.dumps(raw), encoding="utf-8")
        assert read_routine(path, library) == library.routines[raw["id"]]


def test_a_file_may_name_its_schema(path: Path, library: Library) -> None:
    path.write_text(json.dumps({"$schema": "routine.schema.json", **GOOD}), encoding="utf-8")
    assert read_routine(path, library).id == "mine"


@pytest.mark.parametrize("spelling", ["st-36", "Zusanli", "S36", "\u8db3\u4e09\u91cc"])
def test_a_point_may_be_spelt_in_any_way(spelling: str, path: Path, library: Library) -> None:
    path.write_text(json.dumps(changed("steps", 0, "point", to=spelling)), encoding="utf-8")
    assert read_routine(path, library).steps[0] == read_routine_of(GOOD, path, library).steps[0]


def read_routine_of(routine: Json, path: Path, library: Library) -> Any:
    path.write_text(json.dumps(routine), encoding="utf-8")
    return read_routine(path, library)


DOSE = ("steps", 0, "dose")
HOUR = {"kind": "rest", "say": "Rest", "source": "product", "seconds": 3600}
BROKEN: list[tuple[Json, str]] = [
    # not a routine at all
    (None, "this must be an object in braces, not null."),
    ([], "this must be an object in braces, not []."),
    ("mine", 'this must be an object in braces, not "mine".'),
    (7, "this must be an object in braces, not 7."),
    ({}, "id: this is missing. Add it."),
    # something missing, something too much
    (without("name"), "name: this is missing. Add it."),
    (without("steps"), "steps: this is missing. Add it."),
    (without("steps", 0, "say"), "steps[0].say: this is missing. Add it."),
    (without("steps", 0, "dose", "seconds"), "steps[0].dose.seconds: this is missing. Add it."),
    (without("steps", 3, "tempo"), "steps[3].tempo: this is missing. Add it."),
    (without("steps", 0, "kind"), "steps[0].kind: this is missing. Use one of press, technique,"),
    (changed("colour", to="red"), "colour: nothing of this name belongs here. Take it out."),
    (changed("stepps", to=[]), "stepps: nothing of this name belongs here. Did you mean steps?"),
    (changed("steps", 0, "pont", to=1), "steps[0].pont: nothing of this name belongs here. Did you mean point?"),
    (changed(*DOSE, "secs", to=1), "steps[0].dose.secs: nothing of this name belongs here. Did you mean seconds?"),
    (changed("steps", 5, "point", to="ST36"), "steps[5].point: nothing of this name belongs here."),
    (changed("steps", 0, "PressStep", to=1), "steps[0].PressStep: nothing of this name belongs here."),
    (changed("$schema", to=1), '["$schema"]: nothing of this name belongs here.'),
    # wrong types
    (changed("steps", to={}), "steps: this must be a list in square brackets, not {}."),
    (changed("steps", 1, to="Knead"), 'steps[1]: this must be an object in braces, not "Knead".'),
    (changed("name", to=5), "name: this must be text in double quotes, not 5."),
    (changed("equipment", to="chair"), 'equipment: this must be a list in square brackets, not "chair".'),
    (changed(*DOSE, to=60), "steps[0].dose: this must be an object in braces, not 60."),
    (changed(*DOSE, "seconds", to="60"), 'steps[0].dose.seconds: this must be a whole number, not "60".'),
    (changed(*DOSE, "seconds", to=60.5), "steps[0].dose.seconds: this must be a whole number, not 60.5."),
    (changed(*DOSE, "seconds", to=60.0), "steps[0].dose.seconds: this must be a whole number, not 60.0."),
    (changed(*DOSE, "seconds", to=True), "steps[0].dose.seconds: this must be a whole number, not true."),
    (changed(*DOSE, "seconds", to=None), "steps[0].dose.seconds: this must be a whole number, not null."),
    (changed("steps", 4, "in_seconds", to="4"), 'steps[4].in_seconds: this must be a number, not "4".'),
    (changed("steps", 0, "optional", to=1), "steps[0].optional: this must be true or false, not 1."),
    (changed("cautions", 0, to="Stop"), 'cautions[0]: this must be an object in braces, not "Stop".'),
    # words out of a list
    (changed("steps", 0, "kind", to="pres"), 'steps[0].kind: "pres" cannot stand here. Did you mean press?'),
    (changed("steps", 0, "kind", to=["press"]), 'steps[0].kind: ["press"] cannot stand here. Use one of press,'),
    (changed("steps", 0, "sides", to="eech"), 'steps[0].sides: "eech" cannot stand here. Did you mean each?'),
    (changed("steps", 1, "sides", to=3), "steps[1].sides: 3 cannot stand here. Use one of each, both, left, right."),
    (changed("steps", 0, "pressure", to="hard"), 'steps[0].pressure: "hard" cannot stand here. Use one of light,'),
    (changed("postures", 0, to="sitting"), 'postures[0]: "sitting" cannot stand here. Use one of seated, standing,'),
    (changed("postures", 0, to="seatd"), 'postures[0]: "seatd" cannot stand here. Did you mean seated?'),
    # limits
    (changed("name", to=" "), "name: a routine needs an id and a name."),
    (changed("id", to=""), "id: a routine needs an id and a name."),
    (changed("id", to="../mine"), "id: an id is 1 to 100 letters from A to Z"),
    (changed("id", to="-x"), "id: an id is 1 to 100 letters from A to Z"),
    (changed("name", to="x" * 81), "name: this has 81 characters; 80 is the most."),
    (changed("steps", 0, "title", to=""), "steps[0].title: this is empty. Write something, or take it out."),
    (changed("steps", 0, "title", to="x" * 81), "steps[0].title: this has 81 characters; 80 is the most."),
    (changed("steps", 0, "say", to="x" * 101), "steps[0].say: this has 101 characters; 100 is the most."),
    (changed("equipment", to=[" "]), "equipment[0]: this is empty."),
    (changed("postures", to=["seated", "seated"]), "postures[1]: seated stands twice. Keep one of the two."),
    (changed("steps", to=[]), "steps: a routine needs at least one step."),
    (changed("steps", 0, "say", to=""), "steps[0].say: a step needs its instruction in 'say'."),
    (changed(*DOSE, "seconds", to=0), "steps[0].dose.min_seconds: 30 is more than seconds, 0. Make it less;"),
    (changed(*DOSE, "seconds", to=121), "steps[0].dose.seconds: 121 is more than max_seconds, 120. Make it less;"),
    (changed(*DOSE, "min_seconds", to=0), "steps[0].dose.min_seconds: 0 is too little. Make it 1 or more;"),
    (changed(*DOSE, "max_seconds", to=3601), "steps[0].dose.max_seconds: 3601 is more than 3600. Make it less;"),
    (changed("steps", 0, "circle_seconds", to=61), "steps[0].circle_seconds: circle_seconds must lie within the dose."),
    (changed("steps", 0, "cadence", "press_seconds", to=0), "steps[0].cadence.press_seconds: press_seconds and"),
    (changed("steps", 2, "pats", to=0), "steps[2].pats: pats and rounds must be 1 to 50"),
    (changed("steps", 2, "rounds", to=10**9), "steps[2].rounds: pats and rounds must be 1 to 50"),
    (changed("steps", 2, "beat_seconds", to=0), "steps[2].beat_seconds: pats and rounds must be 1 to 50"),
    (changed("steps", 4, "out_seconds", to=0), "steps[4].out_seconds: breaths must be 1 to 100"),
    (changed("steps", 3, "rest_seconds", to=36_000), "steps[3].rest_seconds: rest_seconds must be between 0 and 600"),
    (changed("steps", 3, "sets", to=10**9), "steps[3].sets: sets must be between 1 and 20"),
    (changed("steps", 3, "reps", to=10**9), "steps[3].reps: 1000000000 is more than max_reps, 20."),
    (changed("steps", 0, "changeover_seconds", to=601), "steps[0].changeover_seconds: changeover_seconds must be"),
    (changed("steps", 5, "seconds", to=36_000), "steps[5].seconds: a rest lasts 1 to 3600 seconds."),
    (changed("steps", to=[HOUR] * 11), "steps: all steps together last 11.0 hours; 10 is the most."),
    (changed("steps", 3, "reps", to=21), "steps[3].reps: 21 is more than max_reps, 20. Make it less;"),
    (changed("steps", 3, "tempo", "up_seconds", to=-1), "steps[3].tempo: each part of a tempo must be"),
    (changed("steps", 5, "seconds", to=0), "steps[5].seconds: a rest lasts 1 to 3600 seconds."),
    (changed("cautions", 0, "sources", to=[]), "cautions[0]: a claim needs at least one source."),
    (changed("postures", to=[]), "postures: name at least one"),
    (changed("schedule", "times_a_day_min", to=3), "schedule: it needs 1 <= times_a_day_min <= times_a_day_max"),
    (changed("schedule", "for_hours", to=0), "schedule.for_hours: this must be between 1 and 1000."),
    # names of what is not there
    (changed("steps", 0, "point", to="ST-37"), "steps[0].point: There is no point 'ST-37' here. Did you mean ST36"),
    (changed("steps", 0, "point", to="Zusanly"), "steps[0].point: There is no point 'Zusanly' here. Did you mean ST36"),
    (changed("steps", 0, "point", to=""), "steps[0].point: There is no point '' here. Known are "),
    (changed("steps", 0, "point", to="BL57"), "steps[0].point: BL57 is for a professional. Choose another point."),
    (changed("steps", 0, "point", to="ub 57"), "steps[0].point: ub 57 is for a professional. Choose another point."),
    (changed("steps", 1, "technique", to="kneading"), 'steps[1].technique: there is no technique "kneading" here. Did'),
    (changed("steps", 4, "technique", to="?"), 'steps[4].technique: there is no technique "?" here. Known are'),
    (changed("steps", 6, "technique", to="walk"), 'steps[6].technique: there is no technique "walk" here. Did you'),
    (changed("steps", 3, "exercise", to="heel-rises"), "Did you mean heel-raises?"),
    (changed("guide", 0, to="how"), 'guide[0]: there is no "how" here.'),
    (changed("source", to="me"), 'source: there is no source "me" here. Known are balance,'),
    (changed("steps", 0, "source", to="bmc"), 'steps[0].source: there is no source "bmc" here.'),
    (
        changed(*DOSE, "source", to="produkt"),
        'steps[0].dose.source: there is no source "produkt" here. Did you mean product',
    ),
    (changed("cautions", 0, "sources", to=["x"]), 'cautions[0].sources[0]: there is no "x" here.'),
]


@pytest.mark.parametrize(("routine", "words"), BROKEN, ids=[words[:60] for _, words in BROKEN])
def test_a_broken_routine_is_refused_with_place_and_mending(
    routine: Json, words: str, path: Path, library: Library
) -> None:
    lines = refusal(path, routine, library)
    assert any(words in line for line in lines), lines


def test_one_mistake_in_a_step_makes_one_line(path: Path, library: Library) -> None:
    assert len(refusal(path, without("steps", 0, "say"), library)) == 1
    assert len(refusal(path, changed("steps", 0, "kind", to="x"), library)) == 1
    assert len(refusal(path, changed(*DOSE, "seconds", to="60"), library)) == 1


def test_every_mistake_is_told_at_once_but_no_endless_list(path: Path, library: Library) -> None:
    routine = changed("postures", to=["x"] * 90)
    del routine["name"]
    lines = refusal(path, routine, library)
    assert len(lines) == MAX_LINES + 1
    assert lines[-1] == "and 71 more like these"


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["press", "ST36", "each", 60]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def places(value: Json) -> list[tuple[Json, str | int]]:
    """Every container in a value with each of its keys."""
    keys: list[str | int] = list(value) if isinstance(value, dict) else list(range(len(value)))
    inner = [place for key in keys if isinstance(value[key], dict | list) for place in places(value[key])]
    return [(value, key) for key in keys] + inner


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    """A good routine with up to three things replaced, taken out or put in, and now and then a byte spoilt."""
    routine = copy.deepcopy(GOOD)
    for _ in range(draw(st.integers(1, 3))):
        container, key = draw(st.sampled_from(places(routine)))
        match draw(st.sampled_from(["replace", "remove", "add"])):
            case "replace":
                container[key] = draw(ANY_JSON)
            case "remove":
                del container[key]
            case "add" if isinstance(container, dict):
                container[draw(st.text() | st.sampled_from(["say", "kind", "sides", "waits", "title"]))] = draw(
                    ANY_JSON
                )
            case "add":
                container.append(draw(ANY_JSON))
        if not places(routine):
            break
    data = bytearray(json.dumps(routine).encode("utf-8"))
    if draw(st.integers(0, 4)) == 0:
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutants") / "m.acutimer.json"


def told(path: Path, data: bytes, library: Library) -> str | None:
    """What is said of a file; None when it is good, and then it can be laid out."""
    path.write_bytes(data)
    try:
        routine = read_routine(path, library)
    except InputError as error:
        return str(error)
    assert lay_out(routine, Choices())
    return None


@given(data=mutants() | st.binary(max_size=200) | ANY_JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(data: bytes, scratch: Path, library: Library) -> None:
    words = told(scratch, data, library)
    if words is not None:
        assert words
        for line in words.splitlines():
            assert line.startswith(f"{scratch}: ")
            assert line.replace("\N{NO-BREAK SPACE}", " ").isprintable()


# -- content ---------------------------------------------------------------------------------------


def test_what_we_ship_passes_the_strict_door(content: Path) -> None:
    check_content(content)


def set_in(name: str, index: int | str, key: str, value: object) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / f"{name}.json"
        records = json.loads(path.read_text(encoding="utf-8"))
        records[index][key] = value
        path.write_text(json.dumps(records), encoding="utf-8")

    return spoil


def found(*steps: tuple[str, str]) -> dict[str, object]:
    """How a file tells where a point is."""
    return {"steps": [{"shows": shows, "words": words} for shows, words in steps], "sources": ["who-2008"]}


FOUND_THEN = (("measure", "Lay {measure}."), ("point", "Here."))
FOUND = found(("landmark", "From the {landmark}."), *FOUND_THEN)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (set_in("points", 0, "code", "st-34"), "points.json: [0].code: st-34 is written ST34."),
        (set_in("points", 1, "code", "ST34"), "points.json: [1]: ST34 stands twice."),
        (set_in("points", 0, "aliases", ["Zusanli"]), "[0].aliases[0]: Zusanli is a name of another point, too."),
        (
            set_in("points", 0, "rule", {"landmark": "elbow", "direction": "at", "distance_cun": 0.0}),
            '[0].rule.landmark: there is no landmark "elbow" here.',
        ),
        (set_in("points", 0, "find", {**FOUND, "sources": ["me"]}), '[0].find.sources[0]: there is no "me"'),
        (set_in("points", 0, "find", {**FOUND, "sources": []}), "[0].find: finding a point needs at least one source"),
        (
            set_in("points", 0, "find", found(("point", "Here."))),
            "[0].find.steps: the steps need a landmark and the point",
        ),
        (
            set_in("points", 0, "find", found(("point", "Here."), ("landmark", "There."))),
            "[0].find.steps: the steps must be in the order pose, landmark, measure, point",
        ),
        (
            set_in("points", 0, "find", found(("landmark", "Feel."), *FOUND_THEN)),
            "[0].find.steps[0].words: this step must name the landmark: write {landmark} where",
        ),
        (
            set_in("points", 0, "find", found(("landmark", "The {landmark}."), ("point", "Here."))),
            "[0].find.steps: a step that shows the measure goes with 1, 1.5, 2 or 3 cun",
        ),
        (
            set_in("points", 0, "find", found(("landmark", "The {landmark}."), ("measure", "{span}"), ("point", "."))),
            "[0].find.steps[1].words: {span} stands for nothing the rule has.",
        ),
        (set_in("points", 0, "short", "Near the {elbow}"), "[0].short: {elbow} stands for nothing the rule has."),
        (set_in("points", 2, "members", ["ST99"]), '[2].members[0]: there is no "ST99" here.'),
        (set_in("points", 0, "colour", 1), "[0].colour: nothing of this name belongs here."),
        (set_in("safety", "conditions", "pregnant", "Pregnant"), "safety.json: conditions.pregnant: this must be an"),
        (
            set_in("safety", "reasons", "removed", {"pregnant": {"text": "It is so.", "sources": ["me"]}}),
            'safety.json: reasons.removed.pregnant.sources[0]: there is no "me" here.',
        ),
        (set_in("complaints", 0, "red_flags", []), "complaints.json: [0]: a complaint needs its red flags."),
        (set_in("complaints", 0, "points", ["ST99"]), '[0].points[0]: there is no "ST99" here.'),
        (set_in("complaints", 0, "routines", ["none"]), '[0].routines[0]: there is no "none" here.'),
        (set_in("guide", 0, "about", ["none"]), 'guide.json: [0].about[0]: there is no "none" here.'),
        (set_in("routines", 0, "postures", []), "routines.json: [0].postures: name at least one"),
        (set_in("routines", 3, "source", "none"), '[3].source: there is no source "none" here.'),
        (set_in("exercises", 0, "daily_goal", "100"), "exercises.json: [0].daily_goal: this must be a whole number"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_spoilt_content_is_found(spoil: Callable[[Path], None], words: str, content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    spoil(folder)
    with pytest.raises(InputError) as error:
        check_content(folder)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({}, "pronunciation.json: "),
        ({}, "Zúsānlǐ is missing. Add how it sounds."),
        ({"qigong": "qì gōng"}, "qigong: how it sounds is written in small letters"),
        ({"qigong": ""}, "how it sounds is written in small letters"),
    ],
)
def test_a_name_nobody_can_speak_is_found(table: dict[str, str], words: str, content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    (folder / "pronunciation.json").write_text(json.dumps(table), encoding="utf-8")
    with pytest.raises(InputError) as error:
        check_content(folder)
    assert words in str(error.value)


@pytest.mark.parametrize(("name", "text"), [("points", "{}"), ("landmarks", "[]"), ("landmarks", '{"a": 1}')])
def test_a_content_file_of_the_wrong_shape_is_found(name: str, text: str, content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=rf"{name}\.json: this must be"):
        check_content(folder)


# -- schemas ---------------------------------------------------------------------------------------


def test_the_schemas_in_resources_are_current(resources: Path) -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (resources / "schemas").glob("*.schema.json")}
    assert written == texts(), "write them anew: python3 packaging/dev.py schemas"


def test_there_is_a_schema_for_each_content_file_and_for_what_users_exchange(content: Path) -> None:
    names = {path.name.replace(".json", ".schema.json") for path in content.glob("*.json")}
    assert set(texts()) == names | {"routine.schema.json", "history.schema.json"}
    assert {path.stem for path in content.glob("*.json")} == {*KINDS, *RECORDS, *NAMES}


def test_the_schema_says_what_the_door_demands() -> None:
    schema = json.loads(texts()["routine.schema.json"])
    assert schema["additionalProperties"] is False
    assert "$schema" in schema["properties"]
    for name in ("PressStep", "WaitStep", "RepsStep"):
        assert "kind" in schema["$defs"][name]["required"]
        assert schema["$defs"][name]["additionalProperties"] is False

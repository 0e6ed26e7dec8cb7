"""The light door gives what the strict one gives, and finds things under any of their names."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from acutimer.content.checking import KINDS, read_library
from acutimer.content.library import Library, load_library
from acutimer.core.errors import InputError, WorldError
from acutimer.core.routines import PressStep, RestStep, Step, WaitStep


@pytest.mark.parametrize("name", [*KINDS, "landmarks"])
def test_both_doors_give_equal_objects(name: str, content: Path, library: Library) -> None:
    strict, light = getattr(read_library(content), name), getattr(library, name)
    assert light
    assert light == strict
    assert repr(light) == repr(strict)  # 3 equals 3.0, but is not what the type says
    assert list(light) == list(strict)


@pytest.mark.parametrize("name", KINDS)
def test_records_stand_in_the_order_of_the_file(name: str, content: Path, library: Library) -> None:
    raw = json.loads((content / f"{name}.json").read_text(encoding="utf-8"))
    assert list(getattr(library, name)) == [record.get("id", record.get("code")) for record in raw]


@pytest.mark.parametrize(
    "name",
    [
        "ST36",
        "st-36",
        "S36",
        "Stomach 36",
        "zusanli",
        "Z\u00fas\u0101nl\u01d0",
        "\u8db3\u4e09\u91cc",
        "leg three miles",
    ],
)
def test_a_point_is_found_under_all_its_names(name: str, library: Library) -> None:
    assert library.point(name).code == "ST36"


def test_every_point_is_found_under_each_of_its_names(library: Library) -> None:
    for point in library.points.values():
        for name in (point.code, point.name, point.pinyin, point.hanzi, *point.aliases):
            assert library.point(name) is point


@pytest.mark.parametrize(
    ("wrong", "near"), [("ST37", "ST36"), ("Zusanly", "ST36"), ("weizong", "BL40"), ("EX-LE6", "EX-LE5")]
)
def test_an_unknown_point_is_refused_with_the_nearest_ones(wrong: str, near: str, library: Library) -> None:
    with pytest.raises(InputError, match=rf"{wrong}.*Did you mean .*{near}") as refused:
        library.point(wrong)
    assert "\n" not in str(refused.value)


def test_an_unknown_point_far_from_all_is_refused_with_the_list(library: Library) -> None:
    with pytest.raises(InputError, match=r"Known are .*ST36.*BL23"):
        library.point("\n" * 5000)


def test_an_unknown_routine_is_refused_with_the_nearest_ones(library: Library) -> None:
    assert library.routine("knee-pain-press").name == "Knee-pain press"
    with pytest.raises(InputError, match=r"'kneepain'.*Did you mean knee-pain-press"):
        library.routine("kneepain")


def test_a_subject_has_a_name_whatever_kind_it_is(library: Library) -> None:
    assert library.name_of("ST36") == "Leg Three Miles"
    assert library.name_of("EX-LE5") == "Eyes of the Knee"
    assert library.name_of("knee-kneading") == "Kneading the knee"
    assert library.name_of("heel-raises") == "Heel raises"
    assert library.name_of("from-an-old-file") == "from-an-old-file"
    assert library.name_of(None) == ""


def test_a_missing_file_is_the_worlds_fault(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    (folder / "guide.json").unlink()
    with pytest.raises(WorldError, match=r"guide\.json: cannot be read"):
        load_library(folder)


def test_of_ones_own_routines_only_those_that_can_be_done_here_stand_beside_ours(library: Library) -> None:
    ours = library.routines["knee-pain-press"]
    press = next(step for step in ours.steps if isinstance(step, PressStep))
    walk = WaitStep(say="Walk", source="own", technique="walking")
    steps: dict[str, tuple[Step, ...]] = {
        "good": (press, walk, RestStep(say="Rest", source="own", seconds=30)),
        "newer": (press, replace(walk, technique="flying")),
        "professional": (replace(press, point="BL57"),),
        "of-another-kind": (replace(press, point="walking"),),
        "empty": (),
        ours.id: (press,),
    }
    own = {name: replace(ours, id=name, steps=its) for name, its in steps.items()}
    assert library.beside_ours(own) == {"good": own["good"]}

from dataclasses import replace
from pathlib import Path

import pytest

from acutimer.content.checking import read_routine
from acutimer.ui.context import Context
from acutimer.ui.exchange.exporting import export_several, file_name, free_place
from acutimer.ui.messages import Message


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Evening knees", "evening-knees"),
        ("  Knees / back: 10 min! ", "knees-back-10-min"),
        ("../../etc/passwd", "etc-passwd"),
        ("膝 morning", "膝-morning"),
        ("...", "routine"),
        ("CON", "routine"),
        ("x" * 80, "x" * 60),
    ],
)
def test_a_file_is_named_after_its_routine_as_every_system_takes_it(context: Context, name: str, expected: str) -> None:
    routine = replace(context.library.routines["knee-pain-press"], name=name)
    assert file_name(routine) == f"{expected}.acutimer.json"


def test_a_place_that_is_taken_is_not_taken_again(tmp_path: Path) -> None:
    assert free_place(tmp_path, "a.acutimer.json").name == "a.acutimer.json"
    (tmp_path / "a.acutimer.json").write_text("mine")
    (tmp_path / "a-2.acutimer.json").symlink_to(tmp_path / "nowhere")
    assert free_place(tmp_path, "a.acutimer.json").name == "a-3.acutimer.json"


def test_several_go_out_one_file_each_and_overwrite_nothing(context: Context, tmp_path: Path) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "walk-and-soak.acutimer.json").write_text("mine")
    wanted = [context.library.routines[it] for it in ("walk-and-soak", "daily-strength")]
    export_several(context, wanted, folder)
    assert (folder / "walk-and-soak.acutimer.json").read_text() == "mine"
    read = [
        read_routine(folder / f"{it}.acutimer.json", context.library) for it in ("walk-and-soak-2", "daily-strength")
    ]
    assert read == wanted
    assert said[-1].text.startswith("2 routines exported to ")


def test_a_folder_that_takes_nothing_is_said(context: Context, tmp_path: Path) -> None:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    export_several(context, [context.library.routines["walk-and-soak"]], tmp_path / "missing")
    assert said[-1].kind == "caution"
    assert "there is no such folder" in said[-1].text

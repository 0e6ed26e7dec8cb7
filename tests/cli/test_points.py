import json
from typing import Any

import pytest

from acutimer import cli
from acutimer.cli import opening

KEYS = {
    *("code", "pinyin", "hanzi", "name", "meridian", "aliases", "location", "rule", "cautions", "sources", "views"),
}


def objects(capsys: pytest.CaptureFixture[str], *codes: str) -> list[dict[str, Any]]:
    assert cli.main(["points", *codes, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    return found


def test_all_points_are_told_in_reading_order(capsys: pytest.CaptureFixture[str]) -> None:
    codes = list(opening.library().points)
    assert [point["code"] for point in objects(capsys)] == codes
    assert cli.main(["points"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == codes


def test_every_point_has_all_there_is_to_know(capsys: pytest.CaptureFixture[str]) -> None:
    for point in objects(capsys):
        assert set(point) == KEYS
        assert set(point["rule"]) == {"landmark", "direction", "cun", "toward", "share", "aside"}
        assert isinstance(point["location"], str)
        assert all(isinstance(words, str) for words in point["cautions"])
        assert point["sources"]
        assert point["views"]
        assert all(len(place) == 2 for place in point["views"].values())


def test_a_point_is_found_by_any_spelling(capsys: pytest.CaptureFixture[str]) -> None:
    for spelling in ("st36", "ST-36", "S36", "zusanli", "Zúsānlǐ", "足三里", "leg three miles"):
        assert [point["code"] for point in objects(capsys, spelling)] == ["ST36"]


def test_several_points_come_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert [point["code"] for point in objects(capsys, "ki3", "bl23")] == ["KI3", "BL23"]


def test_a_place_lies_inside_its_view(capsys: pytest.CaptureFixture[str]) -> None:
    atlas = opening.atlas()
    for point in objects(capsys):
        for view, (x, y) in point["views"].items():
            left, top, width, height = atlas.figure(view).rect
            assert left <= x <= left + width
            assert top <= y <= top + height


def test_tradition_and_evidence_are_told_apart_with_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["points", "ST36"]) == 0
    shown = capsys.readouterr().out
    parts = ["Find it", "How to press", "Used for (tradition)", "What studies found (evidence)", "Take care"]
    assert sorted(parts, key=shown.index) == parts
    assert "[WHO 2008" in shown


def test_a_point_for_professionals_has_no_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["points", "BL57"]) == 0
    shown = capsys.readouterr().out
    assert "For a professional's hands only" in shown
    assert "a side." not in shown


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_text_fits_the_terminal(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert cli.main(["points", "ST36"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= min(100, int(columns))

"""What the measuring of the search tells; how long things take is not looked at here."""

import bench_search
import pytest
from pytestqt.qtbot import QtBot


def test_every_figure_has_its_unit_and_a_keystroke_its_aim(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_search, "TYPED", ("ST36",))
    monkeypatch.setattr(bench_search, "ROUNDS", 1)
    found = bench_search.measure()
    assert all(name.endswith((", ms", ", times as long")) for name, _, _ in found)
    assert all(value >= 0 for _, value, _ in found)
    aims = {name: aim for name, _, aim in found if aim}
    assert list(aims.values()) == ["16"]
    assert next(iter(aims)).startswith("search, worst keystroke until the list is painted")

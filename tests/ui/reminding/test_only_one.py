from pathlib import Path

import pytest

from acutimer.ui.reminding.only_one import OnlyOne


def test_one_alone_reminds_and_the_next_one_when_it_is_gone(tmp_path: Path) -> None:
    first, second = OnlyOne(tmp_path), OnlyOne(tmp_path)
    assert first.is_ours()
    assert first.is_ours()
    assert not second.is_ours()
    first.close()
    assert second.is_ours()
    second.close()


def test_where_no_lock_can_be_written_everyone_reminds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = OnlyOne(tmp_path / "no such folder")
    assert alone.is_ours()
    alone.close()

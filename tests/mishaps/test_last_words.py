from datetime import UTC, datetime
from pathlib import Path

import pytest

from acutimer.mishaps.last_words import OWN_FAULT, end_with
from acutimer.mishaps.notebook import Notebook

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)


def fault() -> Exception:
    try:
        raise RuntimeError("the needle")
    except RuntimeError as error:
        return error


def test_it_is_one_line_that_says_where_the_whole_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "acutimer.log"
    assert end_with(fault(), Notebook(log, lambda: NOW), lambda: NOW) == OWN_FAULT == 70
    said = capsys.readouterr().err
    assert said == (f"acutimer: something went wrong in acutimer itself; what you did is kept. Details: {log}\n")
    assert "RuntimeError: the needle" in log.read_text(encoding="utf-8")


def test_where_it_cannot_be_written_the_line_says_what_it_can(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    end_with(fault(), Notebook(tmp_path / "file" / "acutimer.log", lambda: NOW), lambda: NOW)
    (line,) = capsys.readouterr().err.splitlines()
    assert "RuntimeError at test_last_words.py:" in line
    assert "needle" not in line


def test_with_nobody_to_read_it_the_exit_code_is_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    assert end_with(fault(), Notebook(tmp_path / "acutimer.log", lambda: NOW), lambda: NOW) == OWN_FAULT

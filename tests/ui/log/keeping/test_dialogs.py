from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from acutimer.ui.log.keeping.dialogs import documents


def test_a_file_is_offered_a_place_among_the_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path))
    assert documents() == tmp_path


def test_where_there_is_no_folder_for_documents_it_is_offered_one_at_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Documents"))
    assert documents() == Path.home()

"""The program's own folders are closed to others, and no folder besides."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from acutimer import paths
from acutimer.store.database import open_database
from acutimer.store.files import own_folder
from acutimer.store.recovering import open_or_recover
from tests.security.modes import mode

NOW = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)


def test_a_folder_of_data_that_is_a_link_works_and_what_it_leads_to_keeps_its_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "disk"
    elsewhere.mkdir()
    elsewhere.chmod(0o750)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "acutimer").symlink_to(elsewhere)
    open_database(paths.database_file(), NOW).close()
    assert mode(elsewhere / "acutimer.db") == 0o600
    assert mode(elsewhere) == 0o750  # whoever made the link made that, too


@pytest.mark.parametrize("before", [0o777, 0o755, 0o750, 0o701])
def test_a_folder_of_the_program_s_own_is_closed_to_others(before: int, tmp_path: Path) -> None:
    tmp_path.chmod(above := 0o755)
    folder = tmp_path / "acutimer"
    folder.mkdir()
    folder.chmod(before)
    own_folder(folder)
    assert mode(folder) == 0o700
    assert mode(tmp_path) == above  # what lies above it is not touched


def test_a_folder_in_one_of_the_program_s_own_is_closed_and_that_with_it(tmp_path: Path) -> None:
    log = tmp_path / "acutimer" / "log"
    log.mkdir(parents=True)
    for folder in (tmp_path, log.parent, log):
        folder.chmod(0o755)
    own_folder(log)
    assert [mode(folder) for folder in (tmp_path, log.parent, log)] == [0o755, 0o700, 0o700]


def test_a_log_that_a_link_leads_into_a_folder_with_much_else_closes_nothing_there(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o755)
    (tmp_path / "acutimer").mkdir()
    log = tmp_path / "acutimer" / "acutimer.db"
    log.symlink_to(home / "mine.db")
    open_or_recover(log, NOW).connection.close()
    assert mode(home) == 0o755
    assert mode(home / "mine.db") == 0o600


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can make a folder of another user's")
def test_a_folder_of_another_user_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "acutimer"
    folder.mkdir()
    folder.chmod(0o775)
    os.chown(folder, 65534, 65534)
    own_folder(folder)
    assert mode(folder) == 0o775

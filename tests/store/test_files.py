import os
import stat
from pathlib import Path

import pytest

from acutimer.store.files import make_file, make_folder, write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_folders_and_files_are_the_users_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_file(tmp_path / "a" / "b" / "file")
    write_whole(tmp_path / "a" / "c" / "whole", "text")
    assert [mode(tmp_path / name) for name in ("a", "a/b", "a/c")] == [0o700] * 3
    assert [mode(tmp_path / name) for name in ("a/b/file", "a/c/whole")] == [0o600] * 2


def test_a_folder_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path)
    assert mode(tmp_path) == 0o755


def test_a_file_that_exists_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_file(tmp_path / "file")

    def opened(handle: int) -> None:
        raise AssertionError("closing it would drop the locks held on it")

    monkeypatch.setattr(os, "close", opened)
    make_file(tmp_path / "file")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", "old")
    write_whole(tmp_path / "file", "new")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    write_whole(tmp_path / "file", "old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "file", "new")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_link_to_a_file_kept_elsewhere_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "new"


def test_what_a_killed_program_left_is_swept_a_day_later(tmp_path: Path) -> None:
    old, new = tmp_path / ".file-old.part", tmp_path / ".file-new.part"
    for litter in (old, new):
        litter.write_text("half", encoding="utf-8")
    os.utime(old, (0, 0))
    write_whole(tmp_path / "file", "text")
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, "file"]


def test_what_the_user_called_alike_is_not_swept(tmp_path: Path) -> None:
    mine = tmp_path / ".settings.json-before-holidays"
    mine.write_text("mine", encoding="utf-8")
    os.utime(mine, (1_000_000, 1_000_000))
    write_whole(tmp_path / "settings.json", "new")
    assert mine.exists()


def test_where_a_link_leads_nowhere_nothing_is_made_in_its_stead(tmp_path: Path) -> None:
    (tmp_path / "folder").symlink_to(tmp_path / "unplugged" / "folder")
    with pytest.raises(FileNotFoundError, match="leads nowhere"):
        make_folder(tmp_path / "folder")
    with pytest.raises(FileNotFoundError, match="leads nowhere"):
        write_whole(tmp_path / "folder" / "file", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").symlink_to(tmp_path / "file")
    with pytest.raises(OSError, match="circle"):
        write_whole(tmp_path / "file", "text")

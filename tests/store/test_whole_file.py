import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from acutimer.core.errors import InputError, WorldError
from acutimer.store.whole_file import refuse_own_files, whole_file


def write(target: Path, text: str, stop: BaseException | None = None) -> None:
    with whole_file(target) as file:
        file.write(text)
        if stop is not None:
            raise stop


def test_the_file_is_there_when_all_is_written_and_for_the_user_alone(tmp_path: Path) -> None:
    target = tmp_path / "log.json"
    with whole_file(target) as file:
        file.write("膝\r\n")
        assert not target.exists()
        (part,) = tmp_path.iterdir()
        assert part.suffix == ".part"
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
    assert target.read_bytes() == "膝\r\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("kind", [KeyboardInterrupt, GeneratorExit, ZeroDivisionError])
def test_whatever_stops_it_leaves_the_old_file_and_no_other(tmp_path: Path, kind: type[BaseException]) -> None:
    target = tmp_path / "log.json"
    target.write_text("old")
    with pytest.raises(kind):
        write(target, "new", kind())
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_begun_long_ago_and_never_finished_goes_and_nothing_else(tmp_path: Path) -> None:
    for name in (".acutimer-abcd1234.part", ".acutimer-mine.part", "acutimer-abcd1234.part", ".acutimer-new_1234.part"):
        (tmp_path / name).touch()
    (tmp_path / ".acutimer-link1234.part").symlink_to(tmp_path / "acutimer-abcd1234.part")
    for file in tmp_path.iterdir():
        if "new" not in file.name:
            os.utime(file, (0, 0), follow_symlinks=False)
    write(tmp_path / "log.json", "new")
    left = {file.name for file in tmp_path.iterdir()}
    assert left == {
        *("log.json", ".acutimer-mine.part", "acutimer-abcd1234.part", ".acutimer-new_1234.part"),
        ".acutimer-link1234.part",
    }


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "log.json"
    link.symlink_to(tmp_path / "elsewhere" / "log.json")
    write(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "log.json").read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_place_for_a_file_is_the_users_mistake(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    for name, words in (
        ("", "folder"),
        ("pipe", "device"),
        ("no/such/log.json", "no such folder"),
        ("file/log.json", "folder"),
        ("round", "no file can have this name"),
        ("a" * 300 + ".json", "no file can have this name"),
        ("nul\0.json", "no file can have this name"),
    ):
        with pytest.raises(InputError, match=words) as told:
            write(tmp_path / name, "new")
        assert "\n" not in str(told.value)
        assert "\0" not in str(told.value)
    assert sorted(tmp_path.rglob("*")) == before
    with pytest.raises(InputError, match="device"):
        write(Path("/dev/null"), "new")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room"),
        (errno.EDQUOT, "no room"),
        (errno.EFBIG, "no room"),
        (errno.EACCES, "cannot be written"),
        (errno.EROFS, "cannot be written"),
    ],
)
@pytest.mark.parametrize("call", ["mkstemp", "fsync", "replace"])
def test_what_the_disk_refuses_is_told_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "log.json"
    target.write_text("old")
    place = {"mkstemp": "tempfile.mkstemp", "fsync": "os.fsync", "replace": "pathlib.Path.replace"}
    monkeypatch.setattr(place[call], fail)
    with pytest.raises(WorldError, match=words) as told:
        write(target, "new")
    assert str(target) in str(told.value)
    monkeypatch.undo()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("connection")
def test_the_log_itself_is_refused_by_every_name(path: Path, tmp_path: Path) -> None:
    other_name, link = tmp_path / "other.json", tmp_path / "link.json"
    os.link(path, other_name)
    link.symlink_to(path)
    names = [path, other_name, link, *(Path(f"{path}{end}") for end in ("-wal", "-shm", "-journal", "-running"))]
    for own in (*names, path.parent / ".." / path.parent.name / path.name):
        with pytest.raises(InputError, match="keeps its own log there"):
            refuse_own_files(path, own)
    refuse_own_files(path, path.with_suffix(".json"))


def test_before_there_is_a_log_any_file_will_do_but_its_own_name(tmp_path: Path) -> None:
    refuse_own_files(tmp_path / "data" / "acutimer.db", tmp_path / "log.json")
    with pytest.raises(InputError):
        refuse_own_files(tmp_path / "data" / "acutimer.db", tmp_path / "data" / "acutimer.db-wal")

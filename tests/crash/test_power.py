"""The model of a disk that the simulated power cuts stand on."""

import random
from pathlib import Path

from tests.crash.power import Call, Disk, calls_in


def hexed(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def test_a_call_is_read_as_strace_tells_it(tmp_path: Path) -> None:
    lines = [
        f'pwrite64(4<{hexed("/data/a b")}>, "{hexed("hé")}", 3, 56) = 3',
        f'openat(AT_FDCWD<{hexed("/data")}>, "{hexed("x")}", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 3<{hexed("/data/x")}>',
        f'unlink("{hexed("/data/y")}") = -1 ENOENT (No such file or directory)',
        "+++ exited with 0 +++",
    ]
    write, made = calls_in(lines)
    assert write == Call("pwrite64", 4, "/data/a b", ("hé".encode(),), frozenset(), 56, 3)
    assert (made.named, "O_CREAT" in made.flags, made.result) == ("/data/x", True, 3)


def written(home: Path, *, with_file: bool, with_folder: bool) -> Disk:
    """A new file of three bytes takes the place of an old one, and what is asked for is synced."""
    (home / "new").mkdir(parents=True)
    (home / "kept").write_bytes(b"old")
    disk = Disk(home)
    part, kept = f"{home}/.part", f"{home}/kept"
    disk.do(Call("openat", -1, str(home), (b".part",), frozenset({"O_CREAT"}), 0o600, 3))
    disk.do(Call("write", 3, part, (b"one",), frozenset(), 3, 3))
    if with_file:
        disk.do(Call("fsync", 3, part, (), frozenset(), 3, 0))
    disk.do(Call("rename", -1, "", (part.encode(), kept.encode()), frozenset(), 0, 0))
    if with_folder:
        disk.do(Call("fsync", 3, str(home), (), frozenset(), 3, 0))
    return disk


def after(disk: Disk, home: Path) -> bytes | None:
    return disk.after_a_cut(None)[f"{home}/kept"]


def test_what_was_synced_lasts_and_nothing_else(tmp_path: Path) -> None:
    for number, (with_file, with_folder, left) in enumerate(
        [(True, True, b"one"), (True, False, b"old"), (False, True, b""), (False, False, b"old")]
    ):
        home = tmp_path / f"{number}"
        disk = written(home, with_file=with_file, with_folder=with_folder)
        assert after(disk, home) == left
        assert disk.after_a_cut(None, has_all=True)[f"{home}/kept"] == b"one"


def test_of_what_was_not_synced_anything_may_be_there(tmp_path: Path) -> None:
    home = tmp_path / "home"
    disk = written(home, with_file=False, with_folder=False)
    chance = random.Random(1)  # noqa: S311 - no secret
    assert {disk.after_a_cut(chance)[f"{home}/kept"] for _ in range(50)} == {b"old", b"", b"one"}

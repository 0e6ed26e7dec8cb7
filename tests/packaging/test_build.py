"""How packages are dated, measured, written and told what they need; none is built here."""

import subprocess
import tarfile
from pathlib import Path

import build
import build_bundle
import deb_archive
import deb_needs
import licences
import pytest


def test_a_file_too_large_to_download_is_told_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small, large = tmp_path / "small.deb", tmp_path / "large.tar.gz"
    small.write_bytes(b"it")
    with large.open("wb") as file:
        file.truncate(int(build.MOST_MB * 1e6) + 1)
    assert build.told([small]) == 0
    assert build.told([small, large]) == 1
    assert capsys.readouterr().err == f"larger than {build.MOST_MB} MB: large.tar.gz\n"


def test_packages_are_dated_as_one_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build.dated() == 86400
    entry = tarfile.TarInfo("program")
    entry.mode, entry.uid = 0o750, 1000
    assert (build_bundle.plain(entry).mtime, entry.mode, entry.uid) == (86400, 0o755, 0)


def test_a_kind_that_this_system_cannot_make_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["build.py", "msi"])
    with pytest.raises(SystemExit, match="2"):
        build.main()


def test_a_library_belongs_to_a_package_or_the_build_ends() -> None:
    assert deb_needs.packages({"libEGL.so.1", "libc.so.6", "ld-linux-x86-64.so.2"}, Path("it.so")) == {"libegl1"}
    with pytest.raises(SystemExit, match=r"it\.so needs libnever\.so\.7"):
        deb_needs.packages({"libnever.so.7"}, Path("it.so"))


@pytest.mark.skipif(not Path("/usr/bin/dpkg-deb").exists(), reason="needs dpkg-deb (Debian: dpkg)")
def test_debians_own_tool_reads_what_we_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    control = b"Package: it\nVersion: 1\nArchitecture: all\nMaintainer: us <us@localhost>\nDescription: odd\n"
    with deb_archive.writing(tmp_path / "it.deb") as archive:
        with archive.part("control.tar.xz", 0) as tar:
            deb_archive.add_bytes(tar, "./control", control, build_bundle.plain)
        with archive.part("data.tar.xz", 0) as tar:
            deb_archive.add_bytes(tar, "./usr/it", b"three", build_bundle.plain)
    command = ["dpkg-deb", "--field", str(tmp_path / "it.deb")]
    assert subprocess.run(command, capture_output=True, check=True).stdout == control
    command = ["dpkg-deb", "--extract", str(tmp_path / "it.deb"), str(tmp_path / "out")]
    subprocess.run(command, check=True)
    assert (tmp_path / "out/usr/it").read_bytes() == b"three"


def test_the_same_twice_is_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    for name in ("one", "two"):
        with deb_archive.writing(tmp_path / name) as archive, archive.part("data.tar.xz", 0) as tar:
            deb_archive.add_bytes(tar, "./it", b"it", build_bundle.plain)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_everything_that_is_carried_is_named_with_its_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "CARRIED", tuple(it for it in licences.CARRIED if it != "pyinstaller"))
    text = licences.text()
    pinned = (Path(build.__file__).parent / "requirements.in").read_text(encoding="utf-8")
    for name in ("pydantic", "platformdirs", "rapidfuzz", "jeepney"):
        assert name in pinned
        assert name in text.lower()
    assert "Lesser General Public License" in text

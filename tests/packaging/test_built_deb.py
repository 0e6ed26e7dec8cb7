"""The Debian package, installed into a system of its own, started as its menu would, used, and removed."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import xserver

from tests.packaging.fresh_root import HOME, FreshRoot, fresh_root, missing_for_a_root
from tests.packaging.starting import SHORT_ROUTINE, has_settled, is_pressing, loaded, pressed_seconds, wait_until
from tests.real_window_desk import missing_hands
from tests.welcomed import welcomed

MISSING = missing_for_a_root()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)
OURS = Path("/usr/lib/acutimer")
DATABASE = HOME / ".local/share/acutimer/acutimer.db"


@pytest.fixture
def root(tmp_path: Path) -> Iterator[FreshRoot]:
    folder = tmp_path / "fresh"
    folder.mkdir()
    with ExitStack() as stack:
        try:
            fresh = stack.enter_context(fresh_root(folder))
        except OSError as error:
            pytest.skip(f"this kernel gives no system of one's own: {error}")
        yield fresh


@pytest.fixture
def package(built: Path) -> Path:
    (file,) = built.glob("*.deb")
    return file


def install(root: FreshRoot, package: Path) -> None:
    root.path("mnt/acutimer.deb").write_bytes(package.read_bytes())
    done = root.run("dpkg", "--force-unsafe-io", "--install", "/mnt/acutimer.deb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stderr


def menu_command(root: FreshRoot) -> list[str]:
    """What its entry in the menu starts."""
    (entry,) = root.path("usr/share/applications").glob("*acutimer*.desktop")
    (line,) = (it for it in entry.read_text(encoding="utf-8").splitlines() if it.startswith("Exec="))
    return line.removeprefix("Exec=").split()


def test_it_installs_starts_from_the_menu_plays_a_routine_and_leaves_nothing(
    root: FreshRoot, package: Path, tmp_path: Path
) -> None:
    before = root.files()
    install(root, package)
    known_to_the_desktop(root)
    played(root)
    if not missing_hands():
        shown(root, tmp_path)
    everybodys(root)
    done = root.run("dpkg", "--force-unsafe-io", "--purge", "acutimer")
    assert done.returncode == 0, done.stdout + done.stderr
    after = root.files()
    assert after - before == set()
    assert before - after == set()
    assert root.path(DATABASE).exists()  # what a person did is theirs


def known_to_the_desktop(root: FreshRoot) -> None:
    """The menu finds the entry, its icon in all sizes, its command; the manual its page."""
    (entry,) = root.path("usr/share/applications").glob("*acutimer*.desktop")
    values = dict(line.split("=", 1) for line in entry.read_text(encoding="utf-8").splitlines() if "=" in line)
    sizes = {it.parts[-3] for it in root.path("usr/share/icons/hicolor").glob(f"*/apps/{values['Icon']}.*")}
    assert {"16x16", "48x48", "256x256", "scalable"} <= sizes
    assert root.path("usr/share/man/man1/acutimer.1.gz").is_file()
    assert list(root.path("usr/share/metainfo").glob("*acutimer*.metainfo.xml"))
    assert root.run("sh", "-c", f"command -v {values['Exec'].split()[0]}").stdout == "/usr/bin/acutimer\n"


def played(root: FreshRoot) -> None:
    """A routine in the terminal, and the log has it."""
    file = HOME / "short.acutimer.json"
    root.path(file).write_text(SHORT_ROUTINE, encoding="utf-8")
    root.use("acutimer", "play", str(file), "--yes")
    assert pressed_seconds(root.use("acutimer", "log", "--json").stdout) == [2.0]


def shown(root: FreshRoot, aside: Path) -> None:
    """A routine in the window, started as the menu starts it; everything comes from the package and the system."""
    root.path(DATABASE).unlink()
    root.use("mkdir", "--parents", ".config/acutimer")
    welcomed(root.path(HOME / ".config"))
    with (
        xserver.running() as display,
        root.started(*menu_command(root), "--start", "balance-points", DISPLAY=str(display)) as window,
    ):
        wait_until(lambda: has_settled(window.pid), "its window")
        wait_until(lambda: is_pressing(root.path(DATABASE), aside), "a press in it")
        libraries = loaded(root.run("cat", f"/proc/{window.pid}/maps").stdout)
        window.send_signal(signal.SIGTERM)
        assert window.wait(timeout=60) == 0
        assert window.stderr is not None
        assert window.stderr.read() == ""
    assert {it.name for it in libraries if it.is_relative_to(OURS)} >= {"libQt6Widgets.so.6", "libqxcb.so"}
    carried = {it for it in libraries if it.name.startswith(("libQt6", "libicu", "libpython", "libpyside"))}
    assert {it for it in carried if not it.is_relative_to(OURS)} == set()


def everybodys(root: FreshRoot) -> None:
    """All may read every file, none but root may write it, and the program wrote into none."""
    listed = root.run("dpkg", "--listfiles", "acutimer").stdout.split()
    modes = {name: os.lstat(root.path(name)) for name in listed if not root.path(name).is_symlink()}
    assert {name for name, it in modes.items() if it.st_uid or it.st_mode & 0o022 or not it.st_mode & 0o444} == set()
    assert root.run("dpkg", "--verify", "acutimer").stdout == ""


def test_it_says_itself_what_it_needs(package: Path) -> None:
    command = ["dpkg-deb", "--field", str(package)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    fields = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line and not line.startswith(" "))
    needed = {it.split()[0] for it in fields["Depends"].split(", ")}
    assert {"libc6", "libegl1", "libxkbcommon0", "libdbus-1-3"} <= needed
    assert "speech-dispatcher" in fields["Recommends"]

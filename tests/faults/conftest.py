"""Chance with a seed that is told when something fails, children, and a home in which somebody has practised."""

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acutimer.content.library import load_library
from acutimer.paths import resources
from acutimer.store.database import open_database
from acutimer.store.drafts import Drafts
from acutimer.store.ledger import Ledger
from acutimer.store.own import OwnRoutines
from acutimer.store.settings import SettingsFile
from tests.cli.routine_files import a_routine, written
from tests.faults.children import STARTS_AT, Home, Server, server
from tests.faults.deeds import DAYS
from tests.trusting import amount
from tests.welcomed import welcomed

SEED = "ACUTIMER_FAULTS_SEED"
"""Set in the environment, chance begins from that."""


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """A folder that an ordinary user can reach, too; pytest's own are root's alone."""
    with tempfile.TemporaryDirectory(prefix="acutimer-faults-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture(scope="session")
def children(open_folder: Path) -> Iterator[Server]:
    """Makes the processes of a run."""
    scratch = open_folder / "children"
    scratch.mkdir()
    scratch.chmod(0o777)
    with server(scratch) as made:
        yield made


@pytest.fixture(scope="session")
def practised(children: Server, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with three sessions, an own routine, a draft, settings, and files to bring in. To be copied."""
    folder = tmp_path_factory.mktemp("practised") / "home"
    folder.mkdir()
    home = Home(folder)
    welcomed(folder / "config", volume=31)
    SettingsFile(home.settings).load()
    steps = a_routine()["steps"]
    steps[0]["dose"]["seconds"] = 20
    file = written(folder, a_routine(steps=[*steps, {**steps[0], "sides": "each"}]))
    start = datetime.fromisoformat(STARTS_AT)
    for day in range(DAYS):
        at = (start - timedelta(days=DAYS - day)).isoformat()
        done = children.run(home, "play", str(file), "--yes", starts_at=at)
        assert (done.code, done.err) == (0, ""), done.err
    with closing(open_database(home.database, start)) as connection:
        routine = next(iter(load_library(resources() / "content" / "en").routines.values()))
        ledger = Ledger(connection)
        OwnRoutines(ledger).save(replace(routine, id="own-1", name="My own"), start)
        Drafts(ledger).keep("own-1", "{}", start)
    done = children.run(home, "export", str(folder / "all.json"))
    assert (done.code, done.err) == (0, ""), done.err
    return home


@pytest.fixture
def home(practised: Home, tmp_path: Path) -> Home:
    """A copy of that home."""
    return practised.copied(tmp_path / "home")


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Random numbers, in a short run the same each time; where the test fails, their beginning is in its output."""
    seed = os.environ.get(SEED) or f"{amount(0, random.SystemRandom().getrandbits(32))}"
    print(f"{SEED}={seed}")  # noqa: T201 - shown where the test fails
    return random.Random(f"{seed} {request.node.name}")  # noqa: S311 - no secret


class Disk:
    """A disk with little room, of its own."""

    def __init__(self, folder: Path, mount: str) -> None:
        self.folder, self._mount = folder, mount
        self._filler = folder / "filler"

    def be_read_only(self) -> None:
        """Let nothing be written any more."""
        subprocess.run([self._mount, "-o", "remount,ro", self.folder], check=True)

    def fill(self, room_bytes: int = 0) -> None:
        """Take all room but that."""
        with self._filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(1 << 16))
        with self._filler.open("ab", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(512))
        if room_bytes:
            os.truncate(self._filler, max(0, self._filler.stat().st_size - room_bytes))

    def free(self) -> None:
        """Give it back."""
        self._filler.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of twelve megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    options = ["-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if (
        mount is None
        or umount is None
        or subprocess.run([mount, *options], check=False, capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here: that needs root")
    yield Disk(folder, mount)
    subprocess.run([umount, "--lazy", folder], check=True)

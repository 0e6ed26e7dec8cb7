"""What the tests of packages stand on: the packages, built once for all of them."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "packaging" / "build.py"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `dev.py build` filled with a bundle and a Debian package, quickly compressed."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the bundle of this system is built and looked at by the workflow")
    if find_spec("PyInstaller") is None:
        pytest.skip("needs packaging/requirements-build.txt, which `dev.py build` installs")
    import fcntl

    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # of all that test at the same time
    into, done = folder / "built", folder / "built.done"
    with (folder / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            command = [
                sys.executable,
                str(ROOT / "packaging/build.py"),
                "bundle",
                "deb",
                "--quick",
                "--into",
                str(into),
            ]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            said = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            done.write_text("" if said.returncode == 0 else f"{said.stdout}{said.stderr}" or "failed", encoding="utf-8")
    assert done.read_text(encoding="utf-8") == ""
    return into

"""The program as a screen reader sees it: a real window, a real accessibility bus, and a reader that walks the tree."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real_window_desk import SYSTEM_PYTHON, Environment, missing_eyes, screen, session_bus
from tests.welcomed import welcomed

TESTS = Path(__file__).resolve().parent
READER = TESTS / "screen_reader.py"
PATIENCE_S = 60
MISSING = missing_eyes()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture
def environment() -> Iterator[Environment]:
    """A display and a session bus of one's own."""
    with screen() as shown, session_bus(shown) as session:
        yield session


def test_a_screen_reader_opens_the_knee_and_selects_a_point(environment: Environment) -> None:
    welcomed(Path(environment["XDG_CONFIG_HOME"]))
    program = subprocess.Popen(
        [sys.executable, "-m", "acutimer"], cwd=TESTS.parent, env=environment, stderr=subprocess.PIPE
    )
    try:
        reader = subprocess.run(
            [SYSTEM_PYTHON, "-W", "ignore", READER],
            check=False,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
        assert reader.returncode == 0, reader.stderr
        assert program.poll() is None, "the program ended"
        program.terminate()
        assert program.wait(timeout=PATIENCE_S) == 0, "it ended badly after a screen reader had used it"
    finally:
        program.kill()
        _, complaints = program.communicate()
    assert b"Traceback" not in complaints
    heard = json.loads(reader.stdout)
    assert heard["area"].endswith(" points")
    assert heard["list"] == "Points, left knee, front"
    assert heard["roles"] == ["push button"]
    assert heard["names"][0] == "ST34, Ridge Mound, left leg"
    assert "ST36, Leg Three Miles, left leg" in heard["names"]
    assert not heard["was checked"]
    assert heard["description"].startswith("four fingers below the outer knee eye")
    assert heard["heading"] == "Leg Three Miles"

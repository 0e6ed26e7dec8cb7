import subprocess
import sys
from pathlib import Path

from acutimer.store.claims import Claims

ROOT = Path(__file__).resolve().parents[2]
CHILD = """
import sys
from pathlib import Path
from acutimer.store.claims import Claims
claims = Claims(Path(sys.argv[1]))
claims.take("theirs")
print("taken", flush=True)
sys.stdin.readline()
claims.release("theirs")
print("released", flush=True)
sys.stdin.readline()
claims.take("theirs")
print("taken", flush=True)
sys.stdin.readline()
sys.stdin.read()
"""


def test_a_session_is_elsewhere_while_the_other_process_records_it(tmp_path: Path) -> None:
    path = tmp_path / "acutimer.db"
    claims = Claims(path)
    command = [sys.executable, "-c", CHILD, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for word, is_elsewhere in (("taken", True), ("released", False), ("taken", True)):
            assert child.stdout.readline() == f"{word}\n"
            assert claims.is_elsewhere("theirs") is is_elsewhere
            assert not claims.is_elsewhere("another")
            child.stdin.write("\n")
            child.stdin.flush()
        child.kill()
        child.wait()
    assert not claims.is_elsewhere("theirs")
    claims.close()


def test_what_this_process_records_is_not_elsewhere(tmp_path: Path) -> None:
    claims = Claims(tmp_path / "acutimer.db")
    claims.take("ours")
    assert not claims.is_elsewhere("ours")
    claims.close()


def test_without_a_file_nothing_is_elsewhere(tmp_path: Path) -> None:
    for nowhere in (None, tmp_path / "missing" / "acutimer.db"):
        claims = Claims(nowhere)
        claims.take("ours")
        assert not claims.is_elsewhere("theirs")
        claims.release("ours")
        claims.release("never taken")
        claims.close()

"""What CONTRIBUTING.md tells someone who comes new is so: done word for word, it works."""

import shutil
import subprocess
import sys
from pathlib import Path

import newcomer
import pytest

from tests.real_window_desk import missing_eyes, missing_hands

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "newcomer.py"
needs_git = pytest.mark.skipif(
    not (shutil.which("git") and (ROOT / ".git").exists()), reason="needs git, and a repository to take a copy of"
)


@needs_git
def test_a_routine_added_as_the_page_says_is_in_the_commands_and_in_the_window() -> None:
    walked = subprocess.run(
        [sys.executable, str(SCRIPT), "--here", "--as-it-is"], capture_output=True, text=True, check=False, timeout=900
    )
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert "quiet-legs is typed, as CONTRIBUTING.md says, into 3 languages" in walked.stdout
    assert "acutimer routines tells it" in walked.stdout
    if not (missing_hands() or missing_eyes()):
        assert "the window has it among its routines" in walked.stdout


def test_the_page_tells_the_words_of_every_language_there_is(tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "CONTRIBUTING.md", there(tmp_path) / "CONTRIBUTING.md")
    told = newcomer.Newcomer(tmp_path, sys.executable).read()
    languages = {path.name for path in (ROOT / "resources/content").iterdir()}
    assert {Path(name).parent.name for name in told.records} == languages


def test_a_page_that_does_not_tell_it_any_more_is_a_failure(tmp_path: Path) -> None:
    (there(tmp_path) / "CONTRIBUTING.md").write_text("# Contributing\n\n## A routine\n\nAsk.\n\n## A point\n")
    with pytest.raises(SystemExit, match="does not tell"):
        newcomer.Newcomer(tmp_path, sys.executable).read()


def there(folder: Path) -> Path:
    """Where the clone is to be."""
    clone = folder / "acutimer"
    clone.mkdir()
    return clone

"""SECURITY.md says nothing that is not there."""

import re

from tests.security.source import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_file_it_names_is_there() -> None:
    named = set(re.findall(r"`((?:tests|packaging|docs|acutimer)/[\w./-]+)`", TEXT))
    assert len(named) > 15
    assert not {name for name in named if not (ROOT / name).exists()}


def test_it_can_be_read_at_one_sitting() -> None:
    assert len(TEXT.splitlines()) <= 120


def test_every_test_of_security_is_named_in_it() -> None:
    there = {f"tests/security/{path.name}" for path in (ROOT / "tests/security").glob("test_*.py")}
    assert not {name for name in there if f"`{name}`" not in TEXT} - {"tests/security/test_documented.py"}

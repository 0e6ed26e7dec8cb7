"""Drafts are read back as they were kept, whatever they lack."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.drafting import Draft, draft_of
from acutimer.core.errors import WorldError
from acutimer.store.draft_text import draft_text, read_draft
from tests.core.random_routines import ROUTINES


@given(ROUTINES.map(draft_of), st.text(max_size=20))
def test_a_draft_is_read_back_as_it_was_kept(draft: Draft, name: str) -> None:
    kept = replace(draft, name=name)
    assert read_draft(draft_text(kept)) == kept


def test_a_draft_of_nothing_is_read_back() -> None:
    empty = Draft(id="own-1", postures=())
    assert read_draft(draft_text(empty)) == empty


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"name": 5}', '{"name": "Evening"}', "[" * 100_000],
)
def test_what_cannot_be_followed_is_told_and_not_guessed(text: str) -> None:
    with pytest.raises(WorldError, match="another version"):
        read_draft(text)


def test_a_step_of_another_version_is_told() -> None:
    value = json.loads(draft_text(Draft(id="own-1")))
    with pytest.raises(WorldError, match="another version"):
        read_draft(json.dumps({**value, "steps": [{"kind": "levitate", "say": "Up", "source": "own"}]}))

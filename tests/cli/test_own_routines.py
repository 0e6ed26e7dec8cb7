"""The commands know the user's own routines."""

import json
from contextlib import closing
from dataclasses import replace

import pytest

from acutimer import cli, paths
from acutimer.cli import opening
from acutimer.core.errors import InputError
from acutimer.core.routines import RestStep, Routine
from acutimer.store.database import open_database
from acutimer.store.ledger import Ledger
from acutimer.store.own import OwnRoutines
from acutimer.ui.parts import look_for_routine
from tests.shipped import LIBRARY

SHORT = replace(
    LIBRARY.routines["balance-points"],
    id="own-1",
    name="A breather",
    steps=(RestStep(say="Rest", source="own", seconds=1),),
    source="own",
)


@pytest.fixture
def kept() -> Routine:
    with closing(open_database(paths.database_file(), opening.now())) as connection:
        OwnRoutines(Ledger(connection)).save(SHORT, opening.now())
    return SHORT


def test_they_are_listed_after_ours(kept: Routine, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["routines", "--json"]) == 0
    assert [routine["id"] for routine in json.loads(capsys.readouterr().out)] == [*LIBRARY.routines, kept.id]


def test_one_is_told_and_played_by_its_id(kept: Routine, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["routines", kept.id, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "A breather"
    assert cli.main(["play", kept.id, "--yes"]) == 0
    with opening.history() as history:
        assert [session.routine for session in history.sessions()] == [kept.id]


@pytest.mark.usefixtures("kept")
def test_an_id_that_is_nobodys_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["routines", "own-2"]) == 1
    assert "own-1" in capsys.readouterr().err
    with pytest.raises(InputError, match="own-1"):
        look_for_routine("own-2")
    look_for_routine("own-1")


def test_asking_makes_no_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["routines", "own-1"]) == 1
    assert "own-1" in capsys.readouterr().err
    assert not paths.database_file().exists()

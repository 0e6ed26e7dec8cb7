"""What the measuring of the log tells, and that both of its sides ask the same; how long it takes is not looked at."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import bench_log_files
import bench_log_window
import histories
import pytest
from bench_log_figure import Figure
from bench_log_plain import Plain
from pytestqt.qtbot import QtBot

from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.ui.log.days.filters import FilterBar
from tests.shipped import LIBRARY

UNTIL = date(2026, 11, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log of some sessions."""
    with closing(open_database(tmp_path / "acutimer.db", bench_log_files.NOW)) as connection:
        histories.fill(connection, LIBRARY, 300, UNTIL, per_day=9)
    return tmp_path


def test_a_figure_is_told_in_one_line() -> None:
    figure = Figure("opened", (20.0, 30.0, 90.0), 100, (9.0, 10.0, 11.0), more="7 found")
    assert str(figure) == (
        "log, opened: median 30.0 ms, worst 90.0 ms (aim 100 ms); 3.0 x plain sqlite3, 10.00 ms; 7 found"
    )
    assert str(Figure("exported", (4.5,), 30, (), "s")) == "log, exported: 4.5 s (aim 30 s)"


def test_the_plain_side_finds_what_the_filter_finds(folder: Path, qtbot: QtBot) -> None:
    plain = Plain(folder / "acutimer.db")
    with closing(open_database(folder / "acutimer.db", bench_log_files.NOW)) as connection:
        history = History(connection)
        bar = FilterBar(LIBRARY)
        qtbot.addWidget(bar)
        bar.set_routines(history.totals.routines())
        for name, (change, condition) in bench_log_window._ways(bar, LIBRARY).items():
            bar.clear()
            change()
            count = plain.connection.execute(f"SELECT count(*) FROM session WHERE {condition}").fetchone()[0]  # noqa: S608 - ours
            assert history.finder.find(bar.wanted) == count, name
            assert 0 < count < 300 or bar.wanted.is_empty
        plain.close()
        history.claims.close()


def test_the_plain_side_writes_what_the_log_can_read(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "acutimer.db"
    open_database(other, bench_log_files.NOW).close()
    Plain(other).bring_in(folder / "acutimer.db")
    plain = Plain(folder / "acutimer.db")
    with closing(open_database(other, bench_log_files.NOW)) as connection:
        history = History(connection)
        records = history.sessions()
        assert len(records) == 300
        plain.add(*plain.rows_of(records[0].id))
        plain.write_out(tmp_path / "plain.json")
        plain.back_up(tmp_path / "plain.db")
        history.claims.close()
    plain.close()
    assert len((tmp_path / "plain.json").read_text(encoding="utf-8").splitlines()) == 301
    with closing(open_database(folder / "acutimer.db", bench_log_files.NOW)) as connection:
        history = History(connection)
        first, second = (it for it in history.sessions() if it.started_at == records[0].started_at)
        assert (first.phases, first.done_seconds) == (second.phases, second.done_seconds)
        day = records[0].started_at.date()
        seconds = history.totals.seconds_by_day(day - timedelta(days=1), day + timedelta(days=1), 0)
        assert sum(seconds.values()) == sum(
            it.done_seconds for it in history.sessions() if abs(it.started_at.date() - day) <= timedelta(days=1)
        )
        history.claims.close()


@pytest.mark.parametrize("work", [("export-json", "log.json"), ("export-csv", "log.csv"), ("back-up", "backups")])
def test_a_child_tells_what_it_took(work: tuple[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(bench_log_files.__file__).parent.parent))
    name, file = work
    taken, silent, before, after = bench_log_files._child(name, folder / "acutimer.db", folder / file)
    assert 0 <= silent <= taken
    assert 0 <= before <= after
    assert (folder / file).exists()

"""The table of the bench: told in parts, kept in the README."""

from pathlib import Path

import bench
import bench_table
import pytest
from bench_row import FILE, PART, Row, note, noted

ROOT = Path(__file__).resolve().parent.parent.parent
ROWS = [
    Row("starts", "first painted window", "195 ms", "1.29 x an empty window", "1.40 x", True),
    Row("starts", "first place", "356 ms", "2.3 x an empty window"),
    Row("memory", "settled", "90 MiB", "1.61 x an empty window", "1.60 x", False),
]
ORDER = ("starts", "memory", "search")


@pytest.fixture
def readme(tmp_path: Path) -> Path:
    file = tmp_path / "README.md"
    file.write_text(f"# one\n\n{bench_table.BEGIN}\n{bench_table.table(ROWS)}{bench_table.END}\n\nmore\n", "utf-8")
    return file


def test_what_is_written_can_be_read_again(readme: Path) -> None:
    assert bench_table.read(readme.read_text("utf-8")) == ROWS


def test_a_part_that_is_measured_again_takes_the_place_of_its_own_rows_alone(readme: Path) -> None:
    now = [Row("starts", "first painted window", "200 ms"), Row("search", "a keystroke", "5 ms", "", "16 ms", True)]
    bench_table.write(readme, now, ORDER)
    text = readme.read_text("utf-8")
    assert bench_table.read(text) == [now[0], ROWS[2], now[1]]
    assert text.startswith("# one\n\n")
    assert text.endswith(f"{bench_table.END}\n\nmore\n")


def test_an_aim_that_is_missed_says_so(readme: Path) -> None:
    line = next(line for line in readme.read_text("utf-8").splitlines() if "settled" in line)
    assert line.endswith("1.60 x, not met |")
    assert bench_table.missed(ROWS) == ["memory: settled"]


def test_a_text_without_a_place_for_it_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text("# one\n", "utf-8")
    with pytest.raises(ValueError, match="no place for the table"):
        bench_table.write(file, ROWS, ORDER)
    assert file.read_text("utf-8") == "# one\n"


def test_a_part_tells_its_rows_from_any_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note("nobody collects", "1 ms")
    monkeypatch.setenv(FILE, str(tmp_path / "rows"))
    monkeypatch.setenv(PART, "starts")
    note("first painted window", "195 ms", "1.29 x an empty window", "1.40 x", True)
    assert noted(tmp_path / "rows") == ROWS[:1]


def test_the_readme_has_a_row_of_every_part() -> None:
    rows = bench_table.read((ROOT / "README.md").read_text("utf-8"))
    assert tuple(dict.fromkeys(row.part for row in rows)) == tuple(bench.PARTS)

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.ui.log.report.paper import A4, LETTER, Paper, paper_of
from acutimer.ui.log.report.preview import MOST_PX, Preview
from acutimer.ui.log.report.section import Contents
from acutimer.ui.log.report.sheet import lay_out
from tests.ui.log.report.reports import TODAY, made_report
from tests.ui.practice import shown

LIBRARY = load_library(paths.resources() / "content" / "en")


@pytest.mark.parametrize(
    ("name", "paper"), [("en_US", LETTER), ("en_CA", LETTER), ("en_GB", A4), ("de_DE", A4), ("zh_CN", A4)]
)
def test_the_paper_is_the_one_people_use_there(name: str, paper: Paper) -> None:
    assert paper_of(QLocale(name)) is paper


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
def test_the_preview_has_the_shape_of_the_paper_and_tells_its_words(paper: Paper, qtbot: QtBot) -> None:
    preview = shown(Preview(), qtbot, 420, 600)
    report = made_report(LIBRARY)
    preview.show_sheet(lay_out(Contents(report=report, library=LIBRARY, made_on=TODAY, paper=paper)))
    assert preview.heightForWidth(420) == pytest.approx(420 * paper.height_mm / paper.width_mm, abs=1)
    assert preview.heightForWidth(5000) == preview.heightForWidth(MOST_PX)
    assert "Points pressed" in preview.accessibleDescription()


def test_the_paper_is_white_and_not_empty_in_the_dark_as_well(qtbot: QtBot) -> None:
    preview = shown(Preview(), qtbot, 420, 594)
    report = made_report(LIBRARY)
    preview.show_sheet(lay_out(Contents(report=report, library=LIBRARY, made_on=TODAY)))
    picture = preview.grab().toImage()
    assert picture.pixelColor(10, 10).name() == "#ffffff"
    colors = {picture.pixelColor(x, y).name() for x in range(30, 390, 2) for y in range(30, 300, 2)}
    assert len(colors) > 20

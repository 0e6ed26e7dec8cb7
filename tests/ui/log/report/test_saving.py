import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.errors import InputError
from acutimer.core.settings import Mirror
from acutimer.ui.body.warm_views import View
from acutimer.ui.log.report.marks import Picture
from acutimer.ui.log.report.paper import A4, LETTER, Paper
from acutimer.ui.log.report.saving import pdf_of, save_pdf
from acutimer.ui.log.report.section import Contents
from acutimer.ui.log.report.sheet import FIGURE_MM, Sheet, lay_out
from tests.ui.log.report.reports import TODAY, made_report

LIBRARY = load_library(paths.resources() / "content" / "en")
NOTE = "=1+1 <b>Easier</b> on the stairs"


def sheet(paper: Paper = A4, notes: tuple[str, ...] = (NOTE,)) -> Sheet:
    report = made_report(LIBRARY, notes=notes, points=16)
    return lay_out(Contents(report=report, library=LIBRARY, made_on=TODAY, name="Zoë", paper=paper))


@pytest.mark.parametrize(
    ("paper", "box"), [(A4, b"595.000000 842.000000"), (LETTER, b"612.000000 792.000000")], ids=["A4", "Letter"]
)
def test_a_pdf_has_one_page_of_its_paper_and_its_fonts_inside(paper: Paper, box: bytes, qapp: QApplication) -> None:
    content = pdf_of(sheet(paper), "Report")
    assert content.startswith(b"%PDF-1.")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", content)) == 1
    assert b"/MediaBox [0 0 " + box in content
    assert b"/FontFile" in content


def test_its_words_are_words_that_can_be_searched_and_copied(qapp: QApplication) -> None:
    pdf = pytest.importorskip("PySide6.QtPdf")
    content = QByteArray(pdf_of(sheet(), "Self-acupressure and exercise: report, today"))
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = pdf.QPdfDocument()
    document.load(buffer)
    words = document.getAllText(0).text().replace("\u00a0", " ").replace("\r\n", " ")
    assert document.pageCount() == 1
    assert document.metaData(pdf.QPdfDocument.MetaDataField.Title) == "Self-acupressure and exercise: report, today"
    for said in ("Zoë", "EX-LE5 Eyes of the Knee", NOTE, "29 August to 20 November 2026, 84 days", "Page 1 of 1"):
        assert said in words
    document.close()


def test_notes_that_were_not_chosen_are_nowhere_in_the_file(qapp: QApplication) -> None:
    without = sheet(notes=())
    assert not any("stairs" in text for text in without.texts)


def test_pictures_keep_the_dots_they_were_drawn_with(qapp: QApplication) -> None:
    image = QImage(660, 700, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#AC420E"))
    view = View("body_front", (), (-100.0, 700.0, 200.0, 212.0))
    report = made_report(LIBRARY, points=1)
    contents = Contents(
        report=report, library=LIBRARY, made_on=TODAY, views=[view], images={view: image}, mirror=Mirror.MIRROR
    )
    made = lay_out(contents)
    (picture,) = (mark for part in made.sections for mark in part.marks if isinstance(mark, Picture))
    assert picture.rect.width() <= FIGURE_MM + 0.001
    assert image.width() / (picture.rect.width() / 25.4) >= 200
    assert picture.rect.width() / picture.rect.height() == pytest.approx(200 / 212, rel=1e-6)
    assert b"/Width 660" in pdf_of(made, "Report")
    assert QRectF(A4.inner).contains(picture.rect)


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "report.pdf"
    file.write_text("what was there before")
    save_pdf(sheet(), "Report", file)
    assert file.read_bytes().startswith(b"%PDF")
    assert file.read_bytes().rstrip().endswith(b"%%EOF")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.pdf"]


def test_a_place_that_is_none_is_refused_and_nothing_is_written(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(InputError):
        save_pdf(sheet(), "Report", tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.is_file()]

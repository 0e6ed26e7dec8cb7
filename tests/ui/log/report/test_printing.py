from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.ui.log.report.printing import Printing
from acutimer.ui.log.report.section import Contents
from acutimer.ui.log.report.sheet import Sheet, lay_out
from tests.ui.log.report.reports import TODAY, made_report


def sheet() -> Sheet:
    library = load_library(paths.resources() / "content" / "en")
    return lay_out(Contents(report=made_report(library), library=library, made_on=TODAY))


def test_the_page_is_printed_on_whatever_paper_lies_in_the_printer(tmp_path: Path, qapp: QApplication) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setFullPage(True)
    heard: list[str] = []
    printing = Printing()
    printing.failed.connect(heard.append)
    printing.print_sheet(sheet(), printer)
    content = (tmp_path / "printed.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [0 0 420.000000 595.000000]" in content
    assert not heard


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfEngine", "QPrinter")
def test_a_printer_that_does_not_take_the_page_is_told(tmp_path: Path, qapp: QApplication) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    heard: list[str] = []
    printing = Printing()
    printing.failed.connect(heard.append)
    printing.print_sheet(sheet(), printer)
    assert heard == ["The printer did not take the page."]

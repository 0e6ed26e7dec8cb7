"""The sheet on a printer. What prints is loaded when somebody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QPageSize, QPainter

from acutimer.ui.log.report.letters import UNITS_PER_MM

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from acutimer.ui.log.report.sheet import Sheet


class Printing(QObject):
    """Asks which printer, and prints. `failed` carries why it did not."""

    failed = Signal(str)

    def has_printer(self) -> bool:
        """Whether the system knows any."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def begin(self, sheet: Sheet, title: str, parent: QWidget) -> None:
        """Open the system's dialog over the window; what it accepts is printed."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if not self.has_printer():
            no_printer = QCoreApplication.translate(
                "Report", "This computer knows no printer. Save the page as a PDF and print that where there is one."
            )
            self.failed.emit(no_printer)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageSize(QPageSize(sheet.paper.size))
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, parent)
        if dialog.exec():
            self.print_sheet(sheet, printer)
        dialog.deleteLater()

    def print_sheet(self, sheet: Sheet, printer: QPrinter) -> None:
        """Print the page, made to fit the paper that was chosen."""
        painter = QPainter()
        if not painter.begin(printer):
            self.failed.emit(QCoreApplication.translate("Report", "The printer did not take the page."))
            return
        page = printer.pageLayout().fullRectPixels(printer.resolution())
        width, height = sheet.paper.width_mm * UNITS_PER_MM, sheet.paper.height_mm * UNITS_PER_MM
        scale = min(page.width() / width, page.height() / height)
        painter.translate((page.width() - width * scale) / 2, (page.height() - height * scale) / 2)
        painter.scale(scale, scale)
        sheet.paint(painter)
        painter.end()

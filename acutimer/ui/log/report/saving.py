"""The sheet as a PDF: its words are words, its fonts lie inside."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

import acutimer
from acutimer.store.whole_file import whole_file
from acutimer.ui.log.report.letters import UNITS_PER_MM
from acutimer.ui.log.report.sheet import Sheet

DOTS_PER_INCH = round(25.4 * UNITS_PER_MM)  # so that a dot is a unit of the sheet


def pdf_of(sheet: Sheet, title: str) -> bytes:
    """The page as a file's content; `title` is what a viewer shows for it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(f"acutimer {acutimer.__version__}")
    writer.setResolution(DOTS_PER_INCH)
    whole = QMarginsF(0, 0, 0, 0)  # the sheet has its own
    size = QPageSize(sheet.paper.size)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, whole))
    painter = QPainter(writer)
    sheet.paint(painter)
    painter.end()
    buffer.close()
    return bytes(content.data())


def save_pdf(sheet: Sheet, title: str, path: Path) -> None:
    """Write the page as a PDF: wholly, or not at all.

    Raises:
        InputError: `path` is no place for a file.
        WorldError: the disk is full, or the permission is missing; what stood there is as it was.
    """
    content = pdf_of(sheet, title)
    with whole_file(path) as file:
        file.buffer.write(content)

"""The head of the sheet: what it is, whose, of when."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from acutimer.ui.log.report import words
from acutimer.ui.log.report.letters import BODY, HEAD, SMALL, STRONG, TITLE
from acutimer.ui.log.report.marks import Line, Mark, Words
from acutimer.ui.log.report.section import Contents, Section, section


def header(contents: Contents, inner: QRectF) -> Section:
    """Title, name, period, and when it was made."""
    left, top, right = inner.left(), inner.top(), inner.right()
    end = Qt.AlignmentFlag.AlignRight
    made_on = _tr("Made on {0}").format(words.long_day(contents.made_on))
    made = Words(right, top + 2.2, _tr("{0} with acutimer").format(made_on), SMALL, align=end)
    room = made.rect.left() - left - 4
    title = Words(left, top, _tr("Self-acupressure and exercise: report"), TITLE, room)
    marks: list[Mark] = [title, made]
    y = title.bottom + 0.8
    if contents.name.strip():
        name = Words(left, y, contents.name, HEAD, inner.width())
        marks.append(name)
        y = name.bottom
    period = Words(left, y, words.period(contents.report), STRONG)
    marks.append(period)
    bottom = period.bottom
    if contents.begins is not None:
        before = _tr("No sessions were recorded before {0}.").format(words.long_day(contents.begins))
        note = Words(period.rect.right() + 3, y, before, BODY, inner.right() - period.rect.right() - 3)
        marks.append(note)
        bottom = max(bottom, note.bottom)
    bottom += 2.2
    marks.append(Line(QPointF(left, bottom), QPointF(right, bottom)))
    return section("header", left, top, inner.width(), bottom + 0.2, marks)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)

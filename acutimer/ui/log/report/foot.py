"""The foot of the sheet: where the numbers come from, and what they are not."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from acutimer.language.joining import ended, explained
from acutimer.language.sentences import one_after_another
from acutimer.ui.log.report import words
from acutimer.ui.log.report.letters import SMALL
from acutimer.ui.log.report.marks import Line, Mark, Words
from acutimer.ui.log.report.section import Contents, Section, section

PAGE_MM = 24.0  # room for the number of the page
RULE_MM = 1.6


def foot(contents: Contents, inner: QRectF) -> Section:
    """At the lower margin, as high as its words need."""
    told = words.by_hand(contents.report)
    recorded = _tr("Recorded by acutimer on the person's own computer; entries can be corrected by hand")
    parts = (
        ended(explained(recorded, told)),
        _tr("General information, no diagnosis."),
        _tr("Locations follow the WHO Standard Acupuncture Point Locations (2008)."),
    )
    said = Words(inner.left(), 0, one_after_another(parts), SMALL, inner.width() - PAGE_MM)
    top = inner.bottom() - said.bottom - RULE_MM
    page = Words(inner.right(), 0, _tr("Page 1 of 1"), SMALL, align=Qt.AlignmentFlag.AlignRight)
    said.top = top + RULE_MM
    page.top = inner.bottom() - page.bottom
    rule: Mark = Line(QPointF(inner.left(), top + 0.1), QPointF(inner.right(), top + 0.1))
    return section("foot", inner.left(), top, inner.width(), inner.bottom(), [rule, said, page])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)

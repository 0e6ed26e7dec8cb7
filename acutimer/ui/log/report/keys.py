"""The key figures: how often, on how many days, how long, and what became of the discomfort."""

from PySide6.QtCore import QCoreApplication, QRectF

from acutimer.language.catalogue import trn
from acutimer.ui.log.numbers import number, practised
from acutimer.ui.log.report import words
from acutimer.ui.log.report.letters import KEY, SMALL, STRONG
from acutimer.ui.log.report.marks import Mark, Words
from acutimer.ui.log.report.section import Contents, Section, section

SHARES = (0.2, 0.17, 0.21, 0.42)  # of the width
GAP_MM = 4.0


def key_figures(contents: Contents, inner: QRectF, top: float) -> Section:
    """Four figures side by side: what, how much, and out of what."""
    report = contents.report
    told = (
        (_tr("Sessions"), number(report.outcomes.total), words.outcomes(report.outcomes)),
        (_tr("Days practised"), number(report.days_practised), _of_days(report.days)),
        (_tr("Practice a week"), practised(report.seconds_a_week), _in_all(report.seconds)),
        (
            _tr("Discomfort, 0 (none) to 10 (worst imaginable)"),
            words.change_value(report.discomfort.change),
            words.change_detail(report.discomfort.change),
        ),
    )
    marks: list[Mark] = []
    x, bottom = inner.left(), top
    heads = [Words(0, 0, name, STRONG, share * inner.width() - GAP_MM) for share, (name, _, _) in _each(told)]
    values_top = top + max(head.bottom for head in heads)
    for share, (name, value, detail) in _each(told):
        width = share * inner.width() - GAP_MM
        figure = Words(x, values_top, value, KEY, width)
        below = Words(x, figure.bottom + 0.4, detail, SMALL, width)
        marks += [Words(x, top, name, STRONG, width), figure, below]
        bottom = max(bottom, below.bottom)
        x += share * inner.width()
    return section("key figures", inner.left(), top, inner.width(), bottom, marks)


def _each(told: tuple[tuple[str, str, str], ...]) -> list[tuple[float, tuple[str, str, str]]]:
    return list(zip(SHARES, told, strict=True))


def _of_days(days: int) -> str:
    return trn("of {0}\u00a0day", "of {0}\u00a0days", days).format(number(days))


def _in_all(seconds: float) -> str:
    return _tr("{0} in all").format(practised(seconds)) if seconds else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)

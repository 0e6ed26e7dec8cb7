"""Every phase of a session, one line each, in the order it was lived."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.history import PhaseRecord
from acutimer.core.session import Outcome
from acutimer.language.joining import listed
from acutimer.ui.kit.fold import INSET_PX as FOLD_INSET_PX
from acutimer.ui.kit.fold import Fold
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.words import phase_amount, phase_name

MARK_PX = 18


class OutcomeMark(QWidget):
    """A check for done, a half open ring for a part, a dash for skipped; the words beside it say the same.

    None keeps the room and shows nothing.
    """

    def __init__(self, outcome: Outcome | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(MARK_PX, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QRectF(self.rect()).center()
        match self._outcome:
            case Outcome.DONE:
                paint_icon(painter, "check", center, MARK_PX, color(theme.pine), 2)
            case Outcome.SKIPPED:
                paint_icon(painter, "minus", center, MARK_PX, color(theme.ink3), 2)
            case Outcome.PARTIAL:
                self._paint_ring(painter, center)
        painter.end()

    def _paint_ring(self, painter: QPainter, center: QPointF) -> None:
        theme = tokens(self)
        ring = QRectF(center.x() - 6, center.y() - 6, 12, 12)
        painter.setPen(QPen(color(theme.ember_track), 3))
        painter.drawEllipse(ring)
        painter.setPen(QPen(color(theme.ember), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, -180 * 16)


class PhaseLine(QWidget):
    """One line: mark, words, amount. What only lay between practice stands back."""

    def __init__(self, phase: PhaseRecord, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, amount = phase_name(phase, library), phase_amount(phase)
        words = Text(name, "small", "ink" if phase.counts else "ink3", wrap=True)
        number = Text(amount, "small", "ink2" if phase.counts else "ink3", tabular=True)
        is_marked = phase.counts or phase.outcome is Outcome.SKIPPED
        mark, top = OutcomeMark(phase.outcome if is_marked else None), Qt.AlignmentFlag.AlignTop
        row((mark, top), (words, 1), (number, top), spacing=10, margins=(0, 4), parent=self)
        self.setAccessibleName(listed((name, amount)))


class Phases(QWidget):
    """All phases under their heading, which folds them away where room is scarce.

    Folded, they are not even built. Opened once, they stay open from session to session.
    """

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._phases: tuple[PhaseRecord, ...] = ()
        self._is_foldable = True
        self._lines: QWidget | None = None
        self.fold = Fold(self.tr("Every phase"))
        self.fold.toggled.connect(lambda _: self._build())
        self._heading = Text(self.tr("Every phase"), "strong")
        self._heading.setContentsMargins(FOLD_INSET_PX, 0, 0, 6)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.fold)
        self._layout.addWidget(self._heading)
        self._layout.addStretch(1)
        self._heading.hide()

    def show_phases(self, phases: tuple[PhaseRecord, ...]) -> None:
        """Show these, in the order they were lived."""
        self._phases = phases
        self.fold.set_detail(str(len(phases)))
        self.setVisible(bool(phases))
        self._build()

    def set_foldable(self, is_foldable: bool) -> None:
        """Whether they may be folded away; if not, they are open."""
        if is_foldable != self._is_foldable:
            self._is_foldable = is_foldable
            self.fold.setVisible(is_foldable)
            self._heading.setVisible(not is_foldable)
            self._build()

    def _build(self) -> None:
        if self._lines is not None:
            self._layout.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
        if self.fold.isChecked() or not self._is_foldable:
            lines = (PhaseLine(phase, self._library) for phase in self._phases)
            self._lines = column(*lines, margins=(FOLD_INSET_PX, 0, FOLD_INSET_PX, 0))
            self._layout.insertWidget(2, self._lines)
            self._lines.show()

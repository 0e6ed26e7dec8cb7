"""The search field over the stage. What it needs to search loads when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.points import Area
from acutimer.ui.context import Context
from acutimer.ui.explore.search.search_line import SearchLine
from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, IconButton, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import color, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QMouseEvent, QMoveEvent, QPaintEvent, QResizeEvent

    from acutimer.content.searching import Hit
    from acutimer.ui.explore.search.search_results import SearchResults

HEIGHT_PX = 56
TEXT_X_PX = 54
BELOW_PX = 8
EDGE_PX = 12
CLEAR_PX = 44
KEY_MARGIN_PX = 24


class SearchField(QWidget):
    """Finds points, complaints, areas and routines while one types, in a list right beneath it."""

    point_chosen = Signal(str)
    """A point's code."""
    complaint_chosen = Signal(object)
    """A Complaint."""
    area_chosen = Signal(object)
    """An Area."""
    routine_chosen = Signal(str)
    """A routine's id."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = SearchLine(self)
        self.line.setAccessibleName(self.tr("Search for a point, a place or a complaint"))
        self.set_short(False)
        self.line.textChanged.connect(self._take_text)
        self.line.walked.connect(self._walk)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self._leave)
        self.line.pressed.connect(self.search)
        self.line.came.connect(self.update)
        self.line.went.connect(self._rest)
        self.clear_button = IconButton(self.tr("Clear the search"), "close", CLEAR_PX)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear_button.clicked.connect(self._clear)
        self.clear_button.hide()
        row(self.line, self.clear_button, margins=(TEXT_X_PX, 2, 6, 2), parent=self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # beside the line, too; before the proxy, which would take it
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @cached_property
    def results(self) -> SearchResults:
        """The list, made when it is first needed."""
        from acutimer.ui.explore.search.search_results import SearchResults

        window = self.window()
        results = SearchResults(self._context, window)
        results.chosen.connect(self._open)
        window.installEventFilter(self)
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)
        return results

    @property
    def has_results(self) -> bool:
        """Whether the list is open, be it to say that nothing was found."""
        return "results" in vars(self) and self.results.isVisible()

    def set_short(self, is_short: bool) -> None:
        """Say in one word what it is for, where there is room for no more."""
        self.line.setPlaceholderText(self.tr("Search") if is_short else self.tr("Point, place or complaint"))
        self.update()

    def start(self) -> None:
        """Take the keyboard, with all that stands here selected, so that typing begins anew."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.results.prepare()  # the first letter is not to wait for it

    def search(self) -> None:
        """List what fits the words that stand here; without words, nothing."""
        if not self.line.text().strip():
            self.close_results()
            return
        self.results.search(self.line.text())
        self._place_results()
        self.results.show()
        self.results.raise_()

    def close_results(self) -> None:
        """Put the list away; the words stay."""
        if self.has_results:
            self.results.hide()

    # -- inside --------------------------------------------------------------------------------------

    def _take_text(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self.update()
        self.search()

    def _walk(self, by: int) -> None:
        if self.has_results:
            self.results.step(by)
        else:
            self.search()

    def _enter(self) -> None:
        if self.has_results:
            self.results.open_current()
        else:
            self.search()

    def _rest(self, is_elsewhere: bool) -> None:
        self.update()
        if is_elsewhere:
            self.close_results()

    def _leave(self) -> None:
        """One step back: the list, then the words, then the keyboard."""
        if self.has_results:
            self.close_results()
        elif self.line.text():
            self.line.clear()
        else:
            self.line.clearFocus()

    def _clear(self) -> None:
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, hit: Hit) -> None:
        from acutimer.content.search_records import Kind

        self.close_results()
        match hit.kind:
            case Kind.POINT:
                self.point_chosen.emit(hit.key)
            case Kind.COMPLAINT:
                self.complaint_chosen.emit(self._context.library.complaints[hit.key])
            case Kind.AREA:
                self.area_chosen.emit(Area(hit.key))
            case Kind.ROUTINE:
                self.routine_chosen.emit(hit.key)

    def _place_results(self) -> None:
        window = self.window()
        beneath = QRect(self.mapTo(window, QPoint(0, 0)), self.size()).adjusted(0, 0, 0, BELOW_PX)
        self.results.place(beneath, window.height() - EDGE_PX)

    def _is_elsewhere(self, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        return not any(it.rect().contains(it.mapFromGlobal(at)) for it in (self, self.results))

    # -- Qt ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; a press of the mouse anywhere else puts the list away."""
        if self.has_results:
            if event.type() == QEvent.Type.Resize and watched is self.window():
                self._place_results()
            elif event.type() == QEvent.Type.MouseButtonPress and self._is_elsewhere(event):  # type: ignore[arg-type]
                self.close_results()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Room for the words that stand in it while it is empty."""
        words = text_width(self.line.placeholderText(), self.line.font())
        return QSize(TEXT_X_PX + round(words + 0.5) + CLEAR_PX + KEY_MARGIN_PX, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """As narrow as that."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the list along."""
        super().resizeEvent(event)
        if self.has_results:
            self._place_results()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the list along."""
        super().moveEvent(event)
        if self.has_results:
            self._place_results()

    def hideEvent(self, event: QHideEvent) -> None:
        """No list without its field."""
        super().hideEvent(event)
        self.close_results()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the lens, and the key that leads here."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        border, width = (theme.pine, CHOSEN_PX) if self.line.hasFocus() else (theme.edge, BORDER_PX)
        paint_shape(painter, QRectF(self.rect()), HEIGHT_PX / 2, Look(theme.surface, theme.ink, border, width))
        middle = HEIGHT_PX / 2
        paint_icon(painter, "search", QPointF(31, middle), 24, color(theme.ink2))
        end, key = self.width() - KEY_MARGIN_PX, font(15, 500)
        begin = TEXT_X_PX + text_width(self.line.placeholderText(), self.line.font()) + KEY_MARGIN_PX
        if not self.line.text() and begin + text_width(self._key, key) < end:
            draw_text(painter, end, middle, self._key, key, color(theme.ink3), Qt.AlignmentFlag.AlignRight)
        painter.end()

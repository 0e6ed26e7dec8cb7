"""The beat as words over pips: the word of the moment is large and ember, its pips fill one by one."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from acutimer.core.pacing import Beat
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, left_bearing, text_width
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.stage.line import SMALLEST_PX
from acutimer.ui.session.words.phase_words import motion_words

WIDTH_PX, HEIGHT_PX = 520, 86
GAP_PX, PART_GAP_PX = 6, 28
WORD_PX, RESTING_WORD_PX, LEAST_WORD_PX = 44, 30, 22
NARROWEST_SHARE = 0.3


class Pips(QLabel):
    """`text()` is the word of the moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._beat: Beat | None = None
        self._is_held = False
        self._scale, self._width_px = 1.0, float(WIDTH_PX)

    def show_beat(self, beat: Beat, *, held: bool) -> None:
        """Show a beat; one that is held is grey."""
        if (beat.parts, beat.now, beat.lit, held) == self._shown():
            return
        self._beat, self._is_held = beat, held
        words = motion_words(beat.motion, QCoreApplication.translate)
        if words != self.text():
            self.setText(words)
        self.update()

    def set_scale(self, scale: float, width_px: float | None = None) -> None:
        """Measure everything times `scale` from now on, the row as wide as designed or `width_px`."""
        self._scale, self._width_px = scale, WIDTH_PX * scale if width_px is None else width_px
        self.update()

    def _shown(self) -> tuple[object, ...]:
        beat = self._beat
        return (beat.parts, beat.now, beat.lit, self._is_held) if beat else ()

    def _pip_widths(self, beat: Beat) -> list[float]:
        """The width of one pip of each part: by its seconds, but never too narrow for its word."""
        count = sum(part.pips for part in beat.parts)
        room = self._width_px - self._gaps(beat, count)
        if all(part.pips == 1 for part in beat.parts):
            whole = sum(part.seconds for part in beat.parts)
            shares = [max(NARROWEST_SHARE, part.seconds / whole) for part in beat.parts]
            return [room * share / sum(shares) for share in shares]
        return [room / count for _ in beat.parts]

    def _gaps(self, beat: Beat, count: int) -> float:
        parts = len(beat.parts)
        gap = GAP_PX if count <= 12 else GAP_PX / 2
        return (PART_GAP_PX * (parts - 1) + gap * (count - parts)) * self._scale

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words and pips."""
        beat, scale = self._beat, self._scale
        if beat is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        gap = (GAP_PX if sum(part.pips for part in beat.parts) <= 12 else GAP_PX / 2) * scale
        x = 0.0
        for index, (part, width) in enumerate(zip(beat.parts, self._pip_widths(beat), strict=True)):
            is_now = index == beat.now
            whole = part.pips * width + (part.pips - 1) * gap
            beside = 0 if index == len(beat.parts) - 1 else (PART_GAP_PX - 8) * scale
            self._paint_word(painter, x, whole + beside, index)
            for pip in range(part.pips):
                lit = min(max(beat.lit - pip, 0.0), 1.0) if is_now else 0.0
                self._paint_pip(painter, QRectF(x + pip * (width + gap), 64 * scale, width, 18 * scale), lit)
            x += whole + PART_GAP_PX * scale
        painter.end()

    def _paint_word(self, painter: QPainter, x: float, room: float, index: int) -> None:
        assert self._beat is not None
        theme, is_now = tokens(self), index == self._beat.now
        words = motion_words(self._beat.parts[index].motion, QCoreApplication.translate)
        usual, weight = (WORD_PX, 650) if is_now else (RESTING_WORD_PX, 450)
        wide = text_width(words, font(usual * self._scale, weight))
        px = max(SMALLEST_PX / self._scale, LEAST_WORD_PX, min(usual, usual * room / wide))
        ink = theme.ember_ink if is_now and not self._is_held else theme.ink3
        letters = font(px * self._scale, weight)
        bearing = left_bearing(QFontMetricsF(letters), words[0])
        draw_text(painter, x - bearing, 26 * self._scale, words, letters, color(ink))

    def _paint_pip(self, painter: QPainter, rect: QRectF, lit: float) -> None:
        theme = tokens(self)
        round_px = min(rect.height(), rect.width()) / 2
        shape = QPainterPath()
        shape.addRoundedRect(rect, round_px, round_px)
        painter.fillPath(shape, color(theme.line if self._is_held else theme.ember_track))
        if lit > 0:
            painter.save()
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            filled = QRectF(rect.left(), rect.top(), rect.width() * lit, rect.height())
            painter.fillRect(filled, color(theme.ink3 if self._is_held else theme.ember))
            painter.restore()

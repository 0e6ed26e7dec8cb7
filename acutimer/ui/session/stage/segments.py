"""The routine as a row of segments: what is done, what runs, what is to come."""

import math
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome, Session
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens
from acutimer.ui.session.stage.line import SMALLEST_PX
from acutimer.ui.session.words.phase_words import part_words, subject_words
from acutimer.ui.session.words.times import Translate

HEIGHT_PX, BAR_PX = 44, 12
LABELS_TOP_PX = 17
BAR_STEP_PX = 1.0  # a bar that has filled by less looks the same
GAP_PX, STEP_GAP_PX, LABEL_GAP_PX = 4, 18, 10
LEAST_GAP_PX = 4
WAIT_SECONDS = 30.0  # how long a wait counts in the row: long enough to be seen
LONGEST_RATIO = 3.0  # the longest segment is at most so many times the shortest


class Standing(Enum):
    """How far a segment has come."""

    TO_COME = auto()
    NOW = auto()
    DONE = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class Segment:
    """One practice phase: its place in the plan, its width relative to others, and its words.

    `subject` is empty but for the first segment of a step; `part` is the side or the set.
    """

    index: int
    weight: float
    subject: str
    part: str

    @property
    def label(self) -> str:
        """Both words."""
        return _joined(self.subject, self.part)


def segments_of(plan: Plan, library: Library, translate: Translate) -> tuple[tuple[Segment, ...], ...]:
    """The segments of a plan, grouped by step."""
    groups: dict[int, list[Segment]] = {}
    for index, phase in enumerate(plan.phases):
        if phase.kind.is_practice or phase.kind is PhaseKind.WAIT:
            group = groups.setdefault(phase.step, [])
            step = plan.routine.steps[phase.step]
            subject = subject_words(phase, step, library) if not group else ""
            seconds = phase.seconds if phase.seconds is not None else WAIT_SECONDS
            group.append(Segment(index, math.sqrt(max(1.0, seconds)), subject, part_words(phase, translate)))
    lightest = min((segment.weight for group in groups.values() for segment in group), default=1.0)
    most = lightest * LONGEST_RATIO
    return tuple(
        tuple(Segment(it.index, min(it.weight, most), it.subject, it.part) for it in group) for group in groups.values()
    )


def _joined(subject: str, part: str) -> str:
    return "\u2002".join(word for word in (subject, part) if word)


def standing_of(segment: Segment, session: Session) -> Standing:
    """How far a segment has come in `session`. Its preparation already makes it the one of now."""
    index = session.index
    phases = session.plan.phases
    now = index
    while now is not None and now + 1 < len(phases) and phases[now].kind.prepares:
        now += 1
    if segment.index == now:
        return Standing.NOW
    if index is not None and segment.index > index:
        return Standing.TO_COME
    kept = [lived.outcome for lived in session.lived if lived.index == segment.index]
    if any(outcome is not Outcome.SKIPPED for outcome in kept):
        return Standing.DONE
    return Standing.LEFT_OUT


def share_done(segment: Segment, session: Session) -> float:
    """How much of a segment that is behind was done at best, 0 to 1."""
    shares = [0.0]
    for lived in session.lived:
        if lived.index == segment.index and lived.outcome is not Outcome.SKIPPED:
            whole = lived.outcome is Outcome.DONE or not lived.phase.seconds
            shares.append(1.0 if whole else min(1.0, lived.done_seconds / (lived.phase.seconds or 1.0)))
    return max(shares)


class Segments(QWidget):
    """Paints the row; its accessible description is made by the page's announcements."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._groups: tuple[tuple[Segment, ...], ...] = ()
        self._session: Session | None = None
        self._share = 0.0
        self._scale = 1.0
        self._now_bar: QRectF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_session(self, session: Session, share: float) -> None:
        """Show how far the session has come; `share` is how much of the running practice is done, 0 to 1."""
        before, self._session = self._session, session
        if before is None or before.plan is not session.plan:
            self._groups = segments_of(session.plan, self._library, QCoreApplication.translate)
        if before is not session:
            self._share, self._now_bar = share, None
            self.update()
        elif share != self._share:
            bar = self._now_bar = self._now_bar or self._bar_of_now()
            if abs(share - self._share) * bar.width() >= BAR_STEP_PX:
                ends = [bar.left() + bar.width() * it for it in sorted((self._share, share))]
                self._share = share
                self.update(QRectF(ends[0] - 1, bar.top(), ends[1] - ends[0] + 2, bar.height()).toAlignedRect())

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale, self._now_bar = scale, None
        self.update()

    def sizeHint(self) -> QSize:
        """Bars and the words below."""
        return QSize(400, round(HEIGHT_PX * self._scale))

    def bars(self) -> list[tuple[Segment, QRectF]]:
        """Where each segment's bar lies."""
        count = sum(len(group) for group in self._groups)
        if not count:
            return []
        room = self.width()
        step_gap, gap = STEP_GAP_PX * self._scale, GAP_PX * self._scale
        if count > room / (40 * self._scale):
            step_gap = max(LEAST_GAP_PX + 2.0, step_gap / 2)
        gaps = step_gap * (len(self._groups) - 1) + gap * (count - len(self._groups))
        weight = sum(segment.weight for group in self._groups for segment in group)
        found = []
        x = 0.0
        for group in self._groups:
            for segment in group:
                wide = (room - gaps) * segment.weight / weight
                found.append((segment, QRectF(x, 2 * self._scale, wide, BAR_PX * self._scale)))
                x += wide + gap
            x += step_gap - gap
        return found

    def labels(self) -> list[tuple[Segment, float, str]]:
        """The words that fit, with where they begin: the present one always, the others where there is room."""
        if not self._groups:
            return []
        bars = dict(self.bars())
        placed: list[tuple[Segment, float, str]] = []
        taken: list[tuple[float, float]] = []

        def put(segment: Segment, x: float, words: str) -> None:
            placed.append((segment, x, words))
            taken.append((x, x + self.wide(words)))

        ends = [*(bars[group[0]].left() for group in self._groups[1:]), float(self.width())]
        steps = list(zip(self._groups, ends, strict=True))
        now = next((it for it in bars if self.standing(it) is Standing.NOW), None)
        for group, end in steps:
            if now in group and now is not None:
                fits = len(self._step_words(group, bars, end)) == len(group)
                words = now.label if fits else _joined(group[0].subject, now.part)
                put(now, min(bars[now].left() + 2, self.width() - self.wide(words)), words)
        for group, end in steps:
            for segment, words in self._step_words(group, bars, end):
                x = bars[segment].left() + 2
                is_free = all(x + self.wide(words) <= left or x >= right for left, right in taken)
                if segment is not now and is_free:
                    put(segment, x, words)
        return placed

    def _step_words(
        self, group: tuple[Segment, ...], bars: dict[Segment, QRectF], end: float
    ) -> list[tuple[Segment, str]]:
        """The words of one step: a label each, or the step's name alone, or none, whichever fits before `end`."""
        ends = [*(bars[segment].left() for segment in group[1:]), end]
        each = [(segment, segment.label) for segment in group]
        if all(
            bars[segment].left() + 2 + self.wide(words) <= stop
            for (segment, words), stop in zip(each, ends, strict=True)
        ):
            return each
        whole = bars[group[0]].left() + 2 + self.wide(group[0].subject) <= end
        return [(group[0], group[0].subject)] if whole and group[0].subject else []

    def wide(self, words: str) -> float:
        """How wide words are with the gap after them, at their boldest."""
        return text_width(words, self._letters(is_now=True)) + LABEL_GAP_PX * self._scale

    def standing(self, segment: Segment) -> Standing:
        """How far a segment has come in the session shown."""
        return standing_of(segment, self._session) if self._session else Standing.TO_COME

    def _letters(self, *, is_now: bool) -> QFont:
        return font(max(SMALLEST_PX, 16 * self._scale), 650 if is_now else 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bars lie elsewhere now."""
        self._now_bar = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars and words; while only a bar fills, only that."""
        theme, asked = tokens(self), QRectF(event.rect())
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for segment, bar in self.bars():
            if not bar.intersects(asked):
                continue
            standing = self.standing(segment)
            self._paint_bar(painter, bar, standing, self._filled(segment, standing), theme)
        inks = {Standing.NOW: theme.ember_ink, Standing.DONE: theme.ink}
        for segment, x, words in self.labels() if asked.bottom() > LABELS_TOP_PX * self._scale else ():
            standing = self.standing(segment)
            letters = self._letters(is_now=standing is Standing.NOW)
            draw_text(painter, x, 31 * self._scale, words, letters, color(inks.get(standing, theme.ink3)))
        painter.end()

    def _bar_of_now(self) -> QRectF:
        return next((bar for segment, bar in self.bars() if self.standing(segment) is Standing.NOW), QRectF())

    def _filled(self, segment: Segment, standing: Standing) -> float:
        """How much of a bar is filled, 0 to 1."""
        if standing is Standing.NOW:
            return self._share
        if standing is Standing.DONE and self._session is not None:
            return share_done(segment, self._session)
        return 0.0

    def _paint_bar(self, painter: QPainter, bar: QRectF, standing: Standing, share: float, theme: Tokens) -> None:
        round_px = min(bar.height(), bar.width()) / 2
        if standing is Standing.LEFT_OUT:
            painter.setPen(QPen(color(theme.edge), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.adjusted(1, 1, -1, -1), round_px - 1, round_px - 1)
            return
        shape = QPainterPath()
        shape.addRoundedRect(bar, round_px, round_px)
        is_now = standing is Standing.NOW
        painter.fillPath(shape, color(theme.ember_track if is_now else theme.seg))
        if share > 0:
            painter.save()
            painter.setClipPath(shape)
            filled = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
            painter.fillRect(filled, color(theme.ember if is_now else theme.pine))
            painter.restore()

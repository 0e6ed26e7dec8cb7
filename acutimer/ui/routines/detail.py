"""One routine: what it needs, how much time there is for it, its steps, what to beware of, and its start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.core.routines import RepsStep, Routine, Step
from acutimer.ui.context import Context
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, laid_out_once, row
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.detail_foot import DetailFoot
from acutimer.ui.routines.detail_head import DetailHead
from acutimer.ui.routines.doses import lines_of
from acutimer.ui.routines.fits import Fit, fit_to, fits, span_minutes, told_dropped
from acutimer.ui.routines.lately import Lately
from acutimer.ui.routines.nothing_left import nothing_left
from acutimer.ui.routines.reading import reading_column
from acutimer.ui.routines.steps import StepList, StepWords
from acutimer.ui.routines.words import length, minutes
from acutimer.ui.safety.changes_note import ChangesNote

MARGIN_PX, NARROW_MARGIN_PX = 36, 22
NARROW_BELOW_PX = 560
LOW_BELOW_PX = 420
BESIDE_FROM_PX = 1040  # from here on there is room for a second column
COLUMN_GAP_PX = 48
STEPS_SHARE, READING_SHARE = 3, 2
QWIDGETSIZE_MAX = 16777215  # as wide as Qt lets it be
EDGE_PX = 4  # between the bar and the card's edge


class RoutineDetail(Card):
    """The card beside the list. `start` carries the plan that was chosen."""

    start = Signal(object)
    remembered = Signal(str, object)
    """A routine that is started, by its id, and the minutes chosen for it; None for its full length."""
    starred = Signal(bool)
    """The routine shown is to be a favourite, or none any more."""
    asked = Signal(object)
    """An Action for the routine shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self._context = context
        self._library = context.library
        self._fit: Fit | None = None
        self._told: tuple[object, ...] = ()  # what it was shown from
        self._can_choose = False  # whether the routine shown can be had in other lengths
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.head = DetailHead(context.library)
        self.head.starred.connect(self.starred)
        self.head.asked.connect(self.asked)
        self.foot = DetailFoot()
        self.foot.asked.connect(self.asked)
        self.start_button = self.foot.start
        self.start_button.clicked.connect(self.start_chosen)
        self._body = QWidget()
        self._content = column(self.head, 20, self._body, None)
        self._held = column(self._content, margins=(NARROW_MARGIN_PX, 22, 0, 20))
        self._scroll = GutterScroll(NARROW_MARGIN_PX - EDGE_PX, self._held)
        self._rule = Rule()
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _low, high: self._rule.setVisible(high > 0))
        self._foot = row((self.foot, 1))
        column(
            (row(self._scroll, margins=(0, 0, EDGE_PX, 0)), 1),
            row(self._rule, margins=(1, 0)),
            self._foot,
            margins=(0, 8, 0, 0),
            parent=self,
        )

    @property
    def shown(self) -> str | None:
        """The id of the routine shown."""
        return self._fit.plan.routine.id if self._fit else None

    def show_routine(self, routine: Routine, lately: Lately) -> None:
        """Show a routine in the length last chosen for it; the one shown already keeps its length and its place."""
        shelf, settings = self._context.shelf, self._context.preferences.value
        told = (routine, lately.of(routine.id), settings, shelf.is_own(routine.id), routine.id in shelf.favourites)
        if told == self._told:
            return
        self._told = told
        with laid_out_once(self._content):
            scrolled = self._show(routine, lately)
        self._scroll.verticalScrollBar().setValue(scrolled)

    def _show(self, routine: Routine, lately: Lately) -> int:
        """Show a routine: returns how far it is to be scrolled."""
        shelf, settings, safety = self._context.shelf, self._context.preferences.value, self._context.safety
        is_same = self._fit is not None and self._fit.plan.routine.id == routine.id
        asked = self._fit.minutes if self._fit is not None and is_same else settings.minutes.get(routine.id)
        scrolled = self._scroll.verticalScrollBar().value() if is_same else 0
        is_own = shelf.is_own(routine.id)
        self.head.show_routine(routine, lately, is_own=is_own, is_favourite=routine.id in shelf.favourites)
        self.foot.show_own(is_own)
        offered = fits(routine, settings, safety)
        fewest, full = span_minutes(routine, settings, safety)
        self.switch = Switch(
            [fit.label for fit in offered],
            [fit.detail(self._library) for fit in offered],
            height=68,
            name=self.tr("How much time do you have?"),
        )
        name = self.tr("Minutes")

        def shown(value: int) -> str:
            """In full it is told once, beside it: there as it is, here it would be rounded up."""
            return self.tr("In full") if value >= full else minutes(60 * value)

        self.minutes = Stepper(full, min(fewest, full), full, 1, shown, name)

        def choose(fit: Fit) -> None:
            place = next((it for it, other in enumerate(offered) if other.minutes == fit.minutes), None)
            self.switch.clear() if place is None else self.switch.set_index(place)
            self.minutes.set_value(full if fit.minutes is None else fit.minutes)
            self._choose(fit, lately)

        def choose_minutes(value: int | None) -> None:
            choose(fit_to(None if value is None or value >= full else value, routine, settings, safety))

        self.switch.chosen.connect(lambda place: choose(offered[place]))
        self.minutes.changed.connect(choose_minutes)
        self._build(routine, can_choose=fewest < full and not offered[-1].plan.is_empty)
        choose_minutes(asked)
        self._body.show()
        return scrolled

    def start_chosen(self) -> None:
        """Start with the length that is chosen; where nothing is left to start, say why."""
        if self._fit is None:
            return
        fit = self._fit
        if fit.plan.is_empty:
            self._context.messages.say(nothing_left(fit.plan, self._library), "caution", seconds=12)
            return
        self.remembered.emit(fit.plan.routine.id, fit.minutes)
        self.start.emit(fit.plan)

    # -- inside ----------------------------------------------------------------------------------

    def _build(self, routine: Routine, *, can_choose: bool) -> None:
        """What is below the head, anew."""
        self.steps, self.changes = StepList(), ChangesNote(self._library)
        self.dropped = Text("", "small", "ink2", wrap=True)
        self.empty = Text("", "body", "ink", wrap=True)
        self.empty.hide()
        middle = Qt.AlignmentFlag.AlignVCenter
        align = Qt.AlignmentFlag.AlignLeft | middle
        question = Text(self.tr("How much time do you have?"), "strong", wrap=True, align=align)
        self._can_choose = can_choose
        choice = column(row((question, 1), 16, (self.minutes, middle)), 10, self.switch, 14)
        if not can_choose:
            choice.hide()
        practice = column(choice, self.dropped, 4, self.empty, self.steps, 6, self.changes, None)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(practice, STEPS_SHARE)
        self._columns.addWidget(reading_column(routine, self._library), READING_SHARE)
        body = QWidget()
        body.setLayout(self._columns)
        layout = self._content.layout()
        assert layout is not None
        layout.replaceWidget(self._body, body)
        self._body.hide()
        self._body.setParent(None)  # what is asked for its children finds the new ones alone
        self._body.deleteLater()
        self._body = body
        self._arrange()

    def _choose(self, fit: Fit, lately: Lately) -> None:
        self._fit = fit
        self.dropped.setText(told_dropped(fit, self._library))
        self.dropped.setVisible(bool(self.dropped.text()))
        self.empty.setText(nothing_left(fit.plan, self._library) if fit.plan.is_empty else "")
        self.empty.setVisible(fit.plan.is_empty)
        self.steps.show_steps([self._words(step, lately) for step in fit.plan.routine.steps])
        self.changes.show_changes(fit.plan)
        self.foot.show_start("" if fit.plan.is_empty else length(fit.plan), can_start=not fit.plan.is_empty)

    def _words(self, step: Step, lately: Lately) -> StepWords:
        today = lately.towards(self._library.exercises[step.exercise]) if isinstance(step, RepsStep) else ""
        return StepWords(lines_of(step, self._library, self._context.preferences.value.first_side), today)

    def _arrange(self) -> None:
        """The steps on the left and what there is to read on the right, where there is room for both."""
        margin = NARROW_MARGIN_PX if self.width() < NARROW_BELOW_PX else MARGIN_PX
        is_low = self.height() < LOW_BELOW_PX
        beside = self.width() >= BESIDE_FROM_PX
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self.head.set_large(not is_low and margin == MARGIN_PX)
        self._columns.setDirection(direction)
        self._columns.setSpacing(COLUMN_GAP_PX if beside else 14)
        steps_px = (self.width() - 2 * MARGIN_PX - COLUMN_GAP_PX) * STEPS_SHARE // (STEPS_SHARE + READING_SHARE)
        if self._can_choose:  # the stepper beside the question chooses as well
            self.switch.setVisible(self.switch.minimumSizeHint().width() <= self.width() - 2 * margin - BAR_PX)
        self.foot.setMaximumWidth(steps_px if beside else QWIDGETSIZE_MAX)
        held, content, foot = self._held.layout(), self._content.layout(), self._foot.layout()
        assert held is not None
        assert content is not None
        assert foot is not None
        margins = held.contentsMargins()
        margins.setTop(6 if is_low else 22)
        held.setContentsMargins(margins)
        content.setContentsMargins(margin - NARROW_MARGIN_PX, 0, margin - NARROW_MARGIN_PX, 0)
        foot.setContentsMargins(margin, *((8, margin, 10) if is_low else (16, margin, 28)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two; less air where there is little room."""
        super().resizeEvent(event)
        self._arrange()

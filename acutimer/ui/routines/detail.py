"""One routine: what it needs, how much time there is for it, its steps, what to beware of, and its start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.routines import RepsStep, Routine, Step
from acutimer.core.settings import Settings
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.catalogue import icon_of
from acutimer.ui.routines.doses import lines_of
from acutimer.ui.routines.fits import Fit, fit_to, fits, span_minutes, told_dropped
from acutimer.ui.routines.guide import Fold, guide_fold
from acutimer.ui.routines.lately import Lately
from acutimer.ui.routines.notes import how_often, sources, step_cautions
from acutimer.ui.routines.steps import StepList, StepWords
from acutimer.ui.routines.words import joined, length, minutes, postures, sentence

MARGIN_PX = 36
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

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self._library = library
        self._fit: Fit | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.start_button = Button(self.tr("Start"), "primary", "play", height=64)
        self.start_button.clicked.connect(self.start_chosen)
        self._scroll = GutterScroll(MARGIN_PX - EDGE_PX, QWidget())
        self._rule = Rule()
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _low, high: self._rule.setVisible(high > 0))
        foot = column(self.start_button, margins=(MARGIN_PX, 16, MARGIN_PX, 28))
        column(
            (row(self._scroll, margins=(0, 0, EDGE_PX, 0)), 1),
            row(self._rule, margins=(1, 0)),
            foot,
            margins=(0, 8, 0, 0),
            parent=self,
        )

    @property
    def shown(self) -> str | None:
        """The id of the routine shown."""
        return self._fit.plan.routine.id if self._fit else None

    def show_routine(self, routine: Routine, settings: Settings, lately: Lately) -> None:
        """Show a routine in the length last chosen for it; the one shown already keeps its length and its place."""
        is_same = self._fit is not None and self._fit.plan.routine.id == routine.id
        asked = self._fit.minutes if self._fit is not None and is_same else settings.minutes.get(routine.id)
        scrolled = self._scroll.verticalScrollBar().value() if is_same else 0
        offered = fits(routine, settings)
        fewest, full = span_minutes(routine, settings)
        self.switch = Switch(
            [fit.label for fit in offered],
            [fit.detail(self._library) for fit in offered],
            height=68,
            name=self.tr("How much time do you have?"),
        )
        name = self.tr("Minutes")
        self.minutes = Stepper(full, min(fewest, full), full, 1, lambda value: minutes(60 * value), name)

        def choose(fit: Fit) -> None:
            place = next((it for it, other in enumerate(offered) if other.minutes == fit.minutes), None)
            self.switch.clear() if place is None else self.switch.set_index(place)
            self.minutes.set_value(full if fit.minutes is None else fit.minutes)
            self._choose(fit, settings, lately)

        self.switch.chosen.connect(lambda place: choose(offered[place]))
        self.minutes.changed.connect(lambda value: choose(fit_to(None if value >= full else value, routine, settings)))
        self.steps = StepList()
        self.dropped = Text("", "small", "ink2", wrap=True)
        self._scroll.show_content(self._content(routine, lately, can_choose=fewest < full))
        choose(fit_to(None if asked is None or asked >= full else asked, routine, settings))
        self._scroll.verticalScrollBar().setValue(scrolled)

    def start_chosen(self) -> None:
        """Start with the length that is chosen."""
        if self._fit is not None:
            fit = self._fit
            self.remembered.emit(fit.plan.routine.id, fit.minutes)
            self.start.emit(fit.plan)

    def _content(self, routine: Routine, lately: Lately, *, can_choose: bool) -> QWidget:
        middle = Qt.AlignmentFlag.AlignVCenter
        align = Qt.AlignmentFlag.AlignLeft | middle
        question = Text(self.tr("How much time do you have?"), "strong", wrap=True, align=align)
        choice: list[Item] = [row((question, 1), 16, (self.minutes, middle)), 10, self.switch, 14]
        folds = self._folds(routine)
        practice = column(*(choice if can_choose else ()), self.dropped, 4, self.steps, None)
        texts: list[Item] = []
        if routine.cautions:
            texts += [_caution([claim.text for claim in routine.cautions]), 16]
        if folds:
            texts += [Text(self.tr("Good to know"), "strong"), 10, *_spaced(folds), 12]
        reading = column(*texts, Text(sources(routine, self._library), "small", "ink3", wrap=True), None)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.addWidget(practice, STEPS_SHARE)
        self._columns.addWidget(reading, READING_SHARE)
        self._arrange()
        return column(
            Text(routine.name, "display", wrap=True),
            6,
            self._facts(routine, lately),
            12,
            Text(routine.summary, "body", "ink2", wrap=True),
            20,
            self._columns,
            None,
            margins=(MARGIN_PX, 22, MARGIN_PX, 20),
        )

    def _arrange(self) -> None:
        """The steps on the left and what there is to read on the right, where there is room for both."""
        beside = self.width() >= BESIDE_FROM_PX
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setSpacing(COLUMN_GAP_PX if beside else 14)
        steps_px = (self.width() - 2 * MARGIN_PX - COLUMN_GAP_PX) * STEPS_SHARE // (STEPS_SHARE + READING_SHARE)
        self.start_button.setMaximumWidth(steps_px if beside else QWIDGETSIZE_MAX)

    def _folds(self, routine: Routine) -> list[Fold]:
        cards = [self._library.guide[id_] for id_ in routine.guide if id_ in self._library.guide]
        folds = [guide_fold(card, self._library.sources) for card in cards]
        if watch := step_cautions(routine, self._library):
            texts: list[Item] = [part for words in watch for part in (Text(words, "body", wrap=True), 10)]
            folds.insert(0, Fold(self.tr("What to watch for, step by step"), texts, "warn"))
        return folds

    def _facts(self, routine: Routine, lately: Lately) -> QWidget:
        needed = sentence(joined(routine.equipment)) or self.tr("Hands only")
        facts = [
            (icon_of(routine, self._library), postures(routine)),
            ("hand", needed),
            ("clock", self.tr("Not done yet") if routine.id not in lately.last_done else lately.day(routine.id)),
        ]
        if routine.schedule is not None:
            facts.append(("redo", how_often(routine.schedule)))
        return flow(*(row(Icon(icon), 8, Text(words, "body", "ink2")) for icon, words in facts), gap=22, line_gap=6)

    def _choose(self, fit: Fit, settings: Settings, lately: Lately) -> None:
        self._fit = fit
        self.dropped.setText(told_dropped(fit, self._library))
        self.dropped.setVisible(bool(self.dropped.text()))
        self.steps.show_steps([self._words(step, settings, lately) for step in fit.plan.routine.steps])
        self.start_button.set_detail(length(fit.plan))

    def _words(self, step: Step, settings: Settings, lately: Lately) -> StepWords:
        today = lately.towards(self._library.exercises[step.exercise]) if isinstance(step, RepsStep) else ""
        return StepWords(lines_of(step, self._library, settings.first_side), today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()


def _spaced(cards: list[Fold]) -> list[Item]:
    return [part for card in cards for part in (card, 8)]


def _caution(texts: list[str]) -> Card:
    """All cautions of a routine on one ground, a little air between them."""
    card = Card("caution", 16)
    lines: list[Item] = [part for text in texts for part in (Text(text, "small", "ochre_ink", wrap=True), 6)]
    top = Qt.AlignmentFlag.AlignTop
    row((Icon("warn", 22, "ochre_ink"), top), (column(*lines[:-1]), 1), spacing=12, margins=(16, 12), parent=card)
    card.setAccessibleName(" ".join(texts))
    return card

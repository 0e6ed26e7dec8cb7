"""One point to read: names, how to find and press it, what is said of it, what to beware of; and Press now."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.points import Claim, Point
from acutimer.core.settings import Settings
from acutimer.language.joining import ended, listed
from acutimer.ui.context import Context
from acutimer.ui.explore.care import changes_of
from acutimer.ui.explore.finding.finder import Finder
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.reading.red_flags import red_flags
from acutimer.ui.explore.words import clock, span, time_name
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Badge
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.kit.text import Text
from acutimer.ui.safety.care_note import CareNote

WIDTH_PX = 440
STEP_SECONDS = 15
PRESS_PX, ADD_PX = 56, 50
LOW_PX = 400  # a lower panel has no room for every step of finding a point
# The source id that marks a choice of ours: it is no text one could look up.
PRODUCT = "product"


class PointPanel(Panel):
    """A point's panel. The time a point was last pressed for is offered again."""

    press_now = Signal(str, int)
    """A point's code, and the seconds for each side."""
    add_wanted = Signal(str)
    """A point's code: it is wanted in a routine."""
    found = Signal(object)
    """A Finding while the steps of finding the point are shown, None when that has ended."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self._context = context
        self.point: Point | None = None
        self.stepper: Stepper | None = None
        self.press: Button | None = None
        self.add: Button | None = None
        self.finder: Finder | None = None
        self._conditions = context.preferences.value.conditions
        context.preferences.changed.connect(self._look_again)
        self._is_finding_alone = False

    def show_point(self, point: Point) -> None:
        """Show a point, its time as last chosen, or as its source gives it."""
        if self.finder is not None:
            self.finder.stop()
        self.point = point
        self._conditions = self._context.preferences.value.conditions
        self._is_finding_alone = False
        self._show(point)

    def cover(self, is_covering: bool) -> None:
        """Cover the stage, with a foot that leaves room to read, or stand beside it."""
        is_other = is_covering is not self.is_covering
        super().cover(is_covering)
        if is_other and self.point is not None:
            self.show_point(self.point)

    def show_finding_alone(self, is_alone: bool) -> None:
        """While one finds the point, narrow beside the drawing, show nothing else."""
        if is_alone is self._is_finding_alone:
            return
        self._is_finding_alone = is_alone
        self.show_alone(self.finder if is_alone else None)
        if self.finder is not None:
            self.finder.show_step_alone(is_alone and self.height() < LOW_PX)

    def want_in_routine(self) -> None:
        """Say that the point is wanted in a routine, if it is one to press."""
        if self.point is not None and self.add is not None:
            self.add_wanted.emit(self.point.code)

    def start(self) -> None:
        """Press now, if the point is one to press."""
        if self.point is not None and self.stepper is not None:
            self._remember(self.point, self.stepper.value)
            self.press_now.emit(self.point.code, self.stepper.value)

    def _remember(self, point: Point, seconds: int) -> None:
        """The time chosen for a point is the one it has next time; the source's own is not kept."""
        preferences = self._context.preferences
        kept = {code: time for code, time in preferences.value.press_seconds.items() if code != point.code}
        is_own = seconds != point.dose.seconds
        preferences.update(press_seconds={**kept, point.code: seconds} if is_own else kept)

    def find_it(self) -> None:
        """Show the first step of finding it, or the next one."""
        if self.finder is not None and self.finder.is_walking:
            self.finder.go(1)
        elif self.finder is not None:
            self.finder.start()

    def _words(self, point: Point) -> QWidget:
        way_back = self.way_back(self.tr("Close this point"), self.tr("Back to the drawing"))
        title = row((Text(point.name, "title", wrap=True), 1), way_back)
        names = row(
            Badge(point.code, "code"),
            12,
            *(item for name in point.names_beside for item in (Text(name, "lead", "ink2"), 10)),
            None,
        )
        sections = [
            self._section(self.tr("How to press"), "", (point.press,)),
            self._section(self.tr("Used for"), self.tr("Tradition"), point.tradition),
            self._section(self.tr("What studies found"), self.tr("Evidence"), point.evidence),
        ]
        cautions = red_flags("", point.cautions)
        return column(
            title,
            2,
            names,
            10,
            *self._care(point),
            self._find(point),
            14,
            *(section for section in sections if section is not None),
            *((cautions, 14) if point.cautions else ()),
            self._sources(point),
            None,
            margins=(PADDING_PX, 16, RIGHT_PX, 16),
        )

    def _find(self, point: Point) -> Finder:
        library, measure = self._context.library, point.rule.measure
        named = (point.rule.landmark, point.rule.toward or "", "" if measure is None else measure.name)
        marks = [form for name in named for form in library.forms.get(name, ())]
        is_still = self._context.preferences.value.reduced_motion
        self.finder = Finder(point.steps, marks, is_still=is_still)
        self.finder.found.connect(self.found)
        return self.finder

    def _section(self, title: str, kind: str, claims: Iterable[Claim]) -> QWidget | None:
        texts = [Text(claim.text, "body", "ink2", wrap=True) for claim in claims]
        if not texts:
            return None
        return column(self._named(title, kind), 2, column(*texts, spacing=4), 16)

    def _named(self, title: str, kind: str) -> QWidget:
        """The heading of a section and what kind of knowledge it is, below it where both are long."""
        heading = self.heading(title)
        if not kind:
            return row(heading, None)
        badge = Badge(kind)
        needed_px = PADDING_PX + heading.sizeHint().width() + 10 + badge.sizeHint().width() + RIGHT_PX
        return row(heading, 10, badge, None) if needed_px <= WIDTH_PX - BAR_PX else column(heading, 4, row(badge, None))

    def _sources(self, point: Point) -> QWidget:
        sources = self._context.library.sources
        names = (sources[name].short for name in point.sources if name != PRODUCT)
        words = Text(" · ".join(dict.fromkeys(names)), "small", "ink2", wrap=True)
        words.setAccessibleName(self.tr("Sources: {names}").format(names=words.text()))
        return row(Icon("book", 20, "ink3"), 10, (words, 1))

    def _show(self, point: Point) -> None:
        """Where the panel covers the stage it may be low: only what starts stays at its foot."""
        self.stepper = self.press = self.add = None
        reason = self._reason_not_to_press(point)
        words = self._words(point)
        if reason:
            self.fill(words, row(Text(reason, "body", "ink2", wrap=True), margins=(PADDING_PX, 16, 24, 20)))
            return
        name = time_name(point.area)
        time, add = self._time(point, name), self._add_button()
        press = self._press_button()
        self._tell_total(time.value)
        named = Text(name, "body")
        chosen, at_foot = column(named, 4, time), Qt.AlignmentFlag.AlignBottom
        if not self.is_covering:
            beside_px = max(named.sizeHint().width(), time.sizeHint().width()) + add.sizeHint().width()
            has_room = PADDING_PX + beside_px + 24 <= WIDTH_PX
            upper = row(chosen, None, (add, at_foot)) if has_room else column(chosen, 12, add)
            self.fill(words, column(upper, 12, press, margins=(PADDING_PX, 12, 24, 18)))
            return
        inside = words.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.insertWidget(inside.count() - 1, row(add, None, margins=(0, 12, 0, 0)))
        self.fill(words, row((chosen, at_foot), 14, (press, at_foot), margins=(PADDING_PX, 8, 24, 14)))

    def _reason_not_to_press(self, point: Point) -> str:
        """Why there is no timer for a point, in a sentence; empty where there is one."""
        if point.professional:
            return self.tr("Shown so that you know where it is. Leave pressing here to a professional: no timer.")
        if self._context.safety.forbids(point.code):
            return self.tr("No timer here: your safety profile leaves this point out. You find it under Settings.")
        return ""

    def _care(self, point: Point) -> list[Item]:
        """What the safety profile asks for at this point, if anything."""
        words = self._context.library.safety_words
        notes = (CareNote(ended(words.now(it)), words.why(it)) for it in changes_of((point,), self._context))
        return [part for note in notes for part in (note, 14)]

    def _look_again(self, settings: Settings) -> None:
        """Another safety profile may ask for something else."""
        if self.point is not None and settings.conditions != self._conditions:
            self.show_point(self.point)

    def _time(self, point: Point, name: str) -> Stepper:
        dose = point.dose
        seconds = self._context.preferences.value.press_seconds.get(point.code, dose.seconds)
        self.stepper = Stepper(seconds, dose.min_seconds, dose.max_seconds, STEP_SECONDS, clock, name)
        self.stepper.changed.connect(self._tell_total)
        return self.stepper

    def _press_button(self) -> Button:
        self.press = Button(self.tr("Press now"), "primary", "play", height=PRESS_PX)
        self.press.clicked.connect(self.start)
        return self.press

    def _add_button(self) -> Button:
        self.add = Button(self.tr("Add to routine"), "secondary", "plus", height=ADD_PX)
        self.add.clicked.connect(self.want_in_routine)
        return self.add

    def _tell_total(self, seconds: int) -> None:
        assert self.press is not None
        assert self.point is not None
        at_once = self.point.takes_both_hands
        total = span(seconds if at_once else 2 * seconds)
        self.press.set_detail(total)
        sides = self.tr("both sides at once") if at_once else self.tr("both legs")
        self.press.setAccessibleDescription(listed((total, sides)))

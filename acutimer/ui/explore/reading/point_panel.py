"""One point to read: names, how to find and press it, what is said of it, what to beware of; and Press now."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Claim, Point
from acutimer.ui.context import Context
from acutimer.ui.explore.finding.finder import Finder
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.reading.red_flags import red_flags
from acutimer.ui.explore.words import clock, span, time_name
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Badge
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.kit.text import Text

WIDTH_PX = 440
STEP_SECONDS = 15
# The source id that marks a choice of ours: it is no text one could look up.
PRODUCT = "product"


class PointPanel(Panel):
    """A point's panel. The time a point was last pressed for is offered again."""

    press_now = Signal(str, int)
    """A point's code, and the seconds for each side."""
    found = Signal(object)
    """A Finding while the steps of finding the point are shown, None when that has ended."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self._context = context
        self.point: Point | None = None
        self.stepper: Stepper | None = None
        self.press: Button | None = None
        self.finder: Finder | None = None

    def show_point(self, point: Point) -> None:
        """Show a point, its time as last chosen, or as its source gives it."""
        if self.finder is not None:
            self.finder.stop()
        self.point = point
        self.fill(self._words(point), self._bar(point))

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
        title = row((Text(point.english, "title", wrap=True), 1), self.way_back(self.tr("Close this point")))
        names = row(
            Badge(point.code, "code"),
            12,
            Text(point.pinyin, "lead", "ink2"),
            10,
            Text(point.hanzi, "lead", "ink2"),
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
        marks = [library.landmarks.get(name, "") for name in (point.rule.landmark, point.rule.toward) if name]
        if measure is not None:
            marks.append(library.measures.get(measure.name, ""))
        is_still = self._context.preferences.value.reduced_motion
        self.finder = Finder(point.steps, marks, is_still=is_still)
        self.finder.found.connect(self.found)
        return self.finder

    def _section(self, title: str, kind: str, claims: Iterable[Claim]) -> QWidget | None:
        texts = [Text(claim.text, "body", "ink2", wrap=True) for claim in claims]
        if not texts:
            return None
        heading = row(self.heading(title), 10, Badge(kind), None) if kind else row(self.heading(title), None)
        return column(heading, 2, column(*texts, spacing=4), 16)

    def _sources(self, point: Point) -> QWidget:
        sources = self._context.library.sources
        names = (sources[name].short for name in point.sources if name != PRODUCT)
        words = Text(" · ".join(dict.fromkeys(names)), "small", "ink2", wrap=True)
        words.setAccessibleName(self.tr("Sources: {names}").format(names=words.text()))
        return row(Icon("book", 20, "ink3"), 10, (words, 1))

    def _bar(self, point: Point) -> QWidget:
        self.stepper = self.press = None
        if point.professional:
            words = Text(
                self.tr("Shown so that you know where it is. Leave pressing here to a professional: no timer."),
                "body",
                "ink2",
                wrap=True,
            )
            return row(words, margins=(PADDING_PX, 16, 24, 20))
        dose, name = point.dose, time_name(point.area)
        seconds = self._context.preferences.value.press_seconds.get(point.code, dose.seconds)
        self.stepper = Stepper(seconds, dose.min_seconds, dose.max_seconds, STEP_SECONDS, clock, name)
        self.press = Button(self.tr("Press now"), "primary", "play", height=56)
        self.stepper.changed.connect(self._tell_total)
        self.press.clicked.connect(self.start)
        self._tell_total(self.stepper.value)
        time = row(Text(name, "body"), None, self.stepper)
        return column(time, 14, self.press, margins=(PADDING_PX, 14, 24, 18))

    def _tell_total(self, seconds: int) -> None:
        assert self.press is not None
        assert self.point is not None
        at_once = self.point.takes_both_hands
        total = span(seconds if at_once else 2 * seconds)
        self.press.set_detail(total)
        sides = self.tr("both sides at once") if at_once else self.tr("both legs")
        self.press.setAccessibleDescription(f"{total}, {sides}")

"""Points and their sides in words, as the log's page of the body says them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.observing import Observation, Offer, PointLately, Saying, SideLately
from acutimer.core.planning import PhaseKind
from acutimer.core.sides import Side
from acutimer.core.totals import SubjectTotal
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed, side_by_side
from acutimer.language.sentences import inside
from acutimer.ui.body.warm_words import spoken_amount
from acutimer.ui.log.numbers import amount, number


def _tr(text: str) -> str:
    return QCoreApplication.translate("LogBody", text)


def title(days: int) -> str:
    """The period: "The last 14 days"."""
    return trn("The last {0} day", "The last {0} days", days).format(days)


def ago(days: int) -> str:
    """The day, seen from today: "today", "yesterday", "3 days ago"."""
    if days < 2:
        return _tr("yesterday") if days else _tr("today")
    return trn("{0} day ago", "{0} days ago", days).format(days)


def when(point: PointLately) -> tuple[str, bool]:
    """When a point was pressed last, and whether the sides differ in it, so that it is worth a look."""
    left, right = point.left, point.right
    if not point.seconds:
        return trn("Not for {0} day", "Not for {0} days", point.days_ago).format(point.days_ago), False
    if left.days_ago == right.days_ago:
        words = ago(point.days_ago)
        return words[:1].upper() + words[1:], False
    is_left = left.days_ago is None or (right.days_ago is not None and left.days_ago > right.days_ago)
    later = left if is_left else right
    told = _tr("not lately") if later.days_ago is None else ago(later.days_ago)
    return (_tr("Left: {0}") if is_left else _tr("Right: {0}")).format(told), True


def spoken_point(point: PointLately, library: Library) -> str:
    """A point in one sentence: "ST36, Leg Three Miles: left leg 14 minutes, today; right leg 6 minutes, today"."""
    return _tr("{0}: {1}").format(named(point.code, library), _spoken_sides(point, library))


def named(code: str, library: Library) -> str:
    """Code and name: "ST36, Leg Three Miles"; a code this version does not know is all there is."""
    return listed((code, library.points[code].name if code in library.points else ""))


def _spoken_sides(point: PointLately, library: Library) -> str:
    if not point.seconds:
        return inside(when(point)[0])
    known = library.points.get(point.code)
    on_back = known is not None and known.takes_both_hands
    if on_back and point.left == point.right:
        return _tr("both sides {0}").format(_spoken_side(point.left))
    left, right = (
        (_tr("left side {0}"), _tr("right side {0}")) if on_back else (_tr("left leg {0}"), _tr("right leg {0}"))
    )
    return _tr("{0}; {1}").format(left.format(_spoken_side(point.left)), right.format(_spoken_side(point.right)))


def _spoken_side(side: SideLately) -> str:
    if side.days_ago is None:
        return spoken_amount(side.seconds)
    return _tr("{0}, {1}").format(spoken_amount(side.seconds), ago(side.days_ago))


def observation(seen: Observation) -> str:
    """The one thing worth saying."""
    match seen:
        case Observation(saying=Saying.LESS, point=PointLately() as point, side=Side.RIGHT):
            return _tr("Your right {0} has had less than your left.").format(point.code)
        case Observation(saying=Saying.LESS, point=PointLately() as point):
            return _tr("Your left {0} has had less than your right.").format(point.code)
        case Observation(saying=Saying.LONG_AGO, point=PointLately() as point):
            words = trn("{0} was last pressed {1} day ago.", "{0} was last pressed {1} days ago.", point.days_ago)
            return words.format(point.code, point.days_ago)
        case Observation(saying=Saying.EVEN):
            return _tr("Left and right have had about the same.")
    return _tr("Press a point, and the figure grows warm where you pressed it.")


def offer(made: Offer) -> str:
    """What the button does: "Press right ST36 now"."""
    match made.side:
        case Side.LEFT:
            return _tr("Press left {0} now").format(made.code)
        case Side.RIGHT:
            return _tr("Press right {0} now").format(made.code)
    return _tr("Press {0} now").format(made.code)


def done(total: SubjectTotal) -> str:
    """How much of an exercise or a technique was done: "240 times", "12 min"."""
    if total.kind is PhaseKind.REPS:
        return trn("once", "{0} times", total.reps).format(number(total.reps))
    return amount(total.seconds)


def figures(points: Sequence[PointLately]) -> str:
    """What the two figures show, in a sentence."""
    pressed = [
        _tr("{0} left {1}, right {2}").format(it.code, spoken_amount(it.left.seconds), spoken_amount(it.right.seconds))
        for it in points
        if it.seconds
    ]
    if not pressed:
        return _tr("Your body from the front and from behind. No point was pressed in these days.")
    return _tr("Your body from the front and from behind, warm where you pressed: {0}.").format(side_by_side(pressed))

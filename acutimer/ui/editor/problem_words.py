"""What is to be mended in a draft, in words: in short for a row, as a sentence with its advice, and on the button."""

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.judging import LEAST_SWITCH_SECONDS, Problem, ProblemKind
from acutimer.ui.decimals import decimal
from acutimer.ui.routines.words import clock

NUMBERS = 13  # up to twelve a number is a word


def short(problem: Problem) -> str:
    """What is wrong, in the fewest words: "Time to switch sides is too short"."""
    translate = QCoreApplication.translate
    return {
        ProblemKind.NAME_MISSING: translate("Editor", "It has no name yet"),
        ProblemKind.NAME_TAKEN: translate("Editor", "Another routine has this name"),
        ProblemKind.NO_STEPS: translate("Editor", "It has no steps yet"),
        ProblemKind.ONLY_RESTS: translate("Editor", "There is nothing to do yet"),
        ProblemKind.NO_POSTURE: translate("Editor", "Seated, standing or walking is missing"),
        ProblemKind.UNKNOWN: translate("Editor", "Nothing here has this name"),
        ProblemKind.PROFESSIONAL: translate("Editor", "Only for a professional"),
        ProblemKind.SWITCH_TOO_SHORT: translate("Editor", "Time to switch sides is too short"),
        ProblemKind.TOO_LONG: translate("Editor", "Longer than advised"),
        ProblemKind.TOO_SHORT: translate("Editor", "Shorter than advised"),
        ProblemKind.RHYTHM_TOO_SLOW: translate("Editor", "The rhythm does not fit in"),
        ProblemKind.TOO_FAST: translate("Editor", "Each repetition is too fast"),
        ProblemKind.BREATHS_TOO_FAST: translate("Editor", "The breaths are too fast"),
        ProblemKind.SAY_TOO_LONG: translate("Editor", "What it says is long"),
        ProblemKind.WHOLE_TOO_LONG: translate("Editor", "It is longer than 10 hours"),
    }[problem.kind]


def sentence(problem: Problem, library: Library) -> str:
    """What is wrong and what would be well, in one or two whole sentences."""
    if problem.kind is ProblemKind.SWITCH_TOO_SHORT:
        return _about_switch(float(problem.value or 0))
    translate = QCoreApplication.translate
    words = {
        ProblemKind.NAME_MISSING: translate("Editor", "Give your routine a name, so that you find it again."),
        ProblemKind.NAME_TAKEN: translate(
            "Editor", "You have another routine called \u201c{0}\u201d. Two names are easier to tell apart."
        ),
        ProblemKind.NO_STEPS: translate("Editor", "A routine needs at least one step. Add one below."),
        ProblemKind.ONLY_RESTS: translate(
            "Editor", "So far you only rest and wait. Add a point, a technique or an exercise."
        ),
        ProblemKind.NO_POSTURE: translate("Editor", "Say whether one sits, stands or walks."),
        ProblemKind.UNKNOWN: translate("Editor", "There is no \u201c{0}\u201d here. Remove this step and add another."),
        ProblemKind.PROFESSIONAL: translate("Editor", "{0} is for a professional\u2019s hands. Choose another point."),
        ProblemKind.TOO_LONG: translate("Editor", "{0} is longer than our sources advise here. Up to {1} is usual."),
        ProblemKind.TOO_SHORT: translate(
            "Editor", "{0} is shorter than our sources advise here. {1} or more is usual."
        ),
        ProblemKind.RHYTHM_TOO_SLOW: translate(
            "Editor", "To press and release once takes {0}, and there is only {1} for it."
        ),
        ProblemKind.TOO_FAST: translate(
            "Editor", "{0} for one repetition is too fast to do it well. About {1} is calm and safe."
        ),
        ProblemKind.BREATHS_TOO_FAST: translate("Editor", "A breath of {0} is hurried. About {1} is calm."),
        ProblemKind.SAY_TOO_LONG: translate(
            "Editor", "{0} letters are hard to take in while you press. {1} or fewer are read at a glance."
        ),
        ProblemKind.WHOLE_TOO_LONG: translate(
            "Editor", "All steps together last more than 10 hours. Make some shorter."
        ),
    }[problem.kind]
    return words.format(_told(problem.value, problem.kind, library), _told(problem.wanted, problem.kind, library))


def _about_switch(value: float) -> str:
    least = _number(LEAST_SWITCH_SECONDS)
    translate = QCoreApplication.translate
    if value < 1:
        return translate("Editor", "You need a moment to move your hand. {0} seconds or more work well.").format(least)
    if value < 2:
        return translate("Editor", "One second is too short to move your hand. {0} or more works well.").format(least)
    words = translate("Editor", "{0} seconds is too short to move your hand. {1} or more works well.")
    return words.format(_number(value), least)


def repair(problem: Problem) -> str:
    """What one press does about it: "Make it 8 seconds"; empty where only the user can mend it."""
    if problem.repaired is None:
        return ""
    translate = QCoreApplication.translate
    words = {
        ProblemKind.SWITCH_TOO_SHORT: translate("Editor", "Make it {0} seconds"),
        ProblemKind.UNKNOWN: translate("Editor", "Remove this step"),
        ProblemKind.PROFESSIONAL: translate("Editor", "Remove this step"),
        ProblemKind.RHYTHM_TOO_SLOW: translate("Editor", "Press steadily instead"),
        ProblemKind.NAME_TAKEN: translate("Editor", "Call it \u201c{0}\u201d"),
        ProblemKind.NO_POSTURE: translate("Editor", "Make it seated"),
        ProblemKind.TOO_FAST: translate("Editor", "Slow it down to {0}"),
        ProblemKind.BREATHS_TOO_FAST: translate("Editor", "Slow it down to {0}"),
    }.get(problem.kind, translate("Editor", "Make it {0}"))
    return words.format(_told(problem.wanted, problem.kind, None))


def _told(value: float | str | None, kind: ProblemKind, library: Library | None) -> str:
    """A name as it is, a number of letters or of seconds to switch sides as a number, other seconds as a length."""
    if value is None or isinstance(value, str):
        is_point = kind is ProblemKind.PROFESSIONAL and library is not None
        return library.name_of(value) if is_point and library is not None else value or ""
    counted = (ProblemKind.SAY_TOO_LONG, ProblemKind.SWITCH_TOO_SHORT)
    return decimal(value) if kind in counted else _length(value)


def _length(seconds: float) -> str:
    """A length in prose: "45 s", "3 min", "1:30 min"."""
    if seconds < 60:
        return QCoreApplication.translate("Editor", "{0}\u00a0s").format(decimal(seconds))
    if seconds % 60 == 0:
        return QCoreApplication.translate("Editor", "{0}\u00a0min").format(decimal(seconds / 60))
    return QCoreApplication.translate("Editor", "{0}\u00a0min").format(clock(seconds))


def _number(value: float) -> str:
    """A small whole number as a word at the beginning of a sentence."""
    words = QCoreApplication.translate(
        "Editor",
        "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve",
        "the numbers from 0 to 12, beginning a sentence, with spaces between them",
    ).split(" ")
    return words[int(value)] if value == int(value) and 0 <= value < NUMBERS == len(words) else decimal(value)

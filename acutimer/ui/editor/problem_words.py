"""What is to be mended in a draft, in words: in short for a row, as a sentence with its advice, and on the button."""

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.judging import LEAST_SWITCH_SECONDS, Problem, ProblemKind
from acutimer.ui.routines.words import clock

NUMBERS = 13  # up to twelve a number is a word


def short(problem: Problem) -> str:
    """What is wrong, in the fewest words: "Time to switch sides is too short"."""
    say = QCoreApplication.translate
    return {
        ProblemKind.NAME_MISSING: say("Editor", "It has no name yet"),
        ProblemKind.NAME_TAKEN: say("Editor", "Another routine has this name"),
        ProblemKind.NO_STEPS: say("Editor", "It has no steps yet"),
        ProblemKind.ONLY_RESTS: say("Editor", "There is nothing to do yet"),
        ProblemKind.NO_POSTURE: say("Editor", "Seated, standing or walking is missing"),
        ProblemKind.UNKNOWN: say("Editor", "Nothing here has this name"),
        ProblemKind.PROFESSIONAL: say("Editor", "Only for a professional"),
        ProblemKind.SWITCH_TOO_SHORT: say("Editor", "Time to switch sides is too short"),
        ProblemKind.TOO_LONG: say("Editor", "Longer than advised"),
        ProblemKind.TOO_SHORT: say("Editor", "Shorter than advised"),
        ProblemKind.RHYTHM_TOO_SLOW: say("Editor", "The rhythm does not fit in"),
        ProblemKind.TOO_FAST: say("Editor", "Each repetition is too fast"),
        ProblemKind.BREATHS_TOO_FAST: say("Editor", "The breaths are too fast"),
        ProblemKind.SAY_TOO_LONG: say("Editor", "What it says is long"),
        ProblemKind.WHOLE_TOO_LONG: say("Editor", "It is longer than 10 hours"),
    }[problem.kind]


def sentence(problem: Problem, library: Library) -> str:
    """What is wrong and what would be well, in one or two whole sentences."""
    if problem.kind is ProblemKind.SWITCH_TOO_SHORT:
        return _about_switch(float(problem.value or 0))
    say = QCoreApplication.translate
    words = {
        ProblemKind.NAME_MISSING: say("Editor", "Give your routine a name, so that you find it again."),
        ProblemKind.NAME_TAKEN: say(
            "Editor", "You have another routine called \u201c{0}\u201d. Two names are easier to tell apart."
        ),
        ProblemKind.NO_STEPS: say("Editor", "A routine needs at least one step. Add one below."),
        ProblemKind.ONLY_RESTS: say(
            "Editor", "So far you only rest and wait. Add a point, a technique or an exercise."
        ),
        ProblemKind.NO_POSTURE: say("Editor", "Say whether one sits, stands or walks."),
        ProblemKind.UNKNOWN: say("Editor", "There is no \u201c{0}\u201d here. Remove this step and add another."),
        ProblemKind.PROFESSIONAL: say("Editor", "{0} is for a professional\u2019s hands. Choose another point."),
        ProblemKind.TOO_LONG: say("Editor", "{0} is longer than our sources advise here. Up to {1} is usual."),
        ProblemKind.TOO_SHORT: say("Editor", "{0} is shorter than our sources advise here. {1} or more is usual."),
        ProblemKind.RHYTHM_TOO_SLOW: say(
            "Editor", "To press and release once takes {0}, and there is only {1} for it."
        ),
        ProblemKind.TOO_FAST: say(
            "Editor", "{0} for one repetition is too fast to do it well. About {1} is calm and safe."
        ),
        ProblemKind.BREATHS_TOO_FAST: say("Editor", "A breath of {0} is hurried. About {1} is calm."),
        ProblemKind.SAY_TOO_LONG: say(
            "Editor", "{0} letters are hard to take in while you press. {1} or fewer are read at a glance."
        ),
        ProblemKind.WHOLE_TOO_LONG: say("Editor", "All steps together last more than 10 hours. Make some shorter."),
    }[problem.kind]
    return words.format(_told(problem.value, problem.kind, library), _told(problem.wanted, problem.kind, library))


def _about_switch(value: float) -> str:
    least = _number(LEAST_SWITCH_SECONDS)
    say = QCoreApplication.translate
    if value < 1:
        return say("Editor", "You need a moment to move your hand. {0} seconds or more work well.").format(least)
    if value < 2:
        return say("Editor", "One second is too short to move your hand. {0} or more works well.").format(least)
    words = say("Editor", "{0} seconds is too short to move your hand. {1} or more works well.")
    return words.format(_number(value), least)


def repair(problem: Problem) -> str:
    """What one press does about it: "Make it 8 seconds"; empty where only the user can mend it."""
    if problem.repaired is None:
        return ""
    say = QCoreApplication.translate
    words = {
        ProblemKind.SWITCH_TOO_SHORT: say("Editor", "Make it {0} seconds"),
        ProblemKind.UNKNOWN: say("Editor", "Remove this step"),
        ProblemKind.PROFESSIONAL: say("Editor", "Remove this step"),
        ProblemKind.RHYTHM_TOO_SLOW: say("Editor", "Press steadily instead"),
        ProblemKind.NAME_TAKEN: say("Editor", "Call it \u201c{0}\u201d"),
        ProblemKind.NO_POSTURE: say("Editor", "Make it seated"),
        ProblemKind.TOO_FAST: say("Editor", "Slow it down to {0}"),
        ProblemKind.BREATHS_TOO_FAST: say("Editor", "Slow it down to {0}"),
    }.get(problem.kind, say("Editor", "Make it {0}"))
    return words.format(_told(problem.wanted, problem.kind, None))


def _told(value: float | str | None, kind: ProblemKind, library: Library | None) -> str:
    """A name as it is, a number of letters or of seconds to switch sides as a number, other seconds as a length."""
    if value is None or isinstance(value, str):
        is_point = kind is ProblemKind.PROFESSIONAL and library is not None
        return library.name_of(value) if is_point and library is not None else value or ""
    counted = (ProblemKind.SAY_TOO_LONG, ProblemKind.SWITCH_TOO_SHORT)
    return f"{value:g}" if kind in counted else _length(value)


def _length(seconds: float) -> str:
    """A length in prose: "45 s", "3 min", "1:30 min"."""
    if seconds < 60:
        return QCoreApplication.translate("Editor", "{0}\u00a0s").format(f"{seconds:g}")
    if seconds % 60 == 0:
        return QCoreApplication.translate("Editor", "{0}\u00a0min").format(f"{seconds / 60:g}")
    return QCoreApplication.translate("Editor", "{0}\u00a0min").format(clock(seconds))


def _number(value: float) -> str:
    """A small whole number as a word at the beginning of a sentence."""
    words = QCoreApplication.translate(
        "Editor",
        "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve",
        "the numbers from 0 to 12, beginning a sentence, with spaces between them",
    ).split(" ")
    return words[int(value)] if value == int(value) and 0 <= value < NUMBERS == len(words) else f"{value:g}"

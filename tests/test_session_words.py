"""Every word of a session comes from one place, and whatever is spoken stands on the screen, too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from acutimer.core.fitting import plan
from acutimer.core.moments import Cue, Moment, moments_between
from acutimer.core.pacing import Motion
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Over, Session
from acutimer.ui.session.words.digits import digits_of
from acutimer.ui.session.words.doses import dose_words
from acutimer.ui.session.words.phase_words import motion_words, words_of
from acutimer.ui.session.words.sayings import Saying, saying_of
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

SESSION = Path(__file__).resolve().parent.parent / "acutimer" / "ui" / "session"
MODULES = sorted(path for path in SESSION.rglob("*.py") if path.relative_to(SESSION).parts[0] != "words")
TRANSLATING = {"tr", "trn", "translate", "trUtf8", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
LONGEST_TICK_SECONDS = 1.0
WALK_SECONDS = 20.0  # how long a wait lasts
# What a voice says besides the lines of the screen: it is shown below them, as long as it is said.
CAPTIONS = re.compile(
    r"Begin|Halfway|Now in circles|Five seconds to go|You are done|Go on when you are ready|\d+, (five more|last one)"
)
translate = QCoreApplication.translate


def words_made_in(source: str) -> list[tuple[int, str]]:
    """The line and the text of every call that translates a text written there."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [it for it in node.args if isinstance(it, ast.JoinedStr) or _is_text(it)]
            if called in TRANSLATING and texts:
                found.append((node.lineno, ast.unparse(texts[-1])))
    return found


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SESSION)))
def test_the_words_of_a_session_are_made_in_the_room_of_words(path: Path) -> None:
    assert words_made_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "self.tr('Paused')",
        "label.setText(QCoreApplication.translate('Session', 'Paused'))",
        "translate('Session', f'{n} left')",
        "QCoreApplication.translate('Session', text)",
    ],
)
def test_a_word_made_elsewhere_is_found(source: str) -> None:
    assert len(words_made_in(source)) == 1


@pytest.mark.parametrize("source", ["words_of(plan, 0, library, QCoreApplication.translate)", "telling.paused()"])
def test_words_handed_on_are_not_words_made(source: str) -> None:
    assert words_made_in(source) == []


# -- what is spoken --------------------------------------------------------------------------------


def told_in(laid_out: Plan) -> Iterator[tuple[Session, Moment]]:
    """Every moment of a whole session, with the session as it was then."""
    before, was, now = Session(laid_out), 0.0, 0.0
    while not isinstance(before.state, Over):
        is_new = before.index is None
        is_done = before.phase is not None and before.phase.seconds is None and before.elapsed(now) >= WALK_SECONDS
        after = before.start(now) if is_new else before.go(now) if is_done else before.advance(now)
        yield from ((after, moment) for moment in moments_between(before, was, after, now))
        before, was, now = after, now, now + LONGEST_TICK_SECONDS


def lines_at(session: Session, moment: Moment) -> set[str]:
    """The lines on the screen at a moment, and those of the phase it prepares: each may be said by itself."""
    if moment.index is None:
        return last_count(session)
    laid_out, phase = session.plan, session.plan.phases[moment.index]
    indexes = [moment.index, moment.index + 1] if phase.kind.prepares else [moment.index]
    lines = {motion_words(motion, translate) for motion in Motion} | last_count(session)
    for index in indexes:
        words = words_of(laid_out, index, LIBRARY, translate)
        named = ", ".join(part for part in (words.code, words.name) if part)
        lines |= {words.headline, named, words.instruction, words.upcoming}
        dose = dose_words(laid_out.phases[index], translate)
        lines.add(dose[:1].upper() + dose[1:])
    if moment.count is not None:
        elapsed = moment.count * (phase.tempo.seconds if phase.tempo is not None else 0.0)
        lines.add(digits_of(phase, elapsed, (phase.seconds or 0.0) - elapsed, None)[0])
    return {line.rstrip(".") for line in lines if line}


def last_count(session: Session) -> set[str]:
    """The count that stood there when a set ended just now."""
    ended = session.lived[-1] if session.lived else None
    return {f"{ended.phase.reps}"} if ended is not None and ended.phase.reps is not None else set()


def not_shown(session: Session, moment: Moment, saying: Saying) -> str:
    """What is left of a saying without the lines of the screen and the captions; nothing, as it should be."""
    left = saying.text.rstrip(".")
    for line in sorted(lines_at(session, moment), key=len, reverse=True):
        left = re.sub(rf"(^|\. ){re.escape(line)}(?=\. |$)", "", left)
    return "".join(part for part in left.split(". ") if part and not CAPTIONS.fullmatch(part))


@pytest.mark.parametrize("routine", LIBRARY.routines)
@pytest.mark.parametrize("prepared", [8, 0])
def test_whatever_is_said_stands_on_the_screen(routine: str, prepared: int) -> None:
    missing, cues = [], set[Cue]()
    choices = Choices(get_ready_seconds=prepared, changeover_seconds=prepared)
    for session, moment in told_in(plan(LIBRARY.routines[routine], choices, UNPROFILED)):
        saying = saying_of(session, moment, LIBRARY, translate)
        if saying is not None:
            cues.add(moment.cue)
            assert saying.text.strip() == saying.text != ""
            if left := not_shown(session, moment, saying):
                missing.append((moment.cue, moment.index, saying.text, left))
    assert not missing
    assert cues >= {Cue.BEGIN, Cue.END}


def test_a_saying_that_stands_nowhere_is_found() -> None:
    session, moment = next(told_in(plan(LIBRARY.routines["balance-points"], Choices(), UNPROFILED)))
    saying = saying_of(session, moment, LIBRARY, translate)
    assert saying is not None
    assert not not_shown(session, moment, saying)
    assert not_shown(session, moment, Saying("Both sides. Press hard.", saying.urgency, 0)) == "Press hard"

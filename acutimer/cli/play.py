"""`acutimer play`: runs a routine in the terminal."""

import sys
import time
import uuid
from collections.abc import Callable

from acutimer.cli import opening
from acutimer.cli.columns import table, terminal_width, wrapped
from acutimer.cli.exits import Exit
from acutimer.cli.printing import say
from acutimer.content.library import Library
from acutimer.core.errors import InputError
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Plan
from acutimer.core.safety import Safety
from acutimer.core.session import Session
from acutimer.core.sides import Side
from acutimer.language.catalogue import tr
from acutimer.language.joining import ended, listed, things
from acutimer.store.history import History
from acutimer.store.recording import Recorder
from acutimer.terminal.interrupts import interrupts
from acutimer.terminal.keyboard import keys_of
from acutimer.terminal.player import Clocks, Ending, Player
from acutimer.terminal.safety_words import changes_told, length_or_none, refusal
from acutimer.terminal.screen import Screen
from acutimer.terminal.words import duration, length_of, outcome_words, title

CLOCKS = Clocks(time.monotonic, opening.now)


def run(
    named: str | None,
    *,
    minutes: float | None,
    side: str,
    yes: bool,
    clocks: Clocks = CLOCKS,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Play the routine named (an id or a file); without a name, ask for one where there is someone to ask.

    `side` is left, right or each; with `yes` waits end at once.
    """
    library, settings = opening.library(), opening.settings()
    choices = settings.choices(minutes=minutes, side=None if side == "each" else Side(side))
    safety = library.safety(settings.conditions)
    if named is None:
        named = _ask(library, choices, safety)
    if named is None:
        told = tr("name a routine to play; `acutimer routines` lists them")
        sys.stderr.write(f"acutimer: {told}\n")
        return Exit.USAGE
    laid_out = plan(opening.routine(named, library), choices, safety)
    if laid_out.is_empty:
        raise InputError(refusal(laid_out, library))
    with opening.history() as history, interrupts() as is_interrupted, keys_of(sys.stdin, sleep) as keys:
        session_id = str(uuid.uuid4())
        screen = Screen(sys.stdout)
        for line in opening_lines(laid_out, library, minutes):
            screen.say(line)
        if laid_out.waits and not keys.can_answer and not yes:
            screen.say(tr("There is no terminal to say go from, so waits end at once."))
        player = Player(
            Session(laid_out),
            Recorder(history, session_id),
            library,
            clocks=clocks,
            keys=keys,
            screen=screen,
            is_interrupted=is_interrupted,
            never_waits=yes or not keys.can_answer,
        )
        ending = player.play()
        screen.say(closing_line(history, session_id))
    return Exit.INTERRUPTED if ending is Ending.INTERRUPTED else Exit.DONE


def opening_lines(laid_out: Plan, library: Library, asked_minutes: float | None) -> list[str]:
    """What is to be known before the start: how long it lasts, what was left out, what to beware of."""
    lines = [ended(listed((laid_out.routine.name, length_of(laid_out))))]
    if laid_out.dropped:
        dropped = things(title(step, library) for step in laid_out.dropped)
        lines.append(tr("Left out to save time: {0}.").format(dropped))
    if asked_minutes is not None and laid_out.seconds > asked_minutes * 60:
        words = tr("It cannot be made to fit into {0}; this is its shortest.")
        lines.append(words.format(duration(asked_minutes * 60)))
    changed = "".join(wrapped(words, terminal_width(), "  ") for words in changes_told(laid_out, library))
    lines += [tr("Changed for you:"), *changed.splitlines(), tr("Take care:")] if changed else []
    cautions = "".join(wrapped(claim.text, terminal_width(), "  ") for claim in laid_out.routine.cautions)
    return [*lines, *cautions.splitlines()]


def closing_line(history: History, session_id: str) -> str:
    """What the record says was done."""
    record = history.session(session_id)
    assert record is not None, "it was begun"
    is_all = record.done_seconds >= record.practice_seconds
    words = tr("{0}: {1} practised.") if is_all else tr("{0}: {1} of {2} practised.")
    ended, done = outcome_words(record.outcome), duration(record.done_seconds)
    return words.format(ended[:1].upper() + ended[1:], done, duration(record.practice_seconds))


def _ask(library: Library, choices: Choices, safety: Safety) -> str | None:
    """Let the user choose a routine by its number or its id; None where there is no one to ask, or no answer."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    routines = list(opening.routines(library).values())
    rows = [
        (f"{number}", routine.name, length_or_none(plan(routine, choices, safety)))
        for number, routine in enumerate(routines, start=1)
    ]
    asked = tr("Which one?")
    say(f"{table(rows, terminal_width(), '  ')}{asked} ")
    sys.stdout.flush()
    answer = sys.stdin.readline().strip()
    is_number = answer in {number for number, _, _ in rows}
    return routines[int(answer) - 1].id if is_number else answer or None

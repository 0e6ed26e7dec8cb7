"""Plays a session in the terminal: owns the clocks, hears the keys, tells what comes, keeps the record."""

import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from acutimer.content.library import Library
from acutimer.core.away import Watch
from acutimer.core.errors import WorldError
from acutimer.core.planning import Phase
from acutimer.core.session import Held, Outcome, Over, Running, Session, Why
from acutimer.language.catalogue import tr
from acutimer.store.faults import is_held
from acutimer.store.recording import CHECKPOINT_SECONDS, RETRY_SECONDS, Recorder
from acutimer.terminal.keyboard import Key, Keys, keys_told
from acutimer.terminal.safety_words import care_of
from acutimer.terminal.screen import Screen
from acutimer.terminal.words import clock, doing, duration, phase_line, side_word

TICK_SECONDS = 0.25
UNDO_SECONDS = 10.0
PATIENCE_SECONDS = 60.0  # how long the end of a session waits for a disk that will not have it


class Ending(Enum):
    """How playing ended."""

    OVER = auto()
    INTERRUPTED = auto()


@dataclass(frozen=True, slots=True)
class Clocks:
    """A monotonic clock in seconds, and the wall's, whose times carry their offset."""

    monotonic: Callable[[], float]
    wall: Callable[[], datetime]


class Player:
    """Plays one session to its end. `never_waits` lets every wait end at once."""

    def __init__(
        self,
        session: Session,
        recorder: Recorder,
        library: Library,
        *,
        clocks: Clocks,
        keys: Keys,
        screen: Screen,
        is_interrupted: Callable[[], bool],
        never_waits: bool = False,
    ) -> None:
        self.session = session
        self._recorder = recorder
        self._library = library
        self._clocks = clocks
        self._keys = keys
        self._screen = screen
        self._is_interrupted = is_interrupted
        self._never_waits = never_waits
        self._now = clocks.monotonic()
        self._watch = self._seen()
        self._checkpoint_at = self._now + CHECKPOINT_SECONDS
        self._stopped: tuple[float, Session] | None = None  # when, and the value to go on with
        self._faults, self._has_told_fault = 0, False

    def play(self) -> Ending:
        """Play to the end, a stop or an interruption; what was done is kept whatever happens.

        Raises:
            WorldError: the disk would not have the session's beginning, or for a minute its end.
        """
        self._recorder.begin(self.session.plan, self._clocks.wall(), patiently=True)
        try:
            ending = self._run()
        except BaseException:
            with suppress(Exception):  # what ended the session is to be told, not what came of it
                self._stop()
                self._recorder.follow(self.session, self._now, self._clocks.wall())
            with suppress(OSError, ValueError):
                self._screen.clear()  # the line that tells it stands by itself
            raise
        self._keep_the_end()
        return ending

    def _keep_the_end(self) -> None:
        at, until = self._clocks.wall(), self._clocks.monotonic() + PATIENCE_SECONDS
        has_told = False
        while True:
            try:
                self._recorder.retry(self.session, self._now, at, patiently=True)
            except WorldError as error:
                if self._is_interrupted() or self._clocks.monotonic() >= until:
                    raise
                if not has_told:
                    self._screen.say(tr("{0} It is tried again for a minute; Ctrl-C gives up.").format(error))
                has_told = True
                self._keys.wait(RETRY_SECONDS)
            else:
                return

    def _run(self) -> Ending:
        if self._keys.can_answer:
            self._screen.say(keys_told())
        self._now, self._watch = self._clocks.monotonic(), self._seen()
        self._become(self.session.start(self._now))
        while not self._is_done():
            key = self._keys.wait(self._until_next_look())
            if self._is_interrupted():
                self._stop()
                return Ending.INTERRUPTED
            self._look()
            if key is not None:
                self._answer(key)
            self._show()
        return Ending.OVER

    def _stop(self) -> None:
        self.session = self.session.stop(self._now)

    # -- time ------------------------------------------------------------------------------------

    def _until_next_look(self) -> float:
        left = self.session.left(self._now) if isinstance(self.session.state, Running) else None
        return TICK_SECONDS if left is None else min(TICK_SECONDS, left)

    def _is_done(self) -> bool:
        if not isinstance(self.session.state, Over):
            return False
        return self._stopped is None or self._now - self._stopped[0] >= UNDO_SECONDS

    def _look(self) -> None:
        """Read both clocks. After a gap the session is held where it last was; else time passes."""
        self._now, wall = self._clocks.monotonic(), self._clocks.wall().timestamp()
        away = self._watch.look(self._now, wall)
        if away is not None and isinstance(self.session.state, Running):
            self._become(self.session.pause(away.last_good, Why.AWAY))
            self._checkpoint()
            self._tell_away(away.seconds)
        self._become(self.session.advance(self._now))
        if self._now >= self._checkpoint_at and isinstance(self.session.state, Running):
            self._checkpoint()
        self._watch = self._seen()  # after writing: a disk that takes its time is not the user being away

    def _seen(self) -> Watch:
        return Watch(self._clocks.monotonic(), self._clocks.wall().timestamp())

    def _tell_away(self, seconds: float) -> None:
        gone = duration(seconds)
        if self._keys.can_answer:
            words = tr("Away for {0}; the timer stood still. Space goes on, R begins this again, Q stops.")
            self._screen.say(words.format(gone), bell=True)
        else:
            self._screen.say(tr("Away for {0}; the timer stood still. Going on.").format(gone))
            self._become(self.session.resume(self._now))

    # -- the session -----------------------------------------------------------------------------

    def _become(self, after: Session) -> None:
        """Take the next value: tell what was entered on the way, and keep what ended."""
        before, self.session = self.session, after
        if after == before:
            return
        self._tell(before, after)
        self._keep(self._recorder.follow)
        match after.state:
            case Running(index, began_at) if index != before.index and self._never_waits:
                if after.plan.phases[index].seconds is None:
                    self._become(after.go(began_at).advance(self._now))

    def _tell(self, before: Session, after: Session) -> None:
        ended = after.lived[len(before.lived) :]
        entered = [lived for lived in ended if lived.index != before.index]
        for lived in entered:
            if lived.outcome is Outcome.SKIPPED:
                self._screen.say(tr("Skipped: {0}").format(self._line(lived.phase)))
            else:
                self._screen.say(self._line(lived.phase))
        if after.phase is not None and (ended or before.phase is None):
            self._screen.say(self._line(after.phase), bell=True)

    def _line(self, phase: Phase) -> str:
        plan = self.session.plan
        return phase_line(phase, plan, self._library) + care_of(phase, plan, self._library)

    def _show(self) -> None:
        phase = self.session.phase
        if phase is None:
            return
        left = self.session.left(self._now)
        if isinstance(self.session.state, Held):
            cue = tr("paused, Space goes on")
        elif left is None:
            cue = tr("Space when you are ready")
        else:
            cue = doing(phase, self.session.elapsed(self._now))
        side = side_word(phase.side) if phase.is_paired else ""
        time = "" if left is None else tr("{0} to go").format(clock(math.ceil(left)))
        in_all = tr("({0} in all)").format(clock(math.ceil(self.session.to_go(self._now))))
        self._screen.show("  " + "  ".join(filter(None, (side, time, cue, in_all))))

    # -- the keys --------------------------------------------------------------------------------

    def _answer(self, key: Key) -> None:
        session, now = self.session, self._now
        if isinstance(session.state, Over):
            self._answer_after_stop(key)
            return
        match key:
            case Key.GO:
                self._go()
            case Key.SKIP:
                self._become(session.skip(now))
            case Key.BACK:
                self._become(session.back(now))
            case Key.REDO:
                self._become(session.redo(now))
            case Key.MORE:
                self._become(session.extend(now))
            case Key.WAIT:
                self._become(session.wait(now))
                self._checkpoint()
            case Key.SAY if session.phase is not None:
                self._screen.say(self._line(session.phase))
            case Key.STOP:
                self._stopped = (now, session.pause(now))
                self._become(session.stop(now))
                words = tr("Stopped. U within {0}\u00a0s goes on where you were, Q leaves.")
                self._screen.say(words.format(round(UNDO_SECONDS)))

    def _go(self) -> None:
        session, now = self.session, self._now
        assert session.phase is not None
        if isinstance(session.state, Held):
            self._become(session.resume(now))
        elif session.phase.kind.is_practice:
            self._become(session.pause(now))
            self._checkpoint()
        else:
            self._become(session.go(now))

    def _answer_after_stop(self, key: Key) -> None:
        if self._stopped is None:
            return  # it has just ended by itself
        since, kept = self._stopped
        if key is Key.UNDO:
            try:
                self._recorder.undo_stop(kept)
            except WorldError as error:
                self._tell_fault(error)
            self._stopped = None
            self.session = kept
            self._become(kept.resume(self._now))
            assert kept.phase is not None
            self._screen.say(self._line(kept.phase))
        elif key is Key.STOP:
            self._stopped = (since - UNDO_SECONDS, kept)

    # -- the record ------------------------------------------------------------------------------

    def _checkpoint(self) -> None:
        self._checkpoint_at = self._now + CHECKPOINT_SECONDS
        self._keep(self._recorder.checkpoint)

    def _keep(self, write: Callable[[Session, float, datetime], None]) -> None:
        try:
            write(self.session, self._now, self._clocks.wall())
        except WorldError as error:
            self._tell_fault(error)

    def _tell_fault(self, error: WorldError) -> None:
        """Once; another program in the way only when it still is at the next try."""
        self._faults += 1
        if not self._has_told_fault and (self._faults > 1 or not is_held(error)):
            self._screen.say(tr("{0} The session goes on, and it is tried again.").format(error))
            self._has_told_fault = True

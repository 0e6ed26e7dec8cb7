"""Walks a session on the real clocks, keeps its record, and notices when the computer was away."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from acutimer.core.away import Away, Watch
from acutimer.core.history import SessionRecord
from acutimer.core.moments import has_entered, moments_between
from acutimer.core.pacing import beats_between
from acutimer.core.planning import Plan
from acutimer.core.session import Held, Over, Running, Session, Why
from acutimer.mishaps.going_on import going_on
from acutimer.store.history import History
from acutimer.store.recording import Recorder
from acutimer.ui.session.keeping import Keeping
from acutimer.ui.session.winding import LONGEST_TICK_SECONDS, milliseconds, rest_seconds

UNDO_SECONDS = 10.0


class Player(QObject):
    """Owns the timer of a session. Nothing ticks while it is held, and nothing before `begin` or after the end.

    Signals, in this order when several are due:
        entered(int)    a phase began; its place in the plan
        changed(Session) the session is another one: a control was used, a phase began or ended
        passed(tuple)   the moments that passed (see core.moments), in order; at least one
        beaten(Motion)  a part of the beat began
        ticked()        time has passed; the picture may be due
        went_away(Away) the session was held at the last good tick
        failed(str)     the record could not be written, in words; the session goes on, and it is tried again
        caught_up()     all of it is written now
        finished(str)   the session is over for good: its id
    `pace` tells after how many seconds, seen from `now`, the next picture is wanted; at most a second is waited.
    """

    entered = Signal(int)
    passed = Signal(object)
    beaten = Signal(object)
    changed = Signal(object)
    ticked = Signal()
    went_away = Signal(object)
    failed = Signal(str)
    caught_up = Signal()
    finished = Signal(str)

    def __init__(
        self,
        history: History,
        monotonic: Callable[[], float],
        wall: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pace: Callable[[float], float] = lambda _now: LONGEST_TICK_SECONDS
        self._history, self._monotonic, self._wall = history, monotonic, wall
        self._session: Session | None = None
        self._before_stop: tuple[Session, bool] | None = None
        self._undo_until = 0.0
        self._watch = Watch(0.0, 0.0)
        self._seen_at = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._keeping = Keeping(self)
        self._keeping.failed.connect(self.failed)
        self._keeping.caught_up.connect(self.caught_up)

    @property
    def session(self) -> Session | None:
        """The session as it is, or None before the first one began."""
        return self._session

    @property
    def session_id(self) -> str:
        """The id of the session in the history."""
        return self._keeping.session_id

    @property
    def can_undo(self) -> bool:
        """Whether a stop can still be taken back."""
        return self._before_stop is not None

    @property
    def unkept(self) -> SessionRecord | None:
        """The session as it was lived, where the disk has not all of it yet."""
        return self._keeping.unkept()

    def now(self) -> float:
        """Seconds on the monotonic clock."""
        return self._monotonic()

    # -- beginning -------------------------------------------------------------------------------

    def begin(self, plan: Plan) -> None:
        """Start a new session of `plan` at once."""
        self._open(Recorder(self._history, str(uuid.uuid4())), Session(plan))
        with going_on():
            self._keeping.begin(plan, self._wall())
        self._move(lambda session, now: session.start(now))

    def take_up(self, recorder: Recorder, session: Session) -> None:
        """Go on with a session that was cut short; it stays held until `resume`."""
        self._open(recorder, session)
        self.changed.emit(session)

    # -- controls --------------------------------------------------------------------------------

    def toggle(self) -> None:
        """The big button: start now, go on, pause or resume, whichever fits the moment."""
        session = self._session
        if session is None or session.phase is None:
            return
        if isinstance(session.state, Held):
            self.resume()
        elif session.phase.kind.is_practice:
            self.pause()
        else:
            self._move(lambda session, now: session.go(now))

    def pause(self) -> None:
        """Hold the session where it is, and write it down."""
        self._move(lambda session, now: session.pause(now))
        if self._session is not None:
            self._keeping.checkpoint(self._session, self.now(), self._wall())

    def resume(self) -> None:
        """Go on with a held session."""
        self._move(lambda session, now: session.resume(now))

    def skip(self) -> None:
        """Leave the phase early; a preparation takes what it prepares along."""
        self._move(lambda session, now: session.skip(now))

    def back(self) -> None:
        """To the start of the phase, or to the practice before it."""
        self._move(lambda session, now: session.back(now))

    def redo(self) -> None:
        """Begin the phase again."""
        self._move(lambda session, now: session.redo(now))

    def extend(self) -> None:
        """15 seconds, or 5 repetitions, more."""
        self._move(lambda session, now: session.extend(now))

    def wait(self) -> None:
        """Let a preparation or a rest last until the user says go; pause anything else."""
        self._move(lambda session, now: session.wait(now))

    def seek(self, seconds: float) -> None:
        """Back within the phase, so that its last seconds are practised again; past its end, skip."""
        self._move(lambda session, now: session.seek(now, seconds))

    def stop(self) -> None:
        """End the session and keep what was done. `undo_stop` takes it back within 10 s; then it is finished."""
        was_running = self._session is not None and isinstance(self._session.state, Running)
        self.tick()  # what was due is told first: undone, the session goes on from there
        session = self._session
        if session is None or isinstance(session.state, Over):
            return
        if was_running and isinstance(session.state, Held):
            return  # the computer was away: the user is asked how to go on

        def end(session: Session, now: float) -> Session:
            held = session.pause(now)
            if isinstance(held.state, Held):
                self._before_stop, self._undo_until = (held, was_running), now + UNDO_SECONDS
            return session.stop(now)

        self._move(end)

    def undo_stop(self) -> None:
        """Go on as if the session had not been stopped."""
        if self._before_stop is None:
            return
        held, was_running = self._before_stop
        self._before_stop = None
        self._seen_at = now = self.now()
        self._watch = Watch(now, self._wall().timestamp())
        self._session = held.resume(now) if was_running else held
        with going_on():
            self._keeping.undo_stop(held)
            self._keeping.follow(self._session, now, self._wall())
        self.changed.emit(self._session)
        self._wind()

    def finish(self) -> None:
        """Do not wait for the stop to be taken back."""
        if self._before_stop is not None:
            self._before_stop = None
            self._timer.stop()
            self.finished.emit(self.session_id)

    def rest(self) -> None:
        """Nobody looks any more (the window closes): hold the session, write it down, let no timer run."""
        if self._session is not None and isinstance(self._session.state, Running):
            with going_on():
                self.pause()
        self._timer.stop()

    def leave(self) -> None:
        """The program ends: rest, and let the session be taken up again, here or elsewhere."""
        self.rest()
        self._keeping.leave(self._session)

    # -- time ------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Let the time since the last tick pass."""
        session = self._session
        if session is None:
            return
        if self._before_stop is not None and self.now() >= self._undo_until:
            self.finish()
            return
        if isinstance(session.state, Running):
            self._move(lambda session, now: session.advance(now))
        else:
            self._wind()

    def _open(self, recorder: Recorder, session: Session) -> None:
        self._session, self._before_stop = session, None
        self._seen_at = self.now()
        self._keeping.open(recorder, self._seen_at)
        self._timer.stop()

    def _move(self, change: Callable[[Session, float], Session]) -> None:
        """Take the session one value further, unless it turns out that the computer was away meanwhile."""
        before = self._session
        if before is None:
            return
        self._timer.start(milliseconds(LONGEST_TICK_SECONDS))  # whatever fails below, time goes on
        now, at = self.now(), self._wall()
        if self._was_away(before, now, at):
            return
        was, self._seen_at = self._seen_at, now
        self._session = after = change(before, now)
        with going_on():
            self._tell_change(before, was, after, now)
        with going_on():
            self._keeping.follow(after, now, at)  # a disk that takes its time does not delay what is seen and heard
            self._keeping.checkpoint_if_due(after, now, at, has_entered=has_entered(before, after))
        self.ticked.emit()
        self._wind()
        if isinstance(after.state, Over) and not after.state.stopped and after is not before:
            self.finished.emit(self.session_id)

    def _was_away(self, session: Session, now: float, at: datetime) -> bool:
        """Look at both clocks. A wait counts nothing, so nothing is lost by being away from it."""
        away = self._watch.look(now, at.timestamp())
        self._watch = Watch(now, at.timestamp())
        phase = session.phase
        if away is None or phase is None or phase.seconds is None or not isinstance(session.state, Running):
            return False
        self._hold(session, away, at)
        return True

    def _hold(self, session: Session, away: Away, at: datetime) -> None:
        held = session.pause(away.last_good, Why.AWAY)
        was, self._seen_at, self._session = self._seen_at, away.last_good, held
        stopped_at = at - timedelta(seconds=away.seconds)
        self._timer.stop()
        with going_on():
            self._keeping.follow(held, away.last_good, stopped_at)
            self._keeping.checkpoint(held, away.last_good, stopped_at)
        with going_on():
            self._tell_change(session, was, held, away.last_good)
        self.went_away.emit(away)

    def _tell_change(self, before: Session, was: float, after: Session, now: float) -> None:
        """First what is seen of it, then what is heard."""
        entered = has_entered(before, after)
        if entered and after.index is not None:
            self.entered.emit(after.index)
        if after is not before:
            self.changed.emit(after)
        moments = moments_between(before, was, after, now)
        if moments:
            self.passed.emit(moments)
        if not entered and after.phase is not None and before.index == after.index:
            for motion in beats_between(after.phase, before.elapsed(was), after.elapsed(now)):
                self.beaten.emit(motion)

    def _wind(self) -> None:
        """Set the timer for the next moment that matters, or let it rest."""
        session, now, seen = self._session, self.now(), self._watch
        # Away is counted from here: a disk or a sound device that takes its time is not the user being away.
        self._watch = Watch(now, seen.wall + now - seen.monotonic)
        if self._before_stop is not None:
            self._timer.start(milliseconds(min(LONGEST_TICK_SECONDS, self._undo_until - now)))
        elif session is None or not isinstance(session.state, Running):
            self._timer.stop()
        else:  # the timer runs on with what it had, should one of these fail
            with going_on():
                self._timer.start(milliseconds(rest_seconds(session, now, self.pace)))

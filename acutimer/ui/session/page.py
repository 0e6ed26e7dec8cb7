"""The session's page: the diagram is the timer. It joins the player to all that is seen, heard and pressed."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.away import Away
from acutimer.core.errors import WorldError
from acutimer.core.history import day_of
from acutimer.core.moments import Cue, Moment
from acutimer.core.planning import Plan
from acutimer.core.session import Held, Over, Session, Why
from acutimer.store.recording import Recorder
from acutimer.ui.context import Context
from acutimer.ui.kit.announcing import announce
from acutimer.ui.session.keys import Action, action_of
from acutimer.ui.session.player import UNDO_SECONDS, Player
from acutimer.ui.session.sound.cues import Cues
from acutimer.ui.session.sound.speaker import Speaker, open_speaker
from acutimer.ui.session.stage.stage import Stage
from acutimer.ui.session.words import telling
from acutimer.ui.session.words.away_words import WaysOn, away_words, kept_words, restored_words
from acutimer.ui.session.words.phase_words import words_of


class SessionPage(QWidget):
    """Begin with `begin` or `take_up`; `over` carries the session's id once nothing can be undone any more.

    `announced` repeats in words what a screen reader is told. `opening` gives the sound device.
    """

    over = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        opening: Callable[[Path], Speaker | None] = open_speaker,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(telling.session())
        self.player = Player(context.history, context.monotonic, context.wall, self)
        self.cues = Cues(context.preferences, context.monotonic, opening, self)
        self.stage = Stage(context, self)
        self._connect()

    # -- beginning -------------------------------------------------------------------------------

    def begin(self, plan: Plan) -> None:
        """Start a session of `plan`."""
        self.player.begin(plan)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_up(self, recorder: Recorder, session: Session) -> None:
        """Show a session that was cut short, held, and ask how to go on."""
        if isinstance(session.state, Over):
            self.over.emit(recorder.session_id)
            return
        self._count(session)
        self.stage.turn_to(session)
        self.player.take_up(recorder, session)

    # -- what the player tells -------------------------------------------------------------------

    def _connect(self) -> None:
        player, stage = self.player, self.stage
        player.pace = self._pace
        player.entered.connect(self._on_entered)
        player.passed.connect(self._on_passed)
        player.changed.connect(self._on_changed)
        player.ticked.connect(self._on_tick)
        player.went_away.connect(self._on_away)
        player.failed.connect(lambda text: self._context.messages.say(text, "caution"))
        player.finished.connect(self._on_finished)
        self.cues.flashed.connect(stage.flash.show_once)
        self.cues.fell_silent.connect(self._on_silence)
        stage.lens.clicked.connect(self._go)
        stage.go_on.clicked.connect(self._go)
        stage.foot.main.clicked.connect(self._go)
        stage.foot.back.clicked.connect(player.back)
        stage.foot.skip.clicked.connect(player.skip)
        stage.foot.stop.clicked.connect(self._stop)
        stage.foot.more.clicked.connect(self._more)
        stage.ways.first.clicked.connect(self._go)
        stage.ways.redo.clicked.connect(player.redo)
        stage.ways.finish.clicked.connect(self._finish_here)

    def _on_entered(self, index: int) -> None:
        session = self.player.session
        if session is None:
            return
        self._count(session)
        self.stage.turn_to(session)
        words = words_of(session.plan, index, self._context.library, QCoreApplication.translate)
        self._announce(words.spoken)

    def _on_passed(self, moments: tuple[Moment, ...]) -> None:
        self.cues.play(moments)
        if any(moment.cue is Cue.LAST_FIVE and moment.count is None for moment in moments):
            self._announce(telling.five_seconds())

    def _on_changed(self, session: Session) -> None:
        now = self.player.now()
        if isinstance(session.state, Over):
            self._show_over(session, now)
            return
        was_asking = self.stage.is_asking
        self.stage.show_session(session, now)
        if isinstance(session.state, Held):
            if session.state.why is Why.RESTORED:
                words = restored_words(session, now, self._context.library, QCoreApplication.translate)
                self._ask(words)
            elif session.state.why is Why.PAUSED:
                self._announce(telling.paused())
        if was_asking and not self.stage.is_asking:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tick(self) -> None:
        session = self.player.session
        if session is not None and session.phase is not None:
            self.stage.show_time(session, self.player.now())

    def _on_away(self, away: Away) -> None:
        session = self.player.session
        assert session is not None
        at = self._context.wall() - timedelta(seconds=away.seconds)
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        translate = QCoreApplication.translate
        words = away_words(session, away, time, now=away.last_good, library=self._context.library, translate=translate)
        self._ask(words)

    def _on_silence(self) -> None:
        self.stage.say_in_corner(telling.no_sound())

    def _on_finished(self, session_id: str) -> None:
        self._announce(telling.over())
        self.over.emit(session_id)

    def _show_over(self, session: Session, now: float) -> None:
        self.stage.show_time(session, now)
        if isinstance(session.state, Over) and session.state.stopped:
            self.stage.show_stopped(kept_words(session, now, QCoreApplication.translate))
            self._announce(telling.stopped())

    def _ask(self, words: WaysOn) -> None:
        self.stage.show_ways(words)
        self._announce(f"{words.title}. {words.text}")

    # -- what is pressed -------------------------------------------------------------------------

    def _go(self) -> None:
        if self.player.can_undo:
            self._leave_stopped()
        else:
            self.player.toggle()

    def _more(self) -> None:
        session = self.player.session
        phase = session.phase if session else None
        if phase is None:
            return
        if phase.kind.is_practice or isinstance(session.state if session else None, Held):
            self.player.extend()
        else:
            self.player.wait()

    def _stop(self) -> None:
        self.player.stop()
        if self.player.can_undo:
            self._context.messages.say(
                telling.stopped_kept(),
                action=telling.undo(),
                do=partial(self._if_still, self.player.session_id, self.player.undo_stop),
                seconds=UNDO_SECONDS,
                lapsed=partial(self._if_still, self.player.session_id, self.player.finish),
            )

    def _if_still(self, session_id: str, do: Callable[[], None]) -> None:
        """An offer to undo belongs to its own session, even if it is answered when another one runs."""
        if session_id == self.player.session_id:
            do()

    def _leave_stopped(self) -> None:
        """Another line takes the place of the offer to undo, which holds no longer."""
        self._context.messages.say(telling.in_the_log(), seconds=4)
        self.player.finish()

    def _finish_here(self) -> None:
        """Chosen from three ways on, with the consequence beside it: there is nothing to undo."""
        self.player.stop()
        self.player.finish()

    def _stop_or_finish(self) -> None:
        if self.stage.is_asking and not self.player.can_undo:
            self._finish_here()
        elif not self.player.can_undo:
            self._stop()

    def _do(self, action: Action) -> None:
        player, ways = self.player, self.stage.ways
        doing: dict[Action, Callable[[], None]] = {
            Action.GO: self._go,
            Action.SKIP: player.skip,
            Action.BACK: player.back,
            Action.MORE: player.extend,
            Action.WAIT: player.wait,
            Action.REDO: player.redo,
            Action.STOP: self._stop_or_finish,
            Action.UNDO: player.undo_stop,
            Action.NEXT_WAY: lambda: ways.step_focus(1),
            Action.WAY_BEFORE: lambda: ways.step_focus(-1),
        }
        if action in doing:
            doing[action]()

    # -- inside ----------------------------------------------------------------------------------

    def _pace(self, now: float) -> float:
        session = self.player.session
        return 1.0 if session is None else self.stage.seconds_to_next_picture(session, now)

    def _count(self, session: Session) -> None:
        """Look up how many repetitions were done today, without those of the running set."""
        phase = session.phase
        exercise = self._context.library.exercises.get(phase.subject or "") if phase is not None else None
        if phase is None or phase.reps is None or exercise is None:
            self.stage.count_on(None)
            return
        hour = self._context.preferences.value.day_begins_hour
        day = day_of(self._context.wall(), hour)
        try:
            before = self._context.history.reps_on(exercise.id, day, hour)
        except WorldError:
            self.stage.count_on(None)
            return
        current = session.current(self.player.now())
        here = (current.done_reps or 0) if current is not None else 0
        self.stage.count_on((max(0, before - here), exercise.daily_goal))

    def _announce(self, words: str) -> None:
        announce(self, words)
        self.announced.emit(words)

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The session's keys; Escape does nothing."""
        asking, mirrored = self.stage.is_asking, self.isRightToLeft()
        action = action_of(event, is_asking=asking, is_right_to_left=mirrored)
        if action is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._do(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stage fills the page."""
        self.stage.setGeometry(self.rect())
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the time."""
        super().showEvent(event)
        self.player.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away by the program, not merely minimised: nobody can follow, so the session is held."""
        if not event.spontaneous():
            self.player.rest()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window closes: what was done is kept, and can be taken up at the next start."""
        self.player.leave()
        self.stage.leave()
        super().closeEvent(event)

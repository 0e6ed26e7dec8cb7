"""The session's page: the diagram is the timer. It joins the player to all that is seen, heard and pressed."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QAccessibleInterface, QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.away import Away
from acutimer.core.errors import WorldError
from acutimer.core.history import day_of
from acutimer.core.moments import Cue, Moment
from acutimer.core.planning import Plan
from acutimer.core.session import Held, Over, Running, Session, Why
from acutimer.language.joining import headed
from acutimer.mishaps.going_on import going_on
from acutimer.store.recording import Recorder
from acutimer.ui.context import Context
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.spoken import as_group, speak_for_itself
from acutimer.ui.session.desktop.desk import Desk
from acutimer.ui.session.doing import Doing
from acutimer.ui.session.keys import action_of
from acutimer.ui.session.mini.small import Small
from acutimer.ui.session.player import Player
from acutimer.ui.session.sound.hearing import Hearing, Opening, Speaking
from acutimer.ui.session.sound.speaker import open_speaker
from acutimer.ui.session.sound.synthesizer import open_synthesizer
from acutimer.ui.session.stage.stage import Stage
from acutimer.ui.session.words import telling
from acutimer.ui.session.words.away_words import WaysOn, away_words, kept_words, restored_words
from acutimer.ui.session.words.phase_words import words_of
from acutimer.ui.session.words.sayings import five_seconds


class SessionPage(QWidget):
    """Begin with `begin` or `take_up`; `over` carries the session's id once nothing can be undone any more.

    `announced` repeats in words what a screen reader is told. `opening` gives the sound device, `speaking` the voice.
    """

    over = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        opening: Opening = open_speaker,
        speaking: Speaking = open_synthesizer,
    ) -> None:
        speak_for_itself()
        super().__init__(parent)
        self._context = context
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(telling.session())
        self.player = Player(context.history, context.monotonic, context.wall, self)
        self.hearing = Hearing(context, opening, speaking)
        self.stage = Stage(context, self)
        self.small = Small(context, self)
        self.desk = Desk(context, self)
        self._doing = Doing(self, context, self.player, self.stage, self.hearing, self.small)
        self._trouble = ""  # what was said of a log that cannot be written
        self._connect()
        self._show_voice()

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
        player, stage, doing = self.player, self.stage, self._doing
        player.pace = self._pace
        player.entered.connect(self._on_entered)
        player.passed.connect(self._on_passed)
        player.changed.connect(self._on_changed)
        player.ticked.connect(self._on_tick)
        player.went_away.connect(self._on_away)
        player.failed.connect(self._on_failed)
        player.caught_up.connect(self._on_caught_up)
        player.finished.connect(self._on_finished)
        player.beaten.connect(self.hearing.beat)
        self.hearing.flashed.connect(stage.flash.show_once)
        self.hearing.flashed.connect(self.small.flash_once)
        self.hearing.captioned.connect(stage.show_caption)
        self.hearing.troubled.connect(stage.note)
        self.small.asked.connect(doing.do)
        self.small.shrunk.connect(self._shrink)
        self.desk.asked.connect(doing.do)
        self.desk.seek.connect(player.seek)
        self.desk.raised.connect(self._show_itself)
        self.desk.quit.connect(lambda: self.window().close())
        self._context.preferences.changed.connect(self._show_voice)
        stage.lens.clicked.connect(doing.go)
        stage.go_on.clicked.connect(doing.go)
        stage.foot.main.clicked.connect(doing.go)
        stage.foot.back.clicked.connect(player.back)
        stage.foot.skip.clicked.connect(player.skip)
        stage.foot.stop.clicked.connect(doing.stop)
        stage.foot.more.clicked.connect(doing.more)
        stage.foot.voice.clicked.connect(doing.switch_voice)
        stage.foot.mini.clicked.connect(doing.open_small)
        stage.ways.first.clicked.connect(doing.go)
        stage.ways.redo.clicked.connect(doing.redo)
        stage.ways.finish.clicked.connect(doing.finish_here)

    def _on_entered(self, index: int) -> None:
        session = self.player.session
        if session is None:
            return
        self._count(session)
        self.stage.turn_to(session)
        words = words_of(session.plan, index, self._context.library, QCoreApplication.translate)
        self._announce(words.spoken)

    def _on_passed(self, moments: tuple[Moment, ...]) -> None:
        session = self.player.session
        if session is not None:
            self.hearing.hear(session, moments)
        if any(moment.cue is Cue.LAST_FIVE and moment.count is None for moment in moments):
            self._announce(five_seconds(QCoreApplication.translate))

    def _on_changed(self, session: Session) -> None:
        now = self.player.now()
        with going_on():
            self.desk.follow(session, now)
        with going_on():
            self.small.show_session(session, now)
        if not isinstance(session.state, Running):
            self.hearing.hush()
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
        if session is None or session.phase is None:
            return
        with going_on():
            self.small.show_time(session, self.player.now())
        if self.isVisible() and not self.window().isMinimized():  # shown again, it catches up
            self.stage.show_time(session, self.player.now())

    def _on_away(self, away: Away) -> None:
        session = self.player.session
        assert session is not None
        at = self._context.wall() - timedelta(seconds=away.seconds)
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        translate = QCoreApplication.translate
        words = away_words(session, away, time, now=away.last_good, library=self._context.library, translate=translate)
        self._ask(words)

    def _on_failed(self, why: str) -> None:
        self._trouble = telling.not_kept_yet(why)
        self._context.messages.say(self._trouble, "caution")

    def _on_caught_up(self) -> None:
        self._context.messages.take_back(self._trouble)
        self._context.messages.say(telling.kept_again())

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
        self.small.show_ways(words)
        self.hearing.ask(headed(words.title, words.text))
        self._announce(headed(words.title, words.text))

    # -- the windows -----------------------------------------------------------------------------

    def _shrink(self, is_small: bool) -> None:
        """The small window takes the place of the full one, or gives it back."""
        small = self.small.window
        if is_small:
            self.window().hide()
        elif small is not None and small.isActiveWindow():
            self._come_forward()
        else:  # it ended by itself: other work keeps the keyboard
            self.window().show()

    def _show_itself(self) -> None:
        """The full window is wanted, from wherever one looks."""
        if self.small.is_open:
            self.small.expand()
        self._come_forward()

    def _come_forward(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()

    def _show_voice(self) -> None:
        self.stage.foot.show_voice(is_on=self._context.preferences.value.voice)

    # -- inside ----------------------------------------------------------------------------------

    def _pace(self, now: float) -> float:
        session = self.player.session
        if session is None:
            return 1.0
        return min(self.stage.seconds_to_next_picture(session, now), self.small.seconds_to_next_look(session, now))

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
            others = self._context.history.totals.counted_on(exercise.id, day, hour, without=self.player.session_id)
        except WorldError:
            self.stage.count_on(None)
            return
        here = sum(lived.done_reps or 0 for lived in session.lived if lived.phase.subject == exercise.id)
        self.stage.count_on((others.reps + here, exercise.daily_goal))

    def _announce(self, words: str) -> None:
        announce((self.small.window if self.small.is_open else None) or self, words)
        self.announced.emit(words)

    # -- Qt --------------------------------------------------------------------------------------

    def accessible(self) -> QAccessibleInterface:
        """A group of all that a session shows."""
        return as_group(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The session's keys; Escape does nothing."""
        asking, mirrored = self.stage.is_asking, self.isRightToLeft()
        action = action_of(event, is_asking=asking, is_right_to_left=mirrored)
        if action is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._doing.do(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stage fills the page."""
        self.stage.setGeometry(self.rect())
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the time. Shown from elsewhere (the tray, a later start) it takes the small window's place."""
        super().showEvent(event)
        self.small.expand()
        self.player.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away by the program, not merely minimised nor followed in the small window: the session is held."""
        if not event.spontaneous() and not self.small.is_open:
            self.player.rest()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window closes: what was done is kept, and can be taken up at the next start."""
        for put_away in (
            self.player.leave,
            self.hearing.close,
            self.small.leave,
            self.desk.close,
            self.stage.leave,
        ):
            with going_on():
                put_away()
        super().closeEvent(event)

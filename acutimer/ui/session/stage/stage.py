"""Everything one sees of a session, scaled to the window."""

import math
import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer import paths
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Held, Over, Session, Why
from acutimer.language.joining import sentences, sentences_in
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.face import face_of, progress_of
from acutimer.ui.session.lens.frames import seconds_to_next_picture
from acutimer.ui.session.lens.lens import RING_PX, Lens
from acutimer.ui.session.lens.scene import scene_at
from acutimer.ui.session.stage.column import Column
from acutimer.ui.session.stage.controls import Choice
from acutimer.ui.session.stage.flash import Flash
from acutimer.ui.session.stage.foot import Foot
from acutimer.ui.session.stage.header import Header
from acutimer.ui.session.stage.layout import ASIDE_PX, layout_of
from acutimer.ui.session.stage.line import Line
from acutimer.ui.session.stage.ways import CHOICE_PX, Ways
from acutimer.ui.session.words import telling
from acutimer.ui.session.words.away_words import WaysOn
from acutimer.ui.session.words.phase_words import words_of

GO_ON_GAP_PX = 30.0
SMALLER = (1.0, 0.92, 0.85, 0.78, 0.71, 0.64)  # how much smaller words may become to find their room
ASKED_AHEAD = 3  # how many of the scenes to come are drawn before they are needed


class Stage(QWidget):
    """Shows one session value at a time; what is pressed on it is the page's business."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._layout = layout_of(1280, 800)
        self._today: tuple[int, int | None] | None = None
        self.header = Header(context.library, self)
        poses = Poses(paths.resources() / "body", context.library.rules)
        self._poses = Figures(poses, parent=self)
        self.lens = Lens(context.figures, self._poses, context.atlas, poses, self)
        self.column = Column(self)
        self.go_on = Choice("play", primary=True, parent=self)
        self.ways = Ways(self)
        self.foot = Foot(self)
        self.aside = Line(17, ASIDE_PX, 450, "ink2", parent=self)
        self._note = self._said = ""
        self.flash = Flash(self)
        self.lens.name_sides(telling.sides())
        for part in (self.go_on, self.ways, self.aside):
            part.hide()

    @property
    def is_asking(self) -> bool:
        """Whether ways on are offered instead of the words."""
        return not self.ways.isHidden()

    # -- what it shows ---------------------------------------------------------------------------

    def turn_to(self, session: Session) -> None:
        """Turn the lens to the phase of `session`, and have what comes next drawn."""
        if session.index is None:
            return
        settings, plan = self._context.preferences.value, session.plan
        atlas, library = self._context.atlas, self._context.library
        scene = scene_at(plan, session.index, library, atlas, settings.mirror)
        self.lens.show_scene(scene, bones=settings.bones)
        asked = {scene.drawing} if scene is not None else set()
        for later in range(session.index + 1, len(plan.phases)):
            coming = scene_at(plan, later, library, atlas, settings.mirror)
            if coming is not None and coming.drawing not in asked:
                self.lens.ask_for(coming)
                asked.add(coming.drawing)
            if len(asked) > ASKED_AHEAD:
                break

    def count_on(self, today: tuple[int, int | None] | None) -> None:
        """How many repetitions were done today before this set, and the day's goal."""
        self._today = today

    def show_session(self, session: Session, now: float) -> None:
        """Show another value of the session: its words, its buttons, its time."""
        phase = session.phase
        if phase is None or session.index is None:
            self.show_time(session, now)
            return
        held = isinstance(session.state, Held)
        asks = isinstance(session.state, Held) and session.state.why is not Why.PAUSED
        waits = phase.seconds is None and not held
        self.ways.setVisible(asks)
        self.column.setVisible(not asks)
        self.foot.setVisible(not asks)
        words = words_of(session.plan, session.index, self._context.library, QCoreApplication.translate)
        self.column.show_words(words, held=held, prepares=phase.kind.prepares)
        is_wait = phase.kind is PhaseKind.WAIT
        self.go_on.say(telling.go_on() if is_wait else telling.start_now(), telling.go_on_hint())
        self.go_on.setVisible(waits and not asks)
        self.foot.show_session(session, has_main=not waits)
        self.lens.setAccessibleName(self.foot.main.text() if not waits else self.go_on.text())
        self.show_time(session, now)
        self._show_aside()

    def show_time(self, session: Session, now: float) -> None:
        """Show how far the session has come at `now`."""
        reduced = self._context.preferences.value.reduced_motion
        self.header.show_session(session, now)
        self.column.show_time(session, now, self._today)
        if self.lens.is_turning:
            progress = progress_of(session, now, pans=self.lens.pans, reduced_motion=reduced)
            self.lens.show_progress(progress)
        self.lens.show_face(face_of(session, now, telling.paused(), reduced_motion=reduced))

    def show_ways(self, words: WaysOn) -> None:
        """Ask how to go on."""
        self.ways.title.say(words.title)
        self.ways.text.say(words.text)
        self.ways.first.say(telling.carry_on(), words.carry_on, "play")
        self.ways.redo.say(words.redo, words.redo_detail)
        self.ways.finish.say(telling.finish_here(), words.finish_detail)
        self._show_ways_with(finish=True)

    def show_stopped(self, text: str) -> None:
        """Say that the session was stopped and what is kept of it."""
        self.ways.title.say(telling.stopped())
        self.ways.text.say(text)
        self.ways.first.say(telling.see_what_you_did(), telling.opens_by_itself(), "check")
        self.ways.redo.say(telling.undo(), telling.undo_hint())
        self._show_ways_with(finish=False)

    def note(self, text: str) -> None:
        """One quiet line that stays until another, or nothing, takes its place."""
        self._note = text
        self._show_aside()

    def show_caption(self, text: str) -> None:
        """What is being said, as far as it is not on the screen already; empty when nothing is."""
        self._said = text
        self._show_aside()

    def seconds_to_next_picture(self, session: Session, now: float) -> float:
        """After how many seconds the picture looks different."""
        if not self.isVisible() or self.window().isMinimized() or isinstance(session.state, Over):
            return math.inf
        ring_px = 2 * math.pi * RING_PX * self._layout.lens_scale
        reduced = self._context.preferences.value.reduced_motion
        return seconds_to_next_picture(session, now, ring_px, is_turning=self.lens.is_turning, reduced=reduced)

    def leave(self) -> None:
        """Wait for what is being drawn; nothing is drawn after."""
        self._poses.close()

    def _show_aside(self) -> None:
        shown = self.ways.shown_words() if self.is_asking else self.column.shown_words()
        parts = sentences_in(self._said)
        unread = sentences(part for part in parts if not any(_stands_in(part, line) for line in shown))
        self.aside.say(unread or self._note)
        self.aside.setVisible(bool(self.aside.text()))
        self._arrange()

    # -- layout ----------------------------------------------------------------------------------

    def _show_ways_with(self, *, finish: bool) -> None:
        self.column.hide()
        self.go_on.hide()
        self.foot.hide()
        self.ways.finish.setVisible(finish)
        self.ways.show()
        self._show_aside()
        self.ways.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        at = self._layout
        self.header.setGeometry(at.header)
        self.lens.setGeometry(at.lens)
        self.column.setGeometry(at.column)
        self.ways.setGeometry(at.ways)
        self.foot.setGeometry(at.foot)
        below = self._fit_words()
        self.go_on.setGeometry(at.column.x(), below, at.choice_px, round(CHOICE_PX * at.choice_scale))
        self.ways.arrange()
        self.aside.place(at.column.x(), at.aside_top, at.column.width())

    def _fit_words(self) -> int:
        """Lay the words out, in a small window so that all of them have room. Returns where what follows begins."""
        at, gap = self._layout, GO_ON_GAP_PX * self._layout.words_scale
        go_on = 0.0 if self.go_on.isHidden() else gap + CHOICE_PX * at.choice_scale
        for share in SMALLER if at.is_close else SMALLER[:1]:
            self.column.set_scale(at.words_scale * share, float(at.column.width()) if at.is_close else None)
            if self.column.below() + go_on <= at.column.height():
                break
        return round(at.column.y() + self.column.below() + gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale everything with the window."""
        super().resizeEvent(event)
        layout = layout_of(self.width(), self.height())
        if layout != self._layout and min(self.width(), self.height()) > 0:
            self._layout = layout
            self.go_on.scale = layout.choice_scale
            self.header.set_scale(layout.header_scale)
            self.lens.set_scale(layout.lens_scale)
            self.ways.set_scale(layout.words_scale, layout.choice_scale, layout.choice_px)
            self.foot.set_scale(layout.foot_scale)
            self.aside.set_scale(layout.words_scale)
        self._arrange()


def _stands_in(words: str, line: str) -> bool:
    """Whether a line reads so, letter by letter and with whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line) is not None

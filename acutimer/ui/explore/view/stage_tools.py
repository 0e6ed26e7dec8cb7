"""What helps to see: nearer and back without a wheel, the bones under the skin, the knee bent, where one pressed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acutimer.language.joining import explained
from acutimer.ui.explore.view.camera import MOST_ZOOM
from acutimer.ui.explore.view.stage import NEARER, STEP, Stage
from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.tokens import Tokens, color, tokens

SIDE_PX = 44
INSET_PX = 4
ICON_PX = 22


class Tool(Pressable):
    """A round tool. One that switches something is a check box to a screen reader; on, it is outlined."""

    def __init__(self, name: str, icon: str, parent: QWidget, *, key: str = "", switches: bool = False) -> None:
        self._icon = icon
        super().__init__("", parent)
        self.setCheckable(switches)
        self.setAccessibleName(name)
        self.setToolTip(explained(name, key))

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(SIDE_PX, SIDE_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the circle and its icon."""
        ground = theme.line if self.isDown() else theme.hover if self.is_hot else ""
        look = Look(ground, theme.ink2)
        if self.isChecked():
            look = Look(theme.pine_soft_hover if self.is_hot else theme.pine_soft, theme.pine, theme.pine, CHOSEN_PX)
        if not self.isEnabled():
            look = Look("", theme.edge)
        rect = QRectF(self.rect())
        paint_shape(painter, rect.adjusted(2, 2, -2, -2), rect.height() / 2 - 2, look)
        paint_icon(painter, self._icon, rect.center(), ICON_PX, color(look.ink), 1.9)


class StageTools(QWidget):
    """The tools of one stage, in a pill; upright, or level where a stage is narrow."""

    bones_switched = Signal(bool)
    """The bones under the skin are to show, or not."""
    warmth_switched = Signal(bool)
    """Where one pressed lately is to show as warmth, or not."""
    knee_bent = Signal(bool)
    """The knee is to be shown bent, or straight."""

    def __init__(self, stage: Stage, parent: QWidget, *, has_bones: bool = False, has_warmth: bool = False) -> None:
        super().__init__(parent)
        self._stage, self._is_upright = stage, True
        self.bones = Tool(self.tr("Bones under the skin"), "bones", self, switches=True)
        self.warmth = Tool(self.tr("Where you pressed lately"), "warmth", self, switches=True)
        self.bent = Tool(self.tr("Bent knee"), "bent", self, switches=True)
        self.nearer = Tool(self.tr("Nearer"), "plus", self, key="+")
        self.farther = Tool(self.tr("Farther"), "minus", self, key="\u2212")
        self.whole = Tool(self.tr("See all of it"), "whole", self, key="0")
        self.bones.setVisible(has_bones)
        self.warmth.setVisible(has_warmth)
        self.bent.hide()
        self.bones.clicked.connect(self.bones_switched)
        self.warmth.clicked.connect(self.warmth_switched)
        self.bent.clicked.connect(self.knee_bent)
        self.nearer.clicked.connect(lambda: stage.zoom_by(STEP))
        self.farther.clicked.connect(lambda: stage.zoom_by(1 / STEP))
        self.whole.clicked.connect(stage.see_whole)
        stage.zoomed.connect(self._show_zoom)
        self._show_zoom(1.0)

    @property
    def every(self) -> tuple[Tool, ...]:
        """All tools, in the order of Tab."""
        return (self.bones, self.warmth, self.bent, self.nearer, self.farther, self.whole)

    @property
    def shown(self) -> tuple[Tool, ...]:
        """The tools that are there now."""
        return tuple(tool for tool in self.every if not tool.isHidden())

    def show_bones(self, is_shown: bool) -> None:
        """Tell whether the bones show."""
        self.bones.setChecked(is_shown)

    def show_warmth(self, is_shown: bool) -> None:
        """Tell whether the warmth shows."""
        self.warmth.setChecked(is_shown)

    def show_bent(self, is_bent: bool | None) -> None:
        """Tell whether the knee is bent; None where there is no such view."""
        self.bent.setVisible(is_bent is not None)
        self.bent.setChecked(bool(is_bent))

    def stand(self, right: int, bottom: int, *, is_upright: bool) -> QRect:
        """Stand with the right bottom corner there. Returns the place taken."""
        self._is_upright = is_upright
        size = self.sizeHint()
        self.setGeometry(right - size.width(), bottom - size.height(), size.width(), size.height())
        for index, tool in enumerate(self.shown):
            along = INSET_PX + index * SIDE_PX
            x, y = (INSET_PX, along) if is_upright else (along, INSET_PX)
            tool.setGeometry(x, y, SIDE_PX, SIDE_PX)
        return self.geometry()

    def _show_zoom(self, zoom: float) -> None:
        can_leave, can_come = zoom > NEARER, zoom < MOST_ZOOM / NEARER
        for tool, is_enabled, other in (
            (self.nearer, can_come, self.farther),
            (self.farther, can_leave, self.nearer),
            (self.whole, can_leave, self.nearer),
        ):
            if not is_enabled and tool.hasFocus():
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            tool.setEnabled(is_enabled)

    def sizeHint(self) -> QSize:
        """All tools and a little room round them."""
        along, across = len(self.shown) * SIDE_PX + 2 * INSET_PX, SIDE_PX + 2 * INSET_PX
        return QSize(across, along) if self._is_upright else QSize(along, across)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(theme.control, theme.ink, theme.edge, BORDER_PX)
        paint_shape(painter, QRectF(self.rect()), SIDE_PX / 2 + INSET_PX, look)
        painter.end()

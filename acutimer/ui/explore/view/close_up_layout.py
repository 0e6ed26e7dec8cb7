"""Where the controls of a close-up stand round the drawing."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from acutimer.ui.explore.view.breadcrumb import Breadcrumb
from acutimer.ui.explore.view.stage_tools import StageTools

MARGIN_PX, EDGE_PX, FOOT_PX = 24, 12, 20
# On a small stage everything stands closer together.
CLOSE_PX = 8
# Below this the tools have no room beside the views, and lie above them, unless the stage is low as well.
NARROW_PX, LOW_PX = 560, 480


def stand(  # noqa: PLR0917  the controls from the first corner to the last
    size: QSize, breadcrumb: Breadcrumb, button: QWidget | None, sides: QWidget, views: QWidget, tools: StageTools
) -> tuple[int, int, QRect]:
    """Place the controls of a stage of that size. Returns how much they take at its top and foot, and the tools' place.

    The way back and the `button` stand at the top, the sides across from them; at the foot the views.
    """
    width, height = size.width(), size.height()
    is_narrow, is_low = width < NARROW_PX, height < LOW_PX
    is_close = is_low or (is_narrow and button is not None)
    margin, foot = (CLOSE_PX, height - CLOSE_PX) if is_close else (MARGIN_PX, height - FOOT_PX)
    across = sides.sizeHint()
    sides.setGeometry(QRect(QPoint(width - margin - across.width(), margin), across))
    button_px = 0 if button is None else button.sizeHint().width() + CLOSE_PX
    breadcrumb.move(margin, margin)
    breadcrumb.fit(sides.x() - margin - (CLOSE_PX if is_close else EDGE_PX) - button_px)
    top = sides.geometry().bottom() + 1
    if button is not None:
        after = breadcrumb.geometry().topRight() + QPoint(1 + CLOSE_PX, 0)
        button.setGeometry(QRect(after, button.sizeHint()))
        if button.geometry().right() + CLOSE_PX > sides.x():  # long words: below the way back
            button.move(margin, top + CLOSE_PX)
            top += CLOSE_PX + button.height()
    wanted = views.sizeHint().boundedTo(QSize(width - 2 * CLOSE_PX, height))
    at = QPoint((width - wanted.width()) // 2, foot - wanted.height())
    if is_narrow and not is_low:
        level = tools.stand(0, 0, is_upright=False)
        taken = tools.stand((width + level.width()) // 2, at.y() - EDGE_PX // 2, is_upright=False)
        bottom = height - taken.top()
    else:
        taken = tools.stand(width - (CLOSE_PX if is_close else EDGE_PX), foot, is_upright=True)
        if at.x() + wanted.width() + CLOSE_PX > taken.left():
            wanted.setWidth(min(wanted.width(), taken.left() - 2 * CLOSE_PX))
            at.setX((taken.left() - wanted.width()) // 2)
        bottom = height - at.y()
    views.setGeometry(QRect(at, wanted))
    return top, bottom, taken

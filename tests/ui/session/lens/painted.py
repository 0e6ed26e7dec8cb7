"""A lens on the screen, and what one sees of it."""

from PySide6.QtCore import QRect, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from acutimer import paths
from acutimer.core.planning import Phase
from acutimer.core.settings import Mirror
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.lens import Lens
from acutimer.ui.session.lens.scene import scene_of

SIDE_PX = 544


def make_lens(context: Context) -> tuple[Lens, Figures]:
    """A lens, and what paints its moving drawings: close that in the end."""
    poses = Poses(paths.resources() / "body", context.library.rules)
    figures = Figures(poses)
    return Lens(context.figures, figures, context.atlas, poses), figures


def show_phase(lens: Lens, context: Context, phase: Phase) -> None:
    """Turn to a phase and wait until its drawings are there."""
    scene = scene_of(phase, context.library, context.atlas, Mirror.MIRROR)
    assert scene is not None
    lens.show_scene(scene, bones=True)
    lens.show_progress(1.0)


def settle(*figures: Figures) -> None:
    """Let everything that was asked for be drawn."""
    for _ in range(4):
        QApplication.processEvents()
        for each in figures:
            for pool in each.findChildren(QThreadPool):
                pool.waitForDone()
    QApplication.processEvents()


def seen(lens: Lens) -> QImage:
    """The lens as one sees it."""
    return lens.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> QRect:
    """The rectangle outside of which two pictures are the same."""
    whole = QRect()
    width, height = one.width(), one.height()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    line = 4 * width
    rows = [y for y in range(height) if first[y * line : (y + 1) * line] != second[y * line : (y + 1) * line]]
    for y in rows:
        columns = [x for x in range(width) if one.pixel(x, y) != other.pixel(x, y)]
        whole = whole.united(QRect(columns[0], y, columns[-1] - columns[0] + 1, 1))
    return whole

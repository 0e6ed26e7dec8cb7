"""Figures ready to show: drawn in the background, remembered in memory and on disk."""

import zlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage

from acutimer.content.atlas import Atlas
from acutimer.ui.body.shelf import Shelf

# Raise it when the painter would paint a picture differently: those on disk are then drawn anew.
VERSION = 2
_MEMORY_BYTES = 48_000_000
# While a window is dragged to another size, only the latest sizes are worth drawing.
_MOST_ASKED = 8


@dataclass(frozen=True, slots=True)
class FigureKey:
    """Which picture: `px_per_unit` is in device pixels, so it holds the screen's scale factor.

    `part` is x, y, width and height of what of it is meant, in pixels of the whole picture as drawn, not flipped;
    None is all of it. A part is not kept on disk.
    """

    id: str
    px_per_unit: float
    dark: bool
    flipped: bool
    bones: bool
    part: tuple[int, int, int, int] | None = None


class Figures(QObject):
    """Hands out pictures of figures, each covering its figure's rect on a transparent ground.

    `drawn` carries the FigureKey of a picture that was asked for and is ready now. What was asked for last is
    drawn first. `folder` is where finished pictures are kept between starts; None keeps none.
    """

    drawn = Signal(object)
    _finished = Signal(object, QImage)

    def __init__(self, atlas: Atlas, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._shelf = None if folder is None else Shelf(folder)
        self._pictures: OrderedDict[FigureKey, QImage] = OrderedDict()
        self._asked: OrderedDict[FigureKey, set[FigureKey]] = OrderedDict()
        self._finishing: set[FigureKey] = set()  # drawn, and on the way to the window's thread
        self._count = 0
        self._is_closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def get(self, key: FigureKey) -> QImage | None:
        """The picture, or None: then it was asked for, and `drawn` tells when it can be had."""
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture
        plain = replace(key, flipped=False)
        if key.flipped and plain in self._pictures:
            return self._remember(key, self._pictures[plain])
        self._ask(plain, key)
        return None

    def stand_in(self, key: FigureKey) -> QImage | None:
        """The same figure at whatever other size is at hand, to be stretched until `drawn` comes; or None."""
        like = (other for other in reversed(self._pictures) if replace(other, px_per_unit=key.px_per_unit) == key)
        found = next(like, None)
        return None if found is None else self._pictures[found]

    def close(self) -> None:
        """Draw nothing more, and wait for what is being drawn; those that belong to it do the same."""
        for inner in self.findChildren(Figures):
            inner.close()
        self._is_closed = True
        self._asked.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _ask(self, plain: FigureKey, key: FigureKey) -> None:
        if self._is_closed:
            return
        if plain in self._asked:
            self._asked[plain].add(key)
            return
        self._asked[plain] = {key}
        while len(self._asked) > _MOST_ASKED:
            self._asked.popitem(last=False)
        self._count += 1
        self._pool.start(lambda: self._draw(plain), self._count)

    def _draw(self, plain: FigureKey) -> None:
        """Runs in the pool's thread."""
        if plain not in self._asked or plain in self._finishing:  # what was asked for again is queued again
            return
        shelf = self._shelf if plain.part is None else None
        name = self._name(plain)
        picture = None if shelf is None else shelf.find(name)
        if picture is not None:
            self._finish(plain, picture)
            return
        # A start that finds its picture on the shelf needs no painter.
        from acutimer.ui.body.painter import paint_figure
        from acutimer.ui.body.palette import tones

        figure, window = self._atlas.figure(plain.id), None if plain.part is None else QRect(*plain.part)
        picture = paint_figure(figure, plain.px_per_unit, tones(dark=plain.dark), bones=plain.bones, window=window)
        self._finish(plain, picture)
        if shelf is not None:
            shelf.keep(name, picture)

    def _finish(self, plain: FigureKey, picture: QImage) -> None:
        self._finishing.add(plain)
        self._finished.emit(plain, picture)

    def _name(self, plain: FigureKey) -> str:
        """What the picture is called on the shelf: other art, another painter or another size, another name."""
        made_from = (
            VERSION,
            self._atlas.digest(plain.id),
            plain.id,
            f"{plain.px_per_unit:.4f}",
            plain.dark,
            plain.bones,
        )
        return f"{plain.id}-{zlib.crc32(repr(made_from).encode()):08x}"

    def _take(self, plain: FigureKey, picture: QImage) -> None:
        """Back in the window's thread."""
        self._finishing.discard(plain)
        if self._is_closed:
            return
        keys = self._asked.pop(plain, {plain})
        self._pictures[plain] = picture
        for key in keys:
            if key.flipped:
                self._remember(key, picture)
        self._forget_oldest()
        for key in keys:
            self.drawn.emit(key)

    def _remember(self, key: FigureKey, plain: QImage) -> QImage:
        self._pictures[key] = flipped = plain.flipped(Qt.Orientation.Horizontal)
        self._forget_oldest()
        return flipped

    def _forget_oldest(self) -> None:
        total = sum(picture.sizeInBytes() for picture in self._pictures.values())
        while total > _MEMORY_BYTES and len(self._pictures) > 2:
            _, picture = self._pictures.popitem(last=False)
            total -= picture.sizeInBytes()

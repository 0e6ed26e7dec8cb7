"""The drawings acts are made of: the atlas, the things of resources/acts, and drawings of the body bent for an act."""

import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from acutimer.content.atlas import Atlas
from acutimer.core.body import Figure
from acutimer.core.points import Rule
from acutimer.ui.session.lens.acts.act import Rect
from acutimer.ui.session.lens.acts.acts import act_of

FOLDER = "acts"  # beside the atlas' own


@runtime_checkable
class Posed(Protocol):
    """An act some of whose drawings are made by bending others: those whose id is its subject and another word."""

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The drawing of that id, made from `drawings`."""

    def frame(self, drawings: Mapping[str, Figure], figure_id: str) -> Rect:
        """What its `rect` is, without making it."""


class Poses(Atlas):
    """The atlas in `folder`, the drawings in the folder "acts" beside it, and poses such as "heel-raises 3".

    A pose is made when it is first asked for. It may be asked from several threads.
    """

    def __init__(self, folder: Path, rules: Mapping[str, Rule]) -> None:
        super().__init__(folder, rules)
        self._things = {path.stem: path for path in (folder.parent / FOLDER).glob("*.json")}
        self._made: dict[str, Figure] = {}

    def figure(self, figure_id: str) -> Figure:
        """A pose, a thing, or any figure of the atlas."""
        act = _posed(figure_id)
        if act is None:
            return super().figure(figure_id)
        if figure_id not in self._made:
            self._made[figure_id] = act.pose(self, figure_id)
        return self._made[figure_id]

    def frame(self, figure_id: str) -> Rect:
        """The `rect` of a figure; that of a pose is told without bending anything."""
        act = _posed(figure_id)
        return super().figure(figure_id).rect if act is None else act.frame(self, figure_id)

    def digest(self, figure_id: str) -> str:
        """A fingerprint, as of any figure. That of a pose covers its curves as bent, so it holds for any bending."""
        if _posed(figure_id) is None:
            return super().digest(figure_id)
        figure = self.figure(figure_id)
        return f"{zlib.crc32(repr((figure.rect, figure.parts)).encode()):08x}"

    def _file(self, figure_id: str) -> Path:
        return self._things.get(figure_id) or super()._file(figure_id)


def _posed(figure_id: str) -> Posed | None:
    act = act_of(figure_id.partition(" ")[0]) if " " in figure_id else None
    return act if isinstance(act, Posed) else None

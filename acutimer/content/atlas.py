"""Every figure we ship, read when it is first asked for."""

import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from acutimer.content.art import read_figure
from acutimer.core.body import Figure
from acutimer.core.points import Area, Rule

IDS = (
    "body_front",
    "body_back",
    "body_side",
    "knee_front",
    "knee_outer",
    "knee_inner",
    "knee_back",
    "knee_bent_outer",
    "knee_bent_inner",
    "leg_front",
    "leg_outer",
    "leg_inner",
    "leg_back",
    "foot_inner",
    "foot_outer",
    "foot_top",
    "lower_back",
    "hand_dorsal",
    "hand_palm",
)
_AREAS = {
    "knee": Area.KNEE,
    "leg": Area.LOWER_LEG,
    "foot": Area.ANKLE_FOOT,
    "lower": Area.LOWER_BACK,
    "hand": Area.HAND,
}
_BENT = "_bent"


class Atlas(Mapping[str, Figure]):
    """The figures in `folder`, by id. A figure is read from its file once, when first asked for.

    `rules` are the points' own, by code. It may be asked from several threads. An unknown id is a KeyError.
    """

    def __init__(self, folder: Path, rules: Mapping[str, Rule]) -> None:
        self._folder = folder
        self._rules = rules
        self._figures: dict[str, Figure] = {}
        self._digests: dict[str, str] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every figure's id, whole bodies first."""
        return IDS

    def figure(self, figure_id: str) -> Figure:
        """The figure of that id."""
        known = self._figures.get(figure_id)
        if known is None:
            data = json.loads(self._file(figure_id).read_text(encoding="utf-8"))
            known = self._figures.setdefault(figure_id, read_figure(data, self._rules))
        return known

    def views(self, area: Area) -> tuple[str, ...]:
        """The ids of the area's close-ups with the limb held straight, the one to begin with first."""
        return tuple(name for name in IDS if _AREAS.get(name.split("_")[0]) is area and _BENT not in name)

    def bent(self, figure_id: str) -> str | None:
        """The same view of the limb bent, or None where there is none (or it is bent already)."""
        area, _, facing = figure_id.partition("_")
        name = f"{area}{_BENT}_{facing}"
        return name if name in IDS else None

    def straight(self, figure_id: str) -> str:
        """The same view of the limb held straight; a straight view is its own."""
        return figure_id.replace(_BENT, "")

    def digest(self, figure_id: str) -> str:
        """A fingerprint of the figure's file, to tell whether a picture made from it is still true."""
        if figure_id not in self._digests:
            self._digests[figure_id] = f"{zlib.crc32(self._file(figure_id).read_bytes()):08x}"
        return self._digests[figure_id]

    def __getitem__(self, figure_id: str) -> Figure:
        return self.figure(figure_id)

    def __iter__(self) -> Iterator[str]:
        return iter(IDS)

    def __len__(self) -> int:
        return len(IDS)

    def _file(self, figure_id: str) -> Path:
        if figure_id not in IDS:
            raise KeyError(figure_id)
        return self._folder / f"{figure_id}.json"

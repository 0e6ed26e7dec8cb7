"""The things the acts are drawn with: what the atlas' own figures must keep, these must too."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from acutimer import paths
from acutimer.content.art import read_figure
from acutimer.content.atlas import IDS
from acutimer.core.body import Edge, Figure, Layer, Lines, Outline, Part, Soft

FOLDER = paths.resources() / "acts"
FILES = sorted(FOLDER.glob("*"))
ROOT = Path(__file__).resolve().parents[5]


def read(path: Path) -> Figure:
    return read_figure(json.loads(path.read_text(encoding="utf-8")), {})


def layers(part: Part) -> list[Layer]:
    return [deep for layer in part.layers for deep in ([layer, *layers(layer)] if isinstance(layer, Part) else [layer])]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_a_drawing_that_knows_itself(path: Path) -> None:
    figure = read(path)
    assert path.suffix == ".json"
    assert figure.id == path.stem
    assert figure.id not in IDS
    assert " " not in figure.id
    assert figure.rect[2] > 0 < figure.rect[3]
    assert figure.parts
    assert not figure.areas
    assert not figure.placements


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_art_speaks_of_roles_and_never_of_colours(path: Path) -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_strengths_are_shares_and_widths_are_positive(path: Path) -> None:
    for part in read(path).parts:
        if isinstance(part, Outline):
            assert part.edge.width > 0
            continue
        edges: list[Edge | None] = [part.edge]
        assert 0 < part.alpha <= 1
        assert all(0 < rim.alpha <= 1 and rim.blur > 0 for rim in part.rims)
        for layer in layers(part):
            if isinstance(layer, Soft):
                assert layer.blur > 0
                assert all(0 < form.alpha <= 1 for form in layer.forms)
            if isinstance(layer, Soft | Lines):
                assert all(0 < stroke.alpha <= 1 and stroke.width > 0 for stroke in layer.strokes)
            if isinstance(layer, Part):
                edges.append(layer.edge)
        assert all(edge is None or (edge.width > 0 and 0 < edge.alpha <= 1) for edge in edges)


def test_a_package_carries_them_all() -> None:
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert built["targets"]["wheel"]["force-include"] == {"resources": "acutimer/resources"}
    assert FOLDER.parent == ROOT / "resources"

import json
from pathlib import Path
from typing import Any

import pytest

from acutimer.content.art import read_figure
from acutimer.content.atlas import IDS, Atlas
from acutimer.core.body import Bones, Figure, Lines, OnLimb, Outline, Part, Pose, Role, Soft
from acutimer.core.points import Area
from tests.shipped import ATLAS, LIBRARY

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "body"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return ATLAS


def raw(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return data


def layers_of(figure: Figure) -> list[object]:
    return [layer for part in figure.parts if isinstance(part, Part) for layer in part.layers]


def test_every_file_in_the_folder_is_a_figure_and_every_figure_has_its_file(atlas: Atlas) -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(IDS) == sorted(atlas)
    assert len(atlas) == len(atlas.ids) == 19


@pytest.mark.parametrize("name", IDS)
def test_every_figure_reads_and_knows_itself(atlas: Atlas, name: str) -> None:
    figure = atlas.figure(name)
    assert figure.id == name
    assert figure.cun > 0
    assert figure.rect[2] > 0 < figure.rect[3]
    assert figure.silhouette
    is_oblique = 0 < abs(figure.lateral) < 1 and 0 < abs(figure.anterior) < 1
    assert is_oblique or {abs(figure.lateral), abs(figure.anterior)} == {0, 1}
    assert (figure.area is None) is name.startswith("body_")


@pytest.mark.parametrize("name", IDS)
def test_every_landmark_and_part_that_is_named_is_there(atlas: Atlas, name: str) -> None:
    figure = atlas.figure(name)
    names = {part.name for part in figure.parts if isinstance(part, Part)}
    for part in figure.parts:
        if isinstance(part, Outline):
            assert set(part.parts) <= names
    for rule in figure.placements.values():
        if not isinstance(rule, OnLimb):
            assert {rule.landmark, rule.toward} - {None} <= figure.landmarks.keys()


@pytest.mark.parametrize("name", IDS)
def test_art_speaks_of_roles_and_never_of_colours(name: str) -> None:
    assert "#" not in (FOLDER / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in IDS if not name.startswith("body_")])
def test_every_close_up_has_bones_to_feel_for(atlas: Atlas, name: str) -> None:
    assert any(isinstance(layer, Bones) for layer in layers_of(atlas.figure(name)))


@pytest.mark.parametrize("name", ["body_front", "body_back", "body_side"])
def test_every_whole_body_wears_shorts(atlas: Atlas, name: str) -> None:
    shorts = [layer for layer in layers_of(atlas.figure(name)) if isinstance(layer, Part) and layer.name == "shorts"]
    assert [part.fill for part in shorts] == [Role.CLOTH]


def test_a_figure_is_read_once(atlas: Atlas) -> None:
    assert atlas.figure("knee_front") is atlas["knee_front"]


def test_an_unknown_figure_is_a_key_error(atlas: Atlas) -> None:
    with pytest.raises(KeyError):
        atlas.figure("elbow")


@pytest.mark.parametrize(
    ("area", "views"),
    [
        (Area.KNEE, ("knee_front", "knee_outer", "knee_inner", "knee_back")),
        (Area.LOWER_LEG, ("leg_front", "leg_outer", "leg_inner", "leg_back")),
        (Area.ANKLE_FOOT, ("foot_inner", "foot_outer", "foot_top")),
        (Area.LOWER_BACK, ("lower_back",)),
        (Area.HAND, ("hand_dorsal", "hand_palm")),
    ],
)
def test_views_come_in_the_order_people_walk_round_a_limb(atlas: Atlas, area: Area, views: tuple[str, ...]) -> None:
    assert atlas.views(area) == views
    assert {atlas.figure(view).area for view in views} == {area}


def test_a_knee_can_be_bent_and_straightened_where_there_is_such_a_view(atlas: Atlas) -> None:
    for name in ("knee_bent_outer", "knee_bent_inner"):
        assert atlas.figure(name).pose is Pose.BENT
        assert atlas.bent(atlas.straight(name)) == name
        assert atlas.figure(atlas.straight(name)).pose is Pose.STRAIGHT
        assert atlas.figure(atlas.straight(name)).facing is atlas.figure(name).facing
    assert atlas.bent("knee_front") is None
    assert atlas.bent("knee_bent_outer") is None
    assert atlas.straight("foot_top") == "foot_top"


def test_the_digest_tells_one_art_file_from_another(atlas: Atlas, tmp_path: Path) -> None:
    assert atlas.digest("knee_front") != atlas.digest("knee_back")
    changed = tmp_path / "knee_front.json"
    changed.write_bytes((FOLDER / "knee_front.json").read_bytes() + b"\n")
    assert Atlas(tmp_path, {}).digest("knee_front") != atlas.digest("knee_front")


def test_half_a_contour_is_closed_by_its_mirror_image(atlas: Atlas) -> None:
    body = next(part for part in atlas.figure("body_back").parts if isinstance(part, Part) and part.name == "body")
    points = set(body.contours[0].points)
    assert points == {(-x, y) for x, y in points}


def test_what_is_marked_mirror_is_drawn_twice(atlas: Atlas) -> None:
    data = raw("lower_back")
    layers = data["parts"][0]["layers"]
    (written,) = (layer for layer in layers if layer.get("lines") and layer.get("mirror"))
    drawn = next(layer for layer in layers_of(atlas.figure("lower_back")) if isinstance(layer, Lines))
    assert len(drawn.strokes) == 2 * len(written["strokes"])


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_a_number_without_end_in_the_art_is_refused(number: str) -> None:
    data = raw("knee_front")
    data["parts"][0]["contours"][0]["points"][0][0] = float(number)
    with pytest.raises(ValueError, match="finite"):
        read_figure(data, LIBRARY.rules)


def test_an_unknown_role_is_refused() -> None:
    data = raw("knee_front")
    data["parts"][0]["fill"] = "#ffffff"
    with pytest.raises(ValueError, match="Role"):
        read_figure(data, LIBRARY.rules)


@pytest.mark.parametrize("name", IDS)
def test_strengths_are_shares_and_widths_are_positive(atlas: Atlas, name: str) -> None:
    for layer in layers_of(atlas.figure(name)):
        if isinstance(layer, Soft):
            assert layer.blur > 0
            assert layer.strokes or layer.forms
        if isinstance(layer, Soft | Lines):
            assert all(0 < stroke.alpha <= 1 and stroke.width > 0 for stroke in layer.strokes)

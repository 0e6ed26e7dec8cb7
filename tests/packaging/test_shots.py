from pathlib import Path

import pytest
import shots
import shots_body
import shots_camera
import shots_log
import shots_markers
import shots_panels
import shots_places
import shots_points
import shots_routines
import shots_search
import shots_sessions
import shots_settings

from acutimer.content.atlas import IDS
from acutimer.content.checking import read_routine
from acutimer.core.errors import InputError
from tests.shipped import LIBRARY

ROOMS = (
    *(shots_body, shots_points, shots_markers, shots_search, shots_panels),
    *(shots_places, shots_routines, shots_log, shots_settings, shots_sessions),
)


def test_every_figure_has_its_picture() -> None:
    names = shots_body.scenes()
    for figure in IDS:
        plain = figure.replace("_", "-")
        assert plain in names or f"view-{plain}" in names


def test_every_point_has_its_picture_straight_and_bent() -> None:
    library, atlas = shots_points.content()
    names = shots_points.scenes()
    for code in library.points:
        assert f"point-{code}" in names
    bent = [code for code in library.points if code in atlas.figure("knee_bent_outer").placements]
    assert bent
    assert all(f"point-{code}-bent-outer" in names for code in bent)


def test_every_complaint_and_every_text_has_its_picture() -> None:
    library, _ = shots_points.content()
    names = shots_panels.scenes()
    assert {f"complaint-{name}" for name in library.complaints} <= names.keys()
    assert {f"guide-{name}" for name in library.guide} <= names.keys()


def test_no_picture_takes_the_place_of_another() -> None:
    every = [name for room in ROOMS for name in room.scenes()]
    assert len(every) == len(set(every))
    assert set(every) == shots_camera.every_scene().keys()


def test_every_page_of_the_log_has_its_picture_with_three_years_and_with_nothing() -> None:
    names = {**shots_places.scenes(), **shots_log.scenes()}
    assert {"log-three-years", "log-one-session", "log-empty"} <= names.keys()
    for page, full in (("body", "14"), ("trends", "all"), ("keeping", "backup"), ("report", "little")):
        assert {f"log-{page}-empty", f"log-{page}-{full}"} <= names.keys()


@pytest.mark.parametrize(
    ("theme", "size", "scale", "is_wanted"),
    [
        ("light", "1280x800", 1, True),
        ("dark", "1280x800", 2, True),
        ("light", "960x640", 1, True),
        ("light", "960x640", 2, False),
        ("high_contrast", "1280x800", 1, True),
        ("high_contrast", "1280x800", 2, False),
        ("high_contrast", "960x640", 1, False),
        ("dark", "640x400", 1, False),
        ("dark", "640x400", 2, True),
        ("high_contrast", "640x400", 2, True),
    ],
)
def test_a_picture_is_taken_where_it_tells_what_others_do_not(
    theme: str, size: str, scale: int, *, is_wanted: bool
) -> None:
    assert shots.is_wanted(theme, size, scale, "1280x800") is is_wanted


def test_every_group_of_settings_and_every_page_of_the_editor_has_its_picture() -> None:
    names = {**shots_places.scenes(), **shots_settings.scenes(), **shots_routines.scenes()}
    assert {"settings", *(f"settings-{name}" for name in shots_settings.GROUPS[1:])} <= names.keys()
    assert {"first-start", "keys", "editor", "editor-adding", "editor-problem", "import-refused"} <= names.keys()


def test_the_broken_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hurry.acutimer.json"
    file.write_text(shots_routines.BROKEN, encoding="utf-8")
    with pytest.raises(InputError, match=r"steps\[1\]\.secs"):
        read_routine(file, LIBRARY)

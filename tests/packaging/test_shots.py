import shots_body
import shots_camera
import shots_log
import shots_markers
import shots_panels
import shots_places
import shots_points
import shots_search
import shots_sessions

from acutimer.content.atlas import IDS

ROOMS = (
    *(shots_body, shots_points, shots_markers, shots_search, shots_panels),
    *(shots_places, shots_log, shots_sessions),
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

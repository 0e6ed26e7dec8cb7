"""Where one looks from: pure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.explore.view.camera import LEAST_SEEN, MOST_ZOOM, Camera, clamp, ease

WIDTH, HEIGHT = 616, 800
REST = Camera(2.0, 150.0, 80.0)
BODY = (200.0, 420.0)

CAMERAS = st.builds(Camera, st.floats(0.5, 20), st.floats(-2000, 2000), st.floats(-2000, 2000))


def extent(_top: float, _bottom: float) -> tuple[float, float]:
    return BODY


def kept(camera: Camera) -> Camera:
    return clamp(camera, REST, width=WIDTH, height=HEIGHT, extent=extent)


def seen(camera: Camera, x: float, y: float) -> tuple[float, float]:
    """Where what stands at a place at rest stands for a camera."""
    zoom = camera.scale / REST.scale
    return camera.x + (x - REST.x) * zoom, camera.y + (y - REST.y) * zoom


@given(CAMERAS, st.floats(0, 600), st.floats(0, 800), st.floats(0.2, 5))
def test_what_one_zooms_about_stays_where_it_is(camera: Camera, x: float, y: float, factor: float) -> None:
    there = ((x - camera.x) / camera.scale, (y - camera.y) / camera.scale)
    nearer = camera.zoom_about((x, y), factor)
    assert nearer.scale == pytest.approx(camera.scale * factor)
    assert nearer.x + there[0] * nearer.scale == pytest.approx(x, abs=1e-6)
    assert nearer.y + there[1] * nearer.scale == pytest.approx(y, abs=1e-6)


@given(CAMERAS, CAMERAS)
def test_a_way_begins_and_ends_where_it_should(one: Camera, other: Camera) -> None:
    for share, expected in ((0.0, one), (1.0, other)):
        there = one.toward(other, share)
        assert (there.scale, there.x, there.y) == pytest.approx((expected.scale, expected.x, expected.y), abs=1e-6)


def test_on_the_way_the_size_grows_by_equal_factors() -> None:
    one, other = Camera(1.0, 100, 100), Camera(16.0, 300, 50)
    sizes = [one.toward(other, share / 4).scale for share in range(5)]
    assert sizes == pytest.approx([1, 2, 4, 8, 16])


def test_on_the_way_one_spot_of_the_stage_stays_put() -> None:
    one, other = Camera(1.0, 100, 100), Camera(4.0, 160, 40)
    # What is at (80, 120) for the one is at (80, 120) for the other.
    for share in (0.0, 0.3, 0.7, 1.0):
        there = one.toward(other, share)
        assert (there.x - 20 * there.scale, there.y + 20 * there.scale) == pytest.approx((80, 120))


def test_a_mere_shift_moves_evenly() -> None:
    assert Camera(2.0, 0, 0).toward(Camera(2.0, 100, 40), 0.25) == Camera(2.0, 25, 10)


@given(CAMERAS)
def test_a_camera_is_never_farther_than_at_rest_nor_more_than_four_times_as_near(camera: Camera) -> None:
    zoom = kept(camera).scale / REST.scale
    assert 1 - 1e-9 <= zoom <= MOST_ZOOM + 1e-9


@given(st.floats(0.1, 1.0), st.floats(-900, 900), st.floats(-900, 900))
def test_seen_whole_nothing_is_shifted(zoom: float, dx: float, dy: float) -> None:
    camera = kept(REST.zoom_about((300, 300), zoom).pan(dx, dy))
    assert (camera.scale, camera.x, camera.y) == pytest.approx((REST.scale, REST.x, REST.y))


@given(CAMERAS)
def test_the_body_is_always_in_sight(camera: Camera) -> None:
    camera = kept(camera)
    left, top = seen(camera, BODY[0], 0)
    right, bottom = seen(camera, BODY[1], HEIGHT)
    in_sight = min(right, WIDTH) - max(left, 0)
    assert in_sight >= LEAST_SEEN * min(right - left, WIDTH) - 1e-6
    assert top <= 1e-6
    assert bottom >= HEIGHT - 1e-6


@given(CAMERAS)
def test_a_kept_camera_is_kept_as_it_is(camera: Camera) -> None:
    once, twice = kept(camera), kept(kept(camera))
    assert (twice.scale, twice.x, twice.y) == pytest.approx((once.scale, once.x, once.y), abs=1e-6)


def test_a_movement_is_slow_at_both_ends() -> None:
    assert (ease(0), ease(0.5), ease(1)) == (0, 0.5, 1)
    assert ease(0.1) < 0.1
    assert ease(0.9) > 0.9

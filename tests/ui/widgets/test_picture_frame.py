"""The arithmetic of a map: what is seen stays on the picture, and places come back where they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.ui.widgets.picture_frame import MOST, WHOLE, PictureFrame

sizes = st.integers(1, 4_000)
places = st.integers(0, WHOLE)
frames = st.builds(
    lambda width, height, across, down, zoom, way: (
        PictureFrame().in_room(across, down).with_picture(width, height).zoomed(zoom).moved(*way)
    ),
    sizes, sizes, st.integers(40, 2_000), st.integers(40, 2_000), st.floats(0.01, 20),
    st.tuples(st.floats(-9_000, 9_000), st.floats(-9_000, 9_000)),
)  # fmt: skip


def test_the_whole_map_is_in_the_middle_of_its_room() -> None:
    frame = PictureFrame().in_room(400, 400).with_picture(800, 400)
    assert frame.size == (400, 200)
    assert frame.origin == (0, 100)
    assert frame.to_room(0, 0) == (0, 100)
    assert frame.to_map(400, 300) == (WHOLE, WHOLE)


@given(frames, places, places)
def test_a_place_comes_back_from_the_screen(frame: PictureFrame, x: int, y: int) -> None:
    assert frame.to_map(*frame.to_room(x, y)) == (x, y)


@given(frames)
def test_the_picture_never_leaves_the_room_empty(frame: PictureFrame) -> None:
    assert 1 <= frame.zoom <= MOST
    (left, top), (wide, high) = frame.origin, frame.size
    for start, size, room in ((left, wide, frame.across), (top, high, frame.down)):
        if size >= room:
            assert start <= 1e-6 * size + 1e-6
            assert start + size >= room - 1e-6 * size - 1e-6
        else:
            assert start == pytest.approx((room - size) / 2)


@given(frames, st.floats(0, 1), st.floats(0, 1))
def test_zooming_in_keeps_what_is_pointed_at(frame: PictureFrame, across: float, down: float) -> None:
    frame = frame.fitted().zoomed(MOST / 2)
    at = frame.across * across, frame.down * down
    if all(size >= room for size, room in zip(frame.size, (frame.across, frame.down), strict=True)):
        nearer = frame.zoomed(2, at)
        assert nearer.zoom == MOST
        assert nearer.to_room(*frame.to_map(*at)) == pytest.approx(at, abs=max(nearer.size) / WHOLE + 0.01)


@given(frames, places, places)
def test_a_place_is_brought_into_sight(frame: PictureFrame, x: int, y: int) -> None:
    across, down = frame.showing(x, y).to_room(x, y)
    assert -0.01 <= across <= frame.across + 0.01
    assert -0.01 <= down <= frame.down + 0.01


def test_beyond_the_edge_is_at_the_edge() -> None:
    frame = PictureFrame().in_room(400, 400).with_picture(400, 200)
    assert frame.to_map(-50, 900) == (0, WHOLE)
    assert not frame.holds(200, 50)

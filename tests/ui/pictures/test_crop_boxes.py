"""Boxes stay on the photo and keep their size, however they are pushed."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.ui.pictures.crop_boxes import FIRST, LEAST, WHOLE, Box, begun, drawn

SIDES = st.integers(-3000, 3000)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.integers(0, WHOLE - LEAST)), draw(st.integers(0, WHOLE - LEAST))
    return Box(left, top, draw(st.integers(left + LEAST, WHOLE)), draw(st.integers(top + LEAST, WHOLE)), key=7)


def on_photo(box: Box) -> bool:
    return 0 <= box.left < box.right <= WHOLE and 0 <= box.top < box.bottom <= WHOLE


@given(box=boxes(), across=SIDES, down=SIDES)
def test_a_box_is_moved_as_a_whole(box: Box, across: int, down: int) -> None:
    moved = box.moved(across, down)
    assert on_photo(moved)
    assert (moved.size, moved.key) == (box.size, 7)


@given(box=boxes(), across=SIDES, down=SIDES)
def test_a_box_is_sized_at_its_right_and_its_foot(box: Box, across: int, down: int) -> None:
    sized = box.sized(across, down)
    assert on_photo(sized)
    assert not sized.is_slip
    assert (sized.left, sized.top, sized.key) == (box.left, box.top, 7)


def test_a_box_is_drawn_from_any_corner_and_ends_at_the_edge() -> None:
    assert drawn((700, 50), (100, 1400)) == Box(100, 50, 700, 1000)
    assert drawn((10, 10), (12, 500)).is_slip


def test_the_first_box_is_in_the_middle_and_the_next_ones_are_in_rows() -> None:
    made: list[Box] = []
    for _ in range(60):
        made.append(begun(made, made[-1] if made else None))
        assert on_photo(made[-1])
    assert made[0] == Box(400, 400, 600, 600)
    assert made[1] == Box(612, 400, 812, 600)
    assert (made[2].left, made[2].top) == (400, 612)
    assert made[0].size == (FIRST, FIRST)
    assert len(set(made)) > 8

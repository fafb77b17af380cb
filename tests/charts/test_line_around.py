"""A line finds its own scale, and the words of its levels keep away from the curve."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.charts.line import Reading, line_around

_VALUES = st.integers(-10_000, 10_000)


@given(st.lists(_VALUES, min_size=1, max_size=6), _VALUES, _VALUES)
def test_everything_lies_inside_with_room(values: list[int], target: int, baseline: int) -> None:
    line = line_around(
        [Reading("d", value) for value in values], target=(target, "target"), baseline=(baseline, "baseline")
    )
    heights = [line.height_of(value) for value in (*values, target, baseline)]
    assert min(heights) > 0.28
    assert max(heights) < 0.9


def test_words_stand_on_the_side_where_the_curve_is_not() -> None:
    falling = line_around(
        [Reading("a", 19), Reading("b", 8)], target=(10, "target 10"), baseline=(34, "baseline 34")
    ).levels
    assert [(level.words, level.right, level.below) for level in falling] == [
        ("target 10", False, True), ("baseline 34", True, False),
    ]  # fmt: skip


def test_nothing_to_aim_at_draws_no_level() -> None:
    assert line_around([Reading("a", 1)]).levels == []

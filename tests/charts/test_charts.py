"""Charts show what was counted: nothing lies outside its room, nothing is lost, equal is equal."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts.bars import Bar, lengths, told_bars
from workshop.charts.dot_strip import DotStrip
from workshop.charts.likert import Likert, shades, sharing_room
from workshop.charts.line import Line, Reading

COUNTS = st.lists(st.integers(0, 500), min_size=2, max_size=11).map(tuple)
NUMBERS = st.lists(st.integers(-50, 150).map(float), min_size=1, max_size=60).map(tuple)


@given(st.lists(st.integers(0, 10_000), max_size=40))
def test_bars_are_as_long_as_their_values(values):
    bars = [Bar(str(place), value) for place, value in enumerate(values)]
    found = lengths(bars)
    assert all(0 <= length <= 1 for length in found)
    if any(values):
        assert max(found) == 1
        assert found == [pytest.approx(value / max(values)) for value in values]


def test_bars_can_be_measured_against_something_else():
    assert lengths([Bar("a", 5)], most=10) == [0.5]
    assert told_bars([Bar("a", 5), Bar("b", 2, "2 of 9")]) == "a: 5; b: 2 of 9"


@given(COUNTS, st.booleans())
def test_answers_lie_beside_each_other_and_fill_their_room(counts, diverging):
    likert = Likert(counts, diverging=diverging)
    pieces = likert.segments
    assert [piece.step for piece in pieces] == [step for step, count in enumerate(counts) if count]
    assert sum(piece.width for piece in pieces) == pytest.approx((0.5 if diverging else 1) if likert.n else 0)
    assert all(piece.left >= -1e-9 and piece.left + piece.width <= 1 + 1e-9 for piece in pieces)
    for one, other in itertools.pairwise(pieces):
        assert one.left + one.width == pytest.approx(other.left)


@given(COUNTS)
def test_as_many_lie_left_of_the_middle_as_disagree(counts):
    likert = Likert(counts)
    if likert.n:
        middle, odd = divmod(len(counts), 2)
        below = sum(counts[:middle]) + (counts[middle] / 2 if odd else 0)
        left_of_middle = sum(max(0.0, min(piece.left + piece.width, 0.5) - piece.left) for piece in likert.segments)
        assert left_of_middle == pytest.approx(below / likert.n / 2)


def test_answers_are_told_with_the_words_of_the_scale():
    assert Likert((1, 0, 2), ("no", "so-so", "yes")).told == "no: 1, so-so: 0, yes: 2"
    assert Likert((1, 2)).told == "1: 1, 2: 2"


@pytest.mark.parametrize(
    ("steps", "expected"), [(2, [1, 5]), (3, [1, 3, 5]), (5, [1, 2, 3, 4, 5]), (7, [1, 2, 2, 3, 4, 4, 5]), (1, [1])]
)
def test_shades_run_from_one_end_to_the_other(steps, expected):
    assert shades(range(steps)) == expected


@given(st.lists(st.none() | st.integers(0, 100).map(float), min_size=1, max_size=8))
def test_a_line_joins_what_stands_side_by_side_and_nothing_else(values):
    line = Line(tuple(Reading(str(place), value) for place, value in enumerate(values)), 0, 100)
    runs = line.runs
    assert [point.reading.value for run in runs for point in run] == [value for value in values if value is not None]
    assert all(0 <= point.x <= 1 and 0 <= point.y <= 1 for run in runs for point in run)
    places = [[line.places.index(point.x) for point in run] for run in runs]
    assert all(run == list(range(run[0], run[0] + len(run))) for run in places)
    assert all(one[-1] + 1 < other[0] for one, other in itertools.pairwise(places))


def test_a_line_is_told_with_its_gaps_and_its_target():
    line = Line((Reading("Before", 61.25), Reading("After", None)), 0, 100, 68, "average 68")
    assert line.told == "Before: 61.25; After: –; average 68"
    assert line.height_of(150) == 1
    assert Line((Reading("a", 3),), 3, 3).runs[0][0].y == 0.5


@given(NUMBERS, st.integers(1, 80))
def test_every_number_is_one_dot_and_no_two_lie_on_each_other(numbers, columns):
    strip = DotStrip(numbers, min(numbers), max(numbers))
    dots = strip.dots(columns)
    assert len(dots) == len(numbers)
    assert len({(dot.x, dot.level) for dot in dots}) == len(dots)
    assert all(0 <= dot.x <= 1 for dot in dots)
    assert [dot.x for dot in dots] == sorted(dot.x for dot in dots)


def test_no_number_is_no_dot():
    strip = DotStrip((), 0, 10)
    assert (strip.dots(10), strip.middle, strip.told) == ([], None, "")


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_bars_below_each_other_share_one_middle_and_no_more_room_than_they_need(all_counts):
    bars = sharing_room([Likert(counts) for counts in all_counts])
    assert len({bar.middle for bar in bars}) == 1
    pieces = [piece for bar in bars for piece in bar.segments]
    assert all(piece.left >= -1e-9 and piece.left + piece.width <= 1 + 1e-9 for piece in pieces)
    widths = {sum(piece.width for piece in bar.segments) for bar in bars if bar.n}
    assert all(width == pytest.approx(max(widths)) and width >= 0.5 for width in widths)


def test_answers_that_all_agree_nearly_fill_their_room():
    (bar,) = sharing_room([Likert((0, 0, 0, 5, 5))])
    assert sum(piece.width for piece in bar.segments) > 0.9

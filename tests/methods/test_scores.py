"""Scores against published numbers, and properties of the small statistics."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.instruments.choices import count_choices
from workshop.methods.instruments.likert import cronbach_alpha, score_item
from workshop.methods.instruments.sus import score_sus, sus_grade, sus_score
from workshop.methods.statistics import change, cliffs_delta, median, suppress_small, wilson_interval


def test_sus_of_one_person() -> None:
    assert sus_score([5, 4, 2, 1, 2, 3, 2, 4, 5, 2]) == 55
    assert sus_score([3] * 10) == 50
    assert sus_score([5, 1] * 5) == 100


def test_sus_leaves_out_whoever_missed_an_item_and_flags_straight_lines() -> None:
    result = score_sus([[5, 4, 2, 1, 2, 3, 2, 4, 5, 2], [3] * 10, [None, *[3] * 9]])
    assert (result.respondents, result.scores, result.mean) == (3, (55, 50), Fraction(105, 2))
    assert result.straight == 1


@pytest.mark.parametrize(("score", "grade"), [(100, "A+"), (84, "A"), (68, "C"), (52, "D"), (51, "F"), (0, "F")])
def test_sus_grades(score: int, grade: str) -> None:
    assert sus_grade(Fraction(score)) == grade


def test_alpha_of_the_published_rows() -> None:
    alpha = cronbach_alpha([[4, 5, 4], [3, 4, 3], [5, 5, 5], [2, 3, 2], [4, 4, 5], [3, 3, 4]])
    assert alpha is not None
    assert float(alpha) == pytest.approx(0.907258, abs=1e-6)
    assert cronbach_alpha([[3, 3, 3], [3, 3, 3]]) is None
    assert cronbach_alpha([[1, 2], [2, 3]]) is None


def test_wilson_intervals() -> None:
    assert wilson_interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson_interval(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)
    assert wilson_interval(0, 0) is None


def test_a_likert_item_tells_missing_median_and_top_two() -> None:
    item = score_item([5, 4, None, 2, 4], low=1, high=5)
    assert (item.n, item.missing, item.median, item.top2) == (4, 1, 4, Fraction(3, 4))
    assert item.counts == {1: 0, 2: 1, 3: 0, 4: 2, 5: 1}
    with pytest.raises(ValueError, match="outside"):
        score_item([6], low=1, high=5)


def test_choices_count_people() -> None:
    assert count_choices([["a", "a"], ["b", "a"], []], ["a", "b", "c"]) == {"a": 2, "b": 1, "c": 0}


@given(st.lists(st.integers(1, 7), min_size=1))
def test_half_of_all_lie_on_each_side_of_the_median(values: list[int]) -> None:
    middle = median(values)
    assert sum(value < middle for value in values) * 2 <= len(values)
    assert sum(value > middle for value in values) * 2 <= len(values)


@given(st.lists(st.integers(1, 5)), st.lists(st.integers(1, 5)))
def test_the_effect_turns_round_with_the_groups(before: list[int], after: list[int]) -> None:
    assert cliffs_delta(before, after) == -cliffs_delta(after, before)
    assert abs(cliffs_delta(before, after)) <= 1


def test_known_respondents_are_compared_with_themselves() -> None:
    found = change({"1": 2, "2": 3, "3": 4}, {"1": 4, "2": 3, "9": 1})
    assert (found.paired, found.up, found.same, found.down) == (2, 1, 1, 0)
    assert change({"1": 2}, {"9": 4}).paired == 0


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=2))
def test_a_hidden_count_cannot_be_worked_out(counts: dict[str, int]) -> None:
    shown = suppress_small(counts)
    hidden = [key for key, count in shown.items() if count is None]
    assert all(count is None or count == 0 or count >= 5 for count in shown.values())
    others = [count for key, count in counts.items() if key not in hidden and count > 0]
    assert len(hidden) != 1 or not others

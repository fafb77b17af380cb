"""Published numbers and properties of the small statistics; what is hidden stays hidden."""

from collections import defaultdict
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.scoring_oracles import ordered_more_often, wilson
from workshop.methods.statistics import (
    change,
    cliffs_delta,
    effect_word,
    groups_to_show,
    mean,
    median,
    suppress_small,
    wilson_interval,
)


def test_wilson_intervals() -> None:
    assert wilson_interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson_interval(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)
    assert wilson_interval(0, 0) is None


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_that_of_statsmodels(counted: tuple[int, int]) -> None:
    assert wilson_interval(*counted) == pytest.approx(wilson(*counted), abs=1e-9)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=20), st.lists(st.integers(1, 5), min_size=1, max_size=20))
def test_cliffs_delta_follows_from_the_statistic_of_mann_and_whitney(before: list[int], after: list[int]) -> None:
    assert float(cliffs_delta(before, after)) == pytest.approx(ordered_more_often(before, after), abs=1e-9)


@given(st.lists(st.integers(1, 7), min_size=1))
def test_half_of_all_lie_on_each_side_of_the_median(values: list[int]) -> None:
    middle = median(values)
    assert sum(value < middle for value in values) * 2 <= len(values)
    assert sum(value > middle for value in values) * 2 <= len(values)


def test_middles_are_exact_and_of_nothing_refused() -> None:
    assert (median([1, 2]), mean([1, 1, 2])) == (Fraction(3, 2), Fraction(4, 3))
    for middle in (median, mean):
        with pytest.raises(ValueError, match="no values"):
            middle([])


def test_cliffs_delta_of_a_known_example() -> None:
    # The example of R's effsize package: -0.25, small.
    control, treatment = [10, 20, 30, 40, 40, 50], [10, 10, 20, 20, 20, 30, 30, 30, 40, 50]
    assert cliffs_delta(control, treatment) == Fraction(-1, 4)
    assert effect_word(Fraction(-1, 4)) == "small"


@given(st.lists(st.integers(1, 5)), st.lists(st.integers(1, 5)))
def test_the_effect_turns_round_with_the_groups(before: list[int], after: list[int]) -> None:
    assert cliffs_delta(before, after) == -cliffs_delta(after, before)
    assert abs(cliffs_delta(before, after)) <= 1


@pytest.mark.parametrize(
    ("effect", "word"),
    [("0.146", "negligible"), ("0.147", "small"), ("0.33", "medium"), ("-0.474", "large"), ("1", "large")],
)
def test_words_of_effects(effect: str, word: str) -> None:
    assert effect_word(Fraction(effect)) == word


def test_known_respondents_are_compared_with_themselves() -> None:
    found = change({"1": 2, "2": 3, "3": 4}, {"1": 4, "2": 3, "9": 1, "8": 1})
    assert (found.paired, found.up, found.same, found.down, found.effect) == (2, 1, 1, 0, Fraction(1, 2))
    assert (found.before_n, found.after_n, found.word) == (3, 4, "large")


def test_unknown_respondents_stand_side_by_side() -> None:
    found = change({"1": 2, "2": 2}, {"8": 4, "9": 1})
    assert (found.paired, found.up, found.effect, found.word) == (0, 0, 0, "negligible")
    assert change({"1": 2}, {}).word == "none"


@pytest.mark.parametrize(("cells", "people", "least"), [(2, 40, 5), (3, 24, 5), (4, 16, 5), (3, 16, 3), (4, 11, 2)])
def test_no_reader_of_a_published_table_can_work_out_a_hidden_count(cells: int, people: int, least: int) -> None:
    # Every table of so many people: who knows the rule, the total and what is shown finds several values for each hidden count.
    tables = (table for table in product(range(people + 1), repeat=cells) if sum(table) <= people)
    possible: dict[tuple[int, tuple[int | None, ...]], list[tuple[int, ...]]] = defaultdict(list)
    for table in tables:
        shown = tuple(suppress_small(dict(zip("abcd", table, strict=False)), least=least).values())
        assert all(count is None or count == 0 or count >= least for count in shown)
        possible[sum(table), shown].append(table)
    for (total, shown), found in possible.items():
        hidden = [place for place, count in enumerate(shown) if count is None]
        if len(hidden) < cells:  # where all are hidden, so is the total
            assert all(len({table[place] for table in found}) > 1 for place in hidden), (shown, found)
            assert not hidden or total - sum(count or 0 for count in shown) >= least


def test_counts_that_may_be_shown_are() -> None:
    assert suppress_small({"a": 5, "b": 0, "c": 9}) == {"a": 5, "b": 0, "c": 9}
    assert suppress_small({"a": 3, "b": 7, "c": 9}) == {"a": None, "b": None, "c": 9}
    assert suppress_small({"a": 1, "b": 1, "c": 9, "d": 8}) == {"a": None, "b": None, "c": 9, "d": None}
    assert suppress_small({"a": 4, "b": 5, "c": 5, "d": 6}) == {"a": None, "b": None, "c": None, "d": 6}
    assert suppress_small({"a": 3, "b": 0}) == {"a": None, "b": None}
    assert suppress_small({"a": 2, "b": 4, "c": 9}, least=3) == {"a": None, "b": None, "c": 9}


def test_small_groups_are_not_broken_down() -> None:
    assert groups_to_show({"citizen": 9}) == frozenset()
    assert groups_to_show({"citizen": 20, "business": 10}) == {"citizen", "business"}
    assert groups_to_show({"citizen": 20, "business": 6, "office": 5}) == {"citizen"}


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)))
def test_the_rest_of_a_breakdown_is_nobody_or_ten(sizes: dict[str, int]) -> None:
    shown = groups_to_show(sizes)
    rest = sum(size for key, size in sizes.items() if key not in shown)
    assert all(sizes[key] >= 10 for key in shown)
    assert not shown or rest == 0 or rest >= 10

"""Means with their spread and interval, against scipy."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.scoring_oracles import mean_interval, t_point
from workshop.methods.means import summarize, t_quantile


@pytest.mark.parametrize("freedom", [*range(1, 12), 29, 30, 100, 101, 1000])
def test_students_t_is_that_of_scipy(freedom: int) -> None:
    assert t_quantile(freedom) == pytest.approx(t_point(freedom), abs=1e-9)


def test_a_t_without_freedom_is_refused() -> None:
    with pytest.raises(ValueError, match="one degree"):
        t_quantile(0)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=40).filter(lambda values: len(set(values)) > 1))
def test_the_interval_is_that_of_scipy_within_the_scale(values: list[int]) -> None:
    scores = [Fraction(5, 2) * value for value in values]
    found = summarize(scores, low=0, high=100)
    low, high = mean_interval([float(score) for score in scores])
    assert found.interval == pytest.approx((max(low, 0), min(high, 100)), abs=1e-6)


def test_of_few_no_more_is_told_than_can_be() -> None:
    assert summarize([], low=0, high=100).mean is None
    one = summarize([Fraction(5, 2)], low=0, high=100)
    assert (one.n, one.mean, one.median, one.sd, one.interval) == (1, Fraction(5, 2), Fraction(5, 2), None, None)
    assert summarize([3, 3], low=1, high=5).interval == (3, 3)

"""Likert items and the reliability of a set of them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.scoring_oracles import alpha as alpha_of_pingouin
from workshop.methods.instruments.likert import cronbach_alpha, score_item


def test_alpha_of_the_published_rows() -> None:
    alpha = cronbach_alpha([[4, 5, 4], [3, 4, 3], [5, 5, 5], [2, 3, 2], [4, 4, 5], [3, 3, 4]])
    assert alpha is not None
    assert float(alpha) == pytest.approx(0.907258, abs=1e-6)


@given(st.integers(3, 7).flatmap(lambda items: st.lists(st.lists(st.integers(1, 5), min_size=items, max_size=items),
                                                        min_size=2, max_size=25)))  # fmt: skip
def test_alpha_is_that_of_pingouin_whatever_the_order(rows: list[list[int]]) -> None:
    found = cronbach_alpha(rows)
    assert found == cronbach_alpha([row[::-1] for row in reversed(rows)])
    if found is not None:
        assert float(found) == pytest.approx(alpha_of_pingouin(rows), abs=1e-9)


def test_alpha_is_undefined_without_variance_items_or_people() -> None:
    assert cronbach_alpha([[3, 3, 3], [3, 3, 3]]) is None
    assert cronbach_alpha([[1, 2], [2, 3]]) is None
    assert cronbach_alpha([[1, 2, 3]]) is None
    with pytest.raises(ValueError, match="length"):
        cronbach_alpha([[1, 2, 3], [1, 2]])


def test_an_item_tells_missing_median_and_top_two() -> None:
    item = score_item([5, 4, None, 2, 4], low=1, high=5)
    assert (item.n, item.missing, item.median, item.top2) == (4, 1, 4, Fraction(3, 4))
    assert item.counts == {1: 0, 2: 1, 3: 0, 4: 2, 5: 1}


def test_an_item_nobody_answered_has_no_median() -> None:
    item = score_item([None, None], low=1, high=5)
    assert (item.n, item.missing, item.median, item.top2) == (0, 2, None, None)


@pytest.mark.parametrize(("value", "low", "high"), [(6, 1, 5), (0, 1, 5), (1, 1, 1)])
def test_what_is_no_answer_on_a_scale_is_refused(value: int, low: int, high: int) -> None:
    with pytest.raises(ValueError, match=r"outside|two steps"):
        score_item([value], low=low, high=high)

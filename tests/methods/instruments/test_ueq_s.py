"""The short User Experience Questionnaire: which items belong to which quality, and who has a score."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.instruments.ueq_s import score_ueq_s

ROWS = st.lists(st.integers(-3, 3), min_size=8, max_size=8)


def test_the_first_four_are_pragmatic_the_last_four_hedonic() -> None:
    result = score_ueq_s([[3, 2, 1, 2, -1, 0, -3, 0]])
    assert (result.pragmatic, result.hedonic, result.overall) == ((2,), (-1,), (Fraction(1, 2),))


def test_a_missing_item_costs_its_own_scale_and_the_whole() -> None:
    result = score_ueq_s([[3, 2, 1, 2, None, 0, -3, 0], [1] * 8])
    assert (result.pragmatic, result.hedonic, result.overall) == ((2, 1), (None, 1), (None, 1))


@given(ROWS, st.permutations(range(4)), st.permutations(range(4, 8)))
def test_the_order_within_a_quality_changes_nothing(row: list[int], first: list[int], last: list[int]) -> None:
    assert score_ueq_s([row]) == score_ueq_s([[row[place] for place in (*first, *last)]])
    turned = score_ueq_s([[-value for value in row]])
    assert turned.overall[0] == -(score_ueq_s([row]).overall[0] or 0)


@pytest.mark.parametrize("row", [[4] * 8, [-4] * 8, [0] * 7])
def test_what_is_no_answer_is_refused(row: list[int]) -> None:
    with pytest.raises(ValueError, match="eight answers"):
        score_ueq_s([row])

"""Kano: the published evaluation table, the coefficients, and ties that stay ties."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.instruments.kano import classify, score_kano

PAIRS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)))
# Berger and others 1993: functional answers down, dysfunctional ones across, from like to dislike.
PUBLISHED = """
Q A A A O
R I I I M
R I I I M
R I I I M
R R R R Q
"""


def test_the_table_is_that_of_berger() -> None:
    rows = [line.split() for line in PUBLISHED.split("\n") if line]
    found = [[classify(there, gone) for gone in range(1, 6)] for there in range(1, 6)]
    assert found == rows


def test_a_feature_with_its_coefficients() -> None:
    # Two attractive, three one-dimensional, one must-be, two indifferent, one reverse; one pair is half.
    pairs = [(1, 3)] * 2 + [(1, 5)] * 3 + [(2, 5)] + [(3, 3)] * 2 + [(5, 1)] + [(1, None)]
    result = score_kano(pairs)
    assert result.counts == {"M": 1, "O": 3, "A": 2, "I": 2, "R": 1, "Q": 0}
    assert (result.n, result.missing, result.categories) == (9, 1, ("O",))
    assert (result.better, result.worse) == (Fraction(5, 8), Fraction(-1, 2))


def test_ties_are_told_as_ties_and_nobody_is_no_category() -> None:
    assert score_kano([(1, 5), (2, 5)]).categories == ("M", "O")
    assert score_kano([(None, 1)]).categories == ()
    only_reverse = score_kano([(5, 1)])
    assert (only_reverse.categories, only_reverse.better, only_reverse.worse) == (("R",), None, None)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing_and_coefficients_keep_their_ends(pairs, random) -> None:
    result = score_kano(pairs)
    shuffled = list(pairs)
    random.shuffle(shuffled)
    assert score_kano(shuffled) == result
    assert sum(result.counts.values()) == len(pairs)
    if result.better is not None and result.worse is not None:
        assert -1 <= result.worse <= 0 <= result.better <= 1


@given(PAIRS)
def test_who_answers_the_other_way_round_makes_a_reverse_of_what_pleased(pairs) -> None:
    counts = score_kano(pairs).counts
    turned = score_kano([(gone, there) for there, gone in pairs]).counts
    assert (counts["Q"], counts["I"]) == (turned["Q"], turned["I"])
    assert turned["R"] == counts["A"] + counts["O"] + counts["M"]


@pytest.mark.parametrize("pair", [(0, 1), (1, 6)])
def test_what_is_no_answer_is_refused(pair: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        score_kano([pair])

"""Pairs for a voter: never twice the same, every option about equally often, and all hanging together."""

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.voting.pairs import choose_pairs

sizes = st.integers(0, 24)
counts = st.integers(0, 300)
seeds = st.integers(0, 2**32)


def parts(options: int, pairs: tuple[tuple[int, int], ...]) -> int:
    """Into how many parts options fall that are joined by pairs."""
    part = list(range(options))
    for one, other in pairs:
        part = [part[one] if here == part[other] else here for here in part]
    return len(set(part))


@given(sizes, counts, seeds)
def test_no_pair_comes_twice_and_there_are_as_many_as_can_be(options: int, count: int, seed: int) -> None:
    pairs = choose_pairs(range(options), count, Random(seed))
    known = {frozenset(pair) for pair in combinations(range(options), 2)}
    assert len(pairs) == min(count, len(known))
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    assert {frozenset(pair) for pair in pairs} <= known


@given(sizes, counts, seeds)
def test_every_option_comes_about_equally_often_however_early_one_stops(options: int, count: int, seed: int) -> None:
    times = Counter(dict.fromkeys(range(options), 0))
    for pair in choose_pairs(range(options), count, Random(seed)):
        times.update(pair)
        assert max(times.values()) - min(times.values()) <= 1


@given(sizes, counts, seeds)
def test_options_hang_together_as_far_as_so_many_pairs_can_join_them(options: int, count: int, seed: int) -> None:
    pairs = choose_pairs(range(options), count, Random(seed))
    for stopped in range(len(pairs) + 1):
        assert parts(options, pairs[:stopped]) == max(min(options, 1), options - stopped)


@given(sizes, counts, seeds)
def test_the_same_chance_gives_the_same_pairs(options: int, count: int, seed: int) -> None:
    assert choose_pairs(range(options), count, Random(seed)) == choose_pairs(range(options), count, Random(seed))


@pytest.mark.parametrize("options", [5, 6, 9, 12])
def test_over_many_voters_every_pair_comes_equally_often_and_either_way_round(options: int) -> None:
    chance, voters, count = Random(2028), 4_000, options - 1
    met = Counter(pair for _voter in range(voters) for pair in choose_pairs(range(options), count, chance))
    expected = voters * count / (options * (options - 1))
    assert len(met) == options * (options - 1)
    # six standard deviations of a binomial count: a fair choice fails once in millions of pairs
    assert all(abs(times - expected) < 6 * expected**0.5 for times in met.values())


def test_a_negative_count_gives_none() -> None:
    assert choose_pairs("abc", -1, Random(1)) == ()

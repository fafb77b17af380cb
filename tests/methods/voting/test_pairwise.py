"""Comparisons of two: won and lost, “can't decide”, and strengths where they exist."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.voting import ordinal_oracles as oracles
from workshop.methods.voting.bradley_terry import strengths
from workshop.methods.voting.pairwise import Comparison, tally_pairwise

OPTIONS = ("a", "b", "c", "d")
pairs = st.permutations(OPTIONS).flatmap(
    lambda order: st.sampled_from((order[0], None)).map(lambda won: Comparison(order[0], order[1], won))
)


def test_the_published_strengths() -> None:
    rows = {"A": (0, 2, 0, 1), "B": (3, 0, 5, 0), "C": (0, 3, 0, 1), "D": (4, 0, 3, 0)}
    ballots = [
        [Comparison(one, other, one)]
        for one, row in rows.items()
        for other, count in zip("ABCD", row, strict=True)
        for _ in range(count)
    ]
    tally = tally_pairwise(ballots, "ABCD")
    assert tally.details["bradley_terry"] == {"A": 0.13869, "B": 0.22615, "C": 0.14302, "D": 0.49213}
    assert tally.scores == {"A": Fraction(4, 12), "B": Fraction(9, 15), "C": Fraction(5, 14), "D": Fraction(8, 11)}
    assert tally.winners == ("D",)


def test_who_cannot_decide_moves_nobody() -> None:
    tally = tally_pairwise([[Comparison("a", "b", "a"), Comparison("c", "d", None)]], OPTIONS)
    assert tally.scores == {"a": Fraction(2, 3), "b": Fraction(1, 3), "c": Fraction(1, 2), "d": Fraction(1, 2)}
    assert tally.details["undecided"] == {"a": 0, "b": 0, "c": 1, "d": 1}
    assert tally.ranking == (("a",), ("c", "d"), ("b",))


@pytest.mark.parametrize("seats", [None, 1])
def test_without_a_decision_nobody_wins_by_lot_neither(seats: int | None) -> None:
    tally = tally_pairwise([[Comparison("a", "b", None)], []], OPTIONS, seats=seats)
    assert (tally.winners, tally.ties) == ((), ())


def test_where_strengths_do_not_exist_the_reason_is_told() -> None:
    one_way = [Comparison("a", "b", "a")]
    details = tally_pairwise([one_way], "ab").details
    assert details["bradley_terry"] is None
    assert "chain of wins" in details["bradley_terry_missing"]
    both_ways = tally_pairwise([one_way, [Comparison("a", "b", "b")]], "ab").details
    assert (both_ways["bradley_terry"], both_ways["bradley_terry_missing"]) == ({"a": 0.5, "b": 0.5}, None)


def test_a_ballot_with_a_strange_comparison_is_invalid() -> None:
    tally = tally_pairwise(
        [[Comparison("a", "x", "a")], [Comparison("a", "a", "a")], [Comparison("a", "b", "c")], []], OPTIONS
    )
    assert [one.reason for one in tally.invalid] == [
        "unknown option x",
        "option a against itself",
        "c was not compared",
    ]
    assert (tally.ballots, tally.blank) == (4, 1)


def test_strengths_exist_only_where_everybody_won_and_lost_in_a_chain() -> None:
    circle = {"a": {"b": 1, "c": 0}, "b": {"a": 0, "c": 1}, "c": {"a": 1, "b": 0}}
    found = strengths(circle)
    assert found is not None
    assert set(found.values()) == {0.33333}
    assert strengths({"a": {"b": 3}, "b": {"a": 0}}) is None
    assert strengths({"a": {}}) is None


@pytest.mark.parametrize("seed", range(8))
def test_strengths_are_exact_where_few_comparisons_join_eighty_options(seed: int) -> None:
    """In a tree of comparisons the strengths of two that met are to each other as their wins."""
    chance = random.Random(seed)
    ids = [f"o{number}" for number in range(80)]
    wins = {one: {other: 0 for other in ids if other != one} for one in ids}
    wanted = {ids[0]: Fraction(1)}
    for number, option in enumerate(ids[1:], start=1):
        near = ids[max(0, number - chance.randint(1, 2))]
        won, lost = chance.choice([(1, 9), (9, 1), (1, 1), (2, 3), (3, 2), (50, 1)])
        wins[option][near], wins[near][option] = won, lost
        wanted[option] = wanted[near] * Fraction(won, lost)
    found = strengths(wins)
    assert found is not None
    whole = sum(wanted.values())
    assert all(abs(found[option] - float(wanted[option] / whole)) < 6e-6 for option in ids)


@given(st.lists(st.lists(pairs, max_size=5), max_size=10), st.randoms())
def test_shuffling_and_renaming_change_nothing(ballots, chance) -> None:
    first = tally_pairwise(ballots, OPTIONS)
    assert tally_pairwise(chance.sample(ballots, len(ballots)), OPTIONS).scores == first.scores
    names = dict(zip(OPTIONS, "wxyz", strict=True))
    renamed = [
        [Comparison(names[one], names[other], names[won] if won else None) for one, other, won in ballot]
        for ballot in ballots
    ]
    second = tally_pairwise(renamed, [names[option] for option in OPTIONS])
    assert second.scores == {names[option]: score for option, score in first.scores.items()}


def test_strengths_as_choix_finds_them() -> None:
    chance = random.Random(6)
    compared = 0
    for _ in range(300):
        wins = [tuple(chance.sample(range(4), 2)) for _ in range(chance.randint(8, 40))]
        counted = {
            OPTIONS[one]: {OPTIONS[other]: wins.count((one, other)) for other in range(4) if other != one}
            for one in range(4)
        }
        found = strengths(counted)
        if found is not None:
            compared += 1
            for option, wanted in zip(OPTIONS, oracles.bradley_terry(wins, 4), strict=True):
                assert abs(found[option] - wanted) < 2e-5
    assert compared > 100

"""Budget by votes: what fits, in order of votes, with every use of the lot told."""

import random
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.methods.voting.oracles import budgeted
from workshop.methods.voting.greedy import tally_greedy

OPTIONS = ("a", "b", "c", "d")
ballots = st.lists(st.sets(st.sampled_from(OPTIONS)), max_size=12)
costs = st.fixed_dictionaries({option: st.integers(1, 9) for option in OPTIONS})


def count(sets, costs, budget, options=OPTIONS, **more):
    return tally_greedy([dict.fromkeys(s, 1) for s in sets], options, costs=costs, budget=budget, **more)


def test_fifty_one_of_a_hundred_take_it_all() -> None:
    red, blue = [f"R{i}" for i in range(10)], [f"B{i}" for i in range(10)]
    tally = count([red] * 51 + [blue] * 49, dict.fromkeys(red + blue, 1), 10, options=blue + red)
    assert set(tally.winners) == set(red)
    assert tally.ties == ()


def test_what_does_not_fit_is_left_out_and_on_it_goes() -> None:
    tally = count([{"a", "b", "c"}, {"a", "b"}, {"a"}], {"a": 4, "b": 7, "c": 6, "d": 1}, 10)
    assert tally.winners == ("a", "c")
    assert (tally.details["spent"], tally.ranking) == (10, (("a",), ("b",), ("c",), ("d",)))


def test_a_tie_is_told_where_it_mattered_and_only_there() -> None:
    tally = count([set("abcd")], {"a": 3, "b": 3, "c": 5, "d": 20}, 6, lot=("d", "b", "c", "a"))
    (tie,) = tally.ties
    assert (tally.winners, tie.at, tie.options, tie.chosen) == (("b", "a"), "place 1", ("a", "b", "c"), ("b", "a"))
    assert count([set("ab")], dict.fromkeys(OPTIONS, 1), 2).ties == ()


def test_costs_may_be_fractions() -> None:
    tally = count([{"a", "b"}], {"a": Fraction(1, 3), "b": Fraction(2, 3), "c": 1, "d": 1}, 1)
    assert (tally.winners, tally.details["spent"]) == (("a", "b"), 1)


def test_a_ballot_of_more_than_marks_is_invalid() -> None:
    tally = tally_greedy([{"a": 2}, {"x": 1}, {}], OPTIONS, costs=dict.fromkeys(OPTIONS, 1), budget=1)
    assert tally.invalid == ((0, "more than 1 on one option"), (1, "unknown option x"))
    assert (tally.ballots, tally.blank) == (3, 1)


@given(ballots, costs, st.integers(0, 30), st.permutations(OPTIONS))
def test_the_budget_holds_and_nothing_more_would_fit(sets, prices, budget, lot) -> None:
    tally = count(sets, prices, budget, lot=lot)
    left = budget - sum(prices[option] for option in tally.winners)
    assert left >= 0
    assert all(prices[option] > left for option in OPTIONS if option not in tally.winners)


@given(ballots, costs, st.integers(0, 30))
def test_without_a_told_tie_every_lot_gives_the_same(sets, prices, budget) -> None:
    first, second = (count(sets, prices, budget, lot=lot) for lot in (OPTIONS, OPTIONS[::-1]))
    assert bool(first.ties) == bool(second.ties)
    if not first.ties:
        assert set(first.winners) == set(second.winners)


def test_it_agrees_with_an_independent_program() -> None:
    chance = random.Random(4)
    for _ in range(2500):
        options = [f"p{i}" for i in range(chance.randint(1, 8))]
        lot = chance.sample(options, len(options))
        prices = {o: Fraction(chance.randint(1, 60), chance.choice([1, 1, 1, 2, 3])) for o in options}
        sets = [[o for o in options if chance.random() < 0.4] for _ in range(chance.randint(1, 10))]
        budget = chance.randint(1, 120)
        ours = count(sets, prices, budget, options=options, lot=lot).winners
        assert list(ours) == budgeted(sets, prices, budget, lot, rule="greedy"), (sets, prices, budget, lot)

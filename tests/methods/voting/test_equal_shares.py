"""The Method of Equal Shares: against the published numbers and an independent program, and quick enough for a city."""

import random
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.voting.oracles import budgeted
from workshop.methods.voting.equal_shares import tally_equal_shares
from workshop.methods.voting.shares import Shares, Voters

OPTIONS = ("a", "b", "c", "d")
ballots = st.lists(st.sets(st.sampled_from(OPTIONS)), max_size=8)
costs = st.fixed_dictionaries({option: st.integers(1, 30) for option in OPTIONS})
WAYS = [(utility, completion) for utility in ("cost", "approval") for completion in ("none", "add1", "add1u")]


def count(sets, costs, budget, options=OPTIONS, **more):
    return tally_equal_shares([dict.fromkeys(s, 1) for s in sets], options, costs=costs, budget=budget, **more)


def test_fifty_one_of_a_hundred_get_their_half() -> None:
    red, blue = [f"R{i}" for i in range(10)], [f"B{i}" for i in range(10)]
    case = [red] * 51 + [blue] * 49, dict.fromkeys(red + blue, 1), 10, red + blue
    tally = count(*case, completion="none")
    assert [sum(option[0] == color for option in tally.winners) for color in "RB"] == [5, 4]
    assert tally.details["share"] == "1/10"
    assert tally.details["bought"][0] == {"option": "R0", "most_paid": "1/51"}
    completed = count(*case)
    assert [sum(option[0] == color for option in completed.winners) for color in "RB"] == [6, 4]
    assert completed.details["completed"] == ["R5"]


def test_those_who_have_less_than_the_others_pay_give_all() -> None:
    poor = count([{"a", "b"}, {"b"}], {"a": 4, "b": 16}, 20, options=("a", "b"), utility="approval", completion="none")
    assert [(line["option"], line["most_paid"]) for line in poor.details["bought"]] == [("a", 4), ("b", 10)]
    alike = count([{"a", "b"}, {"b"}], {"a": 4, "b": 11}, 20, options=("a", "b"), utility="approval", completion="none")
    assert [line["most_paid"] for line in alike.details["bought"]] == [4, "11/2"]


def test_raising_stops_at_the_last_unit_that_keeps_the_budget() -> None:
    case = [{"a"}, {"a"}, {"b"}, {"e"}], {"a": 40, "b": 45, "e": 45}, 100
    added = count(*case, options=("a", "b", "e"), completion="add1", lot=("e", "b", "a"))
    assert (added.winners, added.details["share"], added.details["raised_share"]) == (("a",), 25, 44)
    completed = count(*case, options=("a", "b", "e"), lot=("e", "b", "a"))
    assert (completed.winners, completed.details["completed"], completed.details["spent"]) == (("a", "e"), ["e"], 85)
    assert [(tie.at, tie.options, tie.chosen) for tie in completed.ties] == [
        ("round 2", ("b", "e"), ("e",)),  # at 45 each both are bought, which is too much
        ("place 2", ("b", "e"), ("e",)),
    ]


def test_raising_stops_where_nothing_more_fits() -> None:
    tally = count([{"a"}, {"a"}, {"b"}], {"a": 60, "b": 39}, 99, options=("a", "b"), completion="add1")
    assert (tally.winners, tally.details["raised_share"]) == (("a", "b"), 39)


def test_every_use_of_the_lot_is_told() -> None:
    tally = count([{"a"}, {"b"}], {"a": 1, "b": 1}, 2, options=("a", "b"), lot=("b", "a"), completion="none")
    (tie,) = tally.ties
    assert (tally.winners, tie.at, tie.options, tie.chosen) == (("b", "a"), "round 1", ("a", "b"), ("b",))


def test_a_blank_ballot_has_its_share_and_an_invalid_one_has_none() -> None:
    assert count([{"a"}, set()], {"a": 1}, 10, options=("a",)).details["share"] == 5
    tally = count([{"a"}, {"x"}], {"a": 1}, 10, options=("a",))
    assert (tally.details["share"], tally.invalid) == (10, ((1, "unknown option x"),))


@pytest.mark.parametrize("completion", ["none", "add1", "add1u"])
def test_no_ballots_and_no_budget_come_to_an_end(completion) -> None:
    assert count([], {"a": 1}, 0, options=("a",), completion=completion).winners == ()
    assert count([{"a"}], {"a": 1}, 0, options=("a",), completion=completion).winners == ()
    assert count([{"a"}], {"a": 0}, 0, options=("a",), completion=completion).winners == ("a",)


@given(ballots, costs, st.integers(1, 60), st.sampled_from(WAYS), st.randoms())
def test_order_and_names_change_nothing_and_the_budget_holds(sets, prices, budget, way, chance) -> None:
    utility, completion = way
    first = count(sets, prices, budget, utility=utility, completion=completion)
    assert sum(prices[option] for option in first.winners) <= budget
    assert count(chance.sample(sets, len(sets)), prices, budget, utility=utility, completion=completion) == first
    names = dict(zip(OPTIONS, "zyxw", strict=True))
    second = count(
        [{names[option] for option in s} for s in sets],
        {names[option]: cost for option, cost in prices.items()},
        budget, options=[names[option] for option in OPTIONS], utility=utility, completion=completion,
    )  # fmt: skip
    assert second.winners == tuple(names[option] for option in first.winners)


@given(ballots, costs, st.integers(1, 60), st.sampled_from(["cost", "approval"]))
def test_raised_amounts_come_to_what_they_come_to_from_the_start(sets, prices, share, utility) -> None:
    supporters = {option: tuple(i for i, approved in enumerate(sets) if option in approved) for option in OPTIONS}
    voters = Voters((1,) * len(sets), supporters)
    utilities = prices if utility == "cost" else dict.fromkeys(OPTIONS, 1)
    raised = Shares(voters, prices, utilities, Fraction(share, 7), OPTIONS)
    steady = raised.result()
    for units in range(1, 40):
        raised.raise_to(units)
        afresh = Shares(voters, prices, utilities, Fraction(share, 7) + units, OPTIONS).result()
        found = raised.result()
        assert (found.bought, found.ties) == (afresh.bought, afresh.ties)
        if steady.steady is None or units <= steady.steady:
            assert found.options == steady.options
        else:
            steady = found


def test_it_agrees_with_an_independent_program() -> None:
    chance = random.Random(5)
    for _ in range(1200):
        options = [f"p{i}" for i in range(chance.randint(1, 7))]
        lot = chance.sample(options, len(options))
        top = chance.choice([3, 20, 300])
        prices = {o: Fraction(chance.randint(1, top), chance.choice([1] * 9 + [2, 3])) for o in options}
        sets = [[o for o in options if chance.random() < 0.4] for _ in range(chance.randint(1, 12))]
        budget = chance.randint(1, max(2, top * len(options) // 2))
        for utility, completion in WAYS:
            way = {"utility": utility, "completion": completion}
            ours = count(sets, prices, budget, options=options, lot=lot, **way).winners
            theirs = budgeted(sets, prices, budget, lot, rule="equal-shares", **way)
            assert list(ours) == theirs, (way, sets, prices, budget, lot)


def test_a_city_of_a_thousand_voters_and_a_hundred_projects_is_counted_in_seconds() -> None:
    chance = random.Random(1)
    options = [f"p{i}" for i in range(100)]
    weights = [chance.random() ** 2 + 0.02 for _ in options]
    prices = {option: chance.randint(50, 1000) for option in options}
    sets = [chance.choices(options, weights, k=chance.randint(1, 10)) for _ in range(1000)]
    start = process_time()
    tally = count(sets, prices, 10_000, options=options)
    assert process_time() - start < 10
    assert len(tally.winners) > 20


def test_large_amounts_of_a_small_currency_are_raised_without_a_run_for_every_unit() -> None:
    sets = [{"a", "b"}] * 7 + [{"b", "c"}] * 5 + [{"d"}]
    prices = {"a": 30_000_000, "b": 45_000_000, "c": 20_000_001, "d": 70_000_000}
    tally = count(sets, prices, 100_000_000, completion="add1")
    assert tally.winners == ("b", "a", "c")

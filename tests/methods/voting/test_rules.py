"""The register of rules: every name, which ballots it takes, and ballots that are invalid before they are counted."""

from copy import deepcopy
from time import process_time

import pytest

from workshop.methods.voting.ballots import Invalid
from workshop.methods.voting.pairwise import Comparison
from workshop.methods.voting.rules import RULES, Form, Vote, Way, count
from workshop.models.enums import CountingRule

OPTIONS = ("a", "b", "c")
BALLOTS = {
    Form.RANKINGS: [[["a"], ["b"]], [["b"]], []],
    Form.FIRST_CHOICES: [[["a"]], [["b"]], []],
    Form.APPROVALS: [{"a": 1, "b": 1}, {"a": 1}, {}],
    Form.DOTS: [{"a": 3}, {"b": 1}, {}],
    Form.GRADES: [{"a": 3, "b": 5}, {"b": 1}, {}],
    Form.ANSWERS: [{"a": 1, "b": -1}, {"b": 0}, {}],
    Form.COMPARISONS: [[Comparison("a", "b", "a")], [Comparison("a", "c", None)], []],
}


def vote(*forms: Form, **more) -> Vote:
    return Vote(OPTIONS, {form: BALLOTS[form] for form in forms}, **more)


def test_every_rule_has_its_name() -> None:
    assert set(RULES) == {rule.value for rule in CountingRule}
    assert all(name == rule.name for name, rule in RULES.items())


@pytest.mark.parametrize("name", RULES)
def test_every_rule_counts_each_form_it_takes(name: str) -> None:
    for form in RULES[name].forms:
        money = {"costs": dict.fromkeys(OPTIONS, 2), "budget": 4} if RULES[name].spends else {}
        tally = count(name, vote(form, **money), Way(lot=OPTIONS))
        assert (tally.rule, tally.ballots, tally.blank, tally.invalid) == (name, 3, 1, ())
        assert sorted(option for group in tally.ranking for option in group) == list(OPTIONS)


def repeated(form: Form, times: int, *, apart: bool) -> Vote:
    """Every ballot of a form many times and one that breaks the rule thrice: each one object, or copies of it."""
    strange = {Form.COMPARISONS: [Comparison("a", "a", "a")], Form.RANKINGS: [["x"]], Form.FIRST_CHOICES: [["x"]]}
    ballots = [*BALLOTS[form] * times, *[strange.get(form, {"x": 1})] * 3]
    if apart:
        ballots = [deepcopy(ballot) for ballot in ballots]
    return Vote(OPTIONS, {form: ballots}, (Invalid(1, "late"),), costs={"a": 2, "b": 3, "c": 1}, budget=4)


@pytest.mark.parametrize("name", RULES)
def test_ballots_that_are_one_object_count_as_often_as_they_come(name: str) -> None:
    for form in RULES[name].forms:
        together, apart = (count(name, repeated(form, 7, apart=apart), Way(lot=OPTIONS)) for apart in (False, True))
        assert together == apart
        assert (together.ballots, together.blank, len(together.invalid)) == (24, 7, 4)


@pytest.mark.parametrize("name", RULES)
def test_a_million_ballots_of_few_kinds_are_counted_in_a_moment(name: str) -> None:
    votes = [repeated(form, 300_000, apart=False) for form in RULES[name].forms]
    start = process_time()
    assert all(count(name, each, Way(lot=OPTIONS)).ballots == 900_003 for each in votes)
    assert process_time() - start < 5


@pytest.mark.parametrize("name", RULES)
def test_a_rule_refuses_ballots_it_cannot_count(name: str) -> None:
    others = [form for form in Form if form not in RULES[name].forms]
    with pytest.raises(ValueError, match=name):
        count(name, vote(*others, costs=dict.fromkeys(OPTIONS, 1), budget=1), Way())
    if RULES[name].spends:
        with pytest.raises(ValueError, match=name):
            count(name, vote(Form.APPROVALS), Way())


def test_ballots_with_a_fault_are_listed_in_their_place_and_not_counted() -> None:
    ballots = [{"a": 1}, {"x": 1}, {"b": 1}, {"a": 1}]
    tally = count("approval", Vote(OPTIONS, {Form.APPROVALS: ballots}, (Invalid(0, "more than was agreed"),)), Way())
    assert tally.invalid == ((0, "more than was agreed"), (1, "unknown option x"))
    assert (tally.ballots, tally.scores["a"], tally.scores["b"]) == (4, 1, 1)


def test_seats_are_filled_and_the_lot_is_heeded() -> None:
    tie = vote(Form.DOTS, dots=3)
    assert count("dots", tie, Way(seats=1)).winners == ("a",)
    even = Vote(OPTIONS, {Form.APPROVALS: [dict.fromkeys(OPTIONS, 1)]})
    assert count("approval", even, Way(seats=2, lot=("c", "b", "a"))).winners == ("c", "b")
    assert count("stv", vote(Form.RANKINGS), Way(seats=2, lot=OPTIONS)).winners == ("a", "b")


def test_limits_of_the_vote_are_kept_and_without_them_anything_goes() -> None:
    assert count("dots", vote(Form.DOTS, dots=2), Way()).invalid == ((0, "more than 2 in all"),)
    assert count("dots", vote(Form.DOTS, per_option=2), Way()).invalid == ((0, "more than 2 on one option"),)
    assert count("score", vote(Form.GRADES, lowest=0, highest=4), Way()).invalid == ((0, "a grade outside 0 to 4"),)
    assert count("score", vote(Form.GRADES), Way()).invalid == ()


def test_equal_shares_is_told_how() -> None:
    money = {"costs": {"a": 2, "b": 3, "c": 1}, "budget": 3}
    told = {
        completion: count(
            "equal-shares", vote(Form.APPROVALS, **money), Way(completion=completion, lot=OPTIONS)
        ).winners
        for completion in ("none", "add1", "add1u")
    }
    assert told == {"none": ("a",), "add1": ("a",), "add1u": ("a", "c")}

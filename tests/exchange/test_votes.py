"""Files as votes: which rules can count which file."""

import pytest

from workshop.exchange.votes import read_ballots, vote_of
from workshop.methods.voting.majority import ABSTAINED, NO, YES
from workshop.methods.voting.pairwise import Comparison
from workshop.methods.voting.rules import RULES, Form, Vote
from workshop.models.errors import InputError

RANKED = {"plurality", "borda", "irv", "stv", "schulze"}


def vote(name: str, text: str) -> Vote:
    return vote_of(read_ballots(name, text.encode()))


def rules(found: Vote) -> set[str]:
    return {name for name, rule in RULES.items() if rule.form_of(found)}


def pabulib(kind: str, row: str, more: str = "") -> str:
    meta = f"META\nkey;value\nvote_type;{kind}\nbudget;9\n{more}"
    return f"{meta}PROJECTS\nproject_id;cost\na;1\nb;1\nVOTES\nvote;points\n{row}\n"


@pytest.mark.parametrize("ending", ["soc", "soi", "toc", "toi", "SOI"])
def test_rankings_are_counted_as_rankings(ending: str) -> None:
    found = vote(f"x.{ending}", "# NUMBER ALTERNATIVES: 3\n2: 1,3,2\n")
    assert rules(found) == RANKED
    assert found.ballots[Form.RANKINGS] == ((("1",), ("3",), ("2",)),) * 2
    assert rules(vote("x.pb", pabulib("ordinal", "b;"))) == RANKED


def test_rankings_of_two_are_comparisons() -> None:
    found = vote("x.toi", "# NUMBER ALTERNATIVES: 3\n2: 1,3\n1: {2,3}\n1:\n")
    assert rules(found) == {*RANKED, "pairwise"}
    assert found.ballots[Form.COMPARISONS] == [
        *[(Comparison("1", "3", "1"),)] * 2, (Comparison("2", "3", None),), (),
    ]  # fmt: skip
    assert rules(vote("x.toi", "# NUMBER ALTERNATIVES: 3\n2: 1,3\n1: 2\n")) == RANKED


def test_the_first_category_is_approval_and_of_two_or_three_the_others_are_answers() -> None:
    three = vote("x.cat", "# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 3\n1: {1},{2},{3}\n")
    assert three.ballots[Form.APPROVALS] == [{"1": 1}]
    assert three.ballots[Form.ANSWERS] == [{"1": YES, "2": NO, "3": ABSTAINED}]
    assert rules(three) == {"approval", "greedy", "equal-shares", "majority"}
    four = vote("x.cat", "# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 4\n1: {1},{2},{3}\n")
    assert "majority" not in rules(four)


def test_each_vote_type_of_pabulib_has_its_rules() -> None:
    approvals = {"approval", "greedy", "equal-shares"}
    assert rules(vote("x.pb", pabulib("approval", "a,b;"))) == approvals
    assert rules(vote("x.pb", pabulib("choose-1", "a;"))) == {*approvals, "plurality"}
    assert rules(vote("x.pb", pabulib("cumulative", "a,b;3,1"))) == {"dots"}
    assert rules(vote("x.pb", pabulib("scoring", "a,b;3,1"))) == {"score"}


def test_limits_costs_and_faults_go_with_the_vote() -> None:
    found = vote("x.pb", pabulib("cumulative", "a,b;3,3", more="max_sum_points;5\nmax_points;4\n"))
    assert (found.dots, found.per_option, found.costs, found.budget) == (5, 4, {"a": 1, "b": 1}, 9)
    assert found.faults == ((0, "more than 5 points in all"),)


@pytest.mark.parametrize("name", ["x.csv", "x", "x.wmd", "soc"])
def test_another_ending_is_refused(name: str) -> None:
    with pytest.raises(InputError):
        read_ballots(name, b"# NUMBER ALTERNATIVES: 3\n2: 1,3\n")


def test_equal_ballots_of_a_file_are_one_object_in_every_form() -> None:
    pairs = "# NUMBER ALTERNATIVES: 3\n3: 1,2\n1: 2,3\n3: 1,2\n"
    categories = "# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 2\n6: 1,2\n1: 3\n"
    for name, text in (
        ("x.soi", pairs),
        ("x.cat", categories),
        ("x.pb", pabulib("choose-1", "a;\n" * 6 + "b;")),
        ("x.pb", pabulib("cumulative", "a,b;3,1\n" * 6 + "a,b;1,3")),
        ("x.pb", pabulib("ordinal", "b,a;\n" * 6 + "a,b;")),
    ):
        for ballots in vote(name, text).ballots.values():
            assert (len(ballots), len({id(ballot) for ballot in ballots})) == (7, 2)

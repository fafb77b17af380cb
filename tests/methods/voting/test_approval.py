"""Approvals count voters, however many each marked."""

from workshop.methods.voting.approval import tally_approvals


def test_approvals_count_voters() -> None:
    tally = tally_approvals([{"a": 1, "b": 1}, {"b": 1}, {}], ("a", "b", "c"))
    assert (tally.rule, tally.scores, tally.winners) == ("approval", {"a": 1, "b": 2, "c": 0}, ("b",))
    assert (tally.ballots, tally.blank, tally.invalid) == (3, 1, ())


def test_an_approval_is_one_mark_and_may_be_limited() -> None:
    assert tally_approvals([{"a": 2}], ("a",)).invalid == ((0, "more than 1 on one option"),)
    assert tally_approvals([{"a": 1, "b": 1}], ("a", "b"), most=1).invalid == ((0, "more than 1 in all"),)


def test_the_budget_example_gives_its_votes() -> None:
    reds, blues = [f"R{n}" for n in range(10)], [f"B{n}" for n in range(10)]
    ballots = [dict.fromkeys(reds, 1)] * 51 + [dict.fromkeys(blues, 1)] * 49
    tally = tally_approvals(ballots, (*blues, *reds), seats=10)
    assert (set(tally.winners), tally.ties, tally.scores["B0"]) == (set(reds), (), 49)

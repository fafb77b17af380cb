"""Yes, no and abstained: motions side by side."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.voting.majority import tally_majority

OPTIONS = ("a", "b", "c")
ballots = st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.integers(-1, 1), max_size=3), max_size=20)


def test_a_motion_passes_where_more_say_yes_than_no() -> None:
    tally = tally_majority([{"a": 1, "b": 1, "c": 0}, {"a": 1, "b": -1, "c": -1}, {"a": -1, "c": 1}, {}], OPTIONS)
    assert tally.winners == ("a",)
    assert tally.details == {
        "yes": {"a": 2, "b": 1, "c": 1},
        "no": {"a": 1, "b": 1, "c": 1},
        "abstained": {"a": 0, "b": 0, "c": 1},
        "tied": ["b", "c"],
    }
    assert (tally.scores, tally.ranking, tally.blank) == ({"a": 2, "b": 1, "c": 1}, (("a",), ("b", "c")), 1)


def test_one_that_passes_stands_before_one_with_more_votes_that_does_not() -> None:
    tally = tally_majority([{"a": 1, "b": 1}, {"a": 1, "b": 0}, *[{"a": -1}] * 2], ("a", "b"))
    assert (tally.ranking, tally.winners) == ((("b",), ("a",)), ("b",))


def test_a_ballot_of_abstentions_is_not_blank_and_a_strange_answer_is_invalid() -> None:
    tally = tally_majority([{"a": 0}, {"a": 2}, {"x": 1}], OPTIONS)
    assert (tally.blank, tally.details["abstained"]["a"]) == (0, 1)
    assert tally.invalid == ((1, "an answer that is none of the three"), (2, "unknown option x"))


@given(ballots, ballots)
def test_parts_add_up_and_nobody_decides_by_lot(screen, paper) -> None:
    whole, parts = tally_majority(screen + paper, OPTIONS), [tally_majority(part, OPTIONS) for part in (screen, paper)]
    for answer in ("yes", "no", "abstained"):
        assert whole.details[answer] == {o: sum(part.details[answer][o] for part in parts) for o in OPTIONS}
    assert whole.ties == ()
    assert [o for o in OPTIONS if whole.details["yes"][o] > whole.details["no"][o]] == list(whole.winners)

"""Grades: exact means, medians and distributions; what was left out is no answer."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.voting.score import tally_score

OPTIONS = ("a", "b", "c")
ballots = st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 5), max_size=3), max_size=20)


def test_the_mean_is_exact_and_a_blank_is_not_zero() -> None:
    tally = tally_score([{"a": 5, "b": 4}, {"a": 0}, {"a": 0}, {}], OPTIONS, lowest=0, highest=5)
    assert tally.scores == {"a": Fraction(5, 3), "b": 4}
    assert tally.ranking == (("b",), ("a",), ("c",))
    assert (tally.winners, tally.ballots, tally.blank) == (("b",), 4, 1)
    assert tally.details["answers"] == {"a": 3, "b": 1, "c": 0}
    assert tally.details["median"] == {"a": 0, "b": 4, "c": None}
    assert tally.details["distribution"] == {"a": {"0": 2, "5": 1}, "b": {"4": 1}, "c": {}}


def test_the_median_lies_between_two_middle_grades() -> None:
    for grades, median in (([3, 1, 2], 2), ([1, 2], "3/2"), ([0, 9, 4, 1], "5/2"), ([4, 4, 1], 4)):
        tally = tally_score([{"a": grade} for grade in grades], OPTIONS, lowest=0, highest=9)
        assert tally.details["median"]["a"] == median


def test_what_nobody_graded_never_wins_and_the_lowest_grade_can() -> None:
    assert tally_score([], OPTIONS, lowest=-3, highest=3).winners == ()
    low = tally_score([{"a": -3}], OPTIONS, lowest=-3, highest=3, seats=3)
    assert (low.winners, low.ranking) == (("a",), (("a",), ("b", "c")))


def test_a_grade_outside_the_scale_is_invalid_and_not_counted() -> None:
    tally = tally_score([{"a": 6}, {"a": -1}, {"x": 1}, {"a": 2}], OPTIONS, lowest=0, highest=5)
    assert tally.invalid == (
        (0, "a grade outside 0 to 5"),
        (1, "a grade outside 0 to 5"),
        (2, "unknown option x"),
    )
    assert tally.scores == {"a": 2}


def test_the_lot_decides_at_the_edge_of_the_seats_and_is_told() -> None:
    tally = tally_score([{"a": 3, "b": 3, "c": 1}], OPTIONS, lowest=0, highest=5, seats=1, lot=("c", "b", "a"))
    (tie,) = tally.ties
    assert (tally.winners, tie.options, tie.chosen) == (("b",), ("a", "b"), ("b",))


@given(ballots, st.randoms())
def test_order_of_ballots_and_names_of_options_change_nothing(given_ballots, chance) -> None:
    first = tally_score(given_ballots, OPTIONS, lowest=0, highest=5)
    shuffled = chance.sample(given_ballots, len(given_ballots))
    assert tally_score(shuffled, OPTIONS, lowest=0, highest=5) == first
    names = dict(zip(OPTIONS, "zyx", strict=True))
    renamed = [{names[option]: grade for option, grade in ballot.items()} for ballot in given_ballots]
    second = tally_score(renamed, [names[option] for option in OPTIONS], lowest=0, highest=5)
    assert second.ranking == tuple(tuple(names[option] for option in group) for group in first.ranking)
    assert second.winners == tuple(names[option] for option in first.winners)


@given(ballots)
def test_the_distribution_gives_back_mean_and_answers(given_ballots) -> None:
    tally = tally_score(given_ballots, OPTIONS, lowest=0, highest=5)
    for option, mean in tally.scores.items():
        grades = tally.details["distribution"][option]
        assert sum(grades.values()) == tally.details["answers"][option]
        assert sum(int(grade) * count for grade, count in grades.items()) == mean * tally.details["answers"][option]

"""Counting dots: exact, blind to names and to order."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.voting.dots import tally_approvals, tally_dots
from workshop.methods.voting.lot import draw_lot
from workshop.methods.voting.tally import choose, rank

OPTIONS = ("a", "b", "c", "d")
ballots = st.lists(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 4), max_size=4), max_size=30)


@given(ballots, st.randoms())
def test_the_order_of_ballots_changes_nothing(given_ballots: list[dict[str, int]], chance) -> None:
    shuffled = chance.sample(given_ballots, len(given_ballots))
    first = tally_dots(given_ballots, OPTIONS, dots=4, per_option=3)
    second = tally_dots(shuffled, OPTIONS, dots=4, per_option=3)
    assert (first.scores, first.ranking, first.winners, first.blank) == (
        second.scores,
        second.ranking,
        second.winners,
        second.blank,
    )
    assert len(first.invalid) == len(second.invalid)


@given(ballots)
def test_renaming_options_renames_the_result_alone(given_ballots: list[dict[str, int]]) -> None:
    names = {option: option.upper() for option in OPTIONS}
    renamed = [{names[option]: count for option, count in ballot.items()} for ballot in given_ballots]
    first = tally_dots(given_ballots, OPTIONS, dots=4, per_option=3)
    second = tally_dots(renamed, tuple(names.values()), dots=4, per_option=3)
    assert second.ranking == tuple(tuple(names[option] for option in group) for group in first.ranking)


@given(ballots, ballots)
def test_screen_and_paper_together_are_their_sum(screen: list[dict[str, int]], paper: list[dict[str, int]]) -> None:
    parts = [tally_dots(part, OPTIONS, dots=4, per_option=3) for part in (screen, paper)]
    whole = tally_dots(screen + paper, OPTIONS, dots=4, per_option=3)
    assert whole.scores == {option: sum(part.scores[option] for part in parts) for option in OPTIONS}
    assert whole.blank == sum(part.blank for part in parts)


@given(ballots)
def test_every_ballot_counts_blank_invalid_or_within_its_dots(given_ballots: list[dict[str, int]]) -> None:
    tally = tally_dots(given_ballots, OPTIONS, dots=4, per_option=3)
    broken = {place for place, _reason in tally.invalid}
    valid = [ballot for place, ballot in enumerate(given_ballots) if place not in broken]
    assert all(sum(ballot.values()) <= 4 and max(ballot.values(), default=0) <= 3 for ballot in valid)
    assert sum(tally.scores.values()) == sum(sum(ballot.values()) for ballot in valid)
    assert tally.blank == sum(not any(ballot.values()) for ballot in valid)


def test_a_strange_option_makes_the_ballot_invalid_and_says_why() -> None:
    tally = tally_dots([{"x": 1}], OPTIONS, dots=3, per_option=3)
    assert tally.invalid == ((0, "unknown option x"),)
    assert sum(tally.scores.values()) == 0


def test_nobody_wins_an_empty_vote() -> None:
    assert tally_dots([], OPTIONS, dots=3, per_option=3).winners == ()


def test_approvals_count_voters() -> None:
    tally = tally_approvals([{"a": 1, "b": 1}, {"b": 1}], OPTIONS)
    assert (tally.scores["a"], tally.scores["b"]) == (1, 2)
    assert tally.winners == ("b",)


def test_the_lot_decides_at_the_edge_and_says_so() -> None:
    ranking = rank(OPTIONS, {"a": Fraction(3), "b": Fraction(1), "c": Fraction(1), "d": Fraction(0)})
    chosen, ties = choose(ranking, 2, ("d", "c", "b", "a"))
    assert chosen == ("a", "c")
    assert [(tie.options, tie.chosen) for tie in ties] == [(("b", "c"), ("c",))]
    assert choose(ranking, 3, OPTIONS) == (("a", "b", "c"), ())


def test_anybody_can_draw_the_lot_again() -> None:
    # printf '2028:a' | sha256sum gives a3c90b1a…, c gives af7a5970…, b gives d408e1d1…
    assert draw_lot(["a", "b", "c"], "seed") == draw_lot(["c", "b", "a"], "seed")
    assert draw_lot(["a", "b", "c"], "2028") == ("a", "c", "b")


@pytest.mark.parametrize("seed", ["", "다른 씨앗", "0" * 32])
def test_the_lot_loses_nobody(seed: str) -> None:
    assert sorted(draw_lot(OPTIONS, seed)) == sorted(OPTIONS)

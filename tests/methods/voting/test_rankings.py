"""Rankings counted by every rule: published numbers, what must always hold, and independent programs."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.voting import ordinal_oracles as oracles
from tests.methods.voting.rankings import (
    OPTIONS,
    SCHULZE_45,
    SIX,
    SWEETS,
    TENNESSEE,
    Ranking,
    in_every_order,
    random_profiles,
    rankings,
)
from workshop.methods.voting.borda import tally_borda
from workshop.methods.voting.irv import tally_irv
from workshop.methods.voting.lot import Tie
from workshop.methods.voting.schulze import tally_schulze
from workshop.methods.voting.stv import tally_stv
from workshop.methods.voting.tally import Tally

Rule = Callable[[Sequence[Ranking], Sequence[str]], Tally]


def tally_two_seats(ballots: Sequence[Ranking], options: Sequence[str]) -> Tally:
    return tally_stv(ballots, options, seats=2)


def left_by_lot(tally: Tally) -> bool:
    """Whether the lot decided who left; the order in which several are elected changes nothing."""
    return any(tie.at.startswith("round") for tie in tally.ties)


RULES: tuple[Rule, ...] = (tally_borda, tally_irv, tally_schulze, tally_two_seats)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
places = st.permutations(OPTIONS).flatmap(lambda order: st.integers(0, 4).map(lambda n: tuple((o,) for o in order[:n])))
ballot_boxes = st.lists(places, max_size=15)


# Published numbers.


def test_the_45_voters_of_schulze() -> None:
    assert tally_schulze(SCHULZE_45, "ABCDE").ranking == (("E",), ("A",), ("C",), ("B",), ("D",))
    assert tally_borda(SCHULZE_45, "ABCDE").scores == {"E": 102, "A": 98, "B": 92, "C": 89, "D": 69}


@pytest.mark.parametrize(("lot", "leaves"), [("ABCDE", "E"), ("AECDB", "B")])
def test_among_the_45_voters_a_tie_is_listed_and_c_wins_whichever_leaves(lot: str, leaves: str) -> None:
    tally = tally_irv(SCHULZE_45, "ABCDE", lot=lot)
    assert tally.winners == ("C",)
    assert tally.ties == (Tie("round 2", ("B", "E"), (leaves,)),)
    assert [one["out"] for one in tally.details["rounds"][:2]] == ["D", leaves]
    assert {tally.details["rounds"][1]["votes"][option] for option in "BE"} == {8}


def test_tennessee() -> None:
    assert tally_borda(TENNESSEE, "MNCK").scores == {"N": 194, "C": 173, "M": 126, "K": 107}
    run_off = tally_irv(TENNESSEE, "MNCK")
    assert run_off.winners == ("K",)
    assert run_off.details["rounds"][-1]["votes"] == {"K": 58, "M": 42}
    assert tally_schulze(TENNESSEE, "MNCK").winners == ("N",)
    assert tally_schulze(TENNESSEE, "MNCK").details["pairwise"]["N"] == {"M": 58, "C": 68, "K": 68}


def test_three_sweets_for_twenty() -> None:
    tally = tally_stv(SWEETS, "OPCSN", seats=3)
    assert set(tally.winners) == {"C", "S", "O"}
    assert tally.winners[0] == "C"
    assert tally.details["quota"] == 6
    assert tally.details["rounds"][0]["transfer"] == {"C": "1/2"}


# The ways of a ballot.


def test_options_left_off_share_the_places_that_are_left() -> None:
    tally = tally_borda([(("a",),), (("b", "c"),)], OPTIONS)
    assert tally.scores == {"a": Fraction(7, 2), "b": Fraction(7, 2), "c": Fraction(7, 2), "d": Fraction(3, 2)}


def test_several_in_one_place_share_a_vote() -> None:
    votes = tally_irv([(("a", "b"), ("c",)), (("c",),), (("c",),), (("a",),)], OPTIONS).details["rounds"][0]["votes"]
    assert votes == {"a": "3/2", "b": "1/2", "c": 2, "d": 0}


def test_unranked_options_are_tied_last() -> None:
    matrix = tally_schulze([(("a",),)], OPTIONS).details["pairwise"]
    assert matrix["a"] == {"b": 1, "c": 1, "d": 1}
    assert matrix["b"] == {"a": 0, "c": 0, "d": 0}


@each_rule
def test_blank_and_invalid_ballots_are_told_apart_and_count_for_nobody(rule: Rule) -> None:
    good = rankings("3 abcd, 2 bacd")
    broken = [(("a",), ("a",)), (("x",),), ()]
    tally = rule([*good, *broken], OPTIONS)
    assert (tally.ballots, tally.blank) == (8, 1)
    assert [(one.place, one.reason) for one in tally.invalid] == [(5, "option a twice"), (6, "unknown option x")]
    assert tally.winners == rule(good, OPTIONS).winners


@each_rule
def test_an_only_option_wins(rule: Rule) -> None:
    assert rule([(("a",),)], ("a",)).winners == ("a",)


@each_rule
@pytest.mark.parametrize("ballots", [[], [()]])
def test_without_a_single_ranking_nobody_wins(rule: Rule, ballots: list[Ranking]) -> None:
    tally = rule(ballots, OPTIONS)
    assert tally.winners == ()
    assert sorted(option for group in tally.ranking for option in group) == sorted(OPTIONS)


def test_the_lot_fills_the_last_seat_between_equals() -> None:
    tally = tally_stv(rankings("1 a, 1 b"), "ab", seats=1, lot="ba")
    assert tally.winners == ("b",)
    assert tally.ties


# What must always hold.


@each_rule
@given(ballots=ballot_boxes, chance=st.randoms())
def test_shuffling_ballots_and_renaming_options_change_nothing(rule: Rule, ballots, chance) -> None:
    first = rule(ballots, OPTIONS)
    assert rule(chance.sample(ballots, len(ballots)), OPTIONS) == first
    names = dict(zip(OPTIONS, "wxyz", strict=True))
    renamed = [tuple(tuple(names[option] for option in group) for group in ballot) for ballot in ballots]
    second = rule(renamed, [names[option] for option in OPTIONS])
    assert second.ranking == tuple(tuple(names[option] for option in group) for group in first.ranking)
    assert second.winners == tuple(names[option] for option in first.winners)


@each_rule
@given(ballots=ballot_boxes)
def test_every_option_stands_in_one_place(rule: Rule, ballots) -> None:
    tally = rule(ballots, OPTIONS)
    assert sorted(option for group in tally.ranking for option in group) == sorted(OPTIONS)


@given(ballots=ballot_boxes)
def test_every_ballot_gives_the_same_sum_of_points(ballots) -> None:
    marked = [ballot for ballot in ballots if ballot]
    assert sum(tally_borda(ballots, OPTIONS).scores.values()) == 6 * len(marked)


@given(ballots=ballot_boxes, seats=st.integers(1, 3))
def test_no_vote_is_lost_on_the_way(ballots, seats: int) -> None:
    """Votes, what the elected keep, and what is exhausted always add up to all ballots."""
    tally = tally_stv(ballots, OPTIONS, seats=seats)
    elected = 0
    for one in tally.details["rounds"]:
        votes = sum((Fraction(count) for count in one["votes"].values()), Fraction(0))
        assert votes + Fraction(one["exhausted"]) + elected * tally.details["quota"] == tally.ballots - tally.blank
        assert Fraction(one["exhausted"]) >= 0
        elected += len(one["elected"])
    assert len(tally.winners) == (seats if tally.ballots > tally.blank else 0)


@pytest.mark.parametrize("rule", [tally_irv, tally_schulze], ids=lambda rule: rule.__name__)
@given(ballots=ballot_boxes, favourite=st.sampled_from(OPTIONS))
def test_who_is_first_for_more_than_half_wins(rule: Rule, ballots, favourite: str) -> None:
    others = tuple((option,) for option in OPTIONS if option != favourite)
    ballots = [*ballots, *[((favourite,), *others)] * (len(ballots) + 1)]
    assert rule(ballots, OPTIONS).winners == (favourite,)


@given(ballots=ballot_boxes)
def test_who_beats_every_other_wins_by_schulze(ballots) -> None:
    tally = tally_schulze(ballots, OPTIONS)
    above = tally.details["pairwise"]
    beats_all = [one for one in OPTIONS if all(above[one][other] > above[other][one] for other in above[one])]
    assert not beats_all or tally.winners == tuple(beats_all)


# Independent programs, on thousands of random votes.


def test_borda_as_pref_voting_counts() -> None:
    for ballots in random_profiles(800, seed=1):
        assert tally_borda(ballots, OPTIONS).scores == oracles.borda_points(ballots, OPTIONS)


def test_instant_run_off_as_pref_voting_counts() -> None:
    """Where the lot decides, ours is one of those who win by some way of breaking ties."""
    for ballots in random_profiles(1000, seed=2):
        tally = tally_irv(ballots, OPTIONS)
        wanted = oracles.irv_winners(ballots, OPTIONS)
        assert set(tally.winners) <= wanted
        assert tally.ties or set(tally.winners) == wanted or len(tally.winners) > 1


def test_instant_run_off_as_pyrankvote_counts_where_nothing_is_tied() -> None:
    compared = 0
    for ballots in random_profiles(1500, seed=3, complete=False, most=25):
        tally = tally_irv(ballots, OPTIONS)
        if not tally.ties and len(tally.winners) == 1:
            compared += 1
            assert tally.winners[0] == oracles.irv_winner(ballots, OPTIONS)
    assert compared > 400


def test_schulze_as_pref_voting_counts_with_equals_and_cut_short() -> None:
    for ballots in random_profiles(1200, seed=4, complete=False, ties=True):
        assert set(tally_schulze(ballots, OPTIONS).winners) == oracles.schulze_winners(ballots, OPTIONS)


@pytest.mark.parametrize(("options", "seats", "profiles"), [(OPTIONS, 2, 1500), (SIX, 3, 700), (SIX, 4, 500)])
def test_stv_as_pref_voting_counts_where_nothing_is_tied(options: Sequence[str], seats: int, profiles: int) -> None:
    compared = 0
    for ballots in random_profiles(profiles, seed=5 + seats, complete=False, most=40, options=options):
        tally = tally_stv(ballots, options, seats=seats)
        if not left_by_lot(tally):
            compared += 1
            assert set(tally.winners) == oracles.stv_elected(ballots, options, seats)
    assert compared > profiles // 4


def test_equals_on_a_ballot_count_in_a_run_off_like_all_their_orders() -> None:
    """An independent program counts every order of the equals as a ballot of its own."""
    compared = 0
    for ballots in random_profiles(400, seed=9, complete=False, ties=True):
        tally = tally_irv(ballots, OPTIONS)
        if not tally.ties:
            compared += 1
            assert tally.winners[0] == oracles.irv_winner(in_every_order(ballots)[0], OPTIONS)
    assert compared > 100


@pytest.mark.parametrize("seats", [2, 3])
def test_equals_on_a_ballot_count_in_stv_like_all_their_orders(seats: int) -> None:
    """pref_voting gets every order of the equals as a ballot of its own, and the quota as many times as large.

    Its own way with equals is another: where one of them leaves, it passes over the others that still stand.
    """
    compared = 0
    for ballots in random_profiles(500, seed=10 + seats, complete=False, ties=True, most=20):
        tally = tally_stv(ballots, OPTIONS, seats=seats)
        if not left_by_lot(tally):
            compared += 1
            strict, times = in_every_order(ballots)
            quota = tally.details["quota"] * times
            assert set(tally.winners) == oracles.stv_elected(strict, OPTIONS, seats, quota=quota)
    assert compared > 120

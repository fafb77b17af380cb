"""Counting dots: exact, blind to names and to order."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.voting.dots import tally_dots
from workshop.methods.voting.tally import Tally

OPTIONS = ("a", "b", "c", "d")
Ballots = list[dict[str, int]]
ballots = st.lists(st.dictionaries(st.sampled_from((*OPTIONS, "x")), st.integers(-1, 4), max_size=4), max_size=30)


def count(given_ballots: Ballots, options: tuple[str, ...] = OPTIONS, **rule) -> Tally:
    return tally_dots(given_ballots, options, dots=4, per_option=3, **rule)


@given(ballots, st.randoms())
def test_the_order_of_ballots_changes_nothing(given_ballots: Ballots, chance) -> None:
    first, second = count(given_ballots), count(chance.sample(given_ballots, len(given_ballots)))
    for part in ("ballots", "blank", "scores", "ranking", "winners"):
        assert getattr(first, part) == getattr(second, part)
    assert sorted(i.reason for i in first.invalid) == sorted(i.reason for i in second.invalid)


@given(ballots)
def test_renaming_options_renames_the_result_alone(given_ballots: Ballots) -> None:
    # The names turn the alphabet round, so that an order by name would show.
    names = dict(zip((*OPTIONS, "x"), "zyxwv", strict=True))
    renamed = [{names[option]: dots for option, dots in ballot.items()} for ballot in given_ballots]
    first, second = count(given_ballots), count(renamed, tuple(names[option] for option in OPTIONS))
    assert second.ranking == tuple(tuple(names[option] for option in group) for group in first.ranking)
    assert second.winners == tuple(names[option] for option in first.winners)
    assert second.scores == {names[option]: score for option, score in first.scores.items()}
    assert [i.place for i in second.invalid] == [i.place for i in first.invalid]


@given(ballots, ballots)
def test_screen_and_paper_together_are_their_sum(screen: Ballots, paper: Ballots) -> None:
    parts, whole = [count(part) for part in (screen, paper)], count(screen + paper)
    assert whole.scores == {option: sum(part.scores[option] for part in parts) for option in OPTIONS}
    assert whole.ballots == sum(part.ballots for part in parts)
    assert whole.blank == sum(part.blank for part in parts)
    assert len(whole.invalid) == sum(len(part.invalid) for part in parts)


@given(ballots)
def test_every_ballot_counts_blank_invalid_or_within_its_dots(given_ballots: Ballots) -> None:
    tally = count(given_ballots)
    broken = {place for place, _reason in tally.invalid}
    valid = [ballot for place, ballot in enumerate(given_ballots) if place not in broken]
    assert all(sum(ballot.values()) <= 4 and max(ballot.values(), default=0) <= 3 for ballot in valid)
    assert sum(tally.scores.values()) == sum(sum(ballot.values()) for ballot in valid)
    assert tally.blank == sum(not any(ballot.values()) for ballot in valid)


@given(ballots, st.integers(1, 4))
def test_places_are_filled_by_dots_and_every_use_of_the_lot_is_told(given_ballots: Ballots, seats: int) -> None:
    tally = count(given_ballots, seats=seats, lot=("d", "c", "b", "a"))
    assert len(tally.winners) == min(seats, sum(score > 0 for score in tally.scores.values()))
    losers = [tally.scores[option] for option in OPTIONS if option not in tally.winners]
    least = min((tally.scores[option] for option in tally.winners), default=0)
    assert all(score <= least or not tally.winners for score in losers)
    assert bool(tally.ties) == (least > 0 and least in losers)


def test_a_ballot_that_breaks_the_rule_is_listed_with_its_reason_and_not_counted() -> None:
    tally = count([{"a": 1}, {"x": 1}, {"a": 4}, {"a": 3, "b": 2}, {"a": -1}, {}, {"x": 0}])
    assert tally.invalid == (
        (1, "unknown option x"),
        (2, "more than 3 on one option"),
        (3, "more than 4 in all"),
        (4, "less than nothing on one option"),
    )
    assert (tally.ballots, tally.blank, sum(tally.scores.values())) == (7, 2, 1)


def test_equals_share_the_first_place() -> None:
    tally = count([{"c": 2, "a": 2}, {"b": 1}])
    assert tally.winners == ("a", "c")
    assert tally.ranking == (("a", "c"), ("b",), ("d",))
    assert tally.ties == ()


def test_nobody_wins_an_empty_vote_by_lot_neither() -> None:
    assert count([]).winners == ()
    assert (count([{}], seats=2).winners, count([{}], seats=2).ties) == ((), ())

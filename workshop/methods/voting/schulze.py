"""Schulze's method: option against option, by the strongest path (Schulze, Social Choice and Welfare 36, 2011)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from workshop.methods.voting.ballots import Counted, Order, order_fault, sift
from workshop.methods.voting.tally import Tally, choose

Matrix = dict[str, dict[str, int]]


def tally_schulze(
    ballots: Sequence[Order], options: Sequence[str], *, seats: int | None = None, lot: Sequence[str] = ()
) -> Tally:
    """A ranking by strongest paths, a path being as strong as its weakest step and a step as strong as its winning votes.

    Options that are left off a ballot share its last place. `details["pairwise"][a][b]` is how many put a above b,
    `details["paths"][a][b]` the strength of the strongest path. Schulze's relation is an order of groups only in part; the
    groups here are made from the top: those whom nobody left beats come next, side by side. `scores` are how many options
    each one beats. `seats` and `lot` as for the dots.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda order: order_fault(order, known), is_blank=lambda order: not any(order))
    pairwise = duels(sifted.valid, options)
    paths = strongest_paths(pairwise, options)
    ranking = _groups(paths, options)
    winners, ties = (ranking[0] if sifted.valid and ranking else ()), ()
    if seats is not None and sifted.valid:
        winners, ties = choose(ranking, seats, lot or options)
    scores = {
        one: Fraction(sum(paths[one][other] > paths[other][one] for other in options if other != one))
        for one in options
    }
    return Tally(
        "schulze", sifted.all, sifted.blank, sifted.invalid, tuple(options), scores, ranking, tuple(winners), tuple(ties),
        {"pairwise": pairwise, "paths": paths},
    )  # fmt: skip


def duels(ballots: Sequence[Counted[Order]], options: Sequence[str]) -> Matrix:
    """How many ballots put one option above another."""
    above: Matrix = {one: {other: 0 for other in options if other != one} for one in options}
    for order, times in ballots:
        place = {option: number for number, group in enumerate(order) for option in group}
        for one in place:
            for other in options:
                if other != one and place[one] < place.get(other, len(order)):
                    above[one][other] += times
    return above


def strongest_paths(above: Mapping[str, Mapping[str, int]], options: Sequence[str]) -> Matrix:
    """The strength of the strongest path between any two options, by Floyd and Warshall's way."""
    paths: Matrix = {
        one: {
            other: above[one][other] if above[one][other] > above[other][one] else 0
            for other in options
            if other != one
        }
        for one in options
    }
    for middle in options:
        for one in options:
            for other in options:
                if len({middle, one, other}) == 3:
                    through = min(paths[one][middle], paths[middle][other])
                    paths[one][other] = max(paths[one][other], through)
    return paths


def _groups(paths: Matrix, options: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    left: list[str] = list(options)
    groups: list[tuple[str, ...]] = []
    while left:
        top = tuple(
            one for one in left if all(paths[one][other] >= paths[other][one] for other in left if other != one)
        )
        groups.append(top)
        left = [option for option in left if option not in top]
    return tuple(groups)

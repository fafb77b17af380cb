"""The Borda count: points by place (de Borda, "Mémoire sur les élections au scrutin", 1781).

Equals share the mean of their places, as do options that are left off (Emerson, "The original Borda count and partial
voting", 2013, discusses the ways; this one keeps the sum of points of every ballot the same).
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from workshop.methods.voting.ballots import Order, order_fault, sift
from workshop.methods.voting.tally import Tally, settle


def tally_borda(
    ballots: Sequence[Order], options: Sequence[str], *, seats: int | None = None, lot: Sequence[str] = ()
) -> Tally:
    """Points m−1 for the first of m places down to 0 for the last.

    Options in one place share the mean of the places they take, options left off the mean of the places that are left. A
    ranking without any option is blank; one that names a strange option, or one twice, is invalid. `seats` and `lot` as for
    the dots.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda order: order_fault(order, known), is_blank=lambda order: not any(order))
    doubled = dict.fromkeys(options, 0)  # points, times two: the mean of neighbouring places is whole or a half
    for order, times in sifted.valid:
        named = {option for group in order for option in group}
        rest = [option for option in options if option not in named]
        best = len(options) - 1
        for group in (*order, rest):
            if not group:
                continue
            share = times * (best + best - len(group) + 1)
            for option in group:
                doubled[option] += share
            best -= len(group)
    points = {option: Fraction(twice, 2) for option, twice in doubled.items()}
    tally = settle("borda", sifted, options, points, seats=seats, lot=lot)
    if sifted.valid and len(options) == 1 and seats != 0:
        return replace(tally, winners=tuple(options))  # the only option is first, with no points to be had
    return tally

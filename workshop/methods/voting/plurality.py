"""Plurality: each voter's first place counts and nothing else (Brams and Fishburn, "Voting Procedures", 2002)."""

from collections.abc import Sequence
from fractions import Fraction

from workshop.methods.voting.ballots import Order, order_fault, sift
from workshop.methods.voting.tally import Tally, settle


def tally_plurality(
    ballots: Sequence[Order], options: Sequence[str], *, seats: int | None = None, lot: Sequence[str] = ()
) -> Tally:
    """How many voters put each option first.

    A ranking without any option is blank; one that names a strange option, names one twice, or puts several first is
    invalid. `seats` and `lot` as for the dots.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda order: _fault(order, known), is_blank=lambda order: not _first(order))
    counts = dict.fromkeys(options, Fraction(0))
    for order, times in sifted.valid:
        counts[_first(order)[0]] += times
    return settle("plurality", sifted, options, counts, seats=seats, lot=lot)


def _fault(order: Order, options: frozenset[str]) -> str:
    several = "several in the first place" if len(_first(order)) > 1 else ""
    return order_fault(order, options) or several


def _first(order: Order) -> Sequence[str]:
    return next((group for group in order if group), ())

"""Dot voting (cumulative voting): each voter spreads a number of dots over the options; the sums count.

As a way of setting priorities in a room: Delbecq, Van de Ven and Gustafson, "Group Techniques for Program Planning", 1975.
"""

from collections.abc import Sequence
from fractions import Fraction

from workshop.methods.voting.ballots import Marks, marks_fault, sift
from workshop.methods.voting.tally import Tally, settle


def tally_dots(
    ballots: Sequence[Marks],
    options: Sequence[str],
    *,
    dots: int | Fraction,
    per_option: int | Fraction,
    seats: int | None = None,
    lot: Sequence[str] = (),
    rule: str = "dots",
) -> Tally:
    """The sums of the dots on each option.

    A ballot gives dots by option; an empty one is blank. One that names a strange option, gives more than `per_option` to
    one or more than `dots` in all is invalid: counted as such, its dots not at all. With `seats` the winners are the first so
    many, and `lot` (an order of the options) decides between equals at the edge; without, they are all that share the first
    place.
    """
    known = frozenset(options)
    sifted = sift(
        ballots,
        fault=lambda marks: marks_fault(marks, known, most=dots, per_option=per_option),
        is_blank=lambda marks: not any(marks.values()),
    )
    sums = {option: Fraction(sum(times * marks.get(option, 0) for marks, times in sifted.valid)) for option in options}
    return settle(rule, sifted, options, sums, seats=seats, lot=lot)

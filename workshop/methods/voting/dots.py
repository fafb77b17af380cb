"""Dot voting (cumulative voting): each voter spreads a number of dots over the options; the sums count.

Approval voting is the case of one dot at most on each option (Brams and Fishburn, "Approval Voting", 1978). As a way of setting
priorities in a room: Delbecq, Van de Ven and Gustafson, "Group Techniques for Program Planning", 1975.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from workshop.methods.voting.tally import Tally, choose, rank


def tally_dots(
    ballots: Sequence[Mapping[str, int]],
    options: Sequence[str],
    *,
    dots: int,
    per_option: int,
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
    sums = dict.fromkeys(options, Fraction(0))
    invalid: list[tuple[int, str]] = []
    blank = 0
    for place, ballot in enumerate(ballots):
        given = {option: count for option, count in ballot.items() if count != 0}
        reason = _fault(given, sums.keys(), dots=dots, per_option=per_option)
        if reason:
            invalid.append((place, reason))
        elif not given:
            blank += 1
        else:
            for option, count in given.items():
                sums[option] += count
    ranking = rank(options, sums)
    if seats is None:
        winners, ties = (ranking[0] if ranking and sums[ranking[0][0]] > 0 else ()), ()
    else:
        winners, ties = choose(ranking, seats, lot or options)
    return Tally(rule, len(ballots), blank, tuple(invalid), tuple(options), sums, ranking, tuple(winners), ties)


def tally_approvals(ballots: Sequence[Mapping[str, int]], options: Sequence[str]) -> Tally:
    """Approval voting: how many voters marked each option, however many each marked."""
    return tally_dots(ballots, options, dots=max(1, len(options)), per_option=1, rule="approval")


def _fault(given: Mapping[str, int], options: AbstractSet[str], *, dots: int, per_option: int) -> str:
    """Why a ballot breaks the rule; empty where it does not."""
    strange = sorted(given.keys() - options)
    if strange:
        return f"unknown option {strange[0]}"
    if any(count < 0 or count > per_option for count in given.values()):
        return f"more than {per_option} on one option"
    return f"more than {dots} in all" if sum(given.values()) > dots else ""

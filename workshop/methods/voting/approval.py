"""Approval voting: each voter marks every option they approve of (Brams and Fishburn, "Approval Voting", 1978)."""

from collections.abc import Sequence

from workshop.methods.voting.ballots import Marks
from workshop.methods.voting.dots import tally_dots
from workshop.methods.voting.tally import Tally


def tally_approvals(
    ballots: Sequence[Marks],
    options: Sequence[str],
    *,
    most: int | None = None,
    seats: int | None = None,
    lot: Sequence[str] = (),
) -> Tally:
    """How many voters marked each option with a 1, at most `most` of them each (any number without it).

    It is the dot vote of one dot at most on each option; blank and invalid ballots, `seats` and `lot` as there.
    """
    dots = len(options) if most is None else most
    return tally_dots(ballots, options, dots=dots, per_option=1, seats=seats, lot=lot, rule="approval")

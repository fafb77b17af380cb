"""Instant run-off: round by round the option with the fewest votes leaves (Ware, 1871; the alternative vote).

A ballot counts for its highest option that is still there; several in one place share it equally, and those of them that
are still there share all of it, as if every order of them were a ballot with its part of the weight.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from workshop.methods.voting.ballots import Counted, Order, order_fault, sift
from workshop.methods.voting.lot import Tie, break_tie
from workshop.methods.voting.tally import Tally, as_number, rank


def tally_irv(ballots: Sequence[Order], options: Sequence[str], *, lot: Sequence[str] = ()) -> Tally:
    """One winner: the first with more than half of the votes that still count.

    Each round one option leaves; where several have the fewest votes the lot decides (the last of them in its order leaves)
    and `ties` says so. `details["rounds"]` has for each round the votes by option, the exhausted ballots and who left; the
    last one has nobody leaving. `scores` are the votes of the last round in which an option stood; `ranking` is the reverse
    order of leaving, after those that were left at the end by their votes.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda order: order_fault(order, known), is_blank=lambda order: not any(order))
    standing, rounds, ties = list(options), list[dict[str, Any]](), list[Tie]()
    gone: list[tuple[str, ...]] = []
    scores: dict[str, Fraction] = {}
    while True:
        votes = first_votes(sifted.valid, standing)
        scores |= votes
        total = sum(votes.values(), Fraction(0))
        rounds.append(_round(votes, sifted.counting - total))
        most = max(votes.values(), default=Fraction(0))
        if len(standing) <= 1 or 2 * most > total or not total:
            break
        out = _who_leaves(votes, standing, lot or options, len(rounds), ties)
        rounds[-1]["out"] = out
        standing.remove(out)
        gone.insert(0, (out,))
    left = rank(standing, scores)
    winners = left[0] if left and sifted.valid else ()
    return Tally(
        "irv", sifted.all, sifted.blank, sifted.invalid, tuple(options), scores, (*left, *gone), winners, tuple(ties),
        {"rounds": rounds},
    )  # fmt: skip


def first_votes(ballots: Sequence[Counted[Order]], standing: Sequence[str]) -> dict[str, Fraction]:
    """The votes of each standing option: every ballot's highest place, shared by those in it."""
    known, tops = frozenset(standing), Counter[tuple[str, ...]]()
    for order, times in ballots:
        for group in order:
            there = tuple(option for option in group if option in known)
            if there:
                tops[there] += times
                break
    votes = dict.fromkeys(standing, Fraction(0))
    for there, times in tops.items():
        for option in there:
            votes[option] += Fraction(times, len(there))
    return votes


def _who_leaves(
    votes: Mapping[str, Fraction], standing: Sequence[str], lot: Sequence[str], number: int, ties: list[Tie]
) -> str:
    fewest = [option for option in standing if votes[option] == min(votes.values())]
    if len(fewest) == 1:
        return fewest[0]
    tie = break_tie(fewest, lot[::-1], at=f"round {number}")
    ties.append(tie)
    return tie.chosen[0]


def _round(votes: Mapping[str, Fraction], exhausted: Fraction) -> dict[str, Any]:
    return {
        "votes": {option: as_number(count) for option, count in votes.items()},
        "exhausted": as_number(exhausted),
        "out": None,
    }

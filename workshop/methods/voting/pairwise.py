"""Comparisons of two: won and lost, and the strengths of Bradley and Terry where they exist.

The score is Laplace's rule of succession, (w + 1) / (w + l + 2), as All Our Ideas uses it (Salganik and Levy, "Wiki surveys",
PLoS ONE 10(5), 2015, gives the reasons for comparing two at a time).
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

from workshop.methods.voting.ballots import sift
from workshop.methods.voting.bradley_terry import strengths
from workshop.methods.voting.tally import Tally, settle

_UNCONNECTED = "no chain of wins leads from every option to every other"


class Comparison(NamedTuple):
    """Two options, and which of them was preferred; none for “can't decide”."""

    one: str
    other: str
    preferred: str | None


def tally_pairwise(
    ballots: Sequence[Sequence[Comparison]],
    options: Sequence[str],
    *,
    seats: int | None = None,
    lot: Sequence[str] = (),
) -> Tally:
    """Rank by (won + 1) / (won + lost + 2); “can't decide” moves nobody and is counted in `details["undecided"]`.

    A ballot holds the comparisons of one voter; without any it is blank, with a strange option, or one against itself, it is
    invalid. `details["pairwise"][a][b]` is how often a was preferred to b, `details["bradley_terry"]` the strengths (adding up to
    1, rounded to five places) or none where they do not exist, with the reason in `details["bradley_terry_missing"]`. Where
    nothing was decided nobody wins, by lot neither.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda pairs: _fault(pairs, known), is_blank=lambda pairs: not pairs)
    wins = {one: {other: 0 for other in options if other != one} for one in options}
    undecided = dict.fromkeys(options, 0)
    for times, (one, other, preferred) in ((times, pair) for pairs, times in sifted.valid for pair in pairs):
        if preferred is None:
            undecided[one] += times
            undecided[other] += times
        else:
            wins[preferred][other if preferred == one else one] += times
    won = {option: sum(wins[option].values()) for option in options}
    lost = {option: sum(wins[other][option] for other in options if other != option) for option in options}
    scores = {option: Fraction(won[option] + 1, won[option] + lost[option] + 2) for option in options}
    found = strengths(wins)
    details: dict[str, Any] = {
        "pairwise": wins,
        "wins": won,
        "losses": lost,
        "undecided": undecided,
        "bradley_terry": found,
        "bradley_terry_missing": _UNCONNECTED if found is None else None,
    }
    tally = settle("pairwise", sifted, options, scores, seats=seats, lot=lot)
    if not any(won.values()):
        return replace(tally, winners=(), ties=(), details=details)
    return replace(tally, details=details)


def _fault(pairs: Sequence[Comparison], options: frozenset[str]) -> str:
    for one, other, preferred in pairs:
        strange = [option for option in (one, other) if option not in options]
        if strange:
            return f"unknown option {strange[0]}"
        if one == other:
            return f"option {one} against itself"
        if preferred not in {one, other, None}:
            return f"{preferred} was not compared"
    return ""

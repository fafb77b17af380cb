"""What a count comes to, in one shape for every rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Tie:
    """A use of the lot: at which place, between which options, and which of them it chose."""

    at: str
    options: tuple[str, ...]
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A counted vote.

    `ballots` counts all of them, `blank` those without a mark, `invalid` lists the place (from 0) and the reason of each that
    broke the rule. `ranking` holds groups of equals. `winners` are those that share the first place, or the chosen ones
    where places were to be filled. `ties` lists every use of the lot.
    """

    rule: str
    ballots: int
    blank: int
    invalid: tuple[tuple[int, str], ...]
    options: tuple[str, ...]
    scores: Mapping[str, Fraction]
    ranking: tuple[tuple[str, ...], ...]
    winners: tuple[str, ...]
    ties: tuple[Tie, ...]


def rank(options: Sequence[str], scores: Mapping[str, Fraction]) -> tuple[tuple[str, ...], ...]:
    """The options by falling score in groups of equals; within a group in the order of `options`."""
    values = sorted({scores[option] for option in options}, reverse=True)
    return tuple(tuple(option for option in options if scores[option] == value) for value in values)


def choose(ranking: Sequence[Sequence[str]], seats: int, lot: Sequence[str]) -> tuple[tuple[str, ...], tuple[Tie, ...]]:
    """The first `seats` options of a ranking; where equals stand at the edge the lot decides, and says so."""
    chosen: list[str] = []
    for group in ranking:
        room = seats - len(chosen)
        if room <= 0:
            break
        if len(group) <= room:
            chosen += group
            continue
        drawn = tuple(option for option in lot if option in group)[:room]
        return (*chosen, *drawn), (Tie(f"place {len(chosen) + 1}", tuple(group), drawn),)
    return tuple(chosen), ()

"""What a count comes to, in one shape for every rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from workshop.methods.voting.ballots import Invalid, Sifted
from workshop.methods.voting.lot import Tie, break_tie


@dataclass(frozen=True, slots=True)
class Tally:
    """A counted vote.

    `ballots` counts all of them, `blank` those without a mark, `invalid` lists the place (from 0) and the reason of each that
    broke the rule. `ranking` holds groups of equals. `winners` are those that share the first place, or the chosen ones
    where places were to be filled. `ties` lists every use of the lot. `details` holds what one rule alone has to tell
    (rounds, a matrix), in values that JSON can carry.
    """

    rule: str
    ballots: int
    blank: int
    invalid: tuple[Invalid, ...]
    options: tuple[str, ...]
    scores: Mapping[str, Fraction]
    ranking: tuple[tuple[str, ...], ...]
    winners: tuple[str, ...]
    ties: tuple[Tie, ...]
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])


def settle(
    rule: str,
    sifted: Sifted[Any],
    options: Sequence[str],
    scores: Mapping[str, Fraction],
    *,
    seats: int | None = None,
    lot: Sequence[str] = (),
) -> Tally:
    """The tally of a rule that ranks by score, more being better.

    The winners are all that share the first place. With `seats` they are the first so many, and where equals stand at the
    edge the order `lot` decides; without one, the order of `options`. An option without any score never wins, by lot neither.
    """
    ranking = rank(options, scores)
    standing = [group for group in ranking if scores[group[0]] > 0]
    if seats is None:
        winners, ties = (standing[0] if standing else ()), ()
    else:
        winners, ties = choose(standing, seats, lot or options)
    return Tally(
        rule, sifted.all, sifted.blank, sifted.invalid, tuple(options), scores, ranking, tuple(winners), tuple(ties)
    )


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
        if len(group) > room:
            tie = break_tie(group, lot, at=f"place {len(chosen) + 1}", places=room)
            return (*chosen, *tie.chosen), (tie,)
        chosen += group
    return tuple(chosen), ()


def as_json(tally: Tally, names: Mapping[str, str]) -> dict[str, Any]:
    """The tally as one JSON document; `names` by option, the id where there is none. A score is a number or "p/q"."""
    return {
        "rule": tally.rule,
        "ballots": tally.ballots,
        "invalid": len(tally.invalid),
        "blank": tally.blank,
        "options": [{"id": option, "name": names.get(option, option)} for option in tally.options],
        "winners": list(tally.winners),
        "ranking": [list(group) for group in tally.ranking],
        "scores": {option: as_number(score) for option, score in tally.scores.items()},
        "ties": [{"at": tie.at, "options": list(tie.options), "chosen": list(tie.chosen)} for tie in tally.ties],
        "details": {**tally.details, "invalid": [{"ballot": i.place, "reason": i.reason} for i in tally.invalid]},
    }


def as_number(value: int | Fraction) -> int | str:
    """A number as JSON carries it exactly: an integer, or "p/q"."""
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"

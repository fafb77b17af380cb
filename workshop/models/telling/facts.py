"""What one rule alone has to tell, read out of `PollResult.details`; nothing where a result has none.

The keys are those of the docstrings in `workshop/methods/voting`. Numbers are whole, or texts like "7/2".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from workshop.models.records.votes import PollOptionRecord, PollResult


@dataclass(frozen=True, slots=True)
class Grades:
    """The grades of one option: the median, how many gave each grade, how many gave one at all."""

    median: Fraction | None
    counts: Mapping[int, int]
    answered: int


@dataclass(frozen=True, slots=True)
class Answers:
    """How a proposal was answered."""

    yes: int
    no: int
    abstained: int


@dataclass(frozen=True, slots=True)
class Compared:
    """How an option did where two were compared."""

    won: int
    lost: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Round:
    """A round of a count: the votes of each option that is still in it, who was chosen, who left."""

    number: int
    votes: Mapping[UUID, Fraction]
    chosen: tuple[UUID, ...]
    out: tuple[UUID, ...]
    exhausted: Fraction


def number_of(value: Any) -> Fraction | None:
    """A number of the details, none where there is none."""
    try:
        return Fraction(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None


def grades_of(result: PollResult, option: PollOptionRecord) -> Grades | None:
    """The grades of an option of a score vote."""
    counts: Mapping[str, Any] | None = _about(result, "distribution", option)
    if counts is None:
        return None
    told = {int(grade): int(n) for grade, n in counts.items()}
    return Grades(number_of(_about(result, "median", option)), told, sum(told.values()))


def answers_of(result: PollResult, option: PollOptionRecord) -> Answers | None:
    """The answers to a proposal."""
    found = [number_of(_about(result, key, option)) for key in ("yes", "no", "abstained")]
    yes, no, abstained = (int(one) if one is not None else None for one in found)
    return None if yes is None or no is None else Answers(yes, no, abstained or 0)


def rounds_of(result: PollResult) -> tuple[Round, ...]:
    """The rounds of an instant run-off or of a single transferable vote, the first one first."""
    told: Sequence[Mapping[str, Any]] = result.details.get("rounds", ())
    return tuple(_round(place, one) for place, one in enumerate(told, start=1))


def last_votes(result: PollResult, option: PollOptionRecord) -> Fraction | None:
    """What an option had when it was chosen, or in the last round that it was in."""
    found: Fraction | None = None
    for one in rounds_of(result):
        found = one.votes.get(option.id, found)
        if option.id in one.chosen:
            break
    return found


def quota_of(result: PollResult) -> Fraction | None:
    """How many votes it took to be chosen by a single transferable vote."""
    return number_of(result.details.get("quota"))


def wins_over(result: PollResult) -> Mapping[UUID, Mapping[UUID, int]]:
    """How many ballots, or comparisons of two, put each option before each other one."""
    told: Mapping[str, Mapping[str, Any]] = result.details.get("pairwise", {})
    return {UUID(one): {UUID(other): int(n) for other, n in row.items()} for one, row in told.items()}


def comparisons_of(result: PollResult, option: PollOptionRecord) -> Compared | None:
    """How often an option won, lost and was left undecided where two were compared."""
    won, lost, undecided = (number_of(_about(result, key, option)) for key in ("wins", "losses", "undecided"))
    return None if won is None or lost is None else Compared(int(won), int(lost), int(undecided or 0))


def spent(result: PollResult) -> int:
    """What the chosen options cost together."""
    options = result.options
    return sum(options[key].cost or 0 for key in result.winners)


def _about(result: PollResult, key: str, option: PollOptionRecord) -> Any:
    told: Mapping[str, Any] = result.details.get(key, {})
    return told.get(str(option.id))


def _round(place: int, told: Mapping[str, Any]) -> Round:
    votes = {UUID(key): number_of(n) or Fraction(0) for key, n in told.get("votes", {}).items()}
    return Round(
        place, votes, _ids(told.get("elected")), _ids(told.get("out")), number_of(told.get("exhausted")) or Fraction(0)
    )


def _ids(told: Any) -> tuple[UUID, ...]:
    """One id, several, or none."""
    if not told:
        return ()
    return (UUID(told),) if isinstance(told, str) else tuple(UUID(one) for one in told)

"""What a ballot says, as plain values, and how valid, blank and invalid ballots are told apart.

An option is its id, a string. `Marks` serves dots, approvals, grades and answers (fractions come from files alone);
`Order` serves rankings of every kind (PrefLib's soc, soi, toc and toi): groups of equals from the first place down, options that
are left off are unranked.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, NamedTuple, TypeAlias, TypeVar

Marks: TypeAlias = Mapping[str, int | Fraction]
Order: TypeAlias = Sequence[Sequence[str]]

BallotT = TypeVar("BallotT")


class Invalid(NamedTuple):
    """A ballot that broke the rule: its place among those counted, from 0, and why."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sifted(Generic[BallotT]):
    """Ballots told apart: those that count, how many are blank, and those that break the rule."""

    valid: tuple[BallotT, ...]
    blank: int
    invalid: tuple[Invalid, ...]

    @property
    def all(self) -> int:
        """How many ballots there are, of every kind."""
        return len(self.valid) + self.blank + len(self.invalid)


def sift(
    ballots: Sequence[BallotT], *, fault: Callable[[BallotT], str], is_blank: Callable[[BallotT], bool]
) -> Sifted[BallotT]:
    """Tell ballots apart; `fault` gives the reason why one breaks the rule, empty where it does not."""
    reasons = [fault(ballot) for ballot in ballots]
    sound = [ballot for ballot, reason in zip(ballots, reasons, strict=True) if not reason]
    valid = tuple(ballot for ballot in sound if not is_blank(ballot))
    invalid = tuple(Invalid(place, reason) for place, reason in enumerate(reasons) if reason)
    return Sifted(valid, len(sound) - len(valid), invalid)


def marks_fault(marks: Marks, options: Collection[str], *, most: int | Fraction, per_option: int | Fraction) -> str:
    """Why marks break the rule of at most `most` in all and `per_option` on one option; a mark of 0 is none."""
    strange = sorted(option for option, count in marks.items() if count != 0 and option not in options)
    if strange:
        return f"unknown option {strange[0]}"
    if any(count < 0 for count in marks.values()):
        return "less than nothing on one option"
    if any(count > per_option for count in marks.values()):
        return f"more than {per_option} on one option"
    return f"more than {most} in all" if sum(marks.values()) > most else ""


def order_fault(order: Order, options: Collection[str]) -> str:
    """Why a ranking breaks the rule that every option is known and stands in one place."""
    named = [option for group in order for option in group]
    strange = sorted(option for option in named if option not in options)
    if strange:
        return f"unknown option {strange[0]}"
    twice = sorted(option for option in set(named) if named.count(option) > 1)
    return f"option {twice[0]} twice" if twice else ""

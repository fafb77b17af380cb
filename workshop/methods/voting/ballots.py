"""What a ballot says, as plain values, and how valid, blank and invalid ballots are told apart.

An option is its id, a string. `Marks` serves dots, approvals, grades and answers (fractions come from files alone);
`Order` serves rankings of every kind (PrefLib's soc, soi, toc and toi): groups of equals from the first place down, options that
are left off are unranked.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, NamedTuple, TypeAlias, TypeVar

Marks: TypeAlias = Mapping[str, int | Fraction]
Order: TypeAlias = Sequence[Sequence[str]]

BallotT = TypeVar("BallotT")
MadeT = TypeVar("MadeT")


class Invalid(NamedTuple):
    """A ballot that broke the rule: its place among those counted, from 0, and why."""

    place: int
    reason: str


class Counted(NamedTuple, Generic[BallotT]):
    """A ballot, and how many voters cast it."""

    ballot: BallotT
    times: int


@dataclass(frozen=True, slots=True)
class Sifted(Generic[BallotT]):
    """Ballots told apart: those that count, each with its number, how many are blank, and those that break the rule."""

    valid: tuple[Counted[BallotT], ...]
    blank: int
    invalid: tuple[Invalid, ...]

    @property
    def all(self) -> int:
        """How many ballots there are, of every kind."""
        return self.counting + self.blank + len(self.invalid)

    @property
    def counting(self) -> int:
        """How many ballots count."""
        return sum(times for _ballot, times in self.valid)


def made_once(ballots: Sequence[BallotT], make: Callable[[BallotT], MadeT]) -> list[MadeT]:
    """What `make` makes of every ballot; ballots that are one object, as those of a file that are alike, stay one."""
    made = {place: make(ballot) for place, ballot in _by_object(ballots).items()}
    return [made[id(ballot)] for ballot in ballots]


def sift(
    ballots: Sequence[BallotT], *, fault: Callable[[BallotT], str], is_blank: Callable[[BallotT], bool]
) -> Sifted[BallotT]:
    """Tell ballots apart; `fault` gives the reason why one breaks the rule, empty where it does not.

    Millions of ballots are few different ones: each that is one object is looked at once, and counts as often as it comes.
    """
    kinds, times = _by_object(ballots), Counter(map(id, ballots))
    reasons = {place: reason for place, ballot in kinds.items() if (reason := fault(ballot))}
    valid, blank = list[Counted[BallotT]](), 0
    for place, ballot in kinds.items():
        if place in reasons:
            continue
        if is_blank(ballot):
            blank += times[place]
        else:
            valid.append(Counted(ballot, times[place]))
    invalid = (Invalid(place, reasons[id(ballot)]) for place, ballot in enumerate(ballots) if id(ballot) in reasons)
    return Sifted(tuple(valid), blank, tuple(invalid) if reasons else ())


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
    if len(set(named)) == len(named):
        return ""
    twice = min(option for option, times in Counter(named).items() if times > 1)
    return f"option {twice} twice"


def _by_object(ballots: Sequence[BallotT]) -> dict[int, BallotT]:
    return {id(ballot): ballot for ballot in ballots}

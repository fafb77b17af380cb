"""A file of ballots as a vote that the rules can count: every form its ballots can be read in."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from workshop.exchange.ballot_files import BallotFile, FileKind
from workshop.exchange.pabulib import read_pabulib
from workshop.exchange.preflib import read_preflib
from workshop.language import mark
from workshop.methods.voting.ballots import Marks, Order, made_once
from workshop.methods.voting.majority import ABSTAINED, NO, YES
from workshop.methods.voting.pairwise import Comparison
from workshop.methods.voting.rules import Form, Vote
from workshop.models.errors import InputError

ENDINGS = (".soc", ".soi", ".toc", ".toi", ".cat", ".pb")


def read_ballots(name: str, content: bytes) -> BallotFile:
    """The ballots of a file; its format is told by the ending of its name. Raises InputError where it is malformed."""
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        raise InputError(
            mark("{file} is none of the files that can be counted: {endings}.", file=name, endings=", ".join(ENDINGS))
        )
    return read_pabulib(content) if ending == ".pb" else read_preflib(content, FileKind(ending.removeprefix(".")))


def vote_of(file: BallotFile) -> Vote:
    """The vote of a file.

    Rankings of which each names two options, or none, are comparisons as well; an equal place is “can't decide”. The first
    category of a `.cat` file is approval; of two or three the second is no and the third abstained. One approval each
    (choose-1) is a first choice.
    """
    limits = file.limits
    return Vote(
        file.options,
        _forms(file),
        file.faults,
        dots=limits.max_sum_points,
        per_option=limits.max_points,
        lowest=limits.min_points,
        highest=limits.max_points,
        costs=file.costs,
        budget=file.budget,
    )


def _forms(file: BallotFile) -> Mapping[Form, Sequence[Any]]:
    if file.kind.ranks:
        rankings = {Form.RANKINGS: file.orders}
        if all(made_once(file.orders, lambda order: sum(map(len, order)) in {0, 2})):
            return {**rankings, Form.COMPARISONS: made_once(file.orders, _comparisons)}
        return rankings
    if file.kind is FileKind.CAT:
        approvals = {Form.APPROVALS: made_once(file.orders, lambda order: _marks(order, (YES,)))}
        if len(file.categories) not in {2, 3}:
            return approvals
        return {**approvals, Form.ANSWERS: made_once(file.orders, lambda order: _marks(order, (YES, NO, ABSTAINED)))}
    if file.kind is FileKind.CUMULATIVE:
        return {Form.DOTS: file.marks}
    if file.kind is FileKind.SCORING:
        return {Form.GRADES: file.marks}
    approvals = {Form.APPROVALS: file.marks}
    if file.kind is FileKind.CHOOSE_1:
        return {**approvals, Form.FIRST_CHOICES: made_once(file.marks, lambda marks: [[option] for option in marks])}
    return approvals


def _comparisons(order: Order) -> tuple[Comparison, ...]:
    """The one comparison that a ranking of two options is."""
    if not order:
        return ()
    one, other = (option for group in order for option in group)
    return (Comparison(one, other, one if len(order) == 2 else None),)


def _marks(order: Order, values: Sequence[int]) -> Marks:
    """What stands in each category, as a mark; the categories beyond the marks count for nothing."""
    return {option: value for group, value in zip(order, values, strict=False) for option in group}

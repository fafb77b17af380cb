"""Every rule by the name that commands and files use: which ballots it takes, what else it needs, and how it is called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from workshop.methods.voting.approval import tally_approvals
from workshop.methods.voting.ballots import Invalid
from workshop.methods.voting.borda import tally_borda
from workshop.methods.voting.dots import tally_dots
from workshop.methods.voting.equal_shares import Completion, Utility, tally_equal_shares
from workshop.methods.voting.greedy import tally_greedy
from workshop.methods.voting.irv import tally_irv
from workshop.methods.voting.majority import tally_majority
from workshop.methods.voting.pairwise import tally_pairwise
from workshop.methods.voting.plurality import tally_plurality
from workshop.methods.voting.schulze import tally_schulze
from workshop.methods.voting.score import tally_score
from workshop.methods.voting.stv import tally_stv
from workshop.methods.voting.tally import Tally

Number = int | Fraction


class Form(StrEnum):
    """What a ballot can be read as: `Order` for the first two, `Marks` for the others, comparisons for the last."""

    RANKINGS = "rankings"
    FIRST_CHOICES = "first choices"
    APPROVALS = "approvals"
    DOTS = "dots"
    GRADES = "grades"
    ANSWERS = "answers"
    COMPARISONS = "comparisons"


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as plain values: the same ballots in every form they can be read in, and what was agreed about them.

    `faults` lists ballots that break the rule of the vote in a way that a counting rule does not know, by place from 0.
    `dots` are those of one voter, `per_option` of them at most on one option; grades go from `lowest` to `highest`; None is
    no limit. `costs` and `budget` are in one unit of currency.
    """

    options: tuple[str, ...]
    ballots: Mapping[Form, Sequence[Any]]
    faults: tuple[Invalid, ...] = ()
    dots: Number | None = None
    per_option: Number | None = None
    lowest: Number | None = None
    highest: Number | None = None
    costs: Mapping[str, Number] = field(default_factory=dict[str, Number])
    budget: Number | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How it is to be counted: the places to be filled, the choices of equal shares, and the order that decides ties."""

    seats: int | None = None
    utility: Utility = "cost"
    completion: Completion = "add1u"
    lot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the forms of ballots it takes, the best first, and whether it fills places or spends a budget."""

    name: str
    forms: tuple[Form, ...]
    call: Callable[[Vote, Sequence[Any], Way], Tally]
    fills_seats: bool = True
    spends: bool = False

    def form_of(self, vote: Vote) -> Form | None:
        """The form in which it counts these ballots, None where it cannot."""
        return next((form for form in self.forms if form in vote.ballots), None)


def count(name: str, vote: Vote, way: Way) -> Tally:
    """Count a vote by the rule of this name.

    Ballots with a fault are counted as invalid, not at all otherwise. Raises KeyError for an unknown rule, and ValueError where
    the rule does not take such ballots or has no costs and budget to go by.
    """
    rule = RULES[name]
    form = rule.form_of(vote)
    if form is None or (rule.spends and (vote.budget is None or not vote.costs)):
        raise ValueError(f"{name} cannot count these ballots")
    ballots, faulty = vote.ballots[form], {place for place, _reason in vote.faults}
    places = [place for place in range(len(ballots)) if place not in faulty] if faulty else range(len(ballots))
    tally = rule.call(vote, [ballots[place] for place in places], way)
    late = (Invalid(places[place], reason) for place, reason in tally.invalid)
    return replace(tally, ballots=len(ballots), invalid=tuple(sorted((*vote.faults, *late))))


def _plurality(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_plurality(ballots, vote.options, seats=way.seats, lot=way.lot)


def _approval(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_approvals(ballots, vote.options, seats=way.seats, lot=way.lot)


def _dots(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    most = max((sum(marks.values()) for marks in ballots), default=0) if vote.dots is None else vote.dots
    highest = max((mark for marks in ballots for mark in marks.values()), default=0)
    per_option = highest if vote.per_option is None else vote.per_option
    return tally_dots(ballots, vote.options, dots=most, per_option=per_option, seats=way.seats, lot=way.lot)


def _score(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    grades = [grade for marks in ballots for grade in marks.values()] or [0]
    lowest = min(grades) if vote.lowest is None else vote.lowest
    highest = max(grades) if vote.highest is None else vote.highest
    return tally_score(ballots, vote.options, lowest=lowest, highest=highest, seats=way.seats, lot=way.lot)


def _borda(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_borda(ballots, vote.options, seats=way.seats, lot=way.lot)


def _irv(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_irv(ballots, vote.options, lot=way.lot)


def _stv(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_stv(ballots, vote.options, seats=way.seats or 1, lot=way.lot)


def _schulze(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_schulze(ballots, vote.options, seats=way.seats, lot=way.lot)


def _pairwise(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_pairwise(ballots, vote.options, seats=way.seats, lot=way.lot)


def _majority(vote: Vote, ballots: Sequence[Any], _way: Way) -> Tally:
    return tally_majority(ballots, vote.options)


def _greedy(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_greedy(ballots, vote.options, costs=vote.costs, budget=vote.budget or 0, lot=way.lot)


def _equal_shares(vote: Vote, ballots: Sequence[Any], way: Way) -> Tally:
    return tally_equal_shares(
        ballots, vote.options, costs=vote.costs, budget=vote.budget or 0,
        utility=way.utility, completion=way.completion, lot=way.lot,
    )  # fmt: skip


RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("plurality", (Form.RANKINGS, Form.FIRST_CHOICES), _plurality),
        Rule("approval", (Form.APPROVALS,), _approval),
        Rule("dots", (Form.DOTS,), _dots),
        Rule("score", (Form.GRADES,), _score),
        Rule("borda", (Form.RANKINGS,), _borda),
        Rule("irv", (Form.RANKINGS,), _irv, fills_seats=False),
        Rule("stv", (Form.RANKINGS,), _stv),
        Rule("schulze", (Form.RANKINGS,), _schulze),
        Rule("pairwise", (Form.COMPARISONS,), _pairwise),
        Rule("majority", (Form.ANSWERS,), _majority, fills_seats=False),
        Rule("greedy", (Form.APPROVALS,), _greedy, fills_seats=False, spends=True),
        Rule("equal-shares", (Form.APPROVALS,), _equal_shares, fills_seats=False, spends=True),
    )
}

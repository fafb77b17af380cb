"""Counting the ballots of a poll that is over, by its own rule or by another."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from workshop.methods.voting.ballots import Marks, Order
from workshop.methods.voting.pairwise import Comparison
from workshop.methods.voting.rules import Form, Vote, Way
from workshop.methods.voting.rules import count as count_by
from workshop.models.enums import BallotKind, CountingRule
from workshop.models.records.votes import LotUse, PollRecord, PollResult, ResultLine
from workshop.services.voting.ballot_papers import comparisons_of

Paper = Mapping[str, int]


def count(
    poll: PollRecord,
    papers: Sequence[Paper],
    *,
    entitled: int,
    rule: CountingRule | None = None,
    seats: int | None = None,
    weighted: int | None = None,
) -> PollResult:
    """The result of kept ballots by a rule, the poll's own unless another is named.

    The lot is the one that was drawn at the opening. An option that is chosen by the rule is marked so in its line.
    """
    rule = rule or poll.rule
    options = {str(option.id): option for option in poll.options}
    tally = count_by(rule.value, vote_of(poll, papers), Way(seats=seats or poll.seats, lot=lot_of(poll)))
    ids = {key: option.id for key, option in options.items()}
    lines: list[ResultLine] = []
    for group in tally.ranking:
        rank = len(lines) + 1
        lines += [
            ResultLine(options[key], Fraction(tally.scores.get(key, 0)), rank, chosen=key in tally.winners)
            for key in sorted(group, key=lambda key: options[key].position)
        ]
    return PollResult(
        poll=poll,
        entitled=entitled,
        ballots=tally.ballots,
        by_channel=poll.by_channel,
        blank=tally.blank,
        invalid=len(tally.invalid),
        lines=tuple(lines),
        ties=tuple(tuple(ids[key] for key in group) for group in tally.ranking if len(group) > 1),
        rule=rule,
        winners=tuple(ids[key] for key in tally.winners),
        lots=tuple(
            LotUse(tie.at, tuple(ids[key] for key in tie.options), tuple(ids[key] for key in tie.chosen))
            for tie in tally.ties
        ),
        details=tally.details,
        weighted=weighted,
    )


def vote_of(poll: PollRecord, papers: Sequence[Paper]) -> Vote:
    """A poll with its kept ballots as the rules know a vote, in every form such ballots can be counted in."""
    return Vote(
        tuple(str(option.id) for option in poll.options),
        _forms(poll, papers),
        dots=poll.dots,
        per_option=poll.per_option,
        lowest=poll.lowest,
        highest=poll.highest,
        costs={str(option.id): option.cost for option in poll.options if option.cost is not None},
        budget=poll.budget or None,
    )


def lot_of(poll: PollRecord) -> tuple[str, ...]:
    """The options in the order of the lot that was drawn at the opening."""
    return tuple(str(option.id) for option in sorted(poll.options, key=lambda option: option.lot or 0))


def orders_of(poll: PollRecord, papers: Sequence[Paper]) -> list[Order]:
    """What ballots say as rankings: places as they are; of dots and grades the higher first."""
    rising = poll.ballot is BallotKind.RANKING
    orders: list[Order] = []
    for paper in papers:
        values = sorted(set(paper.values()), reverse=not rising)
        orders.append(tuple(tuple(option for option in paper if paper[option] == value) for value in values))
    return orders


def pairs_of(papers: Sequence[Paper]) -> list[tuple[Comparison, ...]]:
    """What ballots say as comparisons of two."""
    found: list[tuple[Comparison, ...]] = []
    for paper in papers:
        pairs = comparisons_of(paper)
        found.append(tuple(Comparison(a, b, None if won == 0 else a if won > 0 else b) for a, b, won in pairs))
    return found


def _forms(poll: PollRecord, papers: Sequence[Paper]) -> Mapping[Form, Sequence[Any]]:
    match poll.ballot:
        case BallotKind.DOTS:
            return {Form.DOTS: papers, Form.APPROVALS: _marked(papers), Form.RANKINGS: orders_of(poll, papers)}
        case BallotKind.SCORE:
            return {Form.GRADES: papers, Form.RANKINGS: orders_of(poll, papers)}
        case BallotKind.RANKING:
            return {Form.RANKINGS: orders_of(poll, papers)}
        case BallotKind.PAIRWISE:
            return {Form.COMPARISONS: pairs_of(papers)}
        case BallotKind.YES_NO:
            return {Form.ANSWERS: papers}
        case BallotKind.APPROVAL | BallotKind.BUDGET:
            return {Form.APPROVALS: papers}


def _marked(papers: Sequence[Paper]) -> list[Marks]:
    """What ballots say as approvals: whatever is marked at all."""
    return [{option: 1 for option, count in paper.items() if count} for paper in papers]

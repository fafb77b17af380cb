"""Plausible ballots of simulated voters: earlier options are a little more liked, a few ballots stay blank."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from workshop.methods.voting.pairs import choose_pairs
from workshop.models.enums import BallotKind
from workshop.models.records.votes import Comparison, PollOptionRecord, PollRecord

_BLANK = 0.03


@dataclass(frozen=True, slots=True)
class PlausibleBallot:
    """What a simulated voter marks, as `voting.cast_ballot` takes it."""

    choices: Mapping[UUID, int]
    comparisons: Sequence[Comparison] = ()


def plausible_ballot(poll: PollRecord, chance: random.Random) -> PlausibleBallot:
    """A ballot that fits the rules of the poll."""
    if chance.random() < _BLANK:
        return PlausibleBallot({})
    if poll.ballot is BallotKind.PAIRWISE:
        return PlausibleBallot({}, _comparisons(poll, chance))
    return PlausibleBallot(_MARKS[poll.ballot](poll, chance))


def _dots(poll: PollRecord, chance: random.Random) -> dict[UUID, int]:
    marks: dict[UUID, int] = {}
    for option in chance.choices(poll.options, _weights(poll), k=poll.dots):
        if marks.get(option.id, 0) < poll.per_option:
            marks[option.id] = marks.get(option.id, 0) + 1
    return marks


def _grades(poll: PollRecord, chance: random.Random) -> dict[UUID, int]:
    """Grades around a middle that falls from the first option to the last; one in ten is left out."""
    marks: dict[UUID, int] = {}
    for place, option in enumerate(poll.options):
        liked = poll.highest - (poll.highest - poll.lowest) * place / max(1, len(poll.options) - 1) / 2
        if chance.random() > 0.1:
            marks[option.id] = max(poll.lowest, min(poll.highest, round(chance.gauss(liked, 1))))
    return marks


def _places(poll: PollRecord, chance: random.Random) -> dict[UUID, int]:
    order = _in_order_of_liking(poll, chance)[: min(poll.dots, len(poll.options))]
    kept = order[: chance.randint(1, len(order))] if chance.random() < 0.3 else order
    return {option.id: place for place, option in enumerate(kept, start=1)}


def _within_budget(poll: PollRecord, chance: random.Random) -> dict[UUID, int]:
    left, marks = poll.budget, dict[UUID, int]()
    for option in _in_order_of_liking(poll, chance):
        if (option.cost or 0) <= left and chance.random() < 0.8:
            marks[option.id] = 1
            left -= option.cost or 0
    return marks


def _answers(poll: PollRecord, chance: random.Random) -> dict[UUID, int]:
    return {option.id: chance.choices((1, -1, 0), (6, 3, 1))[0] for option in poll.options}


def _comparisons(poll: PollRecord, chance: random.Random) -> list[Comparison]:
    options = {option.id: place for place, option in enumerate(poll.options)}
    pairs = choose_pairs(tuple(options), poll.dots, chance)
    found: list[Comparison] = []
    for one, other in pairs:
        better, worse = sorted((one, other), key=options.__getitem__)
        found.append(Comparison(one, other, chance.choices((better, worse, None), (6, 3, 1))[0]))
    return found


def _in_order_of_liking(poll: PollRecord, chance: random.Random) -> list[PollOptionRecord]:
    weights = dict(zip(poll.options, _weights(poll), strict=True))
    return sorted(poll.options, key=lambda option: chance.random() ** (1 / weights[option]), reverse=True)


def _weights(poll: PollRecord) -> list[float]:
    return [1 / (place + 2) for place in range(len(poll.options))]


_MARKS: Mapping[BallotKind, Callable[[PollRecord, random.Random], dict[UUID, int]]] = {
    BallotKind.DOTS: _dots,
    BallotKind.APPROVAL: _dots,
    BallotKind.SCORE: _grades,
    BallotKind.RANKING: _places,
    BallotKind.BUDGET: _within_budget,
    BallotKind.YES_NO: _answers,
}

"""The single transferable vote with weighted inclusive Gregory transfers, in exact fractions.

Quota of Droop (1868); transfers by the Weighted Inclusive Gregory Method: of an elected option's surplus every one of its
ballots takes the same part of its weight along (Farrell and McAllister, "The 1983 change in surplus vote transfer procedures
for the Australian Senate", 2003).
"""

from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from fractions import Fraction
from typing import Any

from workshop.methods.voting.ballots import Counted, Order, order_fault, sift
from workshop.methods.voting.lot import Tie, break_tie
from workshop.methods.voting.tally import Tally, as_number, rank

Weighted = tuple[Order, Fraction]


def tally_stv(ballots: Sequence[Order], options: Sequence[str], *, seats: int, lot: Sequence[str] = ()) -> Tally:
    """Choose `seats` options; an option with the quota ⌊n/(seats+1)⌋+1 is elected and its surplus goes on.

    Each round elects everybody with the quota, or else the one with the fewest votes leaves; the lot decides between equals,
    and `ties` says so. Where no more options stand than seats are open, they are elected in the order of their votes.
    `details` has the quota and the rounds: votes by option, exhausted, who was elected, who left, and with which part of
    their weight (`transfer`) the ballots of each elected one go on. Several in one place of a ballot share it, and those that
    still stand share what others of them leave, as if every order of them were a ballot with its part of the weight.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda order: order_fault(order, known), is_blank=lambda order: not any(order))
    course = _Course(list(options), seats, lot or options, sifted.valid)
    if sifted.valid:
        course.run()
    left = rank(course.standing, course.last)
    ranking = (*((option,) for option in course.elected), *left, *((option,) for option in course.out))
    return Tally(
        "stv", sifted.all, sifted.blank, sifted.invalid, tuple(options), course.last, ranking, tuple(course.elected),
        tuple(course.ties), {"quota": course.quota, "rounds": course.rounds},
    )  # fmt: skip


@dataclass
class _Course:
    """The count as it goes."""

    standing: list[str]
    seats: int
    lot: Sequence[str]
    cast: InitVar[Sequence[Counted[Order]]]
    ballots: list[Weighted] = field(init=False)
    elected: list[str] = field(default_factory=list[str])
    out: list[str] = field(default_factory=list[str])
    ties: list[Tie] = field(default_factory=list[Tie])
    rounds: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    last: dict[str, Fraction] = field(default_factory=dict[str, Fraction])

    def __post_init__(self, cast: Sequence[Counted[Order]]) -> None:
        self.ballots = [(order, Fraction(times)) for order, times in cast]
        self.all = sum(times for _order, times in cast)
        self.quota = self.all // (self.seats + 1) + 1
        self.last = dict.fromkeys(self.standing, Fraction(0))

    def run(self) -> None:
        """Round after round until every seat is taken."""
        while len(self.elected) < self.seats and self.standing:
            votes = self._votes()
            if len(self.standing) <= self.seats - len(self.elected):
                self._elect_all(votes)
                return
            above = [option for option in self.standing if votes[option] >= self.quota]
            if above:
                self._elect(above, votes)
            else:
                self._drop(votes)

    def _votes(self) -> dict[str, Fraction]:
        votes = dict.fromkeys(self.standing, Fraction(0))
        for order, weight in self.ballots:
            top = _top(order, votes)
            for option in top:
                votes[option] += weight / len(top)
        self.last |= votes
        counted = sum(votes.values(), Fraction(0)) + self.quota * len(self.elected)
        self.rounds.append(
            {
                "votes": {option: as_number(count) for option, count in votes.items()},
                "exhausted": as_number(self.all - counted),
                "elected": [],
                "out": None,
                "transfer": None,
            }
        )
        return votes

    def _elect(self, above: Sequence[str], votes: dict[str, Fraction]) -> None:
        """Whoever has the quota is elected, the most votes first; then all their surpluses go on to those who stand."""
        chosen = self._in_order(above, votes)
        transfer = {option: (votes[option] - self.quota) / votes[option] for option in chosen}
        self.elected += chosen
        self.rounds[-1] |= {"elected": chosen, "transfer": {one: as_number(part) for one, part in transfer.items()}}
        parts = (_go_on(order, weight, _top(order, votes), transfer) for order, weight in self.ballots)
        self.ballots = [part for ballot in parts for part in ballot if part[1]]
        self.standing = [option for option in self.standing if option not in transfer]

    def _drop(self, votes: dict[str, Fraction]) -> None:
        fewest = min(votes.values())
        weakest = [option for option in self.standing if votes[option] == fewest]
        if len(weakest) > 1:
            self.ties.append(break_tie(weakest, self.lot[::-1], at=f"round {len(self.rounds)}"))
        loser = self.ties[-1].chosen[0] if len(weakest) > 1 else weakest[0]
        self.rounds[-1]["out"] = loser
        self.out.insert(0, loser)
        self.standing.remove(loser)

    def _elect_all(self, votes: dict[str, Fraction]) -> None:
        """As many stand as seats are open."""
        chosen = self._in_order(self.standing, votes)
        self.elected += chosen
        self.rounds[-1]["elected"] = chosen
        self.standing = []

    def _in_order(self, options: Sequence[str], votes: dict[str, Fraction]) -> list[str]:
        """The most votes first; the lot decides who of equals is told first."""
        ordered: list[str] = []
        for group in rank(options, votes):
            if len(group) > 1:
                seat = f"seat {len(self.elected) + len(ordered) + 1}"
                self.ties.append(break_tie(group, self.lot, at=seat, places=len(group)))
                group = self.ties[-1].chosen
            ordered += group
        return ordered


def _go_on(
    order: Order, weight: Fraction, top: Sequence[str], transfer: Mapping[str, Fraction]
) -> tuple[Weighted, ...]:
    """A ballot after an election: what counted for an elected option goes on with less weight, the rest as it was."""
    chosen = [option for option in top if option in transfer]
    if not chosen:
        return ((order, weight),)
    share = weight / len(top)
    moved = tuple((order, share * transfer[option]) for option in chosen)
    return (*moved, (order, weight - share * len(chosen)))


def _top(order: Order, standing: dict[str, Fraction]) -> Sequence[str]:
    """The highest options on a ballot that still stand."""
    for group in order:
        there = [option for option in group if option in standing]
        if there:
            return there
    return ()

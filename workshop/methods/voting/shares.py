"""One run of the Method of Equal Shares with a given amount for each voter, in whole numbers over a common denominator.

Besides what is bought it tells how far the amounts may rise before anything in the run could come out otherwise, so that
raising them by one unit at a time needs no run for every unit. What a voter has left never falls as the amounts rise, and what
an option asks of its supporters never rises; so only a few comparisons of a run can turn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import gcd, lcm
from typing import NamedTuple

from workshop.methods.voting.lot import Tie, break_tie

Money = int | Fraction


class Purchase(NamedTuple):
    """One option that was bought, and the most that one supporter paid."""

    option: str
    payment: Fraction


@dataclass(frozen=True, slots=True)
class Run:
    """What was bought in which order, where the lot decided, and by how many whole units the amounts may rise to the same end.

    `steady` is None where no higher amount changes anything.
    """

    bought: tuple[Purchase, ...]
    ties: tuple[Tie, ...]
    steady: int | None

    @property
    def options(self) -> tuple[str, ...]:
        """What was bought, in order."""
        return tuple(purchase.option for purchase in self.bought)


@dataclass(frozen=True, slots=True)
class Voters:
    """Voters that approve the same, together: how many, and by option the places of its supporters."""

    sizes: tuple[int, ...]
    supporters: Mapping[str, tuple[int, ...]]


class _Offer(NamedTuple):
    """What an option asks of each supporter who can pay it: (ask + fall · t) / payers, where amounts rise by t."""

    ask: int
    fall: int
    payers: int


class _Entry(NamedTuple):
    """What an option asked last per unit of utility: later on it asks no less. Equals in their order."""

    rate: Fraction
    place: int
    option: str


def run_shares(
    voters: Voters, costs: Mapping[str, Money], utilities: Mapping[str, Money], amount: Money, lot: Sequence[str]
) -> Run:
    """Buy by the lowest payment per utility, over and over, until the supporters of no option can pay for it.

    Equals are decided by `lot`, told as "round n". Costs and utilities are above 0; only options with supporters are looked at.
    """
    return _Run(voters, costs, utilities, amount, lot).result()


class _Run:
    """The state of a run: money of the voters over one denominator, at the amount itself and what it gains for each unit."""

    def __init__(
        self,
        voters: Voters,
        costs: Mapping[str, Money],
        utilities: Mapping[str, Money],
        amount: Money,
        lot: Sequence[str],
    ) -> None:
        self._sizes, self._lot = voters.sizes, lot
        self._supporters = {option: list(places) for option, places in voters.supporters.items() if places}
        self._unit = lcm(
            Fraction(amount).denominator, *(Fraction(costs[option]).denominator for option in self._supporters)
        )
        self._money = [int(amount * self._unit)] * len(self._sizes)
        self._gain = [self._unit] * len(self._sizes)
        self._costs = {option: int(costs[option] * self._unit) for option in self._supporters}
        finest = lcm(*(Fraction(utilities[option]).denominator for option in self._supporters))
        self._utilities = {option: int(utilities[option] * finest) for option in self._supporters}
        self._scale = 1  # how much finer the denominator has become than that of the costs
        self._steady: int | None = None
        self._offers: dict[str, tuple[_Offer, int]] = {}  # the last one of each option, with the scale it was made at

    def result(self) -> Run:
        """Buy until nothing can be paid any more."""
        queue = [_Entry(self._least(option), place, option) for place, option in enumerate(self._supporters)]
        heapify(queue)
        bought, ties = list[Purchase](), list[Tie]()
        while best := self._best(queue):
            option = best[0]
            if len(best) > 1:
                ties.append(break_tie(best, self._lot, at=f"round {len(bought) + 1}"))
                option = ties[-1].chosen[0]
            queue = [entry for entry in queue if entry.option != option]
            heapify(queue)
            self._watch_rivals(option, queue)
            offer, _scale = self._offers[option]
            payment = Fraction(offer.ask, offer.payers * self._unit * self._scale)
            bought.append(Purchase(option, payment))
            self._charge(option, offer)
        return Run(tuple(bought), tuple(ties), self._steady)

    def _least(self, option: str) -> Fraction:
        """The payment per utility where every supporter can pay an equal part: it is never less later on."""
        votes = sum(self._sizes[place] for place in self._supporters[option])
        self._offers[option] = _Offer(self._costs[option], 0, votes), 1
        return Fraction(self._costs[option], votes * self._utilities[option])

    def _best(self, queue: list[_Entry]) -> list[str]:
        """The options with the lowest payment per utility now, in their order; what nobody can pay for leaves the queue."""
        fresh = list[_Entry]()
        while queue and (not fresh or queue[0].rate <= fresh[0].rate):
            _old, place, option = heappop(queue)
            offer = self._offer(option)
            if offer is not None:
                self._offers[option] = offer, self._scale
                rate = Fraction(offer.ask, offer.payers * self._scale * self._utilities[option])
                heappush(fresh, _Entry(rate, place, option))
        queue += fresh
        return [entry.option for entry in sorted(fresh) if entry.rate == fresh[0].rate]

    def _offer(self, option: str) -> _Offer | None:
        """What the option asks now; None where its supporters cannot pay for it. Those who have less than it asks give all."""
        money, gain, sizes = self._money, self._gain, self._sizes
        supporters = self._supporters[option]
        ask, fall = self._costs[option] * self._scale, 0
        lack = ask - sum([money[place] * sizes[place] for place in supporters])
        if lack > 0:
            self._keep_steady(lack, sum([gain[place] * sizes[place] for place in supporters]))
            return None
        supporters.sort(key=money.__getitem__)
        payers = sum([sizes[place] for place in supporters])
        for poor, place in enumerate(supporters):
            if money[place] * payers >= ask:
                for other in supporters[:poor]:
                    self._keep_steady(ask - money[other] * payers, gain[other] * payers - fall)
                return _Offer(ask, fall, payers)
            ask -= money[place] * sizes[place]
            fall -= gain[place] * sizes[place]
            payers -= sizes[place]
        raise AssertionError("money that is enough for an option has a payer")

    def _watch_rivals(self, option: str, rivals: Sequence[_Entry]) -> None:
        """How far amounts may rise before another option asks as little per utility as the one that is bought."""
        (ask, fall, payers), scale = self._offers[option]
        weight = payers * scale * self._utilities[option]
        for _rate, _place, rival in rivals:
            (other_ask, other_fall, others), other_scale = self._offers[rival]
            other_weight = others * other_scale * self._utilities[rival]
            self._keep_steady(other_ask * weight - ask * other_weight, fall * other_weight - other_fall * weight)

    def _keep_steady(self, distance: int, approach: int) -> None:
        """Amounts may rise by less than `distance / approach`; an approach of nothing or less never arrives."""
        if approach > 0 and (self._steady is None or distance < approach * (self._steady + 1)):
            self._steady = max(0, -(-distance // approach) - 1)

    def _charge(self, option: str, offer: _Offer) -> None:
        """Take what is asked from everyone who has it, and all from those who have less."""
        finer = offer.payers // gcd(offer.payers, offer.ask, offer.fall)
        if finer > 1:
            self._scale *= finer
            self._money = [money * finer for money in self._money]
            self._gain = [gain * finer for gain in self._gain]
        price, fall = offer.ask * finer // offer.payers, offer.fall * finer // offer.payers
        for place in self._supporters.pop(option):
            if self._money[place] > price:
                self._money[place] -= price
                self._gain[place] -= fall
            elif self._money[place] == price:
                self._money[place], self._gain[place] = 0, self._gain[place] - fall
            else:
                self._money[place], self._gain[place] = 0, 0

"""The Method of Equal Shares while the amounts of the voters rise, in whole numbers over common denominators.

Everything in it is told as it changes with the number of units that the amounts have risen by: what a voter has left, and
what an option asks of its supporters. What a voter has left never falls as the amounts rise, and what an option asks never
rises. So each step knows up to how many units it comes out as it did; beyond, only the steps from the first that may turn
are taken again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import gcd, lcm
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from workshop.methods.voting.lot import Tie, break_tie

Money = int | Fraction

_Purse: TypeAlias = tuple[int, int, int]  # what each of a group of voters has: (first + second · units) / third

_FINE = 64  # bits behind the point of a rate that is rounded down


class Purchase(NamedTuple):
    """One option that was bought, and the most that one supporter paid."""

    option: str
    payment: Fraction


@dataclass(frozen=True, slots=True)
class Run:
    """What is bought in which order where the amounts have risen by `units`, and where the lot decided.

    Up to `steady` units the same comes out; None where no higher amount changes anything.
    """

    bought: tuple[Purchase, ...]
    ties: tuple[Tie, ...]
    units: int
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
    """What an option asks of each supporter who can pay it: (ask + fall · units) / (payers · scale)."""

    ask: int
    fall: int
    payers: int
    scale: int


class _Entry(NamedTuple):
    """What an option asked last per unit of utility, rounded down: later on it asks no less. Equals in their order."""

    rate: int
    place: int
    option: str


@dataclass(slots=True)
class _Step:
    """One choice: what there was before it and what it bought (at the end nothing).

    Up to `steady` units it and all before it come out the same; None where no higher amount changes that.
    """

    purses: list[_Purse]
    offers: dict[str, _Offer]
    scale: int
    steady: int | None
    option: str = ""
    offer: _Offer | None = None
    tie: Tie | None = None


class Shares:
    """A run of the method: buy by the lowest payment per utility until the supporters of no option can pay for it.

    Equals are decided by `lot`, told as "round n". Costs and utilities are above 0; only options with supporters are looked at.
    """

    def __init__(
        self,
        voters: Voters,
        costs: Mapping[str, Money],
        utilities: Mapping[str, Money],
        amount: Money,
        lot: Sequence[str],
    ) -> None:
        self._lot = lot
        self._supporters = {
            option: [(place, voters.sizes[place]) for place in places]
            for option, places in voters.supporters.items()
            if places
        }
        self._places = {option: place for place, option in enumerate(self._supporters)}
        self._unit = lcm(
            Fraction(amount).denominator, *(Fraction(costs[option]).denominator for option in self._supporters)
        )
        self._costs = {option: int(costs[option] * self._unit) for option in self._supporters}
        finest = lcm(*(Fraction(utilities[option]).denominator for option in self._supporters))
        self._utilities = {option: int(utilities[option] * finest) for option in self._supporters}
        self._units = 0
        self._steps = list[_Step]()
        self._purses: list[_Purse] = [(int(amount * self._unit), self._unit, 1)] * len(voters.sizes)
        # Where every supporter can pay an equal part an option asks the least that it ever does.
        self._offers = {
            option: _Offer(self._costs[option], 0, sum(size for _place, size in voting), 1)
            for option, voting in self._supporters.items()
        }
        self._scale = 1  # how much finer the denominator of the purses has become than that of the costs
        self._go_on()

    def raise_to(self, units: int) -> None:
        """Let the amounts rise to so many units above those at first; they never fall."""
        self._units = units
        for place, step in enumerate(self._steps):
            if step.steady is not None and step.steady < units:
                del self._steps[place:]
                self._purses, self._offers, self._scale = step.purses, step.offers, step.scale
                self._go_on()
                return

    @property
    def options(self) -> list[str]:
        """What is bought, in order."""
        return [step.option for step in self._steps if step.offer]

    @property
    def ties(self) -> list[Tie]:
        """Where the lot decided."""
        return [step.tie for step in self._steps if step.tie]

    @property
    def steady(self) -> int | None:
        """Up to how many units the same comes out; None where no higher amount changes anything."""
        return self._steps[-1].steady

    def result(self) -> Run:
        """How it stands now."""
        bought = tuple(
            Purchase(step.option, Fraction(self._asked(step.offer), step.offer.payers * step.offer.scale * self._unit))
            for step in self._steps
            if step.offer
        )
        return Run(bought, tuple(self.ties), self._units, self.steady)

    def _go_on(self) -> None:
        """Buy until nothing can be paid any more."""
        queue = [self._entry(option, offer) for option, offer in self._offers.items()]
        heapify(queue)
        while True:
            steady = self.steady if self._steps else None
            step = _Step(self._purses.copy(), self._offers.copy(), self._scale, steady)
            self._steps.append(step)
            best = self._best(queue)
            if not best:
                return
            step.option = best[0]
            if len(best) > 1:
                step.tie = break_tie(best, self._lot, at=f"round {len(self._steps)}")
                step.option = step.tie.chosen[0]
            step.offer = self._offers.pop(step.option)
            for option in best:
                if option != step.option:
                    heappush(queue, self._entry(option, self._offers[option]))
            self._watch_rivals(step.option, step.offer)
            self._charge(step.option, step.offer)

    def _asked(self, offer: _Offer) -> int:
        return offer.ask + offer.fall * self._units

    def _weight(self, option: str, offer: _Offer) -> int:
        """What the asked amount is to be divided by to be a payment per utility."""
        return offer.payers * offer.scale * self._utilities[option]

    def _entry(self, option: str, offer: _Offer) -> _Entry:
        rate = (self._asked(offer) << _FINE) // self._weight(option, offer)
        return _Entry(rate, self._places[option], option)

    def _best(self, queue: list[_Entry]) -> list[str]:
        """Take the options with the lowest payment per utility out of the queue, in their order; and what nobody can pay."""
        fresh = list[_Entry]()
        while queue and (not fresh or queue[0].rate <= fresh[0].rate):
            option = heappop(queue).option
            offer = self._offer(option)
            if offer is None:
                del self._offers[option]
            else:
                self._offers[option] = offer
                heappush(fresh, self._entry(option, offer))
        if not fresh:
            return []
        near = sorted(entry for entry in fresh if entry.rate == fresh[0].rate)
        rates = {entry.option: self._rate(entry.option) for entry in near}
        best = [option for option, rate in rates.items() if rate == min(rates.values())]
        for entry in fresh:
            if entry.option not in best:
                heappush(queue, entry)
        return best

    def _rate(self, option: str) -> Fraction:
        offer = self._offers[option]
        return Fraction(self._asked(offer), self._weight(option, offer))

    def _offer(self, option: str) -> _Offer | None:
        """What the option asks now; None where its supporters cannot pay for it. Those who have less than it asks give all."""
        purses, ask, fall = self._opened(option), self._costs[option] * self._scale, 0
        lack = ask - sum([money * size for money, _gain, size in purses])
        if lack > 0:
            self._keep_steady(lack, sum([gain * size for _money, gain, size in purses]))
            return None
        purses.sort(key=itemgetter(0))
        payers = sum([size for _money, _gain, size in purses])
        for poor, (money, gain, size) in enumerate(purses):
            if money * payers >= ask:
                if self.steady != self._units:
                    for less, growing, _size in purses[:poor]:
                        self._keep_steady(ask - less * payers, growing * payers - fall)
                return _Offer(ask - fall * self._units, fall, payers, self._scale)
            ask -= money * size
            fall -= gain * size
            payers -= size
        raise AssertionError("money that is enough for an option has a payer")

    def _opened(self, option: str) -> list[tuple[int, int, int]]:
        """What each group of its supporters with any money has and gains by a unit, in today's scale, and how many they are."""
        purses, scale, units = self._purses, self._scale, self._units
        found = list[tuple[int, int, int]]()
        for place, size in self._supporters[option]:
            money, gain, old = purses[place]
            if money or gain:
                if old != scale:
                    money, gain = money * (scale // old), gain * (scale // old)
                    purses[place] = money, gain, scale
                found.append((money + gain * units, gain, size))
        return found

    def _watch_rivals(self, option: str, offer: _Offer) -> None:
        """How far amounts may rise before another option asks as little per utility as the one that is bought."""
        if self.steady == self._units:
            return
        ask, weight = self._asked(offer), self._weight(option, offer)
        for rival, other in self._offers.items():
            other_ask, other_weight = self._asked(other), self._weight(rival, other)
            distance = other_ask * weight - ask * other_weight
            approach = offer.fall * other_weight - other.fall * weight
            self._keep_steady(distance, approach if distance else abs(approach))

    def _keep_steady(self, distance: int, approach: int) -> None:
        """Amounts may rise by less than `distance / approach`; an approach of nothing or less never arrives."""
        if approach > 0 and (self.steady is None or distance < approach * (self.steady - self._units + 1)):
            self._steps[-1].steady = self._units + max(0, -(-distance // approach) - 1)

    def _charge(self, option: str, offer: _Offer) -> None:
        """Take what is asked from everyone who has it, and all from those who have less."""
        finer = offer.payers // gcd(offer.payers, offer.ask, offer.fall)
        self._scale *= finer
        price, fall = offer.ask * finer // offer.payers, offer.fall * finer // offer.payers
        asked = price + fall * self._units
        for place, _size in self._supporters[option]:
            money, gain, _scale = self._purses[place]
            money, gain = money * finer, gain * finer
            pays = money + gain * self._units >= asked
            self._purses[place] = (money - price, gain - fall, self._scale) if pays else (0, 0, self._scale)

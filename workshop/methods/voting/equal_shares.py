"""The Method of Equal Shares: every voter has an equal part of the budget, and options are paid by those who approve them.

Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive Utilities", 2021, in the form that
equalshares.net specifies for approvals.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from workshop.methods.voting.ballots import Marks, Sifted
from workshop.methods.voting.greedy import count_approvals, fill_by_votes, sift_approvals
from workshop.methods.voting.lot import Tie
from workshop.methods.voting.shares import Money, Run, Shares, Voters
from workshop.methods.voting.tally import Tally, as_number, rank

Utility: TypeAlias = Literal["cost", "approval"]
Completion: TypeAlias = Literal["none", "add1", "add1u"]


def tally_equal_shares(
    approvals: Sequence[Marks],
    options: Sequence[str],
    *,
    costs: Mapping[str, Money],
    budget: Money,
    utility: Utility = "cost",
    completion: Completion = "add1u",
    lot: Sequence[str] = (),
) -> Tally:
    """The options that their supporters can pay for, in order of choice.

    Every valid or blank ballot stands for an equal part of the budget, exactly (no rounding). Again and again the option with
    the lowest payment per utility is bought, supporters paying alike and those who have less giving what they have; the
    utility of an option is its cost, or 1 with "approval". An option without a cost is bought first, with one supporter at
    least. "add1" raises everybody's part by 1 unit of the currency (whatever costs and budget are told in) for as long as the
    budget is kept, and stops early where no option with a supporter would fit any more; "add1u" then spends what is left
    by votes, as `tally_greedy` does. Equals are decided by the order `lot` (without one, of `options`), each use listed; one
    that came up only with other parts than the last ones is listed as well, with the round there.
    `details`: the part of a voter at first and at last, how much was spent, and each purchase with the most one voter paid.
    """
    sifted = sift_approvals(approvals, options)
    votes = count_approvals(sifted, options)
    ranking = rank(options, votes)
    lot = lot or options
    free = [option for option in options if votes[option] > 0 and costs[option] == 0]
    election = _Election(sifted, [option for option in options if costs[option] > 0], costs, budget, utility, lot)
    run, seen = election.raised() if completion != "none" and election.voters else election.first()
    bought, ties = [*free, *run.options], [*run.ties, *seen]
    chosen = bought
    if completion == "add1u":
        chosen, late = fill_by_votes(ranking, costs, budget, lot, before=bought)
        ties += late
    return Tally(
        "equal-shares",
        sifted.all,
        sifted.blank,
        sifted.invalid,
        tuple(options),
        votes,
        ranking,
        tuple(chosen),
        tuple(ties),
        {
            "budget": as_number(budget),
            "spent": as_number(sum(costs[option] for option in chosen)),
            "share": as_number(election.share),
            "raised_share": as_number(election.share + run.units),
            "bought": [{"option": option, "most_paid": as_number(paid)} for option, paid in run.bought],
            "completed": chosen[len(bought) :],
        },
    )


class _Election:
    """What does not change from run to run."""

    def __init__(
        self,
        sifted: Sifted[Marks],
        options: Sequence[str],
        costs: Mapping[str, Money],
        budget: Money,
        utility: Utility,
        lot: Sequence[str],
    ) -> None:
        self._costs, self._budget, self._lot = costs, budget, lot
        self._utilities = costs if utility == "cost" else dict.fromkeys(options, 1)
        self._grouped = _grouped(sifted, options)
        self._supported = [option for option in options if self._grouped.supporters[option]]
        self.voters = sifted.counting + sifted.blank
        self.share = Fraction(budget) / self.voters if self.voters else Fraction(0)

    def first(self) -> tuple[Run, list[Tie]]:
        """The run with equal parts of the budget."""
        return self._shares().result(), []

    def raised(self) -> tuple[Run, list[Tie]]:
        """The run with the highest parts that keep the budget, and the ties of other runs.

        Units that change nothing are passed over.
        """
        shares, seen = self._shares(), list[Tie]()
        kept = shares.result()
        while not self._is_exhaustive(kept) and (steady := kept.steady) is not None:
            shares.raise_to(steady)
            kept = shares.result()
            shares.raise_to(steady + 1)
            run = shares.result()
            seen += run.ties
            if self._cost(run) > self._budget:
                break
            kept = run
        told = {(tie.options, tie.chosen): tie for tie in reversed(seen)}
        for tie in kept.ties:
            told.pop((tie.options, tie.chosen), None)
        return kept, list(reversed(told.values()))

    def _shares(self) -> Shares:
        return Shares(self._grouped, self._costs, self._utilities, self.share, self._lot)

    def _cost(self, run: Run) -> Money:
        return sum(self._costs[option] for option in run.options)

    def _is_exhaustive(self, run: Run) -> bool:
        bought, left = frozenset(run.options), self._budget - self._cost(run)
        return all(option in bought or self._costs[option] > left for option in self._supported)


def _grouped(sifted: Sifted[Marks], options: Sequence[str]) -> Voters:
    """Voters that approve the same have the same money all along, so they are counted together."""
    sizes: dict[tuple[str, ...], int] = {}
    for marks, times in sifted.valid:
        approved = tuple(option for option in options if marks.get(option))
        sizes[approved] = sizes.get(approved, 0) + times
    supporters = {option: tuple(i for i, approved in enumerate(sizes) if option in approved) for option in options}
    return Voters(tuple(sizes.values()), supporters)

"""Budget by votes: the most approved first, what does not fit is left out, and on it goes.

It is what most cities do (Rey and Maly, "The (Computational) Social Choice Take on Indivisible Participatory Budgeting",
2023, greedy with cost satisfaction).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from workshop.methods.voting.ballots import Marks, Sifted, marks_fault, sift
from workshop.methods.voting.lot import Tie
from workshop.methods.voting.tally import Tally, as_number, rank

Money = int | Fraction


def tally_greedy(
    approvals: Sequence[Marks],
    options: Sequence[str],
    *,
    costs: Mapping[str, Money],
    budget: Money,
    lot: Sequence[str] = (),
) -> Tally:
    """The options that get the budget, by falling number of approvals, each that still fits into what is left.

    Costs and budget are in one unit of currency. Blank and invalid ballots as for approvals. Among equals the order `lot`
    decides (without one, the order of `options`); `ties` lists it wherever not all equals that fit alone fit together. As in
    other programs that count such files, an option that nobody approved is taken too where money is left for it.
    """
    sifted = sift_approvals(approvals, options)
    votes = count_approvals(sifted, options)
    ranking = rank(options, votes)
    chosen, ties = fill_by_votes(ranking, costs, budget, lot or options)
    return Tally(
        "greedy",
        sifted.all,
        sifted.blank,
        sifted.invalid,
        tuple(options),
        votes,
        ranking,
        tuple(chosen),
        tuple(ties),
        {"budget": as_number(budget), "spent": as_number(sum(costs[option] for option in chosen))},
    )


def sift_approvals(approvals: Sequence[Marks], options: Sequence[str]) -> Sifted[Marks]:
    """Approvals told apart into valid, blank and invalid."""
    known = frozenset(options)
    return sift(
        approvals,
        fault=lambda marks: marks_fault(marks, known, most=len(options), per_option=1),
        is_blank=lambda marks: not any(marks.values()),
    )


def count_approvals(sifted: Sifted[Marks], options: Sequence[str]) -> dict[str, Fraction]:
    """How many valid ballots approve each option."""
    return {option: Fraction(sum(times * marks.get(option, 0) for marks, times in sifted.valid)) for option in options}


def fill_by_votes(
    ranking: Sequence[Sequence[str]],
    costs: Mapping[str, Money],
    budget: Money,
    lot: Sequence[str],
    before: Sequence[str] = (),
) -> tuple[list[str], list[Tie]]:
    """Fill what `before` leaves of the budget from groups of equals; all that is chosen, in order, and where the lot decided."""
    chosen, ties = list(before), list[Tie]()
    left = budget - sum(costs[option] for option in before)
    for group in ranking:
        fitting = [option for option in lot if option in group and option not in chosen and costs[option] <= left]
        start = len(chosen)
        for option in fitting:
            if costs[option] <= left:
                chosen.append(option)
                left -= costs[option]
        if len(chosen) - start < len(fitting):
            ties.append(Tie(f"place {start + 1}", tuple(sorted(fitting, key=group.index)), tuple(chosen[start:])))
    return chosen, ties

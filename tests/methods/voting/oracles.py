"""Independent programs that budget votes are compared with, quiet at import."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from pabutools.election import ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat, Instance, Project
    from pabutools.rules import completion_by_rule_combination, greedy_utilitarian_welfare, method_of_equal_shares
    from pabutools.tiebreaking import TieBreakingRule


def budgeted(
    ballots: Sequence[Iterable[str]],
    costs: Mapping[str, int | Fraction],
    budget: int | Fraction,
    lot: Sequence[str],
    *,
    rule: str,
    utility: str = "cost",
    completion: str = "none",
) -> list[str]:
    """What pabutools chooses, in its order, ties broken by the order `lot`."""
    from pabutools.fractions import frac

    def exact(value: int | Fraction):
        return frac(Fraction(value).numerator, Fraction(value).denominator)

    projects = {option: Project(option, exact(cost)) for option, cost in costs.items()}
    instance = Instance(projects.values(), budget_limit=exact(budget))
    profile = ApprovalProfile(
        [ApprovalBallot(projects[option] for option in ballot) for ballot in ballots], instance=instance
    )
    by_lot = TieBreakingRule(lambda _instance, _profile, project: lot.index(project.name))
    satisfaction = Cost_Sat if utility == "cost" else Cardinality_Sat
    step = 1 if completion != "none" else None
    shares = {"sat_class": satisfaction, "tie_breaking": by_lot, "voter_budget_increment": step}
    by_votes = {"sat_class": Cost_Sat, "tie_breaking": by_lot}
    if rule == "greedy":
        chosen = greedy_utilitarian_welfare(instance, profile, **by_votes)
    elif completion == "add1u":
        chosen = completion_by_rule_combination(
            instance, profile, [method_of_equal_shares, greedy_utilitarian_welfare], [shares, by_votes]
        )
    else:
        chosen = method_of_equal_shares(instance, profile, **shares)
    return [project.name for project in chosen]

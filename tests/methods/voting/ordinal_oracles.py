"""Independent programs that rankings and comparisons are compared with, quiet at import."""

import warnings
from collections.abc import Sequence
from unittest.mock import patch

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import choix
    import pyrankvote
    from pref_voting import proportional_methods
    from pref_voting.iterative_methods import instant_runoff_put
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles import Profile
    from pref_voting.profiles_with_ties import ProfileWithTies
    from pref_voting.proportional_methods import stv_wig

Rankings = Sequence[Sequence[Sequence[str]]]


def borda_points(ballots: Rankings, options: Sequence[str]) -> dict[str, int]:
    """The Borda points of complete rankings, by pref_voting."""
    return {options[place]: points for place, points in _complete(ballots, options).borda_scores().items()}


def irv_winners(ballots: Rankings, options: Sequence[str]) -> set[str]:
    """Everybody who wins an instant run-off of complete rankings by some way of breaking ties, by pref_voting."""
    return {options[place] for place in instant_runoff_put(_complete(ballots, options))}


def irv_winner(ballots: Rankings, options: Sequence[str]) -> str:
    """The winner of an instant run-off of rankings that may be cut short, by pyrankvote."""
    named = {option: pyrankvote.Candidate(option) for option in options}
    cast = [pyrankvote.Ballot(ranked_candidates=[named[group[0]] for group in ballot]) for ballot in ballots]
    return pyrankvote.instant_runoff_voting(list(named.values()), cast).get_winners()[0].name


def schulze_winners(ballots: Rankings, options: Sequence[str]) -> set[str]:
    """The winners by strongest paths of winning votes, unranked options tied last, by pref_voting."""
    profile = _with_ties(ballots, options)
    return {options[place] for place in beat_path(profile, strength_function=profile.support)}


def stv_elected(ballots: Rankings, options: Sequence[str], seats: int, *, quota: int | None = None) -> set[str]:
    """Who is elected with weighted inclusive Gregory transfers, by pref_voting: with its whole-number quota or this one."""
    profile = _with_ties(ballots, options)
    if quota is None:
        return {options[place] for place in stv_wig(profile, num_seats=seats, quota_rule="droop")}
    with patch.object(proportional_methods, "_droop_int_quota", lambda *_: quota):
        return {options[place] for place in stv_wig(profile, num_seats=seats, quota_rule="droop")}


def bradley_terry(wins: Sequence[tuple[int, int]], count: int) -> list[float]:
    """Strengths that add up to 1, from pairs of winner and loser, by choix."""
    import numpy

    found = numpy.exp(choix.ilsr_pairwise(count, list(wins), max_iter=1000, tol=1e-12))
    return [float(value) for value in found / found.sum()]


def _complete(ballots: Rankings, options: Sequence[str]) -> Profile:
    return Profile([[options.index(group[0]) for group in ballot] for ballot in ballots])


def _with_ties(ballots: Rankings, options: Sequence[str]) -> ProfileWithTies:
    """Ranks by place; where an option is left off it is below all that are there."""
    told = [
        {options.index(option): place for place, group in enumerate(ballot) for option in group} for ballot in ballots
    ]
    profile = ProfileWithTies(told, candidates=list(range(len(options))))
    profile.use_extended_strict_preference()
    return profile

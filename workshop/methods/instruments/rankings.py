"""Rankings in a questionnaire: how often each choice took which place, and the mean place of each.

The mean place comes from the Borda count (`methods/voting/borda.py`), in which choices that are left off share the mean of
the places that are left: with m choices and n rankings, mean place = m − points / n.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshop.methods.voting.borda import tally_borda


@dataclass(frozen=True, slots=True)
class Places:
    """One choice over all rankings.

    `counts` is how often it took the first, second … place, `unranked` how often none. `points` are those of Borda; `mean` is
    its mean place, 1 the best, none where nobody ranked anything.
    """

    counts: tuple[int, ...]
    unranked: int
    points: Fraction
    mean: Fraction | None


def count_places(answers: Sequence[Sequence[str]], choices: Sequence[str]) -> dict[str, Places]:
    """The places of each of `choices`; an answer names choices from the first place on, an empty one is no ranking.

    Raises ValueError for a strange choice, and for one that is named twice.
    """
    tally = tally_borda([[[choice] for choice in answer] for answer in answers], choices)
    if tally.invalid:
        raise ValueError(tally.invalid[0].reason)
    ranked = [answer for answer in answers if answer]
    places: dict[str, Places] = {}
    for choice in choices:
        counts = tuple(
            sum(len(answer) > place and answer[place] == choice for answer in ranked) for place in range(len(choices))
        )
        points = tally.scores[choice]
        mean = len(choices) - points / len(ranked) if ranked else None
        places[choice] = Places(counts, len(ranked) - sum(counts), points, mean)
    return places

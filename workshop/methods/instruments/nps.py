"""Net Promoter Score: would you recommend it, from 0 to 10 (Reichheld, "The One Number You Need to Grow", 2003)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshop.methods.statistics import Z95


@dataclass(frozen=True, slots=True)
class NpsResult:
    """Promoters (9–10), passives (7–8), detractors (0–6) and missing answers.

    `score` is the percentage of promoters minus that of detractors, from −100 to 100; `interval` its 95 % interval, to be shown
    only where the answers are a sample. Both none where nobody answered.
    """

    promoters: int
    passives: int
    detractors: int
    missing: int
    score: Fraction | None
    interval: tuple[float, float] | None


def score_nps(values: Sequence[int | None]) -> NpsResult:
    """Score answers from 0 to 10; `None` is a missing one. Raises ValueError outside the scale."""
    given = [value for value in values if value is not None]
    if any(not 0 <= value <= 10 for value in given):
        raise ValueError("an answer lies outside 0 to 10")
    up, down = sum(value >= 9 for value in given), sum(value <= 6 for value in given)
    score = Fraction(100 * (up - down), len(given)) if given else None
    return NpsResult(up, len(given) - up - down, down, len(values) - len(given), score, _interval(up, down, len(given)))


def _interval(up: int, down: int, n: int) -> tuple[float, float] | None:
    """The adjusted Wald interval of Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70, 2016.

    Three respondents are added: 3/4 promoters, 3/4 detractors, the rest passives.
    """
    if n == 0:
        return None
    share_up, share_down = (up + 0.75) / (n + 3), (down + 0.75) / (n + 3)
    centre = share_up - share_down
    half = Z95 * math.sqrt((share_up + share_down - centre * centre) / (n + 3))
    return (100 * max(-1.0, centre - half), 100 * min(1.0, centre + half))

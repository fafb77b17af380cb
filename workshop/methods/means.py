"""A set of scores told whole: how many, middle, spread, and the interval of the mean."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from workshop.methods.statistics import mean, median, variance

_DIGITS = 9  # an interval is rounded to so many places, so that every laptop tells the same


@dataclass(frozen=True, slots=True)
class Summary:
    """`sd` and `interval` (95 %, of the mean) are none for fewer than two scores, mean and median for none."""

    n: int
    mean: Fraction | None
    median: Fraction | None
    sd: float | None
    interval: tuple[float, float] | None


def summarize(scores: Sequence[int | Fraction], *, low: int, high: int) -> Summary:
    """Scores that can lie from `low` to `high`; the interval ends there too.

    The interval is that of Student's t, which Sauro and Lewis ("Quantifying the User Experience", 2016) advise for questionnaire
    scores of small groups. It tells of a population only where the respondents are a random sample of it.
    """
    if not scores:
        return Summary(0, None, None, None, None)
    centre, middle = mean(scores), median(scores)
    if len(scores) < 2:
        return Summary(1, centre, middle, None, None)
    sd = math.sqrt(variance(scores))
    half = t_quantile(len(scores) - 1) * sd / math.sqrt(len(scores))
    ends = (max(float(low), float(centre) - half), min(float(high), float(centre) + half))
    return Summary(len(scores), centre, middle, round(sd, _DIGITS), (round(ends[0], _DIGITS), round(ends[1], _DIGITS)))


@cache
def t_quantile(freedom: int) -> float:
    """The 97.5 % point of Student's t with so many degrees of freedom (1 or more), to ten places."""
    if freedom < 1:
        raise ValueError("one degree of freedom is needed")
    low, high = 1.9, 12.8  # from the normal distribution to one degree of freedom
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < 0.95 else (low, middle)
    return (low + high) / 2


def _within(t: float, freedom: int) -> float:
    """The probability that Student's t lies between −t and t (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4)."""
    angle = math.atan(t / math.sqrt(freedom))
    square = math.cos(angle) ** 2
    odd = freedom % 2
    term = math.cos(angle) if odd else 1.0
    total = 0.0
    for step in range(1 + odd, freedom, 2):
        total += term
        term *= square * step / (step + 1)
    total *= math.sin(angle)
    return 2 / math.pi * (angle + total) if odd else total

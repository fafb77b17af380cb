"""Likert items: the distribution first, then median and top-2 share, never the mean alone; Cronbach's alpha for a set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshop.methods.statistics import median, variance


@dataclass(frozen=True, slots=True)
class LikertItem:
    """One item counted: how many chose each step, how many none; none for median and share where nobody answered."""

    counts: Mapping[int, int]
    n: int
    missing: int
    median: Fraction | None
    top2: Fraction | None


def score_item(values: Sequence[int | None], *, low: int, high: int) -> LikertItem:
    """Count one item on a scale from `low` to `high`; `None` is a missing answer.

    The top-2 share is that of the two highest steps. Raises ValueError outside the scale, or where it has fewer than two steps.
    """
    if high <= low:
        raise ValueError("a scale needs two steps or more")
    given = [value for value in values if value is not None]
    if any(not low <= value <= high for value in given):
        raise ValueError(f"an answer lies outside {low} to {high}")
    counts = {step: given.count(step) for step in range(low, high + 1)}
    if not given:
        return LikertItem(counts, 0, len(values), None, None)
    top = counts[high] + counts[high - 1]
    return LikertItem(counts, len(given), len(values) - len(given), median(given), Fraction(top, len(given)))


def cronbach_alpha(rows: Sequence[Sequence[int]]) -> Fraction | None:
    """Reliability of a set of items after Cronbach (1951): k/(k−1) · (1 − Σ item variances / variance of sums).

    `rows` holds the complete answers of one respondent each. None with fewer than three items or two respondents, or where
    the sums do not vary; raises ValueError where a row is longer or shorter than the first.
    """
    if len({len(row) for row in rows}) > 1:
        raise ValueError("the rows differ in length")
    if len(rows) < 2 or len(rows[0]) < 3:
        return None
    items = len(rows[0])
    total = variance([sum(row) for row in rows])
    if total == 0:
        return None
    parts = sum((variance([row[item] for row in rows]) for item in range(items)), Fraction(0))
    return Fraction(items, items - 1) * (1 - parts / total)

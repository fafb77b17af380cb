"""Independent programs that scores and intervals are compared with, quiet at import."""

import warnings
from collections.abc import Sequence

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import numpy
    import pandas
    import pingouin
    from scipy import stats
    from statsmodels.stats.proportion import proportion_confint


def alpha(rows: Sequence[Sequence[int]]) -> float:
    """Cronbach's alpha of complete rows, by pingouin."""
    return float(pingouin.cronbach_alpha(data=pandas.DataFrame(rows))[0])


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a proportion after Wilson, by statsmodels."""
    low, high = proportion_confint(hits, n, alpha=0.05, method="wilson")
    return float(low), float(high)


def mean_interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of a mean after Student, by scipy."""
    low, high = stats.t.interval(0.95, len(values) - 1, loc=numpy.mean(values), scale=stats.sem(values))
    return float(low), float(high)


def t_point(freedom: int) -> float:
    """The 97.5 % point of Student's t, by scipy."""
    return float(stats.t.ppf(0.975, freedom))


def ordered_more_often(before: Sequence[int], after: Sequence[int]) -> float:
    """Cliff's delta from the statistic of Mann and Whitney, by scipy: 2U / (n·m) − 1."""
    found = stats.mannwhitneyu(after, before, method="asymptotic").statistic
    return float(2 * found / (len(before) * len(after)) - 1)

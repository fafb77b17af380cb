"""The Kano model: what people take for granted, what they measure a service by, what delights them.

Each feature is asked twice: how would you feel if it were there (functional), how if it were not (dysfunctional)? Answers: 1 I
like it, 2 it must be so, 3 I do not care, 4 I can live with it, 5 I dislike it.

Kano, Seraku, Takahashi and Tsuji, "Attractive Quality and Must-be Quality", 1984. Evaluation table and coefficients after Berger
and others, "Kano's Methods for Understanding Customer-defined Quality", Center for Quality of Management Journal 2 (4), 1993.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

LOW, HIGH = 1, 5
# Must-be, one-dimensional, attractive, indifferent, reverse, questionable.
CATEGORIES = ("M", "O", "A", "I", "R", "Q")
# A row for each functional answer, a sign for each dysfunctional one.
_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")


@dataclass(frozen=True, slots=True)
class KanoResult:
    """One feature counted.

    `categories` are those most people fall into: one, or several that tie, or none where nobody answered. `better` says how much
    the feature can please, (A+O)/(A+O+M+I) from 0 to 1, `worse` how much its lack displeases, −(O+M)/(A+O+M+I) from −1 to 0;
    none where everybody answered in reverse or against oneself.
    """

    counts: Mapping[str, int]
    n: int
    missing: int
    categories: tuple[str, ...]
    better: Fraction | None
    worse: Fraction | None


def classify(functional: int, dysfunctional: int) -> str:
    """The category of a pair of answers, one of `CATEGORIES`; raises ValueError outside 1 to 5."""
    if not (LOW <= functional <= HIGH and LOW <= dysfunctional <= HIGH):
        raise ValueError("an answer lies outside 1 to 5")
    return _TABLE[functional - 1][dysfunctional - 1]


def score_kano(pairs: Sequence[tuple[int | None, int | None]]) -> KanoResult:
    """Count one feature; a pair of which one answer is missing (None) is missing."""
    found = [classify(there, gone) for there, gone in pairs if there is not None and gone is not None]
    counts = {category: found.count(category) for category in CATEGORIES}
    most = max(counts.values())
    leading = tuple(category for category, count in counts.items() if count == most and most)
    told = sum(counts[category] for category in "AOMI")
    better = Fraction(counts["A"] + counts["O"], told) if told else None
    worse = -Fraction(counts["O"] + counts["M"], told) if told else None
    return KanoResult(counts, len(found), len(pairs) - len(found), leading, better, worse)

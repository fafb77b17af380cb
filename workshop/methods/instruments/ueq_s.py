"""User Experience Questionnaire, short version (UEQ-S).

Schrepp, Hinderks and Thomaschewski, "Design and Evaluation of a Short Version of the User Experience Questionnaire (UEQ-S)",
International Journal of Interactive Multimedia and Artificial Intelligence 4 (6), 2017. Eight pairs of opposites, the worse at
the left, from −3 to +3: items 1–4 are the pragmatic quality, 5–8 the hedonic quality.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshop.methods.statistics import mean

ITEMS, LOW, HIGH = 8, -3, 3
SCALES = {"pragmatic": slice(0, 4), "hedonic": slice(4, 8), "overall": slice(0, 8)}
NEUTRAL = Fraction(8, 10)  # means from −0.8 to 0.8 are neither good nor bad: Schrepp, UEQ Handbook, version 11, 2023


@dataclass(frozen=True, slots=True)
class UeqResult:
    """Each scale with one score for every respondent in the order given, none for whoever missed one of its items."""

    pragmatic: tuple[Fraction | None, ...]
    hedonic: tuple[Fraction | None, ...]
    overall: tuple[Fraction | None, ...]


def score_ueq_s(answers: Sequence[Sequence[int | None]]) -> UeqResult:
    """Score respondents' eight answers each, None being a missing one; raises ValueError outside −3 to 3."""
    for row in answers:
        if len(row) != ITEMS or any(value is not None and not LOW <= value <= HIGH for value in row):
            raise ValueError("eight answers from -3 to 3 are needed")
    return UeqResult(**{scale: tuple(_score(row[part]) for row in answers) for scale, part in SCALES.items()})


def _score(part: Sequence[int | None]) -> Fraction | None:
    """The mean of the items of a scale, where all of them were answered."""
    given = [value for value in part if value is not None]
    return mean(given) if len(given) == len(part) else None

"""System Usability Scale (Brooke, "SUS: a quick and dirty usability scale", 1996).

Ten items from 1 to 5 give a score from 0 to 100 that is no percentage.

Grades after Sauro and Lewis, "Quantifying the User Experience" (2016), curved grading scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshop.methods.statistics import mean

ITEMS = 10
_GRADES = (
    ("A+", Fraction(841, 10)),
    ("A", Fraction(808, 10)),
    ("A−", Fraction(789, 10)),
    ("B+", Fraction(772, 10)),
    ("B", Fraction(741, 10)),
    ("B−", Fraction(726, 10)),
    ("C+", Fraction(711, 10)),
    ("C", Fraction(65)),
    ("C−", Fraction(627, 10)),
    ("D", Fraction(517, 10)),
)


@dataclass(frozen=True, slots=True)
class SusResult:
    """The scores of those who answered every item, their mean (none for nobody) and its grade.

    `scores` holds those alone, `each` one entry for every respondent in the order given, none for whoever missed an item.
    `straight` counts those who gave the same answer to all ten items; since half are worded negatively, it is seldom meant.
    """

    respondents: int
    scores: tuple[Fraction, ...]
    mean: Fraction | None
    grade: str
    straight: int
    each: tuple[Fraction | None, ...]


def score_sus(answers: Sequence[Sequence[int | None]]) -> SusResult:
    """Score respondents' ten answers each; a missing item (None) means no score for that person."""
    given = [[value for value in row if value is not None] for row in answers]
    each = tuple(sus_score(row) if len(row) == ITEMS else None for row in given)
    scores = tuple(score for score in each if score is not None)
    average = mean(scores) if scores else None
    straight = sum(len(row) == ITEMS and len(set(row)) == 1 for row in given)
    return SusResult(len(answers), scores, average, "" if average is None else sus_grade(average), straight, each)


def sus_score(row: Sequence[int]) -> Fraction:
    """One person's score: odd items count value − 1, even ones 5 − value, the sum times 2.5."""
    if len(row) != ITEMS or any(not 1 <= value <= 5 for value in row):
        raise ValueError("ten answers from 1 to 5 are needed")
    return Fraction((sum(aligned(row)) - ITEMS) * 5, 2)


def aligned(row: Sequence[int]) -> list[int]:
    """Ten answers with the even, negatively worded items turned round, so that more is better in all."""
    return [value if place % 2 == 0 else 6 - value for place, value in enumerate(row)]


def sus_grade(score: Fraction) -> str:
    """The grade of a mean score, A+ to F."""
    return next((grade for grade, least in _GRADES if score >= least), "F")

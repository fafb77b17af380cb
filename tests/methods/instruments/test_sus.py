"""The System Usability Scale against published numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.methods.instruments.sus import aligned, score_sus, sus_grade, sus_score

PUBLISHED = [5, 4, 2, 1, 2, 3, 2, 4, 5, 2]


def test_sus_of_one_person() -> None:
    assert sus_score(PUBLISHED) == 55
    assert sus_score([3] * 10) == 50
    assert sus_score([5, 1] * 5) == 100
    assert aligned([5, 1] * 5) == [5] * 10


@given(st.lists(st.integers(1, 5), min_size=10, max_size=10))
def test_a_score_and_that_of_the_opposite_answers_make_a_hundred(row: list[int]) -> None:
    assert sus_score(row) + sus_score([6 - value for value in row]) == 100


def test_whoever_missed_an_item_has_no_score_and_straight_lines_are_flagged() -> None:
    result = score_sus([PUBLISHED, [None, *[3] * 9], [3] * 10])
    assert (result.respondents, result.scores, result.each) == (3, (55, 50), (55, None, 50))
    assert (result.mean, result.grade, result.straight) == (Fraction(105, 2), "D", 1)


def test_nobody_gives_no_mean_and_no_grade() -> None:
    assert (score_sus([]).mean, score_sus([]).grade) == (None, "")


@pytest.mark.parametrize("row", [[3] * 9, [0, *[3] * 9], [6, *[3] * 9]])
def test_other_than_ten_answers_from_1_to_5_are_refused(row: list[int]) -> None:
    with pytest.raises(ValueError, match="ten answers"):
        sus_score(row)


@pytest.mark.parametrize(
    ("grade", "least", "most"),
    [
        ("A+", "84.1", "100"),
        ("A", "80.8", "84.0"),
        ("A−", "78.9", "80.7"),
        ("B+", "77.2", "78.8"),
        ("B", "74.1", "77.1"),
        ("B−", "72.6", "74.0"),
        ("C+", "71.1", "72.5"),
        ("C", "65.0", "71.0"),
        ("C−", "62.7", "64.9"),
        ("D", "51.7", "62.6"),
        ("F", "0", "51.6"),
    ],
)
def test_grades_of_sauro_and_lewis(grade: str, least: str, most: str) -> None:
    assert (sus_grade(Fraction(least)), sus_grade(Fraction(most))) == (grade, grade)

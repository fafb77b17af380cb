"""Score voting: each voter grades the options (Smith, "Range voting", 2000; the median after Balinski and Laraki, 2007)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from workshop.methods.voting.ballots import Counted, Marks, sift
from workshop.methods.voting.tally import Tally, as_number, choose, rank

Grades = dict[int | Fraction, int]  # how often each was given, from the lowest up


def tally_score(
    ballots: Sequence[Marks],
    options: Sequence[str],
    *,
    lowest: int | Fraction,
    highest: int | Fraction,
    seats: int | None = None,
    lot: Sequence[str] = (),
) -> Tally:
    """The mean grade of each option over those who graded it, exact; ranked by it.

    An option that a ballot leaves out has no answer there, which is not the grade 0; a ballot without any grade is blank. A
    grade outside `lowest`…`highest` or of a strange option makes the ballot invalid. An option that nobody graded has no
    score, stands last and never wins. `details`: how many answered, the median (between the two middle grades where they
    differ) and the distribution, how often each grade was given, by option. `seats` and `lot` as for the dots.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda marks: _fault(marks, known, lowest, highest), is_blank=lambda marks: not marks)
    grades = {option: _grades(sifted.valid, option) for option in options}
    means = {option: _mean(given) for option, given in grades.items() if given}
    graded = rank([option for option in options if option in means], means)
    nobodys = tuple(option for option in options if option not in means)
    if seats is None:
        winners, ties = (graded[0] if graded else ()), ()
    else:
        winners, ties = choose(graded, seats, lot or options)
    return Tally(
        "score", sifted.all, sifted.blank, sifted.invalid, tuple(options), means,
        (*graded, nobodys) if nobodys else graded, tuple(winners), tuple(ties), _details(grades),
    )  # fmt: skip


def _grades(ballots: Sequence[Counted[Marks]], option: str) -> Grades:
    found = Counter[int | Fraction]()
    for marks, times in ballots:
        if option in marks:
            found[marks[option]] += times
    return dict(sorted(found.items()))


def _mean(grades: Grades) -> Fraction:
    return Fraction(sum(grade * times for grade, times in grades.items())) / sum(grades.values())


def _median(grades: Grades) -> Fraction:
    """The middle of the grades, halfway between the two middle ones of an even number."""
    answers = sum(grades.values())
    return Fraction(_grade_at(grades, (answers - 1) // 2) + _grade_at(grades, answers // 2)) / 2


def _grade_at(grades: Grades, place: int) -> int | Fraction:
    below = 0
    for grade, times in grades.items():
        below += times
        if place < below:
            return grade
    raise ValueError("there are not so many grades")


def _details(grades: Mapping[str, Grades]) -> dict[str, Any]:
    return {
        "answers": {option: sum(given.values()) for option, given in grades.items()},
        "median": {option: as_number(_median(given)) if given else None for option, given in grades.items()},
        "distribution": {
            option: {str(as_number(grade)): times for grade, times in given.items()} for option, given in grades.items()
        },
    }


def _fault(marks: Marks, options: frozenset[str], lowest: int | Fraction, highest: int | Fraction) -> str:
    strange = sorted(option for option in marks if option not in options)
    if strange:
        return f"unknown option {strange[0]}"
    if any(not lowest <= grade <= highest for grade in marks.values()):
        return f"a grade outside {as_number(lowest)} to {as_number(highest)}"
    return ""

"""Score voting: each voter grades the options (Smith, "Range voting", 2000; the median after Balinski and Laraki, 2007)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from workshop.methods.voting.ballots import Marks, sift
from workshop.methods.voting.tally import Tally, as_number, choose, rank


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
    grades = {option: sorted(marks[option] for marks in sifted.valid if option in marks) for option in options}
    means = {option: Fraction(sum(given), 1) / len(given) for option, given in grades.items() if given}
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


def median(grades: Sequence[int | Fraction]) -> Fraction:
    """The middle of sorted grades, halfway between the two middle ones of an even number."""
    lower, upper = grades[(len(grades) - 1) // 2], grades[len(grades) // 2]
    return Fraction(lower + upper) / 2


def _details(grades: Mapping[str, Sequence[int | Fraction]]) -> dict[str, Any]:
    return {
        "answers": {option: len(given) for option, given in grades.items()},
        "median": {option: as_number(median(given)) if given else None for option, given in grades.items()},
        "distribution": {
            option: {str(as_number(grade)): given.count(grade) for grade in sorted(set(given))}
            for option, given in grades.items()
        },
    }


def _fault(marks: Marks, options: frozenset[str], lowest: int | Fraction, highest: int | Fraction) -> str:
    strange = sorted(option for option in marks if option not in options)
    if strange:
        return f"unknown option {strange[0]}"
    if any(not lowest <= grade <= highest for grade in marks.values()):
        return f"a grade outside {as_number(lowest)} to {as_number(highest)}"
    return ""

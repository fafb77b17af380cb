"""Simple majority: a motion passes where more say yes than no (May, "A Set of Independent Necessary and Sufficient
Conditions for Simple Majority Decision", 1952).
"""

from collections.abc import Sequence
from fractions import Fraction

from workshop.methods.voting.ballots import Marks, sift
from workshop.methods.voting.tally import Tally

YES, ABSTAINED, NO = 1, 0, -1


def tally_majority(ballots: Sequence[Marks], options: Sequence[str]) -> Tally:
    """Yes (1), no (-1) and abstained (0) of each motion; it passes where more say yes than no.

    A motion that a ballot leaves out has no answer there, an abstention is one that was told; neither counts for or against.
    A ballot without any answer is blank; one with another answer or a strange motion is invalid. The motions stand side by
    side: `winners` are those that pass, in the order of the ballot; `scores` are the votes for them; `ranking` has those that
    pass first, each part by votes for them. As many yes as no does not pass: no lot is drawn, and `details["tied"]` tells.
    """
    known = frozenset(options)
    sifted = sift(ballots, fault=lambda marks: _fault(marks, known), is_blank=lambda marks: not marks)
    counts = {
        answer: {
            option: sum(times for marks, times in sifted.valid if marks.get(option) == answer) for option in options
        }
        for answer in (YES, NO, ABSTAINED)
    }
    yes, no = counts[YES], counts[NO]
    standing = {option: (yes[option] > no[option], yes[option]) for option in options}
    ranking = tuple(
        tuple(option for option in options if standing[option] == place)
        for place in sorted(set(standing.values()), reverse=True)
    )
    return Tally(
        "majority",
        sifted.all,
        sifted.blank,
        sifted.invalid,
        tuple(options),
        {option: Fraction(count) for option, count in yes.items()},
        ranking,
        tuple(option for option in options if yes[option] > no[option]),
        (),
        {
            "yes": yes,
            "no": no,
            "abstained": counts[ABSTAINED],
            "tied": [option for option in options if yes[option] == no[option]],
        },
    )


def _fault(marks: Marks, options: frozenset[str]) -> str:
    strange = sorted(option for option in marks if option not in options)
    if strange:
        return f"unknown option {strange[0]}"
    return (
        ""
        if all(answer in {YES, NO, ABSTAINED} for answer in marks.values())
        else "an answer that is none of the three"
    )

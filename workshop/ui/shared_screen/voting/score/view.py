"""Grades in the booth: the scale, how it works in a line, and what is seen at the check."""

from PySide6.QtWidgets import QWidget

from workshop.language import Language
from workshop.models.records.votes import PollRecord
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.marks.scale import Mark, Scale
from workshop.ui.shared_screen.voting.marks.sheet import marks_sheet
from workshop.ui.shared_screen.voting.score.paper import ScoreVote


def scale_of(language: Language, poll: PollRecord) -> Scale:
    """The grades as numbers; the lowest and the highest are also told in words. The key 0 gives a 10 where there is no 0."""
    say, number = language.say, language.number
    low, high = say("lowest"), say("highest")
    ends = {poll.lowest: low, poll.highest: high}

    def told(grade: int) -> str:
        words = say("Grade {n}", n=number(grade))
        return f"{words}, {ends[grade]}" if grade in ends else words

    grades = range(poll.lowest, poll.highest + 1)
    digits = {grade % 10: grade for grade in reversed(grades)}  # of 0 and 10 the 0
    return Scale(tuple(Mark(grade, number(grade), told(grade)) for grade in grades), digits, low, high)


def told_how(look: Look, vote: ScoreVote) -> str:
    """What the voter does."""
    number = look.language.number
    lowest, highest = number(vote.poll.lowest), number(vote.poll.highest)
    return look.language.say("Give each option a grade from {lowest} to {highest}.", lowest=lowest, highest=highest)


def grades_sheet(look: Look, vote: ScoreVote) -> QWidget:
    """The grades that were given."""
    without = len(vote.order) - len(vote.paper.given)
    left_out = look.language.say_many(
        "{n} option has no grade and stays without an answer.", "{n} options have no grade and stay without an answer.",
        without,
    )  # fmt: skip
    return marks_sheet(look, vote, scale_of(look.language, vote.poll), left_out if without else "")

"""Yes, no and abstain in the booth: the marks, how it works in a line, and what is seen at the check."""

from PySide6.QtWidgets import QWidget

from workshop.language import Language
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.voting.marks.scale import Mark, Scale
from workshop.ui.shared_screen.voting.marks.sheet import marks_sheet
from workshop.ui.shared_screen.voting.yes_no.paper import ABSTAIN, NO, YES, YesNoVote


def scale_of(language: Language) -> Scale:
    """The three answers, given by the digits 1, 2 and 3."""
    say = language.say
    marks = (Mark(YES, say("Yes"), say("Yes"), "check"), Mark(NO, say("No"), say("No"), "x"))
    abstain = Mark(ABSTAIN, say("Abstain"), say("Abstain"))
    return Scale((*marks, abstain), {1: YES, 2: NO, 3: ABSTAIN})


def told_how(look: Look, vote: YesNoVote) -> str:
    """What the voter does."""
    say, count = look.language.say, len(vote.order)
    if count == 1:
        return say("Answer yes or no, or abstain.")
    return say("Answer yes or no to each of {n} proposals, or abstain.", n=look.language.number(count))


def answers_sheet(look: Look, vote: YesNoVote) -> QWidget:
    """The answers that were given."""
    without = len(vote.order) - len(vote.paper.given)
    left_out = look.language.say_many(
        "{n} proposal has no answer, which is no abstention.", "{n} proposals have no answer, which is no abstention.",
        without,
    )  # fmt: skip
    return marks_sheet(look, vote, scale_of(look.language), left_out if without else "")

"""The steps of the voting booth beside code and ballot: how it works, and a last look."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.language import Language
from workshop.models.records.votes import PollRecord
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, card
from workshop.ui.shared_screen.step import Call
from workshop.ui.shared_screen.steps import IntroStep, LastLookStep, go_on
from workshop.ui.shared_screen.voting.kinds import view_of
from workshop.ui.shared_screen.voting.vote import Paper, Vote


def promise_of(language: Language, poll: PollRecord) -> str:
    """What becomes of the voter's name: nothing in a secret vote; in a vote by name that is said before."""
    if poll.secret:
        return language.say("Nobody can see who voted what.")
    return language.say("This vote is by name: what you choose is kept with your number.")


class RulesStep(IntroStep):
    """How it works, in one line, and whether it is secret."""

    def __init__(self, look: Look, vote: Vote[Paper], *, back: Call, start: Call) -> None:
        say = look.language.say
        how = view_of(vote.poll.ballot).told_how(look, vote)
        who = say("Participant {n}", n=vote.voter.number)
        super().__init__(
            look,
            say("Step {n} of {all}: {what}", n=2, all=4, what=how),
            above=f"{who} · {vote.voter.organization}" if vote.voter.organization else who,
            title=vote.poll.title,
            lines=[how],
            promise=promise_of(look.language, vote.poll),
            start=go_on(say("To the ballot"), "next", start),
            back=back,
        )


class CheckStep(LastLookStep):
    """What was chosen, and that it cannot be taken back."""

    def __init__(self, look: Look, vote: Vote[Paper], *, back: Call, cast: Call, problem: str = "") -> None:
        say, blank = look.language.say, vote.paper.is_blank
        title = say("Cast a blank ballot?") if blank else say("Is this what you want to say?")
        super().__init__(
            look,
            say("Step {n} of {all}: {what}", n=4, all=4, what=title),
            warning=say("Once cast, your ballot cannot be changed or taken back."),
            title=title,
            sheet=_blank_sheet(look) if blank else view_of(vote.poll.ballot).make_sheet(look, vote),
            go=go_on(say("Cast a blank ballot") if blank else say("Cast"), "cast", cast),
            back=back,
            problem=problem,
        )


def _blank_sheet(look: Look) -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    frame, inner = card(look, soft=True, margin=32)
    inner.addWidget(Words(look.language.say("You have chosen nothing. A blank ballot counts as having voted."), "body"))
    column.addWidget(frame)
    column.addStretch(1)
    return sheet

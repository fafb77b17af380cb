"""The panel of a vote: turnout and who has voted; what was voted is seen by nobody until it is revealed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import PollState
from workshop.models.records.votes import PollRecord, PollResult, Turnout
from workshop.services.voting import polls
from workshop.ui.desk import Desk
from workshop.ui.pages.run.activity import Panel, Verb
from workshop.ui.pages.run.situation import Situation
from workshop.ui.pages.votes.figure import Figure
from workshop.ui.pages.votes.result_chart import MOST_BARS, result_chart
from workshop.ui.pages.votes.sentence import rules_sentence
from workshop.ui.pages.votes.words import count_line, tie_sentences
from workshop.ui.widgets.avatar import Chip, NumberGrid
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.progress_bar import SlimBar


class VotePanel(Panel):
    """Before the opening the rules, while it runs the turnout, after revealing the result."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self._sentence = paragraph()
        self._options = paragraph(role="muted")
        self.figure = Figure()
        self.bar = SlimBar(desk, say("Voted"))
        self.grid = NumberGrid(desk, say("Who has voted"), choosable=True)
        self.grid.numberChosen.connect(self.numberChosen)
        self.chart: QWidget | None = None
        self._result: PollResult | None = None
        self._picture = QVBoxLayout()
        self._ties = paragraph(role="muted", small=True)
        for widget in (
            self._sentence, self._options, self.figure, self.bar, self.grid,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addLayout(self._picture)
        self.column.addWidget(self._ties)
        self.column.addStretch(1)

    def show_situation(self, situation: Situation) -> None:
        """Show what may be seen in the present state."""
        poll = situation.poll
        state = poll.state if poll else PollState.DRAFT
        revealed = state is PollState.REVEALED and situation.result is not None
        counting = state in {PollState.OPEN, PollState.PAUSED, PollState.CLOSED}
        self._sentence.setVisible(state in {PollState.DRAFT, PollState.ANNULLED})
        self._options.setVisible(state in {PollState.DRAFT, PollState.ANNULLED})
        for widget in (self.figure, self.bar, self.grid):
            widget.setVisible(counting)
        if self.chart is not None:
            self.chart.setVisible(revealed)
        if poll is None:
            self._sentence.setText(self.desk.language.say("No vote has been set up for this activity."))
            self._options.setText(
                self.desk.language.say("Set one up with the ideas of this session; you can change it before it opens.")
            )
        elif state is PollState.DRAFT:
            self._show_draft(poll)
        elif state is PollState.ANNULLED:
            self._sentence.setText(self.desk.language.say("This vote was annulled. It is kept and does not count."))
            self._options.setText(poll.annul_reason)
        if counting and situation.turnout is not None:
            self._show_turnout(situation.turnout)
        if revealed and situation.result is not None:
            self._show_result(situation.result)
        self._ties.setVisible(revealed and bool(self._ties.text()))

    def verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """What can be done with the vote in its state."""
        poll, say = situation.poll, self.desk.language.say
        if poll is None:
            return (Verb("make_poll", say("Set up a vote on the ideas"), primary=True),)
        if poll.state is PollState.DRAFT:
            return self._draft_verbs(poll)
        if poll.state is PollState.ANNULLED:
            return (Verb("see_poll", say("Look at the vote")),)
        if poll.state is PollState.REVEALED:
            return (Verb("see_poll", say("Result in full")), Verb("booth", say("Show the result again")))
        if poll.state is PollState.CLOSED:
            return (Verb("reveal_poll", say("Reveal the result"), primary=True),)
        paused = poll.state is PollState.PAUSED
        return (
            Verb("resume_poll", say("Go on voting"), primary=True)
            if paused
            else Verb("close_poll", say("Close the vote"), primary=True),
            Verb("close_poll", say("Close the vote")) if paused else Verb("pause_poll", say("Pause")),
        )

    def note(self, situation: Situation) -> str:
        """How many options, and what became of the lot."""
        poll = situation.poll
        if poll is None or poll.state in {PollState.DRAFT, PollState.REVEALED, PollState.ANNULLED}:
            return ""
        language = self.desk.language
        return language.say_many("{n} option · lot sealed", "{n} options · lot sealed", n=len(poll.options))

    def _draft_verbs(self, poll: PollRecord) -> tuple[Verb, ...]:
        say = self.desk.language.say
        if not poll.options:
            return (
                Verb("options_ideas", say("Vote on the ideas"), primary=True),
                Verb("options_themes", say("Vote on the themes")),
                Verb("see_poll", say("Write options")),
            )
        missing = polls.missing_for_opening(poll)
        tip = self.desk.language.tell(missing) if missing else ""
        return (
            Verb("open_poll", say("Open the vote"), primary=True, enabled=missing is None, tip=tip),
            Verb("see_poll", say("Change rules and options")),
        )

    def _show_draft(self, poll: PollRecord) -> None:
        language = self.desk.language
        self._sentence.setText(rules_sentence(language, poll))
        names = [option.text for option in poll.options]
        more = len(names) - 12
        lines = [f"·  {name}" for name in names[:12]]
        if more > 0:
            lines.append(language.say("and {n} more", n=language.number(more)))
        self._options.setText("\n".join(lines) or language.say("Nothing is on the ballot yet."))

    def _show_turnout(self, turnout: Turnout) -> None:
        language = self.desk.language
        words = {
            PollState.PAUSED: language.say("The vote is paused; nobody can vote now"),
            PollState.CLOSED: language.say("The vote is closed; the result is visible to nobody until it is revealed"),
        }
        hidden = language.say("The result is visible to nobody until it is revealed")
        self.figure.set(
            language.number(turnout.voted),
            language.say("/ {n} voted", n=language.number(turnout.entitled)),
            words.get(turnout.poll.state, hidden),
        )
        self.bar.show_part(turnout.voted, turnout.entitled)
        told = {True: language.say("has voted"), False: language.say("has not voted yet")}
        self.grid.set_numbers(
            [Chip(voter.number, "voted" if voter.voted else "present", told[voter.voted]) for voter in turnout.voters]
        )

    def _show_result(self, result: PollResult) -> None:
        language = self.desk.language
        if result != self._result:
            self._result = result
            clear_layout(self._picture)
            self.chart = result_chart(self.desk, result, animated=False)
            self._picture.addWidget(self.chart)
        sentences = [count_line(language, result), *tie_sentences(language, result)]
        if len(result.lines) > MOST_BARS:
            sentences.append(language.say("and {n} more", n=language.number(len(result.lines) - MOST_BARS)))
        self._ties.setText("\n".join(sentences))

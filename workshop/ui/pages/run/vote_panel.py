"""The panel of a vote: turnout and who has voted; what was voted is seen by nobody until it is revealed."""

from PySide6.QtWidgets import QWidget

from workshop.charts.bars import Bar
from workshop.models.enums import PollState
from workshop.models.records.votes import PollRecord, PollResult, Turnout
from workshop.ui.desk import Desk
from workshop.ui.pages.run.activity import Panel, Verb
from workshop.ui.pages.run.situation import Situation
from workshop.ui.pages.votes.figure import Figure
from workshop.ui.pages.votes.words import count_line, points_told, rules_sentence, tie_sentences
from workshop.ui.widgets.avatar import Chip, NumberGrid
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.progress_bar import SlimBar

_MOST_BARS = 8


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
        self.chart = BarChart(desk, say("Result"))
        self._ties = paragraph(role="muted", small=True)
        for widget in (
            self._sentence, self._options, self.figure, self.bar, self.grid, self.chart, self._ties,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_situation(self, situation: Situation) -> None:
        """Show what may be seen in the present state."""
        poll = situation.poll
        state = poll.state if poll else PollState.DRAFT
        revealed = state is PollState.REVEALED and situation.result is not None
        counting = state in {PollState.OPEN, PollState.PAUSED, PollState.CLOSED}
        self._sentence.setVisible(state is PollState.DRAFT)
        self._options.setVisible(state is PollState.DRAFT)
        for widget in (self.figure, self.bar, self.grid):
            widget.setVisible(counting)
        self.chart.setVisible(revealed)
        if poll is None:
            self._sentence.setText(self.desk.language.say("No vote has been set up for this activity."))
            self._options.setText(
                self.desk.language.say("Set one up with the ideas of this session; you can change it before it opens.")
            )
        elif state is PollState.DRAFT:
            self._show_draft(poll)
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
        if poll is None or poll.state in {PollState.DRAFT, PollState.REVEALED}:
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
        enough = len(poll.options) >= 2
        tip = "" if enough else say("A vote needs at least two options.")
        return (
            Verb("open_poll", say("Open the vote"), primary=True, enabled=enough, tip=tip),
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
        shown = result.lines[:_MOST_BARS]
        self.chart.set_bars(
            [
                Bar(
                    line.option.text,
                    line.points,
                    language.number(line.points),
                    first=line.rank == 1 and line.points > 0,
                )
                for line in shown
            ]
        )
        sentences = [count_line(language, result), *tie_sentences(language, result)]
        if len(result.lines) > len(shown):
            sentences.append(language.say("and {n} more", n=language.number(len(result.lines) - len(shown))))
        first = result.lines[0] if result.lines else None
        self.chart.setToolTip(points_told(language, result.poll, first.points) if first else "")
        self._ties.setText("\n".join(sentences))

"""A vote that has been opened: turnout while it runs, then what it came to in words, a picture and a table."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.models.enums import BallotKind, PollState
from workshop.models.records.votes import PollResult, Turnout
from workshop.models.telling.lots import lot_note, lot_sentences, tie_sentences
from workshop.models.telling.methods import method_sentence
from workshop.models.telling.standings import count_line
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.figure import Figure
from workshop.ui.pages.votes.result_chart import result_chart
from workshop.ui.pages.votes.result_more import MoreOfResult
from workshop.ui.pages.votes.result_table import result_table
from workshop.ui.pages.votes.what_if import WhatIf, other_rules
from workshop.ui.widgets.avatar import Chip, NumberGrid
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.fold import Fold
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.progress_bar import SlimBar


class TurnoutPanel(QWidget):
    """Who has voted; what was voted is seen by nobody."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.figure = Figure()
        self.bar = SlimBar(desk, say("Voted"))
        self.grid = NumberGrid(desk, say("Who has voted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self.figure, self.bar, self.grid):
            column.addWidget(widget)
        column.addStretch(1)

    def show_turnout(self, turnout: Turnout) -> None:
        """Show how many, and who."""
        language = self._desk.language
        words = {
            PollState.PAUSED: language.say("The vote is paused; nobody can vote now"),
            PollState.CLOSED: language.say("The vote is closed; the result is visible to nobody until it is revealed"),
        }
        below = words.get(turnout.poll.state, language.say("The result is visible to nobody until it is revealed"))
        of = language.say("/ {n} voted", n=language.number(turnout.entitled))
        self.figure.set(language.number(turnout.voted), of, below)
        self.bar.show_part(turnout.voted, turnout.entitled)
        self.grid.set_numbers([Chip(voter.number, "voted" if voter.voted else "present") for voter in turnout.voters])


class ResultPanel(QWidget):
    """How it was counted, the picture, ties and lot in words, every option in a table; more of it folded away."""

    def __init__(self, desk: Desk, _ballot: BallotKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: PollResult | None = None
        self.chart: QWidget | None = None
        self.table: DataTable | None = None
        self.more: MoreOfResult | None = None
        self.what_if: WhatIf | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_result(self, result: PollResult) -> None:
        """Show the count; the same one again changes nothing, so that what is opened stays open."""
        if result == self._shown:
            return
        self._shown = result
        clear_layout(self._column)
        language, desk = self._desk.language, self._desk
        self.chart, self.table, self.more = (
            result_chart(desk, result),
            result_table(desk, result),
            MoreOfResult(desk, result),
        )
        self.what_if = WhatIf(desk, result) if other_rules(result) else None
        if result.poll.state is PollState.ANNULLED:
            note = language.say("The vote was annulled: what was counted is shown to you alone and is no result.")
            self._column.addWidget(paragraph(note, role="danger"))
        self._column.addWidget(paragraph("\n".join((count_line(language, result), method_sentence(language, result)))))
        self._column.addSpacing(4)
        self._column.addWidget(self.chart)
        self._column.addSpacing(4)
        ties = [*tie_sentences(language, result), *lot_sentences(language, result)]
        if ties:
            self._column.addWidget(paragraph("\n".join(ties)))
        self._column.addWidget(self.table)
        lot = lot_note(language, result)
        if lot:
            self._column.addWidget(paragraph(lot, role="muted", small=True))
        self._column.addWidget(self.more)
        if self.what_if is not None:
            title = language.say("What if by another rule?")
            self._column.addWidget(Fold(desk, title, self.what_if))
        self._column.addStretch(1)

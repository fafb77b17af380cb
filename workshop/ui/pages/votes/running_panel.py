"""A vote that runs: the turnout, large, and those who have not voted yet, to be helped one by one."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workshop.models.enums import Electorate, PollState
from workshop.models.records.votes import Turnout, VoterRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.result_panel import TurnoutPanel
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.headings import MutedLabel, StrongLabel
from workshop.ui.widgets.table_model import Cell, Column, Row


class RunningPanel(QWidget):
    """Names come from the register and are seen here alone; what was voted is seen by nobody."""

    verbAsked = Signal(str, object)  # admit, new_code, paper or latecomer; the id of the participant, or None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open = False
        say, icon = desk.language.say, desk.icons.icon
        self.turnout = TurnoutPanel(desk)
        self._title = StrongLabel(say("Not voted yet"))
        self._nobody = MutedLabel(say("Everybody has voted."))
        self.table = DataTable(
            desk, (Column(say("No."), width=84, strong=True), Column(say("Name"), width=0), Column("")),
            say("Not voted yet"),
        )  # fmt: skip
        # What is left of the height, three rows at least: the page does not scroll because many have not voted.
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.admit_button = SmallButton(say("Let vote now"), tip=say("At the booth, without a code"))
        self.code_button = SmallButton(say("New code"), tip=say("For a lost name tag; the old code is void"))
        self.paper_button = SmallButton(say("Enter a paper ballot"))
        self.late_button = SmallButton(say("Add a latecomer"), icon=icon("plus"))
        self._names = {
            self.admit_button: "admit", self.code_button: "new_code", self.paper_button: "paper",
            self.late_button: "latecomer",
        }  # fmt: skip
        for button, name in self._names.items():
            button.clicked.connect(lambda _=False, name=name: self._ask(name))
        self.table.rowChosen.connect(lambda _key: self._enable())
        self.table.rowActivated.connect(lambda _key: self._ask("admit"))
        self._place()

    @property
    def says_everybody(self) -> bool:
        """Whether it is said that everybody has voted."""
        return self._nobody.isVisible()

    def show_turnout(self, turnout: Turnout, names: Mapping[UUID, str]) -> None:
        """Show how many have voted and who has not; nobody is to be helped once the vote is over."""
        self.turnout.show_turnout(turnout)
        runs = turnout.poll.state.is_running
        self._open = turnout.poll.state is PollState.OPEN
        missing = [voter for voter in turnout.voters if not voter.voted]
        weighted = turnout.poll.electorate is Electorate.ORGANIZATIONS
        self.table.set_rows([self._row(voter, names, weighted=weighted) for voter in missing])
        self._title.setVisible(runs)
        self._verbs.setVisible(runs)
        self.table.setVisible(runs and bool(missing))
        self._nobody.setVisible(runs and not missing and turnout.entitled > 0)
        self._enable()

    def _row(self, voter: VoterRecord, names: Mapping[UUID, str], *, weighted: bool) -> Row:
        language = self._desk.language
        votes = language.say_many("{n} vote", "{n} votes", n=voter.weight)
        own = f"{voter.organization} · {votes}" if weighted else ""
        name = names.get(voter.participant_id, "")
        return Row(voter.participant_id, (f"{voter.number:02}", Cell(name, tip=name), Cell(own, role="muted")))

    def _ask(self, name: str) -> None:
        button = next(button for button, known in self._names.items() if known == name)
        if button.isEnabled():
            self.verbAsked.emit(name, None if name == "latecomer" else self.table.chosen)

    def _enable(self) -> None:
        chosen = self.table.isVisibleTo(self) and self.table.chosen is not None
        self.admit_button.setEnabled(chosen and self._open and self._desk.stage is not None)
        self.paper_button.setEnabled(chosen and self._open)
        self.code_button.setEnabled(chosen)

    def _place(self) -> None:
        self._verbs = QWidget()
        row = FlowLayout(self._verbs, spacing=8)
        policy = self._verbs.sizePolicy()
        policy.setHeightForWidth(True)
        self._verbs.setSizePolicy(policy)
        for button in self._names:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.turnout)
        column.addSpacing(4)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._nobody)
        column.addWidget(self._verbs)
        column.addWidget(self.table, 1)

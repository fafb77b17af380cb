"""The sessions of the chosen phase."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.models.enums import SessionState
from workshop.models.records.projects import PhaseRecord
from workshop.models.records.sessions import SessionLine
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row


class SessionsCard(Card):
    """A table of sessions; a row leads to where the work on it is."""

    sessionChosen = Signal(object)  # SessionLine
    reportRequested = Signal(object)  # SessionLine
    newRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Sessions of this phase"), parent=parent)
        self._desk = desk
        self._lines: dict[object, SessionLine] = {}
        self.new_button = LinkButton(say("Prepare a session"))
        self.new_button.clicked.connect(self.newRequested)
        self.add_action(self.new_button)
        columns = [
            Column(say("Round and title"), width=0, strong=True),
            Column(say("Date")),
            Column(say("Attended"), "right"),
            Column(say("Ideas"), "right"),
            Column(say("Polls"), "right"),
            Column("", "right"),
        ]
        self.table = DataTable(desk, columns, say("Sessions of this phase"), fit_rows=True, single_click=True)
        self.table.rowActivated.connect(lambda key: self.sessionChosen.emit(self._lines[key]))
        self.table.cellClicked.connect(lambda key, _column: self.reportRequested.emit(self._lines[key]))
        self.add(self.table)
        self._empty = paragraph(say("No session has been prepared for this phase."), role="muted")
        self.add(self._empty)

    def show_sessions(self, phase: PhaseRecord, lines: tuple[SessionLine, ...], today: date) -> None:
        """Show the sessions of a phase."""
        self._lines = {line.session.id: line for line in lines}
        self.table.set_rows([self._row(line, today, phase) for line in lines])
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)

    def _row(self, line: SessionLine, today: date, phase: PhaseRecord) -> Row:
        session, language = line.session, self._desk.language
        draft = session.state is SessionState.DRAFT
        figures = ["–" if draft else str(count) for count in (line.present, line.ideas, line.polls)]
        day = language.day(session.on) if session.on else "–"
        title = Cell(f"{session.number} {session.title}", sort=session.number)
        return Row(
            session.id, (title, Cell(day, sort=session.on), *figures, self._state(line, today, phase)), quiet=draft
        )

    def _state(self, line: SessionLine, today: date, phase: PhaseRecord) -> Cell:
        session, say = line.session, self._desk.language.say
        if session.state is SessionState.CLOSED:
            return Cell(say("Report"), link=True, role="muted")
        if session.state is SessionState.RUNNING:
            return Cell(say("running"), pill="accent")
        if session.on == today:
            return Cell(say("Today"), pill=f"phase-{phase.kind.number}")
        return Cell(self._desk.language.tell(title_of(session.state)))

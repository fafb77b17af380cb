"""The civil support elements of the chosen phase, and what its gate still misses."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.language import Message
from workshop.models.enums import PhaseState, SupportState
from workshop.models.records.projects import PhaseRecord, SupportItemRecord
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import IconButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.check_row import CheckRow
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.text_field import LineField


class SupportCard(Card):
    """A checklist that can be ticked, added to and edited, and below it the gate of the phase."""

    ticked = Signal(object, bool)  # SupportItemRecord, whether it is done
    added = Signal(str)
    editRequested = Signal(object)  # SupportItemRecord
    gateRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Civil support elements"), parent=parent)
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.field = LineField(placeholder=say("Add what else is needed …"), name=say("Add support element"))
        self.field.submitted.connect(self._add)
        self.add(self.field)
        self._gate = paragraph(role="muted", small=True)
        self.gate_button = SmallButton()
        self.gate_button.clicked.connect(self.gateRequested)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._gate, 1)
        foot.addWidget(self.gate_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(foot)

    def show_items(
        self, phase: PhaseRecord, items: tuple[SupportItemRecord, ...], gate: tuple[Message, ...], today: date
    ) -> None:
        """Show the checklist of a phase and its gate."""
        clear_layout(self._rows)
        done = sum(item.state is SupportState.DONE for item in items)
        self.set_count(f"{done} / {sum(item.state is not SupportState.NOT_NEEDED for item in items)}")
        for place, item in enumerate(items):
            self._rows.addWidget(self._row(item, today, last=place == len(items) - 1))
        self._show_gate(phase, gate)

    def _row(self, item: SupportItemRecord, today: date, *, last: bool) -> QWidget:
        say = self._desk.language.say
        note, role = self._note(item, today)
        check = CheckRow(self._desk, item.text, note, checked=item.state is SupportState.DONE, role=role, last=last)
        check.toggled.connect(lambda done: self.ticked.emit(item, done))
        edit = IconButton(self._desk.icons.icon("pencil", "muted"), say("Edit “{text}”", text=item.text))
        edit.clicked.connect(lambda: self.editRequested.emit(item))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(check, 1)
        line.addWidget(edit)
        return row

    def _note(self, item: SupportItemRecord, today: date) -> tuple[str, str]:
        """Who sees to it until when, where it is still to be done."""
        language = self._desk.language
        if item.state is SupportState.NOT_NEEDED:
            return language.say("not needed"), "muted"
        if item.state is SupportState.DONE or not (item.responsible or item.due_on):
            return "", "muted"
        due = language.say("by {day}", day=language.day(item.due_on)) if item.due_on else ""
        late = item.due_on is not None and item.due_on < today
        return " ".join(part for part in (item.responsible, due) if part), "danger" if late else "warn"

    def _show_gate(self, phase: PhaseRecord, gate: tuple[Message, ...]) -> None:
        language = self._desk.language
        words = {
            PhaseState.PLANNED: language.say("Open this phase"),
            PhaseState.OPEN: language.say("Close this phase"),
            PhaseState.CLOSED: language.say("Reopen this phase"),
        }
        self.gate_button.setText(words[phase.state])
        missing = language.say_many("{n} point is still missing.", "{n} points are still missing.", len(gate))
        told = {
            PhaseState.PLANNED: language.say("This phase has not begun."),
            PhaseState.OPEN: missing if gate else language.say("Everything is there; the phase can be closed."),
            PhaseState.CLOSED: phase.note,
        }
        self._gate.setText(told[phase.state])
        self._gate.setToolTip("\n".join(language.tell(point) for point in gate))
        self._gate.setVisible(bool(self._gate.text()))

    def _add(self, text: str) -> None:
        if text.strip():
            self.field.empty()
            self.added.emit(text)

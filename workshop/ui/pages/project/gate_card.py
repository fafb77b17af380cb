"""The gate of the chosen phase: what is still missing, said on the page, and the way through it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.language import Message
from workshop.models.enums import PhaseState
from workshop.models.records.projects import PhaseRecord
from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import LinkButton, SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.headings import Label, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows

_DOT = "· "
_FEW = 3  # points that are told at once


class GateCard(Card):
    """What stands between a phase and its end; many points are folded."""

    gateRequested = Signal()
    planRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._missing: tuple[Message, ...] = ()
        self._unfolded = False
        self.gate_button = SmallButton()
        self.gate_button.clicked.connect(self.gateRequested)
        self.add_action(self.gate_button)
        self._told = paragraph(role="muted")
        self.add(self._told)
        column = QVBoxLayout()
        column.setSpacing(4)
        self.body.addLayout(column)
        self._points = KeyedRows[str, Label](
            column, lambda text: text, lambda text: paragraph(_DOT + text, role="muted"), lambda _label, _text: None
        )
        self.more_button = LinkButton()
        self.more_button.setProperty("folds", True)
        self.more_button.clicked.connect(self._fold)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.plan_button = LinkButton(desk.language.say("Say when it is to begin"))
        self.plan_button.clicked.connect(self.planRequested)
        self.body.addWidget(self.plan_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def points(self) -> list[str]:
        """The points as they are told now."""
        return [label.text().removeprefix(_DOT) for label in self._points.widgets]

    def show_gate(self, phase: PhaseRecord, gate: tuple[Message, ...]) -> None:
        """Show the gate of a phase."""
        say = self._desk.language.say
        titles = {
            PhaseState.PLANNED: say("This phase has not begun"),
            PhaseState.OPEN: say("Before this phase is closed"),
            PhaseState.CLOSED: say("This phase is completed"),
        }
        verbs = {
            PhaseState.PLANNED: say("Open this phase"),
            PhaseState.OPEN: say("Close this phase"),
            PhaseState.CLOSED: say("Reopen this phase"),
        }
        told = {
            PhaseState.PLANNED: say("Open it when its work begins; other phases can stay open beside it."),
            PhaseState.OPEN: "" if gate else say("Everything is there; the phase can be closed."),
            PhaseState.CLOSED: phase.note,
        }
        self._missing = gate if phase.state is PhaseState.OPEN else ()
        self.set_title(titles[phase.state])
        self.set_count(str(len(self._missing)) if self._missing else "")
        self.gate_button.setText(verbs[phase.state])
        self._told.setText(told[phase.state])
        self._told.setVisible(bool(told[phase.state]))
        self.plan_button.setVisible(phase.state is PhaseState.PLANNED)
        self._show_points()

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show_points()

    def _show_points(self) -> None:
        say, language = self._desk.language.say, self._desk.language
        many = len(self._missing) > _FEW + 1  # one more is no longer than the button would be
        shown = self._missing[:_FEW] if many and not self._unfolded else self._missing
        self._points.show([language.tell(point) for point in shown])
        rest = len(self._missing) - _FEW
        self.more_button.setText(say("Show fewer") if self._unfolded else say("Show {n} more", n=rest))
        self.more_button.setVisible(many)

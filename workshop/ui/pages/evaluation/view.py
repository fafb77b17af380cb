"""Where things are on the evaluation page."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.form_detail import FormDetail, ScrolledColumn
from workshop.ui.pages.evaluation.form_list import FormList
from workshop.ui.widgets.buttons import QuietButton, SegmentedChoice
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.list_and_detail import ListAndDetail
from workshop.ui.widgets.page_header import PageHeader

FORMS, CHANGES, COMPARED, QUESTIONNAIRES = "forms", "changes", "compared", "questionnaires"


class EvaluationView(QWidget):
    """Header, a choice between forms and changes, and the one that is chosen; or an empty state."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.language.say
        self.header = PageHeader(say("Service evaluation"))
        parts = [
            (FORMS, say("Forms")), (CHANGES, say("Before and after")), (COMPARED, say("Types and sessions")),
            (QUESTIONNAIRES, say("Questionnaires")),
        ]  # fmt: skip
        self.choice = SegmentedChoice(parts, FORMS, say("What is shown"))
        self.header.add_button(self.choice)
        self.new_button = QuietButton(say("New form…"), icon=desk.icons.icon("plus"), shortcut="Ctrl+N")
        self.header.add_button(self.new_button)
        self.list = FormList(desk)
        self.detail = FormDetail(desk, has_stage=desk.stage is not None)
        self.changes = ScrolledColumn()
        self.changes.setAccessibleName(say("Before and after"))
        self.compared = ScrolledColumn()
        self.compared.setAccessibleName(say("Types and sessions"))
        self._empty = QWidget()
        self._empty_column = QVBoxLayout(self._empty)
        self._empty_column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._forms = self._make_forms()
        for page in (self._forms, self.changes, self.compared, self._empty):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)

    def show_forms(self) -> None:
        """Show the forms."""
        self.stack.setCurrentWidget(self._forms)

    def show_changes(self) -> None:
        """Show before and after."""
        self.stack.setCurrentWidget(self.changes)

    def show_part(self, part: QWidget) -> None:
        """Show a part that was added to `stack`."""
        self.stack.setCurrentWidget(part)

    def show_compared(self) -> None:
        """Show types of service and sessions."""
        self.stack.setCurrentWidget(self.compared)

    def show_empty(self, icon: str, title: str, text: str, action: str = "") -> EmptyState:
        """Show an empty state and give it back."""
        while self._empty_column.count():
            old = self._empty_column.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        state = EmptyState(self._desk, icon, title, text, action)
        self._empty_column.addWidget(state)
        self.stack.setCurrentWidget(self._empty)
        return state

    def _make_forms(self) -> QWidget:
        px = self._desk.type.px
        return ListAndDetail(
            self.list, self.detail, widest=px(400), least=px(440), low=px(240), high=px(420), shares=(4, 9)
        )

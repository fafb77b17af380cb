"""Where things are on the reports page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workshop.models.errors import WorkshopError
from workshop.ui.desk import Desk
from workshop.ui.pages.reports.choices import ReportList, SubjectChoice
from workshop.ui.pages.reports.foot import Foot
from workshop.ui.pages.reports.options_panel import OptionsPanel
from workshop.ui.pages.reports.preview import WHOLE, WIDTH, Preview
from workshop.ui.pages.reports.refusal import Refusal
from workshop.ui.pages.reports.workbench import Workbench
from workshop.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton, SegmentedChoice, SmallButton
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.progress_bar import SlimBar


class ReportsView(QWidget):
    """Header with verbs; at the left what can be made, in the middle its pages, beside them its options."""

    wayWanted = Signal()  # to what a refused report lacks

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say, icon = desk.language.say, desk.icons.icon
        self.header = PageHeader(say("Reports"))
        self.check_button = QuietButton(say("Check a report…"))
        self.print_button = QuietButton(say("Print…"), icon=icon("printer"), shortcut="Ctrl+P")
        self.save_button = PrimaryButton(say("Save PDF…"), shortcut="Ctrl+S")
        self.archive_button = QuietButton(say("Archive bag…"), icon=icon("package-check"))
        for button in (self.check_button, self.archive_button, self.print_button, self.save_button):
            self.header.add_button(button)
        self.subject = SubjectChoice(desk)
        self.list = ReportList(desk)
        self.all_button = SmallButton(say("Save all of this session…"))
        self.options = OptionsPanel(desk)
        self._make_strip()
        self.preview = Preview(desk)
        self.refusal: Refusal | None = None
        self.sheets = QStackedWidget()  # the pages, or why there are none
        self.sheets.addWidget(self.preview)
        self.foot = Foot(desk)
        self.bench = Workbench(desk, self.subject, self._make_chooser(), self._make_paper(), self.options)
        self._empty = QWidget()
        self._empty_column = QVBoxLayout(self._empty)
        self._empty_column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.stack.addWidget(self.bench)
        self.stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        self.show_state("idle")

    def show_body(self) -> None:
        """Show reports."""
        self._set_verbs(visible=True)
        self.stack.setCurrentWidget(self.bench)

    def show_empty(self, icon: str, title: str, text: str, action: str) -> EmptyState:
        """Show an empty state and give it back."""
        while self._empty_column.count():
            old = self._empty_column.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        state = EmptyState(self._desk, icon, title, text, action)
        self._empty_column.addWidget(state)
        self._set_verbs(visible=False)
        self.stack.setCurrentWidget(self._empty)
        return state

    def show_refusal(self, error: WorkshopError) -> None:
        """Say in the place of the sheets why there are none; what is said already stays, and its button keeps the keyboard."""
        if self.refusal is None or self.refusal.message != error.message:
            self._drop_refusal()
            self.refusal = Refusal(self._desk, error)
            self.refusal.chosen.connect(self.wayWanted)
            self.sheets.addWidget(self.refusal)
            self.sheets.setCurrentWidget(self.refusal)
        self.foot.hide()
        self.show_state("refused")

    def show_state(self, state: str) -> None:
        """What the line above the sheets shows: building, stopped, idle (the page in sight); refused, nothing.

        What is said in the place of the sheets stays while a build runs, which may end in the same way.
        """
        if state in {"stopped", "idle"}:
            self._drop_refusal()
            self.foot.show()
        for widget in (self.progress, self.progress_label, self.cancel_button):
            widget.setVisible(state == "building")
        for widget in (self.stopped_label, self.again_button):
            widget.setVisible(state == "stopped")
        for widget in (self.page_button, self.smaller_button, self.larger_button, self.zoom_choice):
            widget.setVisible(state == "idle")

    def _drop_refusal(self) -> None:
        if self.refusal is not None:
            self.sheets.removeWidget(self.refusal)
            self.refusal.hide()
            self.refusal.deleteLater()
            self.refusal = None

    def _set_verbs(self, *, visible: bool) -> None:
        self.save_button.setVisible(visible)
        self.print_button.setVisible(visible)
        self.archive_button.setVisible(visible)

    def _make_strip(self) -> None:
        say, icon = self._desk.language.say, self._desk.icons.icon
        self.page_button = LinkButton()
        self.smaller_button = IconButton(icon("minus"), say("Smaller pages"))
        self.larger_button = IconButton(icon("plus"), say("Larger pages"))
        self.zoom_choice = SegmentedChoice(
            [(WIDTH, say("Fit the width")), (WHOLE, say("Whole page"))], WIDTH, say("Zoom")
        )
        self.progress = SlimBar(self._desk, say("Building the report"), height=6)
        self.progress_label = MutedLabel(say("Building the report"))
        self.cancel_button = SmallButton(say("Cancel"))
        self.stopped_label = MutedLabel(say("The report was not built."), wrap=True)
        self.again_button = LinkButton(say("Build it now"))

    def _make_chooser(self) -> QWidget:
        """The list, and below it the verb for a whole session."""
        chooser = QWidget()
        column = QVBoxLayout(chooser)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.list, 1)
        column.addWidget(self.all_button)
        return chooser

    def _make_paper(self) -> QWidget:
        """A card with a line above the sheets that always has the same height, and notes below them."""
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        strip = QWidget()
        strip.setMinimumHeight(self._desk.type.px(56))
        line = QHBoxLayout(strip)
        line.setContentsMargins(16, 6, 12, 6)
        line.setSpacing(8)
        line.addWidget(self.progress_label)
        line.addWidget(self.stopped_label, 100)
        line.addWidget(self.page_button)
        line.addWidget(self.progress, 100)
        line.addWidget(self.again_button)
        line.addStretch(1)
        line.addWidget(self.cancel_button)
        line.addWidget(self.smaller_button)
        line.addWidget(self.larger_button)
        line.addWidget(self.zoom_choice)
        column.addWidget(strip)
        column.addWidget(self.sheets, 1)
        column.addWidget(self.foot)
        return card

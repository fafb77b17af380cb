"""Where things are on the reports page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workshop.language import CODES, NAMES
from workshop.ui.desk import Desk
from workshop.ui.pages.reports.choices import ReportList
from workshop.ui.pages.reports.preview import WHOLE, WIDTH, Preview
from workshop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton, SegmentedChoice, SmallButton
from workshop.ui.widgets.empty_state import EmptyState
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.list_and_detail import ListAndDetail
from workshop.ui.widgets.page_header import PageHeader
from workshop.ui.widgets.progress_bar import SlimBar


class ReportsView(QWidget):
    """Header with verbs; at the left which report in which language, at the right its pages."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say, icon = desk.language.say, desk.icons.icon
        self.header = PageHeader(say("Reports"))
        self.folder_button = QuietButton(say("Open the folder"), icon=icon("folder-open"))
        self.folder_button.hide()  # until something has been saved
        self.print_button = QuietButton(say("Print…"), icon=icon("printer"), shortcut="Ctrl+P")
        self.save_button = PrimaryButton(say("Save PDF…"), shortcut="Ctrl+S")
        for button in (self.folder_button, self.print_button, self.save_button):
            self.header.add_button(button)
        self.list = ReportList(desk)
        self.language_choice = SegmentedChoice(
            [(code, NAMES[code]) for code in CODES], desk.language.code, say("Language of the report")
        )
        self.note = paragraph(role="muted", small=True)
        self.preview = Preview(desk)
        self.page_label = MutedLabel()
        self.zoom_choice = SegmentedChoice(
            [(WIDTH, say("Fit the width")), (WHOLE, say("Whole page"))], WIDTH, say("Zoom")
        )
        self.progress = SlimBar(desk, say("Building the report"), height=6)
        self.progress_label = MutedLabel(say("Building the report"))
        self.cancel_button = SmallButton(say("Cancel"))
        self.stopped_label = MutedLabel(say("The report was not built."))
        self.again_button = LinkButton(say("Build it now"))
        self._body = self._make_body()
        self._empty = QWidget()
        self._empty_column = QVBoxLayout(self._empty)
        self._empty_column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.stack.addWidget(self._body)
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
        self.stack.setCurrentWidget(self._body)

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

    def show_state(self, state: str) -> None:
        """What the line above the sheets shows: building, stopped or idle (the page in sight)."""
        for widget in (self.progress, self.progress_label, self.cancel_button):
            widget.setVisible(state == "building")
        for widget in (self.stopped_label, self.again_button):
            widget.setVisible(state == "stopped")
        for widget in (self.page_label, self.zoom_choice):
            widget.setVisible(state == "idle")

    def _set_verbs(self, *, visible: bool) -> None:
        self.save_button.setVisible(visible)
        self.print_button.setVisible(visible)
        if not visible:
            self.folder_button.hide()

    def _make_body(self) -> QWidget:
        left, px = QWidget(), self._desk.type.px
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.list, 1)
        column.addSpacing(2)
        label = MutedLabel(self._desk.language.say("Language of the report"), wrap=True)
        label.setBuddy(self.language_choice)
        column.addWidget(label)
        column.addWidget(self.language_choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        return ListAndDetail(left, self._make_paper(), widest=px(340), least=px(400), low=px(340), high=px(460))

    def _make_paper(self) -> QWidget:
        """A card with a line above the sheets that always has the same height."""
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        strip = QWidget()
        strip.setMinimumHeight(self._desk.type.px(56))
        line = QHBoxLayout(strip)
        line.setContentsMargins(16, 6, 12, 6)
        line.setSpacing(12)
        for widget in (self.progress_label, self.stopped_label, self.page_label):
            line.addWidget(widget)
        line.addWidget(self.progress, 100)
        line.addWidget(self.again_button)
        line.addStretch(1)
        line.addWidget(self.cancel_button)
        line.addWidget(self.zoom_choice)
        column.addWidget(strip)
        column.addWidget(self.preview, 1)
        return card

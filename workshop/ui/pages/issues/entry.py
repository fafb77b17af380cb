"""Quick capture of local issues: one line and a category; Enter keeps and clears."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from workshop.models.enums import IssueCategory
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.capture_words import Captured, read_line
from workshop.ui.widgets.capture_field import CaptureField
from workshop.ui.widgets.columns import Columns
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.waiting import Waiting

_NARROW = 520  # pixels at 100 %


class IssueEntry(QWidget):
    """A field that reads "#교통" as the category and "@시장 앞" as the place, and a list of the categories.

    The list keeps what was chosen for the next line; what a line says itself counts for that line alone. Below them stands
    what was understood.
    """

    given = Signal(object)  # Captured
    writingChanged = Signal(bool)  # whether something is being written

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writing, self._note = False, ""
        say = desk.language.say
        self.field = CaptureField(say("What is wrong, and where?"), say("Enter to keep"))
        self.field.setProperty("look", "capture")
        self._waiting = Waiting(lambda: not self.is_writing, self._put_in)
        self.category = QComboBox()
        self.category.setAccessibleName(say("Category"))
        for category in IssueCategory:
            self.category.addItem(desk.language.tell(title_of(category)), category)
        self.category.setCurrentIndex(list(IssueCategory).index(IssueCategory.OTHER))
        self.category.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.category.setMinimumContentsLength(9)
        self.category.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # as high as the field
        keep_still(self.category)
        self.told = MutedLabel(wrap=True)
        self.field.submitted.connect(lambda _text: self.keep())
        self.field.pasted.connect(self._take_lines)
        self.field.edited.connect(lambda _text: self._show_understood())
        self._lay_out()
        self._show_understood()

    @property
    def is_writing(self) -> bool:
        """Whether something is written and not kept."""
        return bool(self.field.value)

    @property
    def captured(self) -> Captured:
        """What is written, with the category of the list where the line names none."""
        line = read_line(self.field.value)
        return Captured(line.text, line.category or self._chosen, line.place)

    def keep(self) -> None:
        """Tell the issue and make room for the next one; an empty line tells nothing."""
        self.field.commit_composition()
        captured = self.captured
        self.field.setFocus()
        if captured.text:
            self.field.empty()
            self.given.emit(captured)
            self._waiting.go_on()

    def put_back(self, captured: Captured) -> None:
        """Put back what could not be kept, once nothing new is being written."""
        self._waiting.put_back(captured)

    def show_note(self, note: str) -> None:
        """Say something about the place of the issue that is being written, on a map."""
        self._note = note
        self._show_understood()

    def draft(self) -> dict[str, Any]:
        """What is typed and not kept."""
        return {"line": self.field.value, "category": self.category.currentIndex()}

    def restore(self, draft: dict[str, Any]) -> None:
        """Put back what was typed."""
        self.field.set_value(draft.get("line", ""))
        self.category.setCurrentIndex(draft.get("category", self.category.currentIndex()))

    @property
    def _chosen(self) -> IssueCategory:
        return list(IssueCategory)[self.category.currentIndex()]  # Qt would give a fixed word back as plain text

    def _take_lines(self, lines: list[str]) -> None:
        """An issue that is pasted in several lines is one issue."""
        self.field.textCursor().insertText("\n".join(line.strip() for line in lines))

    def _put_in(self, captured: Captured) -> None:
        self.category.setCurrentIndex(list(IssueCategory).index(captured.category or IssueCategory.OTHER))
        self.field.set_value(f"{captured.text} @{captured.place}" if captured.place else captured.text)

    def _show_understood(self) -> None:
        """The category and the place that the line names, else how they are named."""
        language = self._desk.language
        line = read_line(self.field.value)
        parts: list[str] = []
        if line.category is not None:
            parts.append(language.tell(title_of(line.category)))
        if line.place:
            parts.append(language.say("Place: {place}", place=line.place))
        if self._note:
            parts.append(self._note)
        self.told.setText(" · ".join(parts) or language.say("#traffic names the category, @market the place."))
        if self.is_writing != self._writing:
            self._writing = self.is_writing
            self.writingChanged.emit(self._writing)

    def _lay_out(self) -> None:
        row = Columns(spacing=8, narrowest=self._desk.type.px(_NARROW))
        row.add(self.field, 5)
        row.add(self.category, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self.told)

"""An answer in one's own words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from workshop.ui.shared_screen.evaluation.answer import Answer
from workshop.ui.shared_screen.look import Look
from workshop.ui.widgets.text_field import NoteField


class Written(Answer):
    """A field of a few lines; what is still being composed is committed before the step is left."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        say = look.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.field = NoteField(text, name=say("Your answer"), placeholder=say("Write your answer here"), lines=4)
        self.field.setProperty("look", "stage-large")
        self.field.setObjectName("answer")
        self.field.edited.connect(lambda text: self.given.emit(text))
        self.field.submitted.connect(lambda _text: self.passed.emit())
        column.addWidget(self.field)

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Enter begins a new line."""
        return [("Enter", self._look.language.say("New line"))]

    def focus_first(self) -> None:
        """The field has the keyboard."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

"""What every one of the first steps is: a title, a quiet sentence, and what is to be chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.first_run.choices import Choices
from workshop.ui.widgets.headings import TitleLabel, paragraph


class Step(QWidget):
    """One step; it writes what is chosen into the choices and tells by `changed` that the window has to look again."""

    changed = Signal()

    def __init__(self, desk: Desk, choices: Choices, title: str, text: str) -> None:
        super().__init__()
        self.desk, self.choices = desk, choices
        self.setProperty("look", "bare")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(6, 4, 6, 6)  # room for the focus ring
        self.is_large = desk.type.scale >= 150
        self.body.setSpacing(8 if desk.type.scale >= 200 else 14)
        self.body.addWidget(TitleLabel(title, wrap=True))
        self.body.addWidget(paragraph(text, role="muted"))
        self.body.addSpacing(2 if desk.type.scale >= 200 else 6)

    def begin(self) -> None:
        """It is shown now."""

    def focus_first(self) -> None:
        """Put the keyboard where the choosing begins."""

    def is_done(self) -> bool:
        """Whether one can go on."""
        return True

    def say(self, msgid: str, **values: object) -> str:
        """The text in the language that is chosen."""
        return self.desk.language.say(msgid, **values)

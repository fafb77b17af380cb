"""A new code, large enough to be copied onto a name tag; it is shown once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop.models.records.people import ParticipantRecord
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.headings import DisplayLabel, paragraph


class CodeSheet(Sheet):
    """The code of a participant, and what is to be done with it."""

    def __init__(self, desk: Desk, title: str, person: ParticipantRecord, words: str, parent: QWidget) -> None:
        super().__init__(desk, title, parent, width=440)
        self.code = DisplayLabel(person.code)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName(desk.language.say("Code {code}", code=person.code))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        told = paragraph(words)
        told.setContentsMargins(RING, 0, RING, 0)
        self.body.addWidget(self.code)
        self.body.addWidget(told)
        self.cancel_button.setText(desk.language.say("Close"))
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

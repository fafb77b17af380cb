"""The question before something that cannot be taken back; everything else has an undo bar instead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.buttons import DangerButton, PrimaryButton
from workshop.ui.widgets.headings import paragraph


class Confirm(Sheet):
    """One question, one sentence on what will happen, and verbs; Enter cancels."""

    confirmed = Signal()

    def __init__(
        self, desk: Desk, question: str, sentence: str, verb: str, parent: QWidget, *, danger: bool = True
    ) -> None:
        super().__init__(desk, question, parent, width=440)
        words = paragraph(sentence)
        words.setContentsMargins(RING, 0, RING, 0)
        self.body.addWidget(words)
        self.verb_button = (DangerButton if danger else PrimaryButton)(verb)
        self.verb_button.clicked.connect(self._confirm)
        self.foot.addWidget(self.verb_button)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()

"""How far the sample has been made."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.progress_bar import SlimBar


class SampleProgress(QWidget):
    """A quiet line and a slim bar; hidden until the sample is being made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = desk.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        column.addWidget(MutedLabel(say("The sample is being made…")))
        self.bar = SlimBar(desk, say("Progress"), height=6)
        column.addWidget(self.bar)
        self.hide()

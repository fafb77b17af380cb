"""Where the three parts of the page stand: what can be made, its pages, its options."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import SegmentedChoice
from workshop.ui.widgets.list_and_detail import GAP, ListAndDetail

LIST, OPTIONS = "list", "options"


class Workbench(QWidget):
    """Side by side where there is room for three; else the options take the place of the list while they are wanted."""

    sideChanged = Signal(str)

    def __init__(self, desk: Desk, subject: QWidget, chooser: QWidget, paper: QWidget, options: QWidget) -> None:
        super().__init__()
        self._desk, self._chooser, self._options = desk, chooser, options
        say, px = desk.language.say, desk.type.px
        self._wide_from = px(1330)
        self.side_choice = SegmentedChoice(
            [(LIST, say("Reports")), (OPTIONS, say("Report options"))], LIST, say("Shown at the left")
        )
        self.side_choice.chosen.connect(self.show_side)
        for card in (chooser, options):
            card.setMinimumHeight(px(250))  # where the page scrolls, some of it is seen at once
        left = QWidget()
        self._column = QVBoxLayout(left)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(subject)
        self._column.addWidget(self.side_choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(chooser, 1)
        self._column.addWidget(options, 1)
        self.two = ListAndDetail(left, paper, widest=px(340), least=px(400), low=px(460), high=px(470))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.two, 1)
        self._is_wide = False
        self._arrange()

    @property
    def side(self) -> str:
        """What is at the left: the list, or the options where they have no place of their own."""
        return str(self.side_choice.value)

    def show_side(self, side: object) -> None:
        """Show the list or the options."""
        self.side_choice.set_chosen(side)
        self._arrange()
        self.sideChanged.emit(self.side)

    def _arrange(self) -> None:
        if self._is_wide and self._row.indexOf(self._options) < 0:
            self._options.setMaximumWidth(self._desk.type.px(300))
            self._row.addWidget(self._options)
        elif not self._is_wide and self._column.indexOf(self._options) < 0:
            self._options.setMaximumWidth(16_777_215)
            self._column.addWidget(self._options, 1)
        self.side_choice.setVisible(not self._is_wide)
        self._chooser.setVisible(self._is_wide or self.side == LIST)
        self._options.setVisible(self._is_wide or self.side == OPTIONS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three or two, whichever the new width allows."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._wide_from
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

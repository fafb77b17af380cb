"""Small buttons at the corner of the wall: further, nearer, all of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.widgets.buttons import IconButton, LinkButton


class ZoomButtons(QFrame):
    """They tell what is asked for; the scale is shown between them and leads back to 100 %."""

    stepped = Signal(int)
    plainAsked = Signal()
    fitAsked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, icon = desk.language.say, desk.icons.icon
        self._desk = desk
        self.setProperty("look", "card")
        self.further = IconButton(icon("minus", "muted"), say("Show the wall smaller"), self)
        self.nearer = IconButton(icon("plus", "muted"), say("Show the wall larger"), self)
        self.all = IconButton(icon("maximize", "muted"), say("Show the whole wall"), self)
        self.scale = LinkButton("100%", self)
        for button, key in ((self.further, "-"), (self.nearer, "+"), (self.all, "F")):
            button.setToolTip(f"{button.accessibleName()} ({key})")
        self.scale.setToolTip(f"{say('Show the wall at 100%')} (0)")
        self.further.clicked.connect(lambda: self.stepped.emit(-1))
        self.nearer.clicked.connect(lambda: self.stepped.emit(1))
        self.scale.clicked.connect(self.plainAsked)
        self.all.clicked.connect(self.fitAsked)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(2)
        for button in (self.further, self.scale, self.nearer, self.all):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.scale.setMinimumWidth(desk.type.px(58))

    def show_scale(self, zoom: float) -> None:
        """Say how large the wall is shown."""
        percent = zoom * 100
        text = f"{percent:.0f}%" if percent >= 9.5 else f"{percent:.1f}%"
        if text != self.scale.text():
            self.scale.setText(text)
            told = self._desk.language.say("Show the wall at 100%")
            self.scale.setAccessibleName(f"{told}, {text}")
            self.adjustSize()

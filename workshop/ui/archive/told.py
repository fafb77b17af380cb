"""Sentences below each other that scroll where there are many, in a sheet that is as high as they need."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import RING, Sheet
from workshop.ui.widgets.headings import StrongLabel, paragraph

Part = tuple[str, str]  # how a sentence is meant (lead, body, muted, warn, danger), and its words


class ToldSheet(Sheet):
    """A sheet whose middle tells something; `tell` replaces what it says."""

    def __init__(self, desk: Desk, title: str, parent: QWidget, *, width: int = 560) -> None:
        super().__init__(desk, title, parent, width=width)
        self._desk = desk
        self._fitting = False
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setProperty("look", "bare")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.area)
        self.words: tuple[Part, ...] = ()
        self.tell(())

    def tell(self, parts: Sequence[Part]) -> None:
        """Say these sentences."""
        self.words = tuple(parts)
        holder = QWidget()
        holder.setProperty("look", "bare")
        column = QVBoxLayout(holder)
        column.setContentsMargins(RING, 0, RING, 0)
        column.setSpacing(8)
        for role, text in parts:
            label = (
                StrongLabel(text, wrap=True) if role == "lead" else paragraph(text, role="" if role == "body" else role)
            )
            if role == "lead" and column.count():
                column.addSpacing(4)
            column.addWidget(label)
        column.addStretch(1)
        self.area.setWidget(holder)
        for label in holder.findChildren(QWidget):
            label.ensurePolished()  # the style sheet says how high a line is
        self.area.setVisible(bool(parts))
        if self.isVisible():
            self.fit()

    def fit(self) -> None:
        """As high as the sentences and what stands around them; where that is too high they scroll."""
        if self._fitting:
            return  # setting heights asks for the same again
        self._fitting = True
        inside, layout = self.area.widget(), self.layout()
        wanted = inside.heightForWidth(self.area.width()) + 2 if not self.area.isHidden() else 0
        self.area.setFixedHeight(0)
        layout.activate()
        room = max(0, self.most - layout.totalHeightForWidth(self.width()))
        # A bar that is there takes width from the words, which then need more height than there is: so it would stay.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.area.setVerticalScrollBarPolicy(bar)
        self.area.setFixedHeight(min(wanted, room))
        layout.activate()
        super().fit()
        self._fitting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll what is told, wherever the keyboard is."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.pageStep())

"""One line of an order: its place, its words, and an arrow up and down."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop.models.records.votes import PollOptionRecord
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import TouchButton, Words, bring_into_view
from workshop.ui.shared_screen.voting.ranking.place_card import paint_place

_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderRow(QWidget):
    """The arrows lead to the neighbours (told by `moved`), with Alt they swap it with them (told by `swapped`)."""

    swapped = Signal(int)  # -1 up, 1 down
    moved = Signal(int)
    entered = Signal()

    def __init__(self, look: Look, *, can_swap: bool) -> None:
        super().__init__()
        self._look = look
        self.option: PollOptionRecord | None = None
        self.setProperty("look", "bare")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(18), look.px(6), look.px(8), look.px(6))
        row.setSpacing(look.px(12))
        self._place = PlaceDisc(look)
        self._words = Words("", "strong")
        row.addWidget(self._place, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(look.px(8))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.up_button = self._button("chevron-up", -1)
        self.down_button = self._button("chevron-down", 1)
        for button in (self.up_button, self.down_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.setVisible(can_swap)

    def show_option(self, option: PollOptionRecord, place: int, *, up: bool, down: bool) -> None:
        """Show an option in its place, and whether it can go up or down."""
        say, number = self._look.language.say, self._look.language.number
        self.option = option
        self._place.show_place(place)
        self._words.setText(option.text)
        self.setAccessibleName(f"{option.text}, {say('place {n}', n=number(place))}")
        self.up_button.setAccessibleName(say("Move “{option}” up", option=option.text))
        self.down_button.setAccessibleName(say("Move “{option}” down", option=option.text))
        self.up_button.setEnabled(up)
        self.down_button.setEnabled(down)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move on, with Alt they swap."""
        by = _WAYS.get(Qt.Key(event.key()))
        if by is None:
            event.ignore()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.swapped.emit(by)
        else:
            self.moved.emit(by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be seen."""
        super().focusInEvent(event)
        self.entered.emit()
        bring_into_view(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; whoever has the keyboard has a ring in the colour of the ink."""
        look = self._look
        ring = max(3, look.px(3)) if self.hasFocus() else 2
        inset = ring / 2 + 0.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("card"))
        painter.setPen(QPen(look.color("ink" if self.hasFocus() else "line"), ring))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.px(10), look.px(10))
        painter.end()

    def _button(self, icon: str, by: int) -> TouchButton:
        look = self._look
        button = TouchButton("", icon, look="stage-icon")
        button.setIcon(QIcon(look.pixmap(icon, look.px(30), "ink")))
        button.setIconSize(QSize(look.px(30), look.px(30)))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt and an arrow key do the same
        button.clicked.connect(lambda _on=False: self.swapped.emit(by))
        return button


class PlaceDisc(QWidget):
    """A place as a large number on a disc."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._shown = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_place(self, place: int) -> None:
        """Show another place."""
        self._shown = place
        self.update()

    def sizeHint(self) -> QSize:
        """As large as on the ballot."""
        return QSize(self._look.px(54), self._look.px(54))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_place(painter, self._look, QRectF(self.rect()), self._shown)
        painter.end()

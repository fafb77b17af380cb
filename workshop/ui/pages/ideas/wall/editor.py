"""The field in which the words of a card are changed, where the card lies."""

from uuid import UUID

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from workshop.ui.widgets.text_field import NoteField


class CardEditor(NoteField):
    """Enter keeps, Shift+Enter begins a line, Escape leaves the words as they were; whoever goes elsewhere keeps them."""

    finished = Signal(bool)  # whether the words are to be kept

    def __init__(self, idea_id: UUID, text: str, name: str, parent: QWidget) -> None:
        super().__init__(text, parent, name=name)
        self.idea_id = idea_id
        self._done = False
        self.selectAll()
        self.submitted.connect(lambda _text: self.finish(keep=True))

    def finish(self, *, keep: bool) -> None:
        """End, once."""
        if not self._done:
            self._done = True
            self.commit_composition()
            self.finished.emit(keep)

    def lie_on(self, card: QRect, least: tuple[int, int]) -> None:
        """Cover a card, in the coordinates of what lies around, and stay in sight."""
        around = self.parentWidget().rect()
        place = QRect(card.topLeft(), card.size().expandedTo(self.minimumSizeHint()))
        place.setSize(place.size().expandedTo(type(place.size())(*least)).boundedTo(around.size()))
        place.moveRight(min(place.right(), around.right()))
        place.moveLeft(max(place.left(), 0))
        self.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end it."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finish(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A menu or another window is no reason to end."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.finish(keep=True)

    def event(self, event: QEvent) -> bool:
        """Escape is not for the window here."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

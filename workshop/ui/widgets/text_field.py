"""Fields to write in: one line, and several."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from workshop.ui.widgets.composing import Composing, composed


class LineField(Composing, QLineEdit):
    """One line of text; Enter submits."""

    submitted = Signal(str)  # the text in NFC, without blanks around
    edited = Signal(str)  # the text with what is still being composed

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "", placeholder: str = "") -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or placeholder)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._composition_changed)

    @property
    def value(self) -> str:
        """The text in NFC with what is being composed, without blanks around."""
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        return composed(before + self.composition + after)

    def set_value(self, text: str) -> None:
        """Put a text in; the undo of the field begins anew."""
        self.setText(text)

    def empty(self) -> None:
        """Take the text out; the undo of the field begins anew."""
        self.setText("")

    def submit(self) -> None:
        """Commit what is being composed and tell the text."""
        self.commit_composition()
        self.submitted.emit(composed(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter submits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        super().keyPressEvent(event)

    def _composition_changed(self) -> None:
        self.edited.emit(self.value)

    def _can_undo(self) -> bool:
        return self.isUndoAvailable()

    def _can_redo(self) -> bool:
        return self.isRedoAvailable()


class NoteField(Composing, QPlainTextEdit):
    """Several lines of text; Ctrl+Enter submits, Tab goes on."""

    submitted = Signal(str)  # the text in NFC, without blanks around
    edited = Signal(str)  # the text with what is still being composed

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, name: str = "", placeholder: str = "", lines: int = 3
    ) -> None:
        super().__init__(text, parent)
        self._lines = lines
        self.setAccessibleName(name or placeholder)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._composition_changed)

    @property
    def value(self) -> str:
        """The text in NFC with what is being composed, without blanks around."""
        place = self.textCursor().position()
        text = self.toPlainText()
        return composed(text[:place] + self.composition + text[place:])

    def set_value(self, text: str) -> None:
        """Put a text in; the undo of the field begins anew."""
        self.setPlainText(text)

    def empty(self) -> None:
        """Take the text out; the undo of the field begins anew."""
        self.setPlainText("")

    def submit(self) -> None:
        """Commit what is being composed and tell the text."""
        self.commit_composition()
        self.submitted.emit(composed(self.toPlainText()))

    def sizeHint(self) -> QSize:
        """So many lines as were asked for."""
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * (self.frameWidth() + int(self.document().documentMargin())) + 8
        return QSize(super().sizeHint().width(), self._lines * self.fontMetrics().lineSpacing() + around)

    def minimumSizeHint(self) -> QSize:
        """No less than two lines."""
        hint = self.sizeHint()
        return QSize(120, min(hint.height(), 2 * self.fontMetrics().lineSpacing() + 24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            super().keyPressEvent(event)

    def _composition_changed(self) -> None:
        self.edited.emit(self.value)

    def _can_undo(self) -> bool:
        return self.document().isUndoAvailable()

    def _can_redo(self) -> bool:
        return self.document().isRedoAvailable()

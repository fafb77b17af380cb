"""The field that ideas are written down in: one line that grows with what is said, Enter keeps it."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from workshop.ui.widgets.headings import MutedLabel
from workshop.ui.widgets.text_field import NoteField

_MOST_LINES = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureField(NoteField):
    """Enter submits, Shift+Enter begins another line; several pasted lines are told, not put in.

    At its end it shows which key does what; where it is narrow, it shows the shorter of two invitations.
    """

    pasted = Signal(list)  # the lines of a pasted list, without those that say nothing

    def __init__(self, placeholder: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name=placeholder, placeholder=placeholder, lines=1)
        self._hint = MutedLabel(hint, self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._invitations = (placeholder,)
        self.setAccessibleDescription(hint)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit_height)

    def invite(self, *words: str) -> None:
        """Show the first of these invitations that has room; all of them say the same, the last one shortest."""
        self._invitations = words
        self._fit_width()

    def sizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Room for the shortest invitation."""
        return QSize(self._needed(self._invitations[-1]), self._height())

    def _needed(self, words: str) -> int:
        around = 2 * QFontMetrics(self.font()).horizontalAdvance("가")
        return QFontMetrics(self.font()).horizontalAdvance(words) + around + 8

    def _height(self) -> int:
        return self._height_of(max(1, min(_MOST_LINES, round(self.document().size().height()))))

    def _height_of(self, lines: int) -> int:
        around = max(0, self.height() - self.viewport().height()) + 2 * int(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + around

    def _fit_height(self) -> None:
        """One line, or as many as there are, up to five; more are scrolled."""
        high = self._height()
        if (self.minimumHeight(), self.maximumHeight()) != (high, high):
            self.setFixedHeight(high)

    def _fit_width(self) -> None:
        """Keep the hint at the end and the text before it; a narrow field has no room for it."""
        wide = self._hint.sizeHint().width()
        room = self.width() >= self._needed(self._invitations[-1]) + wide + 24
        self._hint.setVisible(room)
        taken = wide + 16 if room else 0
        if self.viewportMargins().right() != taken:
            self.setViewportMargins(0, 0, taken, 0)
        self._hint.setGeometry(self.width() - wide - 16, 0, wide, min(self._height_of(1), self.height()))
        left = self.width() - taken
        shown = next((words for words in self._invitations if self._needed(words) <= left), self._invitations[-1])
        if shown != self.placeholderText():
            self.setPlaceholderText(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps; with Shift it begins another line."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submit()
        elif event.key() in _ENTER:
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A list is shown before it is kept; anything else is put in as plain text."""
        lines = [line for line in source.text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.pasted.emit(lines)
        elif lines:
            self.textCursor().insertText(lines[0].strip())

    def showEvent(self, event: QShowEvent) -> None:
        """Its font is known now."""
        super().showEvent(event)
        self._fit_height()
        self._fit_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for other words, and breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit_width()
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again where the font changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_hint"):
            self._fit_height()

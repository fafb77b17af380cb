"""The Hangul syllable still being composed belongs to the text; here it is put in before the text is used."""

import unicodedata
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence


def composed(text: str) -> str:
    """The text as it is kept: in Unicode's composed form (NFC), with no blanks around it."""
    return unicodedata.normalize("NFC", text).strip()


class Composing:
    """For a text widget: remembers what an input method is composing and can commit it at once.

    Leaving the widget commits; a submit has to call `commit_composition` first. Undo and redo go to the window where
    the field itself has nothing to undo.
    """

    _composition = ""

    @property
    def composition(self) -> str:
        """What is being composed and is not yet part of the text."""
        return self._composition

    def commit_composition(self) -> None:
        """Make what is being composed part of the text."""
        if not self._composition:
            return
        QGuiApplication.inputMethod().commit()
        if self._composition:  # the input method did not do it in time
            event = QInputMethodEvent()
            event.setCommitString(self._composition)
            QCoreApplication.sendEvent(self, event)
            QGuiApplication.inputMethod().reset()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self._composition = event.preeditString()
        super().inputMethodEvent(event)
        self._composition_changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves keeps the last syllable."""
        self.commit_composition()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window where there is nothing to undo here."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_foreign(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_foreign(self, event: Any) -> bool:
        if not isinstance(event, QKeyEvent) or self._composition:
            return False  # a syllable that is being put together is something to take back
        undoes = event.matches(QKeySequence.StandardKey.Undo) and not self._can_undo()
        return undoes or (event.matches(QKeySequence.StandardKey.Redo) and not self._can_redo())

    def _composition_changed(self) -> None:
        """Called after each step of composing."""

    def _can_undo(self) -> bool:
        return True

    def _can_redo(self) -> bool:
        return True

"""What every place that takes photos does with what is dropped on it or pasted into it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk
from workshop.ui.pictures.sources import Source, holds_photos, sources_in
from workshop.ui.theme import Theme


class TakesPhotos:
    """Mixed into a widget: `take` gets what is dropped, or pasted while the keyboard is inside."""

    under_way = False  # something is being dragged over it
    _words_of: Desk

    def take(self, sources: Sequence[Source]) -> None:
        """Take photos in."""
        raise NotImplementedError

    def take_drops(self, desk: Desk) -> None:
        """Begin to take what is dropped."""
        self._words_of = desk
        self._self.setAcceptDrops(True)

    def paste(self) -> None:
        """Take in what is in the clipboard."""
        name = self._words_of.language.say("Clipboard")
        self.take(sources_in(QGuiApplication.clipboard().mimeData(), name))

    @property
    def _self(self) -> Any:
        return self

    def _set_under_way(self, under_way: bool) -> None:
        self.under_way = under_way
        self._self.update()

    # Qt.

    def event(self, event: QEvent) -> bool:
        """Pasting is meant for the photos while the keyboard is here, whatever else listens to the keys."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return True
        return super().event(event)  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos are welcome."""
        if holds_photos(event.mimeData()):
            event.acceptProposedAction()
            self._set_under_way(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        self._set_under_way(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the photos in."""
        self._set_under_way(False)
        event.acceptProposedAction()
        self.take(sources_in(event.mimeData(), self._words_of.language.say("Dropped picture")))


def paint_landing(widget: QWidget, theme: Theme, *, filled: bool = True) -> None:
    """A frame where files would fall, filled while they are held over it; called from a paint event."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if filled else "line-strong"), 2 if filled else 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(theme.color("accent-soft") if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 8, 8)
    painter.end()

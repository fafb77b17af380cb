"""What tests of the window share."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


@pytest.fixture
def cut_off() -> Callable[[QWidget], list[str]]:
    """Finds words that have less room than they need, below a widget."""

    def find(root: QWidget) -> list[str]:
        found: list[str] = []
        for widget in root.findChildren(QWidget):
            if not widget.isVisible() or widget.visibleRegion().isEmpty():
                continue
            if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap() and not widget.pixmap():
                needed = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
                if needed > widget.width() + 1:
                    found.append(f"{widget.text()!r} has {widget.width()} of {needed}")
            if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
                needed = widget.heightForWidth(widget.width())
                if needed > widget.height() + 1:
                    found.append(f"{widget.text()!r} has {widget.height()} of {needed} in height")
            if isinstance(widget, QAbstractButton) and widget.text():
                needed = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
                if needed > widget.width() + 1:
                    found.append(f"button {widget.text()!r} has {widget.width()} of {needed}")
        return found

    return find

"""Words that have less room than they need."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from tests.audit.places import SLACK, can_scroll, said, shown, viewport_of, visible_part
from workshop.ui.widgets.elided_label import ElidedLabel


def clipped(root: QWidget) -> Iterator[str]:
    """Labels, buttons and fields whose words do not fit, and those that something they lie in cuts off."""
    for widget in shown(root):
        fault = _too_small(widget)
        if fault:
            yield f"{said(widget)}: {fault}"
        elif isinstance(widget, QLabel | QAbstractButton) and _words(widget):
            yield from _cut_by_parents(root, widget)


def _too_small(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return "" if not widget.is_elided or widget.toolTip() else "is shortened and tells the whole nowhere"
    if isinstance(widget, QLabel):
        return _label_fault(widget)
    if isinstance(widget, QPushButton) and widget.text():
        return _button_fault(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        return _lacks(widget, widget.sizeHint())
    if isinstance(widget, QComboBox):
        return _lacks_width(widget.width(), widget.minimumSizeHint().width() if widget.count() else 0)
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return _placeholder_fault(widget)
    return ""


def _label_fault(label: QLabel) -> str:
    if not label.text() or not label.pixmap().isNull():
        return ""
    metrics, margins = QFontMetrics(label.font()), label.contentsMargins()
    room = label.contentsRect()
    if not label.wordWrap():
        needed = max(metrics.horizontalAdvance(line) for line in label.text().split("\n"))
        return _lacks_width(room.width(), needed) or _lacks_height(room.height(), metrics.height() - 4)
    needed = label.heightForWidth(label.width()) - margins.top() - margins.bottom()
    longest = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
    return _lacks_height(room.height(), needed) or (
        _lacks_width(room.width(), longest) if longest < 40 * metrics.averageCharWidth() else ""
    )


def _button_fault(button: QPushButton) -> str:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room: QRect = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    metrics = QFontMetrics(button.font())
    words = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    lines = words.split("\n")
    icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    needed = max(metrics.horizontalAdvance(line) for line in lines) + icon
    return _lacks_width(room.width(), needed) or _lacks_height(button.height(), metrics.height() * len(lines))


def _placeholder_fault(field: QLineEdit | QPlainTextEdit) -> str:
    """A hint that is cut off tells half of what it should; the first word at least of a text has to be seen."""
    metrics = QFontMetrics(field.font())
    room = field.contentsRect() if isinstance(field, QLineEdit) else field.viewport().rect()
    fault = _lacks_height(room.height(), metrics.height() - 2)
    if fault or not isinstance(field, QLineEdit) or field.text():
        return fault
    margins = field.textMargins()
    width = room.width() - margins.left() - margins.right() - 4
    return _lacks_width(width, metrics.horizontalAdvance(field.placeholderText()))


def _cut_by_parents(root: QWidget, widget: QWidget) -> Iterator[str]:
    """Half of a line may lie outside only where it can be scrolled into view."""
    area = viewport_of(widget, root)
    across, down = (True, True) if isinstance(area, QAbstractItemView) else can_scroll(area) if area else (False, False)
    parts = [visible_part(root, widget, until=area.viewport() if area else None)]
    if area is not None and not (across and down):
        beyond = visible_part(root, widget)
        parts.append(QRect(0, 0, 1 << 20 if across else beyond.width(), 1 << 20 if down else beyond.height()))
    wide, high = (min(part.width() for part in parts), min(part.height() for part in parts))
    if wide < widget.width() - SLACK and _is_needed(widget, widget.width() - wide, Qt.Orientation.Horizontal):
        yield f"{said(widget)}: {wide} of {widget.width()} pixels across are inside what it lies in"
    if high < widget.height() - SLACK and _is_needed(widget, widget.height() - high, Qt.Orientation.Vertical):
        yield f"{said(widget)}: {high} of {widget.height()} pixels down are inside what it lies in"


def _is_needed(widget: QWidget, hidden: int, way: Qt.Orientation) -> bool:
    """Whether words are hidden, not only the empty room beside them."""
    hint = (
        widget.sizeHint()
        if not widget.hasHeightForWidth()
        else QSize(widget.width(), widget.heightForWidth(widget.width()))
    )
    spare = widget.width() - hint.width() if way is Qt.Orientation.Horizontal else widget.height() - hint.height()
    return hidden > max(0, spare) + SLACK


def _words(widget: QLabel | QAbstractButton) -> bool:
    return bool(widget.text())


def _lacks(widget: QWidget, needed: QSize) -> str:
    return _lacks_width(widget.width(), needed.width()) or _lacks_height(widget.height(), needed.height())


def _lacks_width(room: int, needed: int) -> str:
    return f"has {room} of {needed} pixels across" if needed > room + SLACK else ""


def _lacks_height(room: int, needed: int) -> str:
    return f"has {room} of {needed} pixels down" if needed > room + SLACK else ""

"""Where widgets are and what they say, as the rules need it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from workshop.ui.widgets.floating import Floating

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit,
)  # fmt: skip
SLACK = 2  # pixels that nobody sees


def shown(root: QWidget) -> Iterator[QWidget]:
    """Everything below a root that is not hidden, in the order in which it was made."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.window() is root.window() and not _is_inner(widget):
            yield widget


def controls(root: QWidget) -> list[QWidget]:
    """What a person can act on by key or pointer."""
    return [widget for widget in shown(root) if _is_control(widget)]


def top_layer(root: QWidget) -> QWidget:
    """What is to be judged: the window, or what lies over the whole of it for a while and hides it (its property "veil")."""
    veils = [child for child in root.findChildren(QWidget) if child.property("veil") and child.isVisibleTo(root)]
    return veils[-1] if veils else root


def notices(root: QWidget) -> list[QRect]:
    """Where notices lie above what is shown, for some seconds."""
    shown_now = (notice for notice in root.window().findChildren(Floating) if notice.isVisible())
    return [QRect(root.mapFromGlobal(notice.mapToGlobal(QPoint(0, 0))), notice.size()) for notice in shown_now]


def place_in(root: QWidget, widget: QWidget) -> QRect:
    """The rectangle of a widget in the coordinates of the root."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def said(widget: QWidget) -> str:
    """A widget as a fault names it: what it says, else what it is."""
    words = ""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        words = widget.text()
    words = words or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {words[:60]!r}"


def visible_part(root: QWidget, widget: QWidget, *, until: QWidget | None = None) -> QRect:
    """What of a widget is inside everything it lies in, across and down, in the coordinates of the root.

    With `until` only what it lies in below that widget counts.
    """
    left, top, right, bottom = _edges(root, widget)
    parent = widget.parentWidget()
    while parent is not None and parent is not root and parent is not until:
        sides = _edges(root, parent)
        left, top = max(left, sides[0]), max(top, sides[1])
        right, bottom = min(right, sides[2]), min(bottom, sides[3])
        parent = parent.parentWidget()
    if until is None:
        left, top, right, bottom = max(left, 0), max(top, 0), min(right, root.width()), min(bottom, root.height())
    return QRect(left, top, max(0, right - left), max(0, bottom - top))


def viewport_of(widget: QWidget, root: QWidget) -> QAbstractScrollArea | None:
    """The nearest scrolling area a widget lies in."""
    inner, outer = widget, widget.parentWidget()
    while outer is not None and inner is not root:
        if isinstance(outer, QAbstractScrollArea) and outer.viewport() is inner:
            return outer
        inner, outer = outer, outer.parentWidget()
    return None


def can_scroll(area: QAbstractScrollArea) -> tuple[bool, bool]:
    """Whether a person can scroll an area across and down."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    across, down = area.horizontalScrollBarPolicy() != off, area.verticalScrollBarPolicy() != off
    return across, down


def overlap(one: QRect, other: QRect) -> float:
    """How much of the smaller rectangle the two share, 0 to 1."""
    shared = one.intersected(other)
    smaller = min(one.width() * one.height(), other.width() * other.height())
    return QRectF(shared).width() * QRectF(shared).height() / smaller if smaller and shared.isValid() else 0.0


def _edges(root: QWidget, widget: QWidget) -> tuple[int, int, int, int]:
    place = place_in(root, widget)
    return place.x(), place.y(), place.x() + place.width(), place.y() + place.height()


def _is_inner(widget: QWidget) -> bool:
    """Parts that Qt makes for itself: scroll bars, clear buttons, the field in a spin box."""
    parent = widget.parentWidget()
    return (
        isinstance(widget, QScrollBar)
        or isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit)
        or (widget.objectName().startswith("qt_") and not isinstance(widget, QLabel))
    )


def _is_control(widget: QWidget) -> bool:
    reachable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return widget.isEnabled() and (isinstance(widget, QAbstractButton) or (reachable and isinstance(widget, CONTROLS)))

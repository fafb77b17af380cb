"""What cannot be reached: controls outside the window, above each other, too small; pages that scroll sideways."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QLabel, QScrollArea, QWidget

from tests.audit.places import SLACK, can_scroll, controls, overlap, place_in, said, shown, viewport_of
from workshop.ui.widgets.floating import Floating

FINGER = 64  # pixels, screens.md


def off_screen(root: QWidget) -> Iterator[str]:
    """Controls that lie outside the window and cannot be scrolled into it."""
    for widget in controls(root):
        inner: QWidget = widget
        while True:
            area = viewport_of(inner, root)
            frame = root if area is None else area.viewport()
            place = place_in(frame, inner)
            room = frame.rect()
            across, down = can_scroll(area) if area is not None else (False, False)
            if not across and (place.left() < -SLACK or place.right() > room.right() + SLACK):
                yield f"{said(widget)}: lies {place.left()}…{place.right()} of {room.width()} pixels across"
                break
            if not down and (place.top() < -SLACK or place.bottom() > room.bottom() + SLACK):
                yield f"{said(widget)}: lies {place.top()}…{place.bottom()} of {room.height()} pixels down"
                break
            if area is None:
                break
            inner = area


def sideways(root: QWidget) -> Iterator[str]:
    """Pages and panels that have to be scrolled sideways to be read; the wall of themes may."""
    for area in shown(root):
        if isinstance(area, QScrollArea) and not area.property("sideways") and area.widget() is not None:
            needed, room = area.widget().width(), area.viewport().width()
            if needed > room + SLACK:
                yield f"{said(area)} in {said(area.parentWidget())}: is {needed} wide in {room}"


def overlapping(root: QWidget) -> Iterator[str]:
    """Controls and words that lie above each other."""
    acting = set(controls(root))
    things = [w for w in shown(root) if _is_words(w) or (w in acting and not isinstance(w, QAbstractScrollArea))]
    things = [thing for thing in things if not thing.size().isEmpty() and not _floats(thing)]
    places = [(place_in(root, thing).adjusted(1, 1, -1, -1), thing) for thing in things]
    places.sort(key=lambda placed: placed[0].top())
    for index, (place, one) in enumerate(places):
        for beside, other in places[index + 1 :]:
            if beside.top() > place.bottom():
                break
            if overlap(place, beside) > 0.02 and _beside_each_other(root, one, other):
                yield f"{said(one)} and {said(other)} lie above each other"


def too_small_for_fingers(root: QWidget) -> Iterator[str]:
    """What is touched on the shared screen and is smaller than a finger."""
    for widget in controls(root):
        if not isinstance(widget, QAbstractButton):
            continue
        if min(widget.width(), widget.height()) < FINGER - SLACK:
            yield f"{said(widget)}: is {widget.width()}×{widget.height()} pixels, a finger needs {FINGER}"


def _is_words(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and (bool(widget.text()) or not widget.pixmap().isNull())


def _floats(widget: QWidget) -> bool:
    """Whether it is meant to lie above others for a while."""
    parent: QWidget | None = widget
    while parent is not None:
        if isinstance(parent, Floating) or parent.property("floating"):
            return True
        parent = parent.parentWidget()
    return False


def _beside_each_other(root: QWidget, one: QWidget, other: QWidget) -> bool:
    """Neither holds the other; what lies in two different scrolling areas hides behind their edges."""
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    first, second = viewport_of(one, root), viewport_of(other, root)
    return first is second and not isinstance(first, QAbstractItemView)

"""The Tab key goes through what is shown in the order in which it is read, whatever was made first."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QListWidget, QScrollArea, QWidget

from workshop.ui.widgets.item_layout import laid_out


class ReadingOrder:
    """Mixed into a widget with a layout: the order is put right whenever Tab is pressed inside."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Called by Qt for every widget around the one with the keyboard."""
        chain_tabs(self)
        return super().focusNextPrevChild(forward)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything in a widget that Tab reaches, in the order in which it is laid out: the order in which it is read."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from tab_stops(widget.widget())
    elif isinstance(widget, QListWidget):
        fields = (widget.itemWidget(widget.item(row)) for row in range(widget.count()))
        for field in fields:
            if field is not None:
                yield from tab_stops(field)
    elif (layout := widget.layout()) is not None:
        yield from _stops_of(layout)


def chain_tabs(widget: QWidget) -> None:
    """Let Tab go through a widget in reading order, also where parts of it came later."""
    for one, other in pairwise(list(tab_stops(widget))):
        QWidget.setTabOrder(one, other)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for part in laid_out(layout):
        yield from _stops_of(part) if isinstance(part, QLayout) else tab_stops(part)

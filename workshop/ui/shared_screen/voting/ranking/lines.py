"""What lines at the check have in common: the Tab key meets one of them, and nothing is changed while a ballot is cast."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop.ui.shared_screen.steps import LastLookStep


class OneStop:
    """Lines of which the Tab key meets the one that had the keyboard last; arrows lead to the others."""

    def __init__(self, lines: Sequence[QWidget]) -> None:
        self._lines = lines
        self.enter(lines[0])

    def enter(self, here: QWidget) -> None:
        """One of them has the keyboard."""
        for line in self._lines:
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line is here else Qt.FocusPolicy.ClickFocus)

    def move(self, here: QWidget, by: int) -> None:
        """The keyboard goes some lines on."""
        wanted = self._lines.index(here) + by
        if 0 <= wanted < len(self._lines):
            self._lines[wanted].setFocus(Qt.FocusReason.TabFocusReason)


def check_step_of(widget: QWidget) -> LastLookStep | None:
    """The check in which something is shown, unless its ballot is on its way: then what is seen is what is kept."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, LastLookStep):
        holder = holder.parentWidget()
    return holder if holder is not None and holder.go_button.isEnabled() else None

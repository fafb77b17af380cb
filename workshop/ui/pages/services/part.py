"""A part of the page: cards that are built anew when their content changes, with the keyboard where it was."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workshop.ui.desk import Desk
from workshop.ui.pages.evaluation.form_detail import ScrolledColumn
from workshop.ui.widgets.buttons import Button, SmallButton
from workshop.ui.widgets.flow_layout import FlowLayout

Verb = tuple[str, Any]


class Part(ScrolledColumn):
    """Its buttons ask for a verb with the thing it is about; lists in it may ask as well."""

    verbAsked = Signal(str, object)  # the name of the verb, the record it is about or None

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setAccessibleName(name)
        self.buttons: dict[Verb, Button] = {}
        self._content: object = None

    def show_content(self, content: object, make: Callable[[], list[QWidget]], *, anew: bool) -> None:
        """Show the cards that `make` builds where the content is another one; `anew` where it is of another service."""
        if content == self._content:
            return
        self._content = content
        place = 0 if anew else self.verticalScrollBar().value()
        held = next((verb for verb, button in self.buttons.items() if button.hasFocus()), None)
        self.buttons = {}
        self.show_cards(make())
        self.widget().adjustSize()
        self.verticalScrollBar().setValue(place)
        if held is not None:
            (self.buttons.get(held) or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def verb(self, name: str, words: str, subject: Any = None, kind: type[Button] = SmallButton) -> Button:
        """A button that asks for a verb; it has the keyboard again where the same one is built anew."""
        button = kind(words)
        button.clicked.connect(lambda: self.verbAsked.emit(name, subject))
        self.buttons[name, getattr(subject, "id", None)] = button
        return button


def flowing(parts: Sequence[QWidget], spacing: int = 8) -> QWidget:
    """Things side by side, in several lines where there is no room."""
    holder = QWidget()
    row = FlowLayout(holder, spacing=spacing, line_spacing=6)
    for part in parts:
        row.addWidget(part)
    return holder

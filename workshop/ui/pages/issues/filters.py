"""The lists that local issues are filtered by."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from workshop.models.enums import IssueCategory, IssueSource, IssueState
from workshop.models.records.sessions import LabSessionRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.issues.sorting import Filter, Outside
from workshop.ui.pages.issues.words import session_name
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form_controls import keep_still


class FilterRow(QWidget):
    """Category, source, state and session, each with all of them first."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        say, tell = desk.language.say, desk.language.tell
        self._values: dict[str, list[Any]] = {}
        row = FlowLayout(self, spacing=8, line_spacing=8)
        self._boxes: dict[str, QComboBox] = {}
        for name, words in (
            ("category", say("Category")), ("source", say("How it is known")), ("state", say("State")),
            ("session", say("Session")),
        ):  # fmt: skip
            self._boxes[name] = self._make(name, words)
            row.addWidget(self._boxes[name])
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for name, first, kind in (
            ("category", say("All categories"), IssueCategory), ("source", say("All sources"), IssueSource),
            ("state", say("All states"), IssueState),
        ):  # fmt: skip
            self._fill(name, [(None, first), *((word, tell(title_of(word))) for word in kind)])
        self.show_sessions(())

    @property
    def value(self) -> Filter:
        """What is chosen, without words."""
        chosen = {name: self._values[name][max(0, box.currentIndex())] for name, box in self._boxes.items()}
        return Filter(**chosen)

    def set_value(self, wanted: Filter) -> None:
        """Choose something without telling anybody."""
        for name in self._boxes:
            self._choose(name, getattr(wanted, name))

    def box(self, name: str) -> QComboBox:
        """One of the lists: category, source, state or session."""
        return self._boxes[name]

    def show_sessions(self, sessions: Sequence[LabSessionRecord]) -> None:
        """Offer the sessions; the chosen one stays chosen as long as it is there."""
        language = self._desk.language
        entries: list[tuple[UUID | Outside | None, str]] = [(None, language.say("All sessions"))]
        entries += [(one.id, f"{session_name(language, one)} · {one.title}") for one in sessions]
        entries.append((Outside.SESSIONS, language.say("Outside sessions")))
        self._fill("session", entries)

    def _make(self, name: str, words: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(11)
        box.activated.connect(lambda _place: self.changed.emit())
        self._values[name] = []
        return keep_still(box)

    def _fill(self, name: str, entries: Sequence[tuple[Any, str]]) -> None:
        box, values = self._boxes[name], [value for value, _words in entries]
        words = [text for _value, text in entries]
        if values == self._values[name] and words == [box.itemText(place) for place in range(box.count())]:
            return
        chosen = self._values[name][box.currentIndex()] if box.currentIndex() > 0 else None
        self._values[name] = values
        box.blockSignals(True)
        box.clear()
        box.addItems(words)
        self._choose(name, chosen)
        box.blockSignals(False)

    def _choose(self, name: str, value: Any) -> None:
        values = self._values[name]
        self._boxes[name].setCurrentIndex(values.index(value) if value in values else 0)

"""The part of the observations: the line of quick entry, in which shift, and below it what was seen and the shifts."""

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from workshop.models.records.observations import ObservationRecord, ShiftRecord
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.pages.services.entry import ObservationEntry
from workshop.ui.pages.services.part import flowing
from workshop.ui.pages.services.situation import Situation
from workshop.ui.pages.services.words import (
    SEVERITY_PILLS,
    joined,
    moment_words,
    one_line,
    operator_words,
    shift_times,
)
from workshop.ui.widgets.buttons import SmallButton
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import MutedLabel, paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row


class SeenTable(DataTable):
    """What was seen; Enter opens the chosen row.

    I makes a local issue of it, L links it to a known one, F makes a follow-up, Delete removes it.
    """

    keyed = Signal(str, object)  # one of the words below, and the record

    _KEYS: ClassVar = {
        Qt.Key.Key_I: "issue",
        Qt.Key.Key_L: "link-issue",
        Qt.Key.Key_F: "hand-on",
        Qt.Key.Key_Delete: "remove-observation",
    }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key leads on."""
        name = self._KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if name is not None and self.chosen is not None:
            self.keyed.emit(name, self.chosen)
        else:
            super().keyPressEvent(event)


class ObservationsPart(QWidget):
    """The entry stays as it is while things come in; `shift_id` is the shift that is chosen for what is being written."""

    verbAsked = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        say = desk.language.say
        self._shifts: Sequence[ShiftRecord] = ()
        self.entry = ObservationEntry(desk)
        self.shift = QComboBox()
        self.shift.setAccessibleName(say("Shift"))
        self.shift.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.shift.setMinimumContentsLength(16)
        keep_still(self.shift)
        self.begin_button = SmallButton(say("Begin a shift…"), icon=desk.icons.icon("clock"))
        self.end_button = SmallButton(say("End this shift"))
        self.table = SeenTable(desk, self._columns(), say("What was seen"), fit_rows=True)
        self.shifts_table = DataTable(
            desk,
            [Column(say("When")), Column(say("Operator")), Column(say("Place"), width=0), Column(say("Observations"), "right")],
            say("Shifts"), fit_rows=True, single_click=True,
        )  # fmt: skip
        self.keys = MutedLabel(
            say(
                "Enter opens a row, I makes a local issue of it, L links it to a known one, F hands it to a department."
            ),
            wrap=True,
        )
        self.none = paragraph(
            say("Nothing has been noted yet. Whoever runs the service writes down in a line what is seen of it."),
            role="muted",
        )
        self._lay_out()
        self._connect()

    @property
    def shift_id(self) -> UUID | None:
        """The shift that is chosen."""
        place = self.shift.currentIndex()
        return self._shifts[place - 1].id if place > 0 else None

    def show_situation(self, situation: Situation, *, anew: bool) -> None:
        """Show what was seen of the chosen service, the newest first; of the whole project nothing is noted here."""
        chosen = situation.chosen
        if chosen is None or chosen.service is None:
            return
        self._show_shifts(chosen.shifts, anew=anew)
        seen = list(reversed(chosen.observations))
        self.table.set_rows([self._row(one) for one in seen])
        self.table.setVisible(bool(seen))
        self.keys.setVisible(bool(seen))
        self.none.setVisible(not seen)
        self.seen_card.set_count(self.desk.language.number(len(seen)) if seen else "")
        self.shifts_card.setVisible(bool(chosen.shifts))
        self.shifts_table.set_rows([self._shift_row(one) for one in reversed(chosen.shifts)])

    def choose_shift(self, shift_id: UUID) -> None:
        """Write in this shift from now on."""
        for place, shift in enumerate(self._shifts, start=1):
            if shift.id == shift_id:
                self.shift.setCurrentIndex(place)

    def _show_shifts(self, shifts: tuple[ShiftRecord, ...], *, anew: bool) -> None:
        """The shifts that go on, and the one that is chosen; of another service the one that goes on is chosen."""
        language, kept = self.desk.language, None if anew else self.shift_id
        offered = [one for one in reversed(shifts) if one.ends_at is None or one.id == kept]
        if offered != list(self._shifts) or not self.shift.count():
            self._shifts = offered
            self.shift.clear()
            self.shift.addItem(language.say("without a shift"))
            for one in offered:
                self.shift.addItem(
                    joined((operator_words(language, one.operator), one.place, shift_times(language, one)))
                )
            wanted = kept or next((one.id for one in offered if one.ends_at is None), None)
            if wanted is not None:
                self.choose_shift(wanted)
        self._show_end()

    def _show_end(self) -> None:
        place = self.shift.currentIndex()
        self.end_button.setEnabled(place > 0 and self._shifts[place - 1].ends_at is None)

    def _columns(self) -> list[Column]:
        say = self.desk.language.say
        return [
            Column(say("Severity")), Column(say("What was seen"), width=0), Column(say("When and where")),
            Column(say("What became of it"), "right"),
        ]  # fmt: skip

    def _row(self, one: ObservationRecord) -> Row:
        language = self.desk.language
        where = joined((language.day(one.seen_at.astimezone().date()), one.place))
        who = joined((moment_words(language, one.seen_at), one.place, operator_words(language, one.operator)))
        became = joined(
            (
                language.say("local issue {n}", n=one.issue) if one.issue is not None else "",
                language.say_many("{n} follow-up", "{n} follow-ups", n=len(one.follow_ups)) if one.follow_ups else "",
                language.say_many("{n} photo", "{n} photos", n=one.pictures) if one.pictures else "",
                one.department,
            )
        )
        severity = Cell(language.tell(title_of(one.severity)), pill=SEVERITY_PILLS.get(one.severity, "quiet"))
        cells = (
            severity,
            Cell(one_line(one.text), tip=one.text),
            Cell(where, role="muted", tip=who),
            Cell(became, role="muted"),
        )
        return Row(one, cells)

    def _shift_row(self, one: ShiftRecord) -> Row:
        language = self.desk.language
        worst = language.tell(title_of(one.worst)) if one.worst is not None else ""
        seen = joined((language.number(one.observations), worst)) if one.observations else "–"
        return Row(one, (shift_times(language, one), operator_words(language, one.operator) or "–", one.place, seen))

    def _lay_out(self) -> None:
        say = self.desk.language.say
        write = Card()
        write.setAccessibleName(say("Write down an observation"))
        write.add(self.entry)
        write.add(flowing([self.shift, self.begin_button, self.end_button]))
        self.seen_card, self.shifts_card = Card(say("What was seen")), Card(say("Shifts"))
        for widget in (self.none, self.table, self.keys):
            self.seen_card.add(widget)
        self.shifts_card.add(self.shifts_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (write, self.seen_card, self.shifts_card):
            column.addWidget(card)
        column.addStretch(1)

    def _connect(self) -> None:
        self.entry.given.connect(lambda seen: self.verbAsked.emit("keep-seen", seen))
        self.begin_button.clicked.connect(lambda: self.verbAsked.emit("new-shift", None))
        self.end_button.clicked.connect(lambda: self.verbAsked.emit("end-shift", self.shift_id))
        self.shift.currentIndexChanged.connect(lambda _place: self._show_end())
        self.table.rowActivated.connect(lambda one: self.verbAsked.emit("edit-observation", one))
        self.table.keyed.connect(self.verbAsked)
        self.shifts_table.rowActivated.connect(lambda one: self.verbAsked.emit("edit-shift", one))

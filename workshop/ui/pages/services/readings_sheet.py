"""The readings of an indicator, the newest first, each with how it was before it was corrected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop.models.records.indicators import IndicatorRecord, ReadingRecord, ReadingVersion
from workshop.models.telling.indicators import amount
from workshop.models.titles import title_of
from workshop.ui.desk import Desk
from workshop.ui.dialogs.sheet import Sheet
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.headings import paragraph
from workshop.ui.widgets.table_model import Cell, Column, Row


class ReadingsSheet(Sheet):
    """Enter or a click on a row asks to correct it."""

    correctionAsked = Signal(object)  # ReadingRecord

    def __init__(self, desk: Desk, indicator: IndicatorRecord, parent: QWidget) -> None:
        super().__init__(desk, indicator.title, parent, width=760)
        self._desk, self._unit = desk, indicator.unit
        say = desk.language.say
        columns = [
            Column(say("Day")), Column(say("Reading")), Column(say("Phase")), Column(say("Source"), width=0),
            Column(say("Noted by")),
        ]  # fmt: skip
        self.table = DataTable(desk, columns, say("Readings"), fit_rows=True, single_click=True)
        self.table.set_rows([row for one in reversed(indicator.readings) for row in self._rows(one)])
        self.table.rowActivated.connect(self._ask)
        self.body.addWidget(self.table)
        self.body.addWidget(
            paragraph(say("Choose a row to correct it. How it was before stays here."), role="muted", small=True)
        )
        self.cancel_button.setText(say("Close"))

    def _rows(self, one: ReadingRecord) -> list[Row]:
        """A reading, and below it how it was, the last version first."""
        language = self._desk.language
        value = Cell(amount(one.value, self._unit), strong=True)
        rows = [Row(one, (language.day(one.on), value, *self._told(one)))]
        for before in reversed(one.earlier):
            was = language.say("before: {n}", n=amount(before.value, self._unit))
            rows.append(Row((one, before.number), (language.day(before.on), was, *self._told(before)), quiet=True))
        return rows

    def _told(self, one: ReadingRecord | ReadingVersion) -> tuple[str, str, str]:
        tell = self._desk.language.tell
        return tell(title_of(one.phase)) if one.phase is not None else "–", one.source, tell(title_of(one.role))

    def _ask(self, key: object) -> None:
        if isinstance(key, ReadingRecord):
            self.accept()
            self.correctionAsked.emit(key)

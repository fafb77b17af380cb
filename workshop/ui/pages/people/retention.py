"""Who goes on taking part: numbers as small bars, who wants to be called again, who moved from participant to operator."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop.charts.bars import Bar
from workshop.models.records.retention import MoveRecord, RetentionRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.people.words import move_words, number_words
from workshop.ui.widgets.card import Card
from workshop.ui.widgets.charts.bar_chart import BarChart
from workshop.ui.widgets.headings import Label, StrongLabel, paragraph
from workshop.ui.widgets.keyed_rows import KeyedRows


class RetentionCard(Card):
    """Participants by number; the card is there once somebody came or wants to be called again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(say("Who goes on taking part"), parent=parent)
        self._desk = desk
        self.chart = BarChart(desk, self.title)
        self.call_again: Label = paragraph(role="muted", small=True)
        self.add(self.chart)
        self._called = self._part(say("To be called again"), self.call_again)
        self.moves, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.moves.setLayout(column)
        self.rows = KeyedRows[MoveRecord, MoveRow](
            column, lambda move: move.participant_id, lambda _move: MoveRow(), self._show_move
        )
        self._moved = self._part(say("From participant to operator"), self.moves)

    def show_retention(self, retention: RetentionRecord) -> None:
        """Show the numbers, and who it is where somebody has to know."""
        say, number = self._desk.language.say, self._desk.language.number
        counted = (
            (say("Came"), retention.attended),
            (say("Came back"), retention.returning),
            (say("Became operators"), len(retention.moves)),
            (say("Call again"), len(retention.call_again)),
        )
        self.chart.set_bars([Bar(label, count, number(count)) for label, count in counted])
        self.call_again.setText(number_words(self._desk.language, retention.call_again))
        self._called.setVisible(bool(retention.call_again))
        self.rows.show(retention.moves)
        self._moved.setVisible(bool(retention.moves))

    def _show_move(self, row: "MoveRow", move: MoveRecord) -> None:
        service, way = move_words(self._desk.language, move)
        row.show_words(f"{number_words(self._desk.language, [move.number])} · {service}", way)

    def _part(self, title: str, content: QWidget) -> QWidget:
        part = QWidget()
        stack = QVBoxLayout(part)
        stack.setContentsMargins(0, 8, 0, 0)
        stack.setSpacing(6)
        stack.addWidget(StrongLabel(title, wrap=True))
        stack.addWidget(content)
        self.add(part)
        return part


class MoveRow(QWidget):
    """One participant who became an operator: of what, and below it since when and after which session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.service, self.way = paragraph(), paragraph(role="muted", small=True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(1)
        stack.addWidget(self.service)
        stack.addWidget(self.way)

    def show_words(self, service: str, way: str) -> None:
        """Show what they run, and on which way they came to it."""
        self.service.setText(service)
        self.way.setText(way)

"""What the same ballots would have come to by another rule: for the facilitator, and clearly not the result."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from workshop.models.enums import CountingRule
from workshop.models.records.votes import PollResult
from workshop.models.telling.lots import lot_sentences, tie_sentences
from workshop.models.telling.methods import method_sentence
from workshop.models.telling.quoting import listed
from workshop.models.telling.standings import budget_sentence, figure, leads, measure
from workshop.models.titles import title_of
from workshop.services.voting import results
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.result_table import place_told
from workshop.ui.widgets.data_table import DataTable
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import BodyLabel, paragraph
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.pill import Pill
from workshop.ui.widgets.table_model import Cell, Column, Row


def other_rules(result: PollResult) -> tuple[CountingRule, ...]:
    """The rules that the ballots of a result could be counted by as well."""
    return tuple(rule for rule in result.poll.ballot.other_rules if rule is not result.rule)


class WhatIf(QWidget):
    """A choice of the other rules, and their result beside the real one."""

    def __init__(self, desk: Desk, result: PollResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._real = desk, result
        say = desk.language.say
        self._rules = other_rules(result)
        self.rule = QComboBox()
        self.rule.setAccessibleName(say("Count by another rule"))
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rule.addItem(say("Choose a rule"))
        self.rule.addItems([desk.language.tell(title_of(rule)) for rule in self._rules])
        keep_still(self.rule)
        self.rule.activated.connect(self._count)
        self.seats = QSpinBox()
        self.seats.setAccessibleName(say("How many are chosen"))
        self.seats.setRange(1, max(len(result.poll.options) - 1, 1))
        self.seats.setValue(result.poll.seats or 2)
        self.seats.setFixedWidth(desk.type.px(84))
        keep_still(self.seats)
        self.seats.valueChanged.connect(self._count)
        self._seats_told = BodyLabel(say("How many are chosen"))
        self._below = QVBoxLayout()
        self._below.setSpacing(10)
        self.table: DataTable | None = None
        self._place()

    def _place(self) -> None:
        controls = QWidget()
        row = FlowLayout(controls, spacing=10, line_spacing=6)
        for widget in (self.rule, self._seats_told, self.seats):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(controls)
        column.addLayout(self._below)
        self._show_seats()

    def _show_seats(self) -> None:
        several = self._chosen is CountingRule.STV
        self.seats.setVisible(several)
        self._seats_told.setVisible(several)

    @property
    def _chosen(self) -> CountingRule | None:
        place = self.rule.currentIndex()
        return self._rules[place - 1] if place > 0 else None

    def _count(self) -> None:
        rule, library, poll = self._chosen, self._desk.library, self._real.poll
        self._show_seats()
        if rule is None:
            clear_layout(self._below)
            self.table = None
            return
        seats = self.seats.value() if rule is CountingRule.STV else None

        def show(result: PollResult) -> None:
            if rule is self._chosen:
                self._show(result)

        self._desk.tasks.run(
            lambda: results.what_if(library, poll_id=poll.id, rule=rule, seats=seats), show,
            self._desk.tasks.failed.emit, owner=self,
        )  # fmt: skip

    def _show(self, result: PollResult) -> None:
        language = self._desk.language
        clear_layout(self._below)
        self._below.addWidget(Pill(language.say("Not the result"), "warn"), 0, Qt.AlignmentFlag.AlignLeft)
        self._below.addWidget(paragraph(_difference(self._desk, self._real, result)))
        told = [method_sentence(language, result), budget_sentence(language, result)]
        told += [*tie_sentences(language, result), *lot_sentences(language, result)]
        self._below.addWidget(paragraph("\n".join(filter(None, told)), role="muted", small=True))
        self.table = self._table(result)
        self._below.addWidget(self.table)

    def _table(self, result: PollResult) -> DataTable:
        language, say = self._desk.language, self._desk.language.say
        columns = (
            Column(say("If so")), Column(say("In truth")), Column(say("Option"), width=0, strong=True),
            Column(measure(language, result.rule), "right"),
        )  # fmt: skip
        table = DataTable(self._desk, columns, say("Not the result"), fit_rows=True)
        rows = [
            Row(
                line.option.id,
                (
                    Cell(say("{n}.", n=line.rank), sort=line.rank),
                    Cell(place_told(self._desk, self._real, line.option.id), role="muted"),
                    Cell(line.option.text, tip=line.option.text, strong=leads(result, line)),
                    Cell(figure(language, result, line) or "–"),
                ),
            )
            for line in result.lines
        ]
        table.set_rows(rows)
        return table


def _difference(desk: Desk, real: PollResult, other: PollResult) -> str:
    """Whether the same options would have won."""
    language = desk.language
    won = [line.option for line in other.lines if leads(other, line)]
    if {option.id for option in won} == {line.option.id for line in real.lines if leads(real, line)}:
        return language.say("The outcome would be the same.")
    if not won:
        return language.say("Nothing would be chosen.")
    names = listed(language, [option.text for option in won[:4]])
    if len(won) > 4:
        names += " " + language.say("and {n} more", n=len(won) - 4)
    return language.say("Ahead would be: {names}", names=names)

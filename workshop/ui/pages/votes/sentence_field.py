"""The sentence of the rules with places to fill: what can be chosen stands where it is read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget

from workshop.models.enums import BallotKind, CountingRule, Electorate
from workshop.models.records.votes import PollRecord
from workshop.models.titles import title_of
from workshop.services.voting import poll_setup
from workshop.services.voting.poll_setup import MOST_DOTS, MOST_GRADE, MOST_OPTIONS, BallotRules
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.inline_choice import InlineChoice
from workshop.ui.pages.votes.money_field import PAUSE, MoneyField
from workshop.ui.pages.votes.sentence import NO_SEATS, SECRECY, TIES, VOTERS, has_seats, rules_sentence, voters_of
from workshop.ui.widgets.flow_layout import FlowLayout
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import BodyLabel
from workshop.ui.widgets.look import clear_layout
from workshop.ui.widgets.text_field import LineField

_MARK = "\x00"
_OF_KIND = {
    BallotKind.DOTS: ("dots", "most"),
    BallotKind.APPROVAL: ("dots",),
    BallotKind.SCORE: ("lowest", "highest"),
    BallotKind.RANKING: ("dots", "ties", "rule"),
    BallotKind.PAIRWISE: ("dots",),
    BallotKind.BUDGET: ("money", "rule"),
    BallotKind.YES_NO: (),
}


class Sentence(QWidget):
    """The rules as one sentence; where a number or a choice stands, it can be changed."""

    changed = Signal(object)  # what `edit_poll` takes, by name

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._poll: PollRecord | None = None
        self._shown: object = None
        say = desk.language.say
        self.dots = self._number(say("The most a voter may give"), 1, MOST_DOTS)
        self.most = self._number(say("Most dots on one option"), 1, MOST_DOTS)
        self.lowest = self._number(say("Lowest grade"), 0, MOST_GRADE)
        self.highest = self._number(say("Highest grade"), 0, MOST_GRADE)
        self.seats = self._number(say("How many are chosen"), 0, MOST_OPTIONS)
        self.seats.setSpecialValueText(desk.language.tell(NO_SEATS))
        words = QFontMetrics(desk.type.font()).horizontalAdvance(self.seats.specialValueText())
        self.seats.setFixedWidth(max(self.seats.width(), words + desk.type.px(52)))
        self.budget = MoneyField(desk, name=say("Budget of each voter"))
        self.budget.amountChanged.connect(lambda _amount: self.keep())
        self.unit = LineField(name=say("Unit of the budget"), placeholder=say("Unit"))
        self.unit.setMaxLength(16)
        self.unit.setFixedWidth(desk.type.px(96))
        self.unit.editingFinished.connect(self.keep)
        self.who = self._choice(say("Who may vote"), list(VOTERS), VOTERS.__getitem__, self._tell_voters)
        self.secrecy = self._choice(say("Secret or by name"), [True, False], SECRECY.__getitem__, self._tell_secrecy)
        self.ties = self._choice(say("Equal places"), [False, True], TIES.__getitem__, lambda _value: self.keep())
        self.rule = self._choice(say("How it is counted"), (), title_of, lambda _value: self.keep())
        self._fields: dict[str, QWidget] = {
            "dots": self.dots, "most": self.most, "lowest": self.lowest, "highest": self.highest, "seats": self.seats,
            "budget": self.budget, "unit": self.unit, "who": self.who, "secrecy": self.secrecy, "ties": self.ties,
            "rule": self.rule,
        }  # fmt: skip
        for field in self._fields.values():
            field.setParent(self)
            field.hide()
        self._flow = FlowLayout(self, spacing=5, line_spacing=6)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)

    def show_poll(self, poll: PollRecord) -> None:
        """Show the rules of a poll; what is being changed now is left alone."""
        if self._poll is not None and self._poll.id != poll.id:
            self._pause.stop()
        self._poll = poll
        if not self._pause.isActive():
            self._fill(poll)
        self.setAccessibleName(rules_sentence(self._desk.language, poll))
        key = (poll.ballot, len(poll.options), poll.electorate, has_seats(poll), poll.source)
        if key != self._shown:
            self._shown = key
            self._lay_out(poll)

    def keep(self) -> None:
        """Tell the rules as they stand, where they are others than before."""
        self._pause.stop()
        poll = self._poll
        if poll is None:
            return
        now = self._rules(poll)
        if now != rules_of(poll):
            self.changed.emit({"rules": now})

    def flush(self) -> None:
        """Tell what was changed a moment ago."""
        if self._pause.isActive() or self.unit.hasFocus() or self.budget.is_being_changed:
            self.unit.commit_composition()
            self.keep()

    def _rules(self, poll: PollRecord) -> BallotRules:
        kind, rules = poll.ballot, rules_of(poll)
        if "dots" in _OF_KIND[kind]:
            rules = replace(rules, dots=self.dots.value())
        if kind is BallotKind.DOTS:
            rules = replace(rules, per_option=min(self.most.value(), rules.dots))
        if kind is BallotKind.SCORE:
            rules = replace(rules, lowest=self.lowest.value(), highest=self.highest.value())
        if kind is BallotKind.BUDGET:
            rules = replace(rules, budget=self.budget.amount or 0, unit=self.unit.value)
        if "rule" in _OF_KIND[kind]:
            rules = replace(rules, rule=kind.rules[self.rule.currentIndex()])
        if kind is BallotKind.RANKING:
            rules = replace(rules, ties=self.ties.currentIndex() == 1)
        seats = self.seats.value() or None
        if (rules.rule is CountingRule.STV) != (poll.rule is CountingRule.STV):
            seats = poll.seats if (poll.seats or 0) > 1 else 1 if rules.rule is CountingRule.STV else None
        fits = has_seats(replace(poll, rule=rules.rule or poll.rule))
        return replace(rules, seats=seats if fits else None)

    def _fill(self, poll: PollRecord) -> None:
        self._bound(self.dots, poll.dots, 1, MOST_DOTS)
        self._bound(self.most, poll.per_option, 1, poll.dots)
        self.budget.show_amount(poll.budget)
        self._bound(self.lowest, poll.lowest, 0, poll.highest - 1)
        self._bound(self.highest, poll.highest, poll.lowest + 1, MOST_GRADE)
        several = poll.rule is CountingRule.STV
        most = max(len(poll.options) - 1 if poll.options else MOST_OPTIONS, poll.seats or 1)
        self._bound(self.seats, poll.seats or (1 if several else 0), 1 if several else 0, most)
        if not self.unit.hasFocus():
            self.unit.set_value(poll.unit)
        words = [self._desk.language.tell(title_of(rule)) for rule in poll.ballot.rules]
        if [self.rule.itemText(place) for place in range(self.rule.count())] != words:
            self.rule.clear()
            self.rule.addItems(words)
        self.who.setCurrentIndex(list(VOTERS).index(voters_of(poll)))
        self.secrecy.setCurrentIndex(0 if poll.secret else 1)
        self.ties.setCurrentIndex(int(poll.ties))
        self.rule.setCurrentIndex(poll.ballot.rules.index(poll.rule))

    def _lay_out(self, poll: PollRecord) -> None:
        names = ["who", *_OF_KIND[poll.ballot]]
        if poll.electorate is not Electorate.ORGANIZATIONS:  # those vote by name: said, not offered
            names.append("secrecy")
        if has_seats(poll):
            names.append("seats")
        places = {name: f"{_MARK}{name}{_MARK}" for name in names}
        if "money" in names:
            places["money"] = f"{_MARK}budget{_MARK}{_MARK}unit{_MARK}"
        held = QApplication.focusWidget()
        for field in self._fields.values():
            self._flow.removeWidget(field)
            field.hide()
        clear_layout(self._flow)
        for part in rules_sentence(self._desk.language, poll, **places).split(_MARK):
            if part in self._fields:
                self._flow.addWidget(self._fields[part])
                self._fields[part].show()
                continue
            for word in part.lstrip(
                "."
            ).split():  # no stop behind a field; word by word, so that the sentence can run on in the next line
                self._flow.addWidget(BodyLabel(word))
        if held in self._fields.values() and held.isVisibleTo(self):
            held.setFocus()

    def _tell_voters(self, chosen: Any) -> None:
        electorate, sector = chosen
        self.changed.emit({"electorate": electorate, "sector": sector})

    def _tell_secrecy(self, secret: Any) -> None:
        self.changed.emit({"secret": bool(secret)})

    def _choice(
        self, name: str, values: Sequence[Any], words: Callable[[Any], Any], chosen: Callable[[Any], None]
    ) -> InlineChoice:
        box = InlineChoice(self._desk, name)
        for value in values:
            box.addItem(self._desk.language.tell(words(value)))
        box.activated.connect(lambda place: chosen(values[place] if values else None))
        return box

    def _number(self, name: str, least: int, most: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, most)
        box.setFixedWidth(self._desk.type.px(84))
        box.setAccessibleName(name)
        box.lineEdit().setTextMargins(10, 0, 0, 0)
        box.valueChanged.connect(lambda _value: self._pause.start())
        keep_still(box)
        return box

    def _bound(self, box: QSpinBox, value: int, least: int, most: int) -> None:
        box.blockSignals(True)
        box.setRange(least, most)
        box.setValue(value)
        box.blockSignals(False)


def rules_of(poll: PollRecord) -> BallotRules:
    """The rules of a poll as its services take them."""
    return poll_setup.rules_of(cast("Any", poll))  # a record has the fields of its row


def rules_for(kind: BallotKind, poll: PollRecord) -> BallotRules:
    """What usually fits when a vote becomes one of another kind."""
    n = len(poll.options)
    dots = {
        BallotKind.DOTS: 3,
        BallotKind.APPROVAL: min(3, max(1, n - 1)) if n else 3,
        BallotKind.RANKING: min(max(n, 3), 5),
        BallotKind.PAIRWISE: min(max(n * (n - 1) // 2, 3), 10),
    }.get(kind, 1)
    most = dots if kind is BallotKind.DOTS else 1
    return BallotRules(kind, dots, most, lowest=poll.lowest, highest=poll.highest, budget=poll.budget, unit=poll.unit)

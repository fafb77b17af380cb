"""What stands on a paper ballot, typed in: one line for each option, or for each comparison of two."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from workshop.models.enums import BallotKind
from workshop.models.records.votes import Comparison, PollOptionRecord, PollRecord
from workshop.ui.desk import Desk
from workshop.ui.pages.votes.inline_choice import InlineChoice
from workshop.ui.pages.votes.sentence import money
from workshop.ui.widgets.check_box import CheckBox
from workshop.ui.widgets.form_controls import keep_still
from workshop.ui.widgets.headings import BodyLabel, paragraph

_NOTHING = "–"
_WIDEST = 190  # pixels at 100 % of what is chosen, so that three stand side by side


class PaperRows(QWidget):
    """Gives the marks as `voting.cast_ballot` takes them; whether they keep to the rule, the service says."""

    def __init__(self, desk: Desk, poll: PollRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._poll = poll
        self.controls: dict[UUID, Any] = {}
        self.pairs: list[tuple[InlineChoice, InlineChoice, InlineChoice]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)  # for the focus ring
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        if poll.ballot is BallotKind.PAIRWISE:
            self._place_pairs()
        else:
            self._grid.setColumnStretch(1, 1)
            for row, option in enumerate(poll.options):
                self._place_option(row, option)

    def choices(self) -> Mapping[UUID, int]:
        """What was marked, by option; nothing of what was left out."""
        marks = {option: self._mark(control) for option, control in self.controls.items()}
        return {option: mark for option, mark in marks.items() if mark is not None}

    def comparisons(self) -> Sequence[Comparison]:
        """The comparisons of two that were written down."""
        options = [option.id for option in self._poll.options]
        found: list[Comparison] = []
        for one, how, other in self.pairs:
            places = one.currentIndex() - 1, other.currentIndex() - 1
            if min(places) >= 0:
                first, second = options[places[0]], options[places[1]]
                found.append(Comparison(first, second, (first, second, None)[how.currentIndex()]))
        return found

    @property
    def is_whole(self) -> bool:
        """Whether no comparison has one side alone."""
        return all((one.currentIndex() > 0) == (other.currentIndex() > 0) for one, _how, other in self.pairs)

    def focus_first(self) -> None:
        """The keyboard begins in the first line."""
        first = next(iter(self.controls.values()), None) or next((pair[0] for pair in self.pairs), None)
        if first is not None:
            first.setFocus()

    def _mark(self, control: Any) -> int | None:
        if isinstance(control, CheckBox):
            return 1 if control.isChecked() else None
        if isinstance(control, QSpinBox):
            return control.value() or None
        place = control.currentIndex() - 1
        return self._values[place] if place >= 0 else None

    @property
    def _values(self) -> Sequence[int]:
        """What the entries of a list stand for, after the first, which is nothing."""
        poll = self._poll
        if poll.ballot is BallotKind.SCORE:
            return range(poll.lowest, poll.highest + 1)
        return range(1, poll.dots + 1) if poll.ballot is BallotKind.RANKING else (1, -1, 0)

    def _place_option(self, row: int, option: PollOptionRecord) -> None:
        words = option.text
        if self._poll.ballot is BallotKind.BUDGET:
            words = f"{words} · {money(self._desk.language, option.cost or 0, self._poll.unit)}"
        if self._poll.ballot in {BallotKind.APPROVAL, BallotKind.BUDGET}:
            self.controls[option.id] = CheckBox(words)
            self._grid.addWidget(self.controls[option.id], row, 0, 1, 2)
            return
        control = self._control(option.text)
        self.controls[option.id] = control
        self._grid.addWidget(control, row, 0)
        self._grid.addWidget(paragraph(words), row, 1, Qt.AlignmentFlag.AlignVCenter)

    def _control(self, name: str) -> QWidget:
        poll, language = self._poll, self._desk.language
        if poll.ballot is BallotKind.DOTS:
            dots = QSpinBox()
            dots.setRange(0, poll.per_option)
            dots.setAccessibleName(name)
            dots.lineEdit().setTextMargins(10, 0, 0, 0)
            dots.setFixedWidth(self._desk.type.px(84))
            return keep_still(dots)
        if poll.ballot is BallotKind.YES_NO:
            words = [language.say("Yes"), language.say("No"), language.say("Abstain")]
        elif poll.ballot is BallotKind.RANKING:
            words = [language.say("place {n}", n=value) for value in self._values]
        else:
            words = [str(value) for value in self._values]
        return self._choice(name, [_NOTHING, *words])

    def _place_pairs(self) -> None:
        say = self._desk.language.say
        n = len(self._poll.options)
        texts = [_NOTHING, *(option.text for option in self._poll.options)]
        verdicts = [say("is better than"), say("is worse than"), say("can’t decide about")]
        for row in range(min(self._poll.dots, n * (n - 1) // 2)):
            one = self._choice(say("Comparison {n}, one option", n=row + 1), texts)
            how = self._choice(say("Comparison {n}, which is better", n=row + 1), verdicts)
            other = self._choice(say("Comparison {n}, the other option", n=row + 1), texts)
            self.pairs.append((one, how, other))
            self._grid.addWidget(BodyLabel(f"{row + 1}."), row, 0)
            for column, box in enumerate((one, how, other), start=1):
                self._grid.addWidget(box, row, column)
        self._grid.setColumnStretch(4, 1)

    def _choice(self, name: str, words: Sequence[str]) -> InlineChoice:
        box = InlineChoice(self._desk, name, widest=_WIDEST)
        box.addItems(list(words))
        return box

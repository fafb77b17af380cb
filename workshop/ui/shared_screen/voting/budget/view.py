"""A budget in the booth: how it works in a line, and what is seen at the check."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop.models.telling.methods import money
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.parts import Words, card
from workshop.ui.shared_screen.voting.budget.paper import BudgetVote, taken
from workshop.ui.shared_screen.voting.budget.spent_bar import SpentBar

_FEW = 3  # options on large cards


def told_how(look: Look, vote: BudgetVote) -> str:
    """What the voter does."""
    budget = money(look.language, vote.poll.budget, vote.poll.unit)
    return look.language.say("Tap what the budget of {budget} should be spent on.", budget=budget)


def costs_sheet(look: Look, vote: BudgetVote) -> QWidget:
    """What was chosen with its costs, and the sum of them."""
    chosen = taken(vote)
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(8))
    column.addWidget(SpentBar(look, vote))
    column.addSpacing(look.px(4))
    for option in chosen:
        frame, inner = card(look, margin=28 if len(chosen) <= _FEW and look.text < 200 else 16)
        row = QHBoxLayout()
        row.setSpacing(look.px(24))
        row.addWidget(Words(option.text, "strong"), 1)
        cost = Words(money(look.language, option.cost or 0, vote.poll.unit), "strong", wrap=False)
        row.addWidget(cost, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        inner.addLayout(row)
        column.addWidget(frame)
    column.addStretch(1)
    return sheet

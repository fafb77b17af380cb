"""What each kind of ballot brings to the booth."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from workshop.models.enums import BallotKind
from workshop.models.records.votes import PollRecord, VoterRecord
from workshop.ui.shared_screen.look import Look
from workshop.ui.shared_screen.step import Step
from workshop.ui.shared_screen.voting.budget import view as budget
from workshop.ui.shared_screen.voting.budget.paper import BudgetPaper
from workshop.ui.shared_screen.voting.budget.step import BudgetStep
from workshop.ui.shared_screen.voting.dots.paper import DotsPaper
from workshop.ui.shared_screen.voting.dots.step import BallotStep
from workshop.ui.shared_screen.voting.dots.view import chosen_sheet, told_how
from workshop.ui.shared_screen.voting.pairwise import view as pairwise
from workshop.ui.shared_screen.voting.pairwise.pairs_sheet import PairsSheet
from workshop.ui.shared_screen.voting.pairwise.paper import draw_paper
from workshop.ui.shared_screen.voting.pairwise.step import PairwiseStep
from workshop.ui.shared_screen.voting.ranking import view as ranking
from workshop.ui.shared_screen.voting.ranking.order_sheet import OrderSheet
from workshop.ui.shared_screen.voting.ranking.paper import RankingPaper
from workshop.ui.shared_screen.voting.ranking.step import RankingStep
from workshop.ui.shared_screen.voting.score import view as score
from workshop.ui.shared_screen.voting.score.paper import ScorePaper
from workshop.ui.shared_screen.voting.score.step import ScoreStep
from workshop.ui.shared_screen.voting.vote import Paper, Vote, order_for_voter
from workshop.ui.shared_screen.voting.yes_no import view as yes_no
from workshop.ui.shared_screen.voting.yes_no.paper import YesNoPaper
from workshop.ui.shared_screen.voting.yes_no.step import YesNoStep


@dataclass(frozen=True, slots=True)
class BallotView:
    """One kind of ballot: an empty paper, the line that says how, the step where it is filled in, the sheet at the check.

    `make_step` is called with `(look, vote, back=, check=)`. `make_sheet` is asked only where something is marked.
    """

    make_paper: Callable[[PollRecord], Paper]
    told_how: Callable[[Look, Any], str]
    make_step: Callable[..., Step]
    make_sheet: Callable[[Look, Any], QWidget]


_DOTS = BallotView(DotsPaper, told_how, BallotStep, chosen_sheet)

_VIEWS: dict[BallotKind, BallotView] = {
    BallotKind.DOTS: _DOTS,
    BallotKind.APPROVAL: _DOTS,
    BallotKind.RANKING: BallotView(RankingPaper, ranking.told_how, RankingStep, OrderSheet),
    BallotKind.PAIRWISE: BallotView(draw_paper, pairwise.told_how, PairwiseStep, PairsSheet),
    BallotKind.SCORE: BallotView(ScorePaper, score.told_how, ScoreStep, score.grades_sheet),
    BallotKind.BUDGET: BallotView(BudgetPaper, budget.told_how, BudgetStep, budget.costs_sheet),
    BallotKind.YES_NO: BallotView(YesNoPaper, yes_no.told_how, YesNoStep, yes_no.answers_sheet),
}


def view_of(kind: BallotKind) -> BallotView:
    """What a kind of ballot brings."""
    return _VIEWS[kind]


def begin_vote(poll: PollRecord, voter: VoterRecord, code: str = "") -> Vote[Paper]:
    """An empty ballot for a voter, and the code they came with."""
    return Vote(poll, voter, order_for_voter(poll), view_of(poll.ballot).make_paper(poll), code)

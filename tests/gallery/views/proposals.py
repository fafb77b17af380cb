"""The page of proposals: none, one being written, several on their way, and what it asks for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.gallery.console_libraries import FULL, PREPARED, WORKSHOP
from tests.gallery.hall import Hall
from tests.gallery.view import View
from workshop.models.enums import CostBand, FollowUpKind, NoteKind, ProposalState, ServiceKind
from workshop.services.ideas import ideas, notes, proposals
from workshop.services.projects import follow_ups
from workshop.services.voting import polls
from workshop.ui.page import Place

Show = Callable[[Hall], QWidget]
_TITLES = (
    "정류장마다 그늘과 의자를 함께 두고 어르신이 먼저 앉도록 돕는 통학로 쉼터",
    "Mirrors and low lamps at every blind corner on the way to school",
    "볼록 거울",
)


def _open(hall: Hall) -> QWidget:
    return hall.go("proposals", hall.place(0))


def _after_a_vote(hall: Hall) -> QWidget:
    """No proposal yet, but a vote whose winners could become some."""
    return _open(hall)


def _long(hall: Hall) -> QWidget:
    """Sixty proposals, one of them with the longest title there can be."""
    place = hall.place(0)
    library, project_id = hall.window.desk.library, place.project_id
    assert project_id is not None
    for n in range(60):
        title = ("그늘과의자를함께두는통학로쉼터" * 20)[:300] if n == 1 else _TITLES[n % 3]
        proposals.add_proposal(library, project_id=project_id, title=title)
    shown = hall.go("proposals", place)
    hall.click_button(hall.page.list.tiles[1])
    return shown


def _none_open(hall: Hall) -> QWidget:
    return hall.go("proposals", Place())


def _written(hall: Hall) -> QWidget:
    """Three proposals; the first has ideas, a vote, a decision, a service and a discussion."""
    place = hall.place(0)
    library, project_id = hall.window.desk.library, place.project_id
    assert project_id is not None
    board = ideas.idea_board(library, project_id=project_id)
    made = [
        proposals.add_proposal(
            library, project_id=project_id, title=title, idea_ids=[idea.id for idea in board.under(None)[:3]],
            problem="여름 낮에 쉴 곳이 없어 어르신과 어린이가 찻길 쪽으로 걷습니다.", beneficiaries="어르신, 초등학생",
            needs="그늘막 12개, 의자 24개, 도로과 협의", cost_band=CostBand.UNDER_100_MILLION,
            service_kind=ServiceKind.USED_BY_CITIZENS,
        ).record
        for title in _TITLES
    ]  # fmt: skip
    first = made[0].id
    proposals.set_proposal_state(library, proposal_id=made[2].id, state=ProposalState.DROPPED, reason="이미 설치함")
    proposals.set_proposal_state(library, proposal_id=first, state=ProposalState.PROPOSED)
    draft = polls.OptionDraft(_TITLES[0], proposal_id=first)
    session_id = board.ideas[0].lab_session_id
    polls.make_poll(library, session_id=session_id, title="어느 제안을 먼저 할까요?", options=[draft])
    follow_ups.add_follow_up(
        library, project_id=project_id, kind=FollowUpKind.DECISION, text="두 곳에 먼저 놓아 본다", proposal_id=first
    )
    notes.add_note(library, kind=NoteKind.QUESTION, text="눈이 오면 누가 치우나요?", proposal_id=first)
    return hall.go("proposals", place)


def _pilot(hall: Hall) -> QWidget:
    _written(hall)
    hall.push("Make it a pilot")
    return hall.window


def _chosen(place: int) -> Show:
    def show(hall: Hall) -> QWidget:
        _written(hall)
        hall.click_button(hall.page.list.tiles[place])
        return hall.window

    return show


def _drop(hall: Hall) -> QWidget:
    _written(hall)
    hall.push("Drop it…")
    return hall.sheet()


def _new(hall: Hall) -> QWidget:
    _open(hall)
    hall.push("Write the first one")
    return hall.sheet()


VIEWS = (
    View("proposals/none-open", "empty", _none_open),
    View("proposals/empty", PREPARED, _open),
    View("proposals/after-vote", FULL, _after_a_vote),
    View("proposals/long", PREPARED, _long),
    View("proposals/written", FULL, _written),
    View("proposals/pilot", WORKSHOP, _pilot),
    View("proposals/draft", WORKSHOP, _chosen(1)),
    View("proposals/dropped", WORKSHOP, _chosen(2)),
    View("proposals/drop", WORKSHOP, _drop),
    View("proposals/new", PREPARED, _new),
)

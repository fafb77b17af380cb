"""The page of proposals: written in place, voted on, tried, dropped with a reason, discussed."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.builders import Room, make_room
from tests.ui.pages.consoles import PageConsole
from workshop.models.enums import OptionSource, PollState, ProposalState, ServiceKind
from workshop.models.records.proposals import ProposalRecord
from workshop.services.ideas import ideas, notes, proposals
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services
from workshop.services.voting import polls
from workshop.ui.page import Place
from workshop.ui.pages.proposals.page import ProposalsPage


class Proposals(PageConsole):
    """A page of proposals in a window of its own."""

    def __init__(self, qtbot: Any, room: Room) -> None:
        super().__init__(qtbot, room.library, ProposalsPage, "en")
        self.room = room
        self.show_place(Place(room.project_id, room.session_id))

    @property
    def listed(self) -> tuple[ProposalRecord, ...]:
        return proposals.list_proposals(self.room.library, project_id=self.room.project_id)

    def verb(self, name: str) -> None:
        self.click(self.page.detail.verbs[name])

    def add(self, title: str, **values: Any) -> ProposalRecord:
        made = proposals.add_proposal(self.room.library, project_id=self.room.project_id, title=title, **values).record
        self.settle()
        return made


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def page(qtbot: Any, room: Room) -> Iterator[Proposals]:
    made = Proposals(qtbot, room)
    yield made
    made.end()


def test_the_first_one_is_written_from_the_empty_page(page: Proposals, qtbot: Any) -> None:
    assert page.page._empty.isVisible()
    qtbot.keyClick(page.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = page.sheet()
    page.confirm()
    assert dialog.isVisible()  # a proposal needs a title
    qtbot.keyClicks(dialog.form.control("title"), "benches")
    page.confirm()
    assert [one.title for one in page.listed] == ["benches"]
    assert page.page.detail.isVisible()


def test_a_field_is_saved_when_it_is_left_and_a_title_is_never_lost(page: Proposals, qtbot: Any) -> None:
    page.add("benches")
    form = page.page.detail.form
    problem, title = form.control("problem"), form.control("title")
    problem.setFocus()
    qtbot.keyClicks(problem, "no place to rest")
    title.setFocus()
    page.settle()
    assert page.listed[0].problem == "no place to rest"
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    problem.setFocus()
    page.settle()
    assert page.listed[0].title == "benches"  # it is said at the field that it needs one


def test_from_draft_over_proposal_to_pilot(page: Proposals) -> None:
    made = page.add("benches")
    page.verb("propose")
    page.verb("pilot")
    assert len(page.errors) == 1  # the type of the service is missing, and that is said
    proposals.edit_proposal(page.room.library, proposal_id=made.id, kind=(ServiceKind.USED_BY_CITIZENS,))
    page.settle()
    page.verb("pilot")
    assert page.listed[0].state is ProposalState.PILOT
    assert [one.title for one in city_services.list_services(page.room.library, project_id=page.room.project_id)] == [
        "benches"
    ]
    verbs = page.page.detail.verbs
    assert [name for name, button in verbs.items() if button.isVisible()] == ["drop"]  # what is tried is never removed
    assert not verbs["drop"].hasFocus()  # the key that made it a pilot does nothing else
    page.page.detail.way.stepShown.emit(page.page.collection.trace.after[0])
    assert page.left[-1][0] == "services"


def test_dropped_with_a_reason_and_taken_up_again(page: Proposals, qtbot: Any) -> None:
    page.add("benches")
    page.verb("drop")
    qtbot.keyClicks(page.sheet().form.control("reason"), "done already")
    page.confirm()
    assert (page.listed[0].state, page.listed[0].reason) == (ProposalState.DROPPED, "done already")
    page.verb("again")
    assert page.listed[0].state is ProposalState.PROPOSED


def test_the_empty_page_leads_to_the_result_of_a_vote(page: Proposals, room: Room) -> None:
    assert not page.page.result_button.isVisible()
    poll = polls.open_poll(room.library, poll_id=_vote(room)).record
    polls.close_poll(room.library, poll_id=poll.id)
    polls.reveal_poll(room.library, poll_id=poll.id)
    page.settle()
    page.click(page.page.result_button)
    assert page.left[-1] == ("votes", Place(room.project_id, room.session_id, poll.id))


def test_a_long_title_is_read_from_its_beginning_and_many_are_listed(page: Proposals) -> None:
    for n in range(59):
        proposals.add_proposal(page.room.library, project_id=page.room.project_id, title=f"benches {n}")
    long = page.add("가" * 300)
    page.show_place(Place(page.room.project_id, page.room.session_id, long.id))
    title = page.page.detail.form.control("title")
    assert (len(title.text()), title.cursorPosition(), len(page.page.list.tiles)) == (300, 0, 60)


def _vote(room: Room) -> Any:
    options = [polls.OptionDraft("a bench"), polls.OptionDraft("a lamp")]
    return polls.make_poll(room.library, session_id=room.session_id, title="What first?", options=options).record.id


def test_two_are_put_to_the_vote(page: Proposals) -> None:
    page.add("benches")
    assert not page.page.vote_button.isVisible()
    page.add("mirrors")
    page.click(page.page.vote_button)
    (poll,) = [one for one in polls.list_polls(page.room.library, project_id=page.room.project_id) if one.options]
    assert poll.state is PollState.DRAFT
    assert (poll.source, [option.text for option in poll.options]) == (OptionSource.PROPOSALS, ["benches", "mirrors"])
    assert page.left[-1][0] == "votes"


def test_one_step_back_takes_the_whole_vote_back(page: Proposals) -> None:
    for title in ("benches", "mirrors"):
        page.add(title)
    before = len(polls.list_polls(page.room.library, project_id=page.room.project_id))
    page.click(page.page.vote_button)
    undo.undo(page.room.library)
    assert len(polls.list_polls(page.room.library, project_id=page.room.project_id)) == before


def test_more_than_a_ballot_holds_leaves_no_empty_vote_behind(page: Proposals) -> None:
    for n in range(81):
        proposals.add_proposal(page.room.library, project_id=page.room.project_id, title=f"benches {n}")
    page.show_place(Place(page.room.project_id, page.room.session_id))
    before = len(polls.list_polls(page.room.library, project_id=page.room.project_id))
    page.click(page.page.vote_button)
    assert len(page.errors) == 1
    assert len(polls.list_polls(page.room.library, project_id=page.room.project_id)) == before


def test_its_ideas_lead_to_the_wall_and_can_be_left_out(page: Proposals) -> None:
    idea = ideas.add_idea(page.room.library, session_id=page.room.session_id, text="a bench").record
    page.add("benches", idea_ids=[idea.id])
    (row,) = page.page.detail.ideas.rows.widgets
    page.click(row.see_button)
    assert page.left[-1] == ("ideas", Place(page.room.project_id, page.room.session_id, idea.id))
    page.click(row.leave_button)
    assert page.listed[0].ideas == ()


def test_what_is_said_about_it_is_noted(page: Proposals, qtbot: Any) -> None:
    made = page.add("benches")
    field = page.page.detail.notes.field
    field.setFocus()
    qtbot.keyClicks(field, "who clears the snow?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.settle()
    assert [note.text for note in notes.list_notes(page.room.library, proposal_id=made.id)] == ["who clears the snow?"]

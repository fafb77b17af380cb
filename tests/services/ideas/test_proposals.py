"""From ideas to a proposal, and from a proposal to a service."""

from typing import Any

import pytest

from tests.builders import Room, make_room
from workshop.models.enums import (
    CostBand,
    NoteKind,
    OptionSource,
    ProposalState,
    ServiceKind,
    ServiceState,
)
from workshop.models.errors import InputError, RefusedError
from workshop.models.records.proposals import ProposalRecord
from workshop.services.ideas import ideas, merging, notes, proposals
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services
from workshop.services.voting import polls


def _proposal(room: Room, title: str = "그늘 있는 통학로", **values: Any) -> ProposalRecord:
    return proposals.add_proposal(room.library, project_id=room.project_id, title=title, **values).record


def test_a_proposal_keeps_what_it_came_from(library: Library) -> None:
    room = make_room(library)
    one, other, merged = ideas.add_ideas(library, session_id=room.session_id, texts=["벤치", "그늘", "쉼터"]).record
    merging.merge_ideas(library, into_id=one.id, idea_ids=[merged.id])
    made = _proposal(room, idea_ids=[merged.id, other.id, one.id], problem="쉴 곳이 없다", cost_band=CostBand.NOTHING)
    assert (made.number, made.state, made.ideas) == (1, ProposalState.DRAFT, (one.id, other.id))
    assert ideas.idea_board(library, project_id=room.project_id).ideas[0].proposals == 1
    assert [item.id for item in proposals.list_proposals(library, project_id=room.project_id, idea_id=other.id)] == [
        made.id
    ]
    assert proposals.unlink_idea(library, proposal_id=made.id, idea_id=other.id).record.ideas == (one.id,)
    assert proposals.link_ideas(library, proposal_id=made.id, idea_ids=[other.id, other.id]).record.ideas == made.ideas
    assert _proposal(room, "두 번째").number == 2


def test_every_field_is_changed_and_taken_back(library: Library) -> None:
    room = make_room(library)
    made = _proposal(room)
    proposals.edit_proposal(library, proposal_id=made.id, title="그늘막", needs="예산", beneficiaries="어르신")
    edited = proposals.edit_proposal(
        library, proposal_id=made.id, cost=(CostBand.UNDER_10_MILLION,), kind=(ServiceKind.USED_BY_CITIZENS,)
    ).record
    assert (edited.title, edited.needs, edited.beneficiaries) == ("그늘막", "예산", "어르신")
    assert (edited.cost_band, edited.service_kind) == (CostBand.UNDER_10_MILLION, ServiceKind.USED_BY_CITIZENS)
    assert proposals.edit_proposal(library, proposal_id=made.id, cost=(None,)).record.cost_band is None
    for _step in range(3):
        undo.undo(library)
    assert proposals.get_proposal(library, proposal_id=made.id) == made
    for title in ("", "  ", "가" * 301):
        with pytest.raises(InputError):
            proposals.edit_proposal(library, proposal_id=made.id, title=title)


def test_a_dropped_proposal_says_why(library: Library) -> None:
    room = make_room(library)
    made = _proposal(room)
    with pytest.raises(InputError):
        proposals.set_proposal_state(library, proposal_id=made.id, state=ProposalState.DROPPED, reason=" ")
    dropped = proposals.set_proposal_state(
        library, proposal_id=made.id, state=ProposalState.DROPPED, reason="이미 하고 있음"
    ).record
    assert (dropped.state, dropped.reason) == (ProposalState.DROPPED, "이미 하고 있음")
    again = proposals.set_proposal_state(library, proposal_id=made.id, state=ProposalState.PROPOSED).record
    assert again.reason == ""


def test_a_proposal_becomes_one_service(library: Library) -> None:
    room = make_room(library)
    made = _proposal(room, problem="쉴 곳이 없다")
    with pytest.raises(InputError):
        proposals.make_service(library, proposal_id=made.id)
    proposals.edit_proposal(library, proposal_id=made.id, kind=(ServiceKind.PROVIDED_BY_CITIZENS,))
    service = proposals.make_service(library, proposal_id=made.id).record
    assert (service.title, service.state, service.kind) == (
        made.title, ServiceState.PILOT, ServiceKind.PROVIDED_BY_CITIZENS,
    )  # fmt: skip
    assert proposals.get_proposal(library, proposal_id=made.id).state is ProposalState.PILOT
    with pytest.raises(RefusedError):
        proposals.make_service(library, proposal_id=made.id)
    with pytest.raises(RefusedError):
        proposals.remove_proposal(library, proposal_id=made.id)
    undo.undo(library)
    assert city_services.list_services(library, project_id=room.project_id) == ()


def test_a_proposal_nobody_depends_on_goes_with_its_notes_and_comes_back(library: Library) -> None:
    room = make_room(library)
    made = _proposal(room)
    note = notes.add_note(library, kind=NoteKind.QUESTION, text="누가 돌보나요?", proposal_id=made.id).record
    notes.edit_note(library, note_id=note.id, text="누가 맡아 돌보나요?")
    proposals.remove_proposal(library, proposal_id=made.id)
    assert proposals.list_proposals(library, project_id=room.project_id) == ()
    undo.undo(library)
    assert proposals.get_proposal(library, proposal_id=made.id).notes == 1


def test_a_proposal_is_as_far_as_its_service(library: Library) -> None:
    room = make_room(library)
    made = _proposal(room, service_kind=ServiceKind.SOPHISTICATION)
    service = proposals.make_service(library, proposal_id=made.id, state=ServiceState.PROPOSED).record
    steps = (
        (ServiceState.PROPOSED, ProposalState.PROPOSED),
        (ServiceState.PILOT, ProposalState.PILOT),
        (ServiceState.RUNNING, ProposalState.SERVICE),
    )
    for state, expected in steps:
        city_services.edit_service(library, service_id=service.id, state=state)
        assert proposals.get_proposal(library, proposal_id=made.id).state is expected
    proposals.set_proposal_state(library, proposal_id=made.id, state=ProposalState.DROPPED, reason="너무 비쌈")
    assert proposals.get_proposal(library, proposal_id=made.id).state is ProposalState.DROPPED


def test_what_is_still_written_is_voted_on_with_a_single_proposed_one(library: Library) -> None:
    room = make_room(library)
    made = [_proposal(room, title) for title in ("그늘막", "볼록 거울")]
    proposals.set_proposal_state(library, proposal_id=made[1].id, state=ProposalState.PROPOSED)
    poll = polls.make_poll(library, session_id=room.session_id, title="무엇부터?", source=OptionSource.PROPOSALS).record
    poll = polls.options_from(library, poll_id=poll.id, source=OptionSource.PROPOSALS).record
    assert [option.proposal_id for option in poll.options] == [one.id for one in made]


def test_what_is_proposed_is_voted_on_before_what_is_still_written(library: Library) -> None:
    room = make_room(library)
    made = [_proposal(room, title) for title in ("그늘막", "그늘막", "볼록 거울")]
    for one in made[:2]:
        proposals.set_proposal_state(library, proposal_id=one.id, state=ProposalState.PROPOSED)
    poll = polls.make_poll(library, session_id=room.session_id, title="무엇부터?", source=OptionSource.PROPOSALS).record
    poll = polls.options_from(library, poll_id=poll.id, source=OptionSource.PROPOSALS).record
    assert [(option.text, option.proposal_id) for option in poll.options] == [
        ("그늘막", made[0].id),
        ("그늘막 (2)", made[1].id),
    ]


def test_the_live_proposals_are_voted_on(library: Library) -> None:
    room = make_room(library)
    made = [_proposal(room, title) for title in ("그늘막", "볼록 거울", "버린 것")]
    proposals.set_proposal_state(library, proposal_id=made[2].id, state=ProposalState.DROPPED, reason="겹침")
    poll = polls.make_poll(library, session_id=room.session_id, title="무엇부터?", source=OptionSource.PROPOSALS).record
    poll = polls.options_from(library, poll_id=poll.id, source=OptionSource.PROPOSALS).record
    assert [(option.text, option.proposal_id) for option in poll.options] == [
        ("그늘막", made[0].id),
        ("볼록 거울", made[1].id),
    ]
    with pytest.raises(RefusedError):
        proposals.remove_proposal(library, proposal_id=made[0].id)
    copied = polls.copy_poll(library, poll_id=poll.id, session_id=room.session_id).record
    assert [option.proposal_id for option in copied.options] == [made[0].id, made[1].id]

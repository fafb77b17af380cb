"""The way from a local issue over ideas and votes to a service, walked from every place on it."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from tests.builders import KO, Room, make_room
from workshop.models.enums import BallotKind, FollowUpKind, ServiceKind, ServiceState
from workshop.models.field_enums import PilotDecision
from workshop.models.records.proposals import TraceStep
from workshop.services.field import observation_links, observations, pilots
from workshop.services.ideas import ideas, issue_links, local_issues, merging, proposals, themes, tracing
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups
from workshop.services.voting import polls, voting


@dataclass(frozen=True)
class Story:
    """What happened in the room, by id."""

    room: Room
    theme: UUID
    idea: UUID
    merged: UUID
    poll: UUID
    proposal: UUID
    service: UUID


def _kinds(steps: tuple[TraceStep, ...]) -> list[str]:
    return [step.kind for step in steps]


def _keys(steps: tuple[TraceStep, ...]) -> set[UUID]:
    return {step.id for step in steps}


@pytest.fixture
def story(library: Library) -> Story:
    """An issue became an idea, another was merged into it; the idea came second, was proposed, decided on and tried."""
    room = make_room(library)
    project_id, session_id = room.project_id, room.session_id
    issue = local_issues.add_issue(library, project_id=project_id, text="쉴 곳이 없다").record
    idea = issue_links.idea_from_issue(library, issue_id=issue.id, session_id=session_id).record
    theme = themes.add_theme(library, project_id=project_id, title="쉬어 가기").record
    ideas.place_idea(library, idea_id=idea.id, theme_id=theme.id)
    merged = ideas.add_idea(library, session_id=session_id, text="앉을 곳").record
    drafts = [polls.OptionDraft("앉을 곳", idea_id=merged.id), polls.OptionDraft("다른 것")]
    poll = polls.make_poll(
        library, session_id=session_id, title="먼저 바꿀 것", options=drafts, rules=polls.BallotRules(BallotKind.DOTS)
    ).record
    poll = polls.open_poll(library, poll_id=poll.id).record
    voting.cast_ballot(
        library, poll_id=poll.id, participant_id=room.people[0].id, ballot_id=uuid4(), choices={poll.options[1].id: 1}
    )
    polls.close_poll(library, poll_id=poll.id)
    merging.merge_ideas(library, into_id=idea.id, idea_ids=[merged.id])
    made = proposals.add_proposal(
        library, project_id=project_id, title="그늘 쉼터", idea_ids=[idea.id], service_kind=ServiceKind.SOPHISTICATION
    ).record
    follow_ups.add_follow_up(
        library, project_id=project_id, kind=FollowUpKind.DECISION, text="시범 설치", proposal_id=made.id
    )
    service = proposals.make_service(library, proposal_id=made.id).record
    return Story(room, theme.id, idea.id, merged.id, poll.id, made.id, service.id)


def test_from_an_idea(story: Story, library: Library) -> None:
    trace = tracing.trace_idea(library, idea_id=story.idea)
    assert _kinds(trace.before) == ["local_issue", "theme"]
    assert _kinds(trace.after) == ["poll", "proposal", "follow_up", "service"]
    merged = tracing.trace_idea(library, idea_id=story.merged)
    assert [step.id for step in merged.after] == [story.poll]


def test_from_a_theme(story: Story, library: Library) -> None:
    trace = tracing.trace_theme(library, theme_id=story.theme)
    assert [step.id for step in trace.before if step.kind == "idea"] == [story.idea, story.merged]
    assert _kinds(trace.after) == ["poll", "proposal", "follow_up", "service"]


def test_from_a_vote(story: Story, library: Library) -> None:
    trace = tracing.trace_poll(library, poll_id=story.poll)
    assert _kinds(trace.before) == ["local_issue", "theme", "idea", "idea"]
    assert _kinds(trace.after) == ["proposal", "follow_up", "service"]


def test_from_a_vote_on_proposals(story: Story, library: Library) -> None:
    draft = polls.OptionDraft("그늘 쉼터", proposal_id=story.proposal)
    poll = polls.make_poll(library, session_id=story.room.session_id, title="해 볼까요?", options=[draft]).record
    trace = tracing.trace_poll(library, poll_id=poll.id)
    assert [step.id for step in trace.before if step.kind in {"idea", "proposal"}] == [story.idea, story.proposal]
    assert _kinds(trace.after) == ["follow_up", "service"]


def test_from_a_proposal(story: Story, library: Library) -> None:
    trace = tracing.trace_proposal(library, proposal_id=story.proposal)
    assert _kinds(trace.before) == ["local_issue", "theme", "idea", "idea", "poll"]
    assert _kinds(trace.after) == ["follow_up", "service"]
    assert trace.after[-1].state == ServiceState.PILOT


def test_from_a_service(story: Story, library: Library) -> None:
    trace = tracing.trace_service(library, service_id=story.service)
    assert _kinds(trace.before) == ["local_issue", "theme", "idea", "idea", "poll", "proposal"]
    assert trace.after == ()
    alone = city_services.add_service(
        library, project_id=story.room.project_id, title="볼록 거울", kind=ServiceKind.SOPHISTICATION
    ).record
    assert tracing.trace_service(library, service_id=alone.id) == tracing.Trace((), ())


def test_the_place_in_a_vote_is_told_only_when_the_vote_is_revealed(story: Story, library: Library) -> None:
    def place() -> int | None:
        return next(
            step.number
            for step in tracing.trace_proposal(library, proposal_id=story.proposal).before
            if step.kind == "poll"
        )

    assert place() is None
    polls.reveal_poll(library, poll_id=story.poll)
    assert place() == 2


def test_a_pilot_and_what_was_observed_are_found_from_both_ends(library: Library) -> None:
    room = make_room(library)
    idea = ideas.add_idea(library, session_id=room.session_id, text="함께 걸어요").record
    proposal = proposals.add_proposal(
        library, project_id=room.project_id, title="걷는 버스", idea_ids=[idea.id],
        service_kind=ServiceKind.PROVIDED_BY_CITIZENS,
    ).record  # fmt: skip
    pilot = pilots.add_pilot(library, project_id=room.project_id, proposal_id=proposal.id, title="두 노선").record
    service = proposals.make_service(library, proposal_id=proposal.id).record
    pilots.decide_pilot(library, pilot_id=pilot.id, decision=PilotDecision.SCALE, reason="목표를 넘음")
    decision = pilots.follow_up_from_pilot(library, pilot_id=pilot.id, language=KO).record
    seen = observations.add_observation(library, service_id=service.id, text="모퉁이에 차가 서 있음").record
    observations.add_observation(library, service_id=service.id, text="별일 없음")
    issue_id = observation_links.issue_from_observation(library, observation_id=seen.id).record.local_issue_id
    assert issue_id is not None
    from_issue = issue_links.idea_from_issue(library, issue_id=issue_id, session_id=room.session_id).record
    action = observation_links.follow_up_from_observation(library, observation_id=seen.id).record

    assert {pilot.id, decision.id, service.id} <= _keys(tracing.trace_idea(library, idea_id=idea.id).after)
    onwards = tracing.trace_pilot(library, pilot_id=pilot.id)
    assert {idea.id, proposal.id} <= _keys(onwards.before)
    assert _keys(onwards.after) == {decision.id, service.id}
    of_service = tracing.trace_service(library, service_id=service.id)
    assert {idea.id, proposal.id} == _keys(of_service.before)
    assert _keys(of_service.after) == {pilot.id, seen.id, decision.id, action.id}  # what led to nothing is left out
    of_seen = tracing.trace_observation(library, observation_id=seen.id)
    assert _keys(of_seen.before) == {service.id}
    assert _keys(of_seen.after) == {issue_id, from_issue.id, action.id}
    assert {seen.id, issue_id} == _keys(tracing.trace_idea(library, idea_id=from_issue.id).before)
    of_decision = tracing.trace_follow_up(library, follow_up_id=decision.id)
    assert {idea.id, proposal.id, pilot.id} == _keys(of_decision.before)
    assert _keys(of_decision.after) == {service.id}
    assert {seen.id, issue_id} <= _keys(tracing.trace_follow_up(library, follow_up_id=action.id).before)

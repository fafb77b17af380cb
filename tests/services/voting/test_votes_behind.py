"""Whoever voted for two ideas that became one is one voter behind it."""

from uuid import uuid4

from tests.builders import make_room
from workshop.models.enums import BallotKind
from workshop.services.ideas import ideas, merging
from workshop.services.keeping.library import Library
from workshop.services.voting import polls, voting
from workshop.services.voting.votes_behind import votes_behind


def test_a_ballot_for_two_merged_ideas_is_one_voter(library: Library) -> None:
    room = make_room(library)
    bench, seat, lamp = (
        ideas.add_idea(library, session_id=room.session_id, text=text).record for text in ("벤치", "앉을 곳", "가로등")
    )
    drafts = [polls.OptionDraft(idea.text, idea_id=idea.id) for idea in (bench, seat, lamp)]
    made = polls.make_poll(
        library,
        session_id=room.session_id,
        title="먼저 바꿀 것",
        ballot=BallotKind.DOTS,
        dots=3,
        per_option=3,
        options=drafts,
    ).record
    poll = polls.open_poll(library, poll_id=made.id).record
    first, second, third = (option.id for option in poll.options)
    marks = ({first: 1, second: 1}, {first: 1}, {third: 2}, {})
    for person, choices in zip(room.people, marks, strict=True):
        voting.cast_ballot(library, poll_id=poll.id, participant_id=person.id, choices=choices, ballot_id=uuid4())
    polls.close_poll(library, poll_id=poll.id)
    assert votes_behind(library, idea_id=bench.id) == ()  # nobody has seen the result yet
    polls.reveal_poll(library, poll_id=poll.id)
    assert [(votes.voters, votes.ballots) for votes in votes_behind(library, idea_id=bench.id)] == [(2, 4)]
    assert [votes.voters for votes in votes_behind(library, idea_id=seat.id)] == [1]
    merging.merge_ideas(library, into_id=bench.id, idea_ids=[seat.id])
    (votes,) = votes_behind(library, idea_id=bench.id)
    assert (votes.title, votes.voters) == ("먼저 바꿀 것", 2)
    assert [votes.voters for votes in votes_behind(library, idea_id=lamp.id)] == [1]

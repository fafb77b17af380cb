"""Single acts of the sample's data in a library: its ideas written down, its ballots cast, its forms filled in, its decisions."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID, uuid4

from workshop.models.enums import Channel, IdeaState
from workshop.services.evaluation import answers, evaluations
from workshop.services.ideas import ideas, merging
from workshop.services.keeping.library import Library
from workshop.services.projects import follow_ups
from workshop.services.sample.sample_data import SampleFollowUp, SampleForm, SampleIdea, SamplePoll
from workshop.services.voting import polls, voting

People = Mapping[int, UUID]


def write_ideas(
    library: Library,
    *,
    session_id: UUID,
    given: tuple[SampleIdea, ...],
    people: People,
    themes: Mapping[str, UUID],
    known: dict[int, UUID],
    between: Callable[[], None] = lambda: None,
) -> None:
    """Write down ideas, then merge, withdraw and choose among them; their ids are added to `known` by number."""
    for idea in given:
        between()
        known[idea.number] = ideas.add_idea(
            library,
            session_id=session_id,
            text=idea.text,
            author=people.get(idea.author),
            theme_id=themes.get(idea.theme),
            channel=idea.channel,
        ).record.id
    for idea in given:
        key = known[idea.number]
        if idea.merged_into:
            merging.merge_ideas(library, into_id=known[idea.merged_into], idea_ids=[key])
        elif idea.state is IdeaState.WITHDRAWN:
            ideas.withdraw_idea(library, idea_id=key, reason=idea.reason)
        elif idea.state is IdeaState.CHOSEN:
            ideas.choose_idea(library, idea_id=key, chosen=True)


def cast_ballots(
    library: Library, *, poll_id: UUID, poll: SamplePoll, people: People, first: int = 0, last: int | None = None
) -> None:
    """Cast the ballots from place `first` up to `last` into an open poll."""
    options = [option.id for option in polls.get_poll(library, poll_id=poll_id).options]
    channels = [Channel.SCREEN] * len(poll.screen_ballots) + [Channel.PAPER] * len(poll.paper_ballots)
    rows = list(zip(poll.voters, poll.ballots, channels, strict=True))
    for number, ballot, channel in rows[first:last]:
        voting.cast_ballot(
            library,
            poll_id=poll_id,
            participant_id=people[number],
            choices=dict(zip(options, ballot, strict=True)),
            ballot_id=uuid4(),
            channel=channel,
        )


def fill_in_form(library: Library, *, form_id: UUID, form: SampleForm, people: People) -> None:
    """Open a form, hand in all its answers, close it."""
    evaluations.open_form(library, form_id=form_id)
    for answer in form.answers:
        answers.submit_answer(
            library,
            form_id=form_id,
            values=answer.values,
            answer_id=uuid4(),
            participant_id=people.get(answer.participant),
            channel=answer.channel,
        )
    evaluations.close_form(library, form_id=form_id)


def write_follow_ups(
    library: Library,
    *,
    project_id: UUID,
    session_id: UUID,
    items: Iterable[SampleFollowUp],
    known: Mapping[int, UUID],
    votes: Mapping[str, UUID],
    pilots: Mapping[str, UUID],
    observations: Mapping[str, UUID],
) -> None:
    """Write down what was decided in a session; `known` has the ids of ideas by number, the others theirs by key."""
    for item in items:
        follow_ups.add_follow_up(
            library,
            project_id=project_id,
            session_id=session_id,
            kind=item.kind,
            text=item.text,
            reason=item.reason,
            department=item.department,
            responsible=item.responsible,
            due_on=item.due_on,
            idea_id=known.get(item.idea),
            poll_id=votes.get(item.poll),
            pilot_id=pilots.get(item.pilot),
            observation_id=observations.get(item.observation),
            state=item.state,
            told_back=item.told_back,
        )

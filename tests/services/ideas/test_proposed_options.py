"""What won a vote becomes proposals, once, with the ideas it stands for."""

from uuid import UUID

import pytest

from tests.builders import Room, make_room
from workshop.models.errors import NotFoundError
from workshop.models.records.votes import PollRecord
from workshop.services.ideas import ideas, proposals, themes
from workshop.services.ideas.proposed_options import propose_options, title_of_option
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.voting import polls


def _poll(room: Room, *options: polls.OptionDraft) -> PollRecord:
    return polls.make_poll(room.library, session_id=room.session_id, title="무엇부터?", options=options).record


def _ids(poll: PollRecord) -> list[UUID]:
    return [option.id for option in poll.options]


def test_an_idea_and_the_ideas_of_a_theme_go_along_in_one_step(library: Library) -> None:
    room = make_room(library)
    theme = themes.add_theme(library, project_id=room.project_id, title="쉬어 가기").record
    one, other = (
        ideas.add_idea(library, session_id=room.session_id, text=text, theme_id=theme.id).record
        for text in ("벤치", "그늘")
    )
    gone = ideas.add_idea(library, session_id=room.session_id, text="분수", theme_id=theme.id).record
    ideas.withdraw_idea(library, idea_id=gone.id, reason="겹침")
    poll = _poll(
        room, polls.OptionDraft("벤치", idea_id=one.id), polls.OptionDraft("쉬어 가기", theme_id=theme.id),
        polls.OptionDraft("따로 낸 것"),
    )  # fmt: skip
    made = propose_options(library, poll_id=poll.id, option_ids=_ids(poll)).record
    assert [(item.number, item.title, item.ideas, item.theme_id) for item in made] == [
        (1, "벤치", (one.id,), None),
        (2, "쉬어 가기", (one.id, other.id), theme.id),
        (3, "따로 낸 것", (), None),
    ]
    undo.undo(library)
    assert proposals.list_proposals(library, project_id=room.project_id) == ()


def test_what_is_a_proposal_already_makes_no_second_one(library: Library) -> None:
    room = make_room(library)
    there = proposals.add_proposal(library, project_id=room.project_id, title="그늘막").record
    poll = _poll(room, polls.OptionDraft("우리 그늘막", proposal_id=there.id), polls.OptionDraft("벤치"))
    for _press in range(2):
        made = propose_options(library, poll_id=poll.id, option_ids=_ids(poll)).record
        assert [item.title for item in made] == ["그늘막", "벤치"]
    assert len(proposals.list_proposals(library, project_id=room.project_id)) == 2


def test_the_option_of_another_vote_is_refused(library: Library) -> None:
    room = make_room(library)
    poll, other = (_poll(room, polls.OptionDraft("벤치"), polls.OptionDraft("그늘")) for _poll_of_two in range(2))
    with pytest.raises(NotFoundError):
        propose_options(library, poll_id=poll.id, option_ids=_ids(other))


@pytest.mark.parametrize("text", ["가" * 5_000, "가나다 " * 900, "벤치\n그늘", "😀" * 400])
def test_long_words_become_a_title_and_are_kept_whole(library: Library, text: str) -> None:
    room = make_room(library)
    poll = _poll(room, polls.OptionDraft(text), polls.OptionDraft("그늘"))
    kept = poll.options[0].text
    (made,) = propose_options(library, poll_id=poll.id, option_ids=_ids(poll)[:1]).record
    assert made.title == title_of_option(kept)
    assert "\n" not in made.title
    assert made.problem == kept

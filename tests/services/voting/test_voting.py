"""A vote: each voter once, nobody's ballot known, the count exact."""

import hashlib
import threading
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from tests.builders import cast, make_room, open_poll
from workshop.language import mark
from workshop.models.enums import Channel, Presence
from workshop.models.errors import LibraryError, RefusedError
from workshop.models.tables.history import JournalEntry, UndoStep
from workshop.models.tables.votes import Ballot, VoterMark
from workshop.services.keeping import checks
from workshop.services.keeping.library import Library, open_library
from workshop.services.people import attendance, participants
from workshop.services.voting import polls, results, voting


def test_the_result_sums_dots_and_keeps_ties_side_by_side(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room, options=3)
    cast(room, poll, 0, 2, 1, 0)
    cast(room, poll, 1, 0, 1, 2)
    cast(room, poll, 2)
    polls.close_poll(library, poll_id=poll.id)
    result = results.poll_result(library, poll_id=poll.id)
    assert [(line.points, line.rank) for line in result.lines] == [(2, 1), (2, 1), (2, 1)]
    assert (result.ballots, result.blank, result.invalid, result.entitled) == (3, 1, 0, 4)
    assert dict(result.by_channel)[Channel.SCREEN] == 3
    assert len(result.ties) == 1


def test_nobody_votes_twice(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 3)
    with pytest.raises(RefusedError, match="voted already"):
        cast(room, poll, 0, 0, 3)
    with pytest.raises(RefusedError, match="voted already"):
        voting.admit_voter(library, poll_id=poll.id, code=room.people[0].code)
    assert voting.turnout(library, poll_id=poll.id).voted == 1


def test_casting_again_with_the_same_key_is_the_same_as_once(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    key = uuid4()
    cast(room, poll, 0, 3, ballot_id=key)
    cast(room, poll, 0, 3, ballot_id=key)
    polls.close_poll(library, poll_id=poll.id)
    with pytest.raises(
        RefusedError, match="counts once"
    ):  # the acknowledgement was lost, and the vote has closed since
        cast(room, poll, 0, 3, ballot_id=key)
    assert results.poll_result(library, poll_id=poll.id).ballots == 1


def test_two_screens_with_one_code_make_one_ballot(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    refused: list[Exception] = []

    def vote() -> None:
        try:
            cast(room, poll, 0, 1)
        except RefusedError as error:
            refused.append(error)

    threads = [threading.Thread(target=vote) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 3
    polls.close_poll(library, poll_id=poll.id)
    assert results.poll_result(library, poll_id=poll.id).ballots == 1


def test_two_laptops_with_one_code_make_one_ballot_and_lose_none(library: Library) -> None:
    """Two stations of one library vote at once: everybody's ballot counts once, whoever is first."""
    room = make_room(library, people=8)
    poll = open_poll(room)
    other = open_library(library.database.engine.url.render_as_string(hide_password=False))
    cast_by: list[int] = []
    refused: list[Exception] = []

    def vote(station: Library, persons: list[int]) -> None:
        for person in persons:
            try:
                cast(replace(room, library=station), poll, person, 1)
                cast_by.append(person)
            except RefusedError as error:
                refused.append(error)

    threads = [
        threading.Thread(target=vote, args=(library, list(range(8)))),
        threading.Thread(target=vote, args=(other, [0, 2, 1, 3, 5, 4, 7, 6])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert sorted(cast_by) == list(range(8))
    assert len(refused) == 8
    polls.close_poll(library, poll_id=poll.id)
    assert results.poll_result(library, poll_id=poll.id).ballots == 8
    assert checks.check_library(library) == ()


@pytest.mark.parametrize("dots", [(4, 0, 0), (2, 2, 0), (-1, 0, 0)])
def test_a_ballot_that_breaks_the_rule_is_refused_and_leaves_the_vote_open(
    library: Library, dots: tuple[int, ...]
) -> None:
    room = make_room(library)
    poll = open_poll(room, dots=3, per_option=3)
    with pytest.raises(RefusedError):
        cast(room, poll, 0, *dots)
    cast(room, poll, 0, 1)
    assert voting.turnout(library, poll_id=poll.id).voted == 1


def test_a_strange_option_is_refused(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    with pytest.raises(RefusedError):
        voting.cast_ballot(
            library, poll_id=poll.id, participant_id=room.people[0].id, choices={uuid4(): 1}, ballot_id=uuid4()
        )


def test_a_code_may_be_typed_without_its_hyphen(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    code = room.people[1].code
    for typed in (code, code.replace("-", ""), code.replace("-", " ")):
        assert voting.admit_voter(library, poll_id=poll.id, code=typed).number == 2


def test_only_those_present_are_admitted(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    late = participants.register_participant(library, project_id=room.project_id).record
    with pytest.raises(RefusedError, match="attendance list"):
        voting.admit_voter(library, poll_id=poll.id, code=late.code)
    attendance.set_presence(library, session_id=room.session_id, participant_id=late.id, presence=Presence.PRESENT)
    assert voting.admit_voter(library, poll_id=poll.id, code=late.code).number == 5


def test_a_lost_name_tag_is_void(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    old = room.people[0].code
    new = participants.replace_code(library, participant_id=room.people[0].id).record.code
    assert new != old
    with pytest.raises(RefusedError, match="not known"):
        voting.admit_voter(library, poll_id=poll.id, code=old)
    assert voting.admit_voter(library, poll_id=poll.id, code=new).number == 1


def test_a_name_tag_that_is_replaced_while_its_finder_votes_is_void(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    person = room.people[0]
    voting.admit_voter(library, poll_id=poll.id, code=person.code)
    new = participants.replace_code(library, participant_id=person.id).record.code
    with pytest.raises(RefusedError, match="not known"):
        voting.cast_ballot(library, poll_id=poll.id, participant_id=person.id, ballot_id=uuid4(), code=person.code)
    cast = voting.cast_ballot(library, poll_id=poll.id, participant_id=person.id, ballot_id=uuid4(), code=new)
    assert cast.record.voted


def test_a_ballot_that_is_kept_is_told_so_whatever_comes_after(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(library)
    poll = open_poll(room)

    def full() -> None:
        raise LibraryError(mark("full"))

    monkeypatch.setattr(library.database, "fold_log", full)
    cast(room, poll, 0, 1)
    assert voting.turnout(library, poll_id=poll.id).voted == 1


def test_the_result_is_nobodys_to_see_before_the_close(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    with pytest.raises(RefusedError):
        results.poll_result(library, poll_id=poll.id)


def test_a_closed_vote_stays_closed_and_its_rules_stay_fixed(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    with pytest.raises(RefusedError):
        polls.edit_poll(library, poll_id=poll.id, title="anders")
    polls.close_poll(library, poll_id=poll.id)
    for verb in (polls.open_poll, polls.resume_poll, polls.pause_poll, polls.close_poll):
        with pytest.raises(RefusedError):
            verb(library, poll_id=poll.id)
    with pytest.raises(RefusedError, match="not open"):
        cast(room, poll, 0, 1)


def test_nobody_votes_while_it_is_paused(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    polls.pause_poll(library, poll_id=poll.id)
    with pytest.raises(RefusedError, match="paused"):
        cast(room, poll, 0, 1)
    polls.resume_poll(library, poll_id=poll.id)
    cast(room, poll, 0, 1)


def test_casting_leaves_no_trace_in_journal_or_undo(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    with library.read() as rows:
        entries = len(list(rows.scalars(select(JournalEntry))))
        steps = len(list(rows.scalars(select(UndoStep))))
    cast(room, poll, 0, 1)
    with library.read() as rows:
        assert len(list(rows.scalars(select(JournalEntry)))) == entries
        assert len(list(rows.scalars(select(UndoStep)))) == steps


def test_a_ballot_holds_nothing_of_its_voter(library: Library) -> None:
    assert {column.name for column in Ballot.__table__.columns} == {"poll_id", "id", "choices", "sealed", "sector"}
    assert {column.name for column in VoterMark.__table__.columns} == {"poll_id", "participant_id"}
    if library.database.is_sqlite:
        with library.read() as rows:
            for table in ("ballot", "voter_mark"):
                sql = rows.execute(
                    text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table}
                ).scalar_one()
                assert sql.rstrip().endswith("WITHOUT ROWID")


def test_the_order_of_tapping_is_not_kept(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room, options=3)
    options = [option.id for option in poll.options]
    voting.cast_ballot(
        library,
        poll_id=poll.id,
        participant_id=room.people[0].id,
        choices={options[2]: 1, options[0]: 1},
        ballot_id=uuid4(),
    )
    polls.close_poll(library, poll_id=poll.id)
    with library.read() as rows:
        choices = rows.scalars(select(Ballot)).one().choices
    assert choices is not None
    assert list(choices) == [str(options[0]), str(options[2])]


def test_after_the_close_all_ballots_come_from_one_transaction(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    for person in range(4):
        cast(room, poll, person, 1)
    polls.close_poll(library, poll_id=poll.id)
    if library.database.is_sqlite:
        assert library.database.file is not None
        log = library.database.file.with_name(library.database.file.name + "-wal")
        assert not log.exists() or log.stat().st_size == 0
        with library.read() as rows:
            assert rows.execute(text("PRAGMA freelist_count")).scalar_one() == 0
    else:
        with library.read() as rows:
            for table in ("ballot", "voter_mark"):
                writers = rows.execute(text(f"SELECT count(DISTINCT xmin::text) FROM {table}")).scalar_one()
                assert writers == 1
    assert results.poll_result(library, poll_id=poll.id).ballots == 4


def test_the_lot_can_be_drawn_again_from_its_seed(library: Library) -> None:
    from workshop.methods.voting.lot import draw_lot

    opened = open_poll(make_room(library), options=6)
    assert opened.lot_seed == ""
    assert all(option.lot is None for option in opened.options)
    poll = polls.close_poll(library, poll_id=opened.id).record
    assert hashlib.sha256(poll.lot_seed.encode()).hexdigest() == opened.lot_seal
    drawn = draw_lot([str(option.id) for option in poll.options], poll.lot_seed)
    assert [option.lot for option in poll.options] == [drawn.index(str(option.id)) for option in poll.options]


def test_who_left_after_voting_still_counts_among_the_entitled(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    for person in room.people[:2]:
        attendance.set_presence(library, session_id=room.session_id, participant_id=person.id, presence=Presence.LEFT)
    turnout = voting.turnout(library, poll_id=poll.id)
    assert (turnout.voted, turnout.entitled) == (1, 3)

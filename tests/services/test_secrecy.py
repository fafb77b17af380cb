"""Every claim of docs/secrecy.md that can be tested, on SQLite and on PostgreSQL: its title is the name of the test."""

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from tests.builders import Room, cast, make_room, open_poll
from workshop.models.enums import BallotKind, Electorate, Sector
from workshop.models.errors import RefusedError
from workshop.models.records.votes import PollRecord
from workshop.models.tables.all import METADATA
from workshop.models.tables.votes import Ballot, VoterMark
from workshop.services.keeping import backups, checks
from workshop.services.keeping.library import Library, open_library
from workshop.services.keeping.places import open_own_library
from workshop.services.people import participants
from workshop.services.voting import ballot_box, ballot_rows, polls, results, voting
from workshop.services.voting.ballot_rows import LEAST_IN_GROUP, safe_sectors
from workshop.settings import Settings

_WHOLE_TABLES = ("ballot", "voter_mark")


def _files(library: Library) -> dict[str, bytes]:
    """The library and everything beside it but the keys, as somebody finds it who copies the folder."""
    assert library.database.file is not None
    beside = library.database.file.parent.rglob("*")
    return {file.name: file.read_bytes() for file in beside if file.is_file() and file.suffix != ".key"}


def _sealed(library: Library, poll_id: UUID) -> list[tuple[UUID, bytes | None, Any]]:
    with library.read() as rows:
        chosen = select(Ballot.id, Ballot.sealed, Ballot.choices).where(Ballot.poll_id == poll_id)
        return [tuple(row) for row in rows.execute(chosen)]


def _contents(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but those of ballots and marks."""
    with library.read() as rows:
        return {
            name: [tuple(row) for row in rows.execute(select(table))]
            for name, table in METADATA.tables.items()
            if name not in _WHOLE_TABLES
        }


@pytest.fixture
def in_file(tmp_path: Path) -> Iterator[Library]:
    """A library in a file, for what concerns files alone."""
    opened = open_library(tmp_path / "kept" / "library.workshop", station="test")
    yield opened
    opened.close()


def test_casting_writes_a_ballot_and_a_mark_and_nothing_else_anywhere(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    room = make_room(library)
    poll = open_poll(room)
    before = _contents(library)
    with caplog.at_level(logging.DEBUG, logger="workshop"):
        cast(room, poll, 0, 1)
    assert _contents(library) == before
    assert caplog.records == []


def test_while_the_vote_runs_no_choice_can_be_read(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    for person in range(4):
        cast(room, poll, person, *([0] * (person % 3)), 1)
    assert all(choices is None for _id, _sealed, choices in _sealed(library, poll.id))
    with pytest.raises(RefusedError):
        results.poll_result(library, poll_id=poll.id)
    if library.database.is_sqlite:
        assert not _told_marks(library, poll)
    polls.close_poll(library, poll_id=poll.id)
    if library.database.is_sqlite:
        assert _told_marks(library, poll)  # so it would have been found


def _told_marks(library: Library, poll: PollRecord) -> bool:
    """Whether any file shows a mark beside an option."""
    found = b"".join(_files(library).values())
    return any(f'"{option.id}":'.encode() in found for option in poll.options)


def test_a_blank_ballot_and_a_full_one_are_sealed_equally_long(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room, options=8, dots=8)
    cast(room, poll, 0)
    cast(room, poll, 1, *[1] * 8)
    cast(room, poll, 2, 3)
    assert len({len(sealed or b"") for _id, sealed, _choices in _sealed(library, poll.id)}) == 1


@pytest.mark.parametrize("kind", list(BallotKind))
def test_every_kind_of_ballot_fits_into_one_length(kind: BallotKind, library: Library) -> None:
    from workshop.models.records.votes import Comparison

    room = make_room(library)
    options = [polls.OptionDraft(f"선택지 {place}", cost=1) for place in range(12)]
    rules = polls.BallotRules(kind, dots=12, per_option=12, budget=12)
    made = polls.make_poll(library, session_id=room.session_id, title="안건", rules=rules, options=options).record
    poll = polls.open_poll(library, poll_id=made.id).record
    full = {option.id: place if kind is BallotKind.RANKING else 1 for place, option in enumerate(poll.options, start=1)}
    pairs = [Comparison(one.id, other.id, None) for one, other in zip(poll.options, poll.options[1:], strict=False)]
    for person, (choices, comparisons) in enumerate((({}, []), (full, pairs))):
        marked = {} if kind is BallotKind.PAIRWISE else choices
        voting.cast_ballot(
            library, poll_id=poll.id, participant_id=room.people[person].id, choices=marked,
            comparisons=comparisons if kind is BallotKind.PAIRWISE else (), ballot_id=uuid4(),
        )  # fmt: skip
    assert len({len(sealed or b"") for _id, sealed, _choices in _sealed(library, poll.id)}) == 1


def test_the_key_of_the_box_is_in_no_file_but_its_own(in_file: Library, tmp_path: Path) -> None:
    room = make_room(in_file)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    key = ballot_box._key_file(in_file, poll.id).read_bytes()
    backups.make_backup(in_file, out=tmp_path / "copy.workshop")
    for name, content in _files(in_file).items():
        assert key not in content, name
        assert key.hex().encode() not in content, name


def test_the_key_is_for_this_user_alone(library: Library) -> None:
    poll = open_poll(make_room(library))
    file = ballot_box._key_file(library, poll.id)
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_the_key_is_destroyed_at_the_close(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    file = ballot_box._key_file(library, poll.id)
    polls.close_poll(library, poll_id=poll.id)
    assert not file.exists()


def test_two_orders_of_voting_leave_the_same_marks_in_the_file(
    in_file: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the vote runs the file does not tell who came when: the same voters in another order leave the same page."""
    room = make_room(in_file, people=30)
    poll = open_poll(room)
    # A seal is made of random numbers; here it is always the same, so that nothing but the order can differ.
    monkeypatch.setattr(ballot_rows, "seal", lambda _key, content, *, room: json.dumps(content).encode().ljust(room))
    ballots = [(person, uuid4()) for person in range(30)]
    by_key = sorted(ballots, key=lambda one: one[1])
    pages: list[list[bytes]] = []
    for name, came in (("one", ballots), ("other", ballots[::-1]), ("third", by_key)):
        copy = open_library(backups.make_backup(in_file, out=tmp_path / f"{name}.workshop"))
        for person, ballot_id in came:
            cast(replace(room, library=copy), poll, person, 1, ballot_id=ballot_id)
        assert copy.database.file is not None
        pages.append(_pages(copy.database.file, "voter_mark"))
        copy.close()
    assert room.people[0].id.hex.encode() in pages[0][0]
    assert pages[0] == pages[1] == pages[2]


def _pages(file: Path, table: str) -> list[bytes]:
    """The pages of a table as they lie in the file."""
    with closing(sqlite3.connect(file)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        chosen = "SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno"
        numbers = [row[0] for row in connection.execute(chosen, (table,))]
    content = file.read_bytes()
    return [content[(number - 1) * size : number * size] for number in numbers]


def test_on_a_server_all_ballots_come_from_one_transaction_in_the_order_of_their_keys(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    for person in range(4):
        cast(room, poll, person, 1)
    with library.read() as rows:
        for kind, key in ((Ballot, Ballot.id), (VoterMark, VoterMark.participant_id)):
            lying = select(key) if library.database.is_sqlite else select(key).order_by(text("ctid"))
            assert (found := list(rows.scalars(lying))) == sorted(found)
            if not library.database.is_sqlite:
                assert rows.scalar(text(f"SELECT count(DISTINCT xmin::text) FROM {kind.__tablename__}")) == 1


def test_the_log_of_the_database_is_empty_after_every_ballot(in_file: Library) -> None:
    room = make_room(in_file)
    poll = open_poll(room)
    assert in_file.database.file is not None
    log = in_file.database.file.with_name(f"{in_file.database.file.name}-wal")
    for person in range(3):
        cast(room, poll, person, 1)
        assert not log.exists() or log.stat().st_size == 0


def test_two_backups_of_a_running_vote_show_only_who_has_voted(in_file: Library, tmp_path: Path) -> None:
    room = make_room(in_file)
    poll = open_poll(room)
    cast(room, poll, 0, 3)
    first = backups.make_backup(in_file, out=tmp_path / "first.workshop")
    cast(room, poll, 1, 0, 3)
    second = backups.make_backup(in_file, out=tmp_path / "second.workshop")
    polls.close_poll(in_file, poll_id=poll.id)

    before, after = _rows(first, "ballot"), _rows(second, "ballot")
    (added,) = [row for row in after if row not in before]  # the ballot of voter 2 can be told …
    assert json.loads(added["choices"] or "null") is None  # … but not what is on it,
    assert in_file.database.file is not None
    final = in_file.database.file.read_bytes()
    assert added["id"].encode() not in final  # … nor which ballot it became,
    assert bytes(added["sealed"]) not in final
    reopened = open_library(second)
    with pytest.raises(RefusedError, match="key of this ballot box"):  # … not even for who has both and the laptop.
        polls.close_poll(reopened, poll_id=poll.id)
    polls.annul_poll(reopened, poll_id=poll.id, reason="백업에서 되살린 투표")
    assert checks.check_library(reopened) == ()
    reopened.close()


def _rows(file: Path, table: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]


def test_after_the_close_nothing_sealed_and_no_old_key_is_left(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    for person in range(4):
        cast(room, poll, person, 1)
    sealed = _sealed(library, poll.id)
    polls.close_poll(library, poll_id=poll.id)
    opened = _sealed(library, poll.id)
    assert {row[0] for row in opened}.isdisjoint(row[0] for row in sealed)
    assert all(content is None for _id, content, _choices in opened)
    if library.database.is_sqlite:
        found = b"".join(_files(library).values())
        for ballot_id, content, _choices in sealed:
            assert ballot_id.hex.encode() not in found
            assert (content or b"")[:24] not in found


def test_a_close_that_was_interrupted_is_finished_at_the_next_start(
    in_file: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(in_file)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    (ballot_id, _content, _choices) = _sealed(in_file, poll.id)[0]
    with monkeypatch.context() as killed:
        killed.setattr(polls, "_clear_away", lambda *_: None)
        polls.close_poll(in_file, poll_id=poll.id)
    assert ballot_box.kept_keys(in_file) == {poll.id}
    in_file.close()
    again = open_own_library(Settings(), named=str(in_file.database.file))
    assert ballot_box.kept_keys(again) == frozenset()
    assert ballot_id.hex.encode() not in b"".join(_files(again).values())
    again.close()


def test_a_killed_process_does_not_lose_the_box(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 3)
    again = open_library(library.database.engine.url.render_as_string(hide_password=False))
    polls.close_poll(again, poll_id=poll.id)
    assert results.poll_result(again, poll_id=poll.id).lines[0].points == 3
    again.close()


@given(st.lists(st.sampled_from([sector.value for sector in Sector]), max_size=60))
def test_nobody_is_alone_with_a_sector_on_a_ballot(sectors: list[str]) -> None:
    named = safe_sectors(sectors)
    sizes = Counter(sector if sector in named else "" for sector in sectors)
    assert all(size >= LEAST_IN_GROUP for group, size in sizes.items() if group or named)


def test_results_by_sector_are_told_for_ten_and_more_alone(library: Library) -> None:
    room = make_room(library, people=24)
    for person in room.people[10:]:
        participants.edit_participant(library, participant_id=person.id, sector=Sector.PUBLIC)
    few = open_poll(room)
    for person in range(19):
        cast(room, few, person, 1)
    polls.close_poll(library, poll_id=few.id)
    assert results.by_sector(library, poll_id=few.id) == ()  # ten citizens would leave nine others to be told apart
    more = open_poll(room)
    for person in range(20):
        cast(room, more, person, 1)
    polls.close_poll(library, poll_id=more.id)
    told = {one.sector: one.result.ballots for one in results.by_sector(library, poll_id=more.id)}
    assert told == {Sector.CITIZEN: 10, Sector.PUBLIC: 10}


def test_votes_with_weights_are_always_by_name(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    made = polls.copy_poll(library, poll_id=poll.id, session_id=room.session_id).record
    edited = polls.edit_poll(library, poll_id=made.id, electorate=Electorate.ORGANIZATIONS, secret=True).record
    assert not edited.secret


def test_a_secret_ballot_has_no_name_and_a_named_one_lies_elsewhere(library: Library) -> None:
    room = make_room(library)
    secret = open_poll(room)
    cast(room, secret, 0, 1)
    named = _named_poll(room)
    cast(room, named, 0, 1)
    polls.close_poll(library, poll_id=named.id)
    with library.read() as rows:
        assert set(rows.scalars(select(Ballot.poll_id))) == {secret.id}
        assert set(rows.scalars(select(VoterMark.poll_id))) == {secret.id, named.id}
    assert list(voting.named_ballots(library, poll_id=named.id)) == [1]


def _named_poll(room: Room) -> PollRecord:
    made = polls.make_poll(
        room.library, session_id=room.session_id, title="기명", secret=False,
        options=[polls.OptionDraft("하나"), polls.OptionDraft("둘")],
    ).record  # fmt: skip
    return polls.open_poll(room.library, poll_id=made.id).record

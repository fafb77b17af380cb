"""`check` finds what does not fit, and nothing where all is well."""

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from uuid import uuid4

import pytest
from PIL import Image
from sqlalchemy import text

from tests.builders import KO, cast, make_room, open_poll
from workshop.language import load_language
from workshop.models.tables.votes import VoterMark
from workshop.services.ideas import ideas, pictures
from workshop.services.keeping import checks
from workshop.services.keeping.library import Library
from workshop.services.voting import polls


def _findings(library: Library) -> list[str]:
    return [KO.tell(finding) for finding in checks.check_library(library)]


def test_a_library_in_use_is_sound(library: Library) -> None:
    room = make_room(library)
    cast(room, open_poll(room), 0, 1)
    assert _findings(library) == []


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal_entry SET verb = 'other' WHERE sequence = 2",
        "DELETE FROM journal_entry WHERE sequence = 2",
        "DELETE FROM journal_entry WHERE sequence = (SELECT max(sequence) FROM journal_entry)",
        "UPDATE journal_entry SET station = 'x' WHERE sequence = 1",
    ],
)
def test_a_changed_journal_is_found(library: Library, tampering: str) -> None:
    make_room(library)
    with library.database.connection(reading=False) as connection:
        connection.execute(text(tampering))
    assert any("기록" in finding for finding in _findings(library))


def test_a_ballot_too_many_and_a_voter_too_many_are_found(library: Library) -> None:
    room = make_room(library)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    with library.write("tamper", journal=False) as work:
        from workshop.models.tables.votes import Ballot

        work.add(Ballot(poll_id=poll.id, id=uuid4(), choices={}))
    assert any("2장인데" in finding for finding in _findings(library))
    with library.database.connection(reading=False) as connection:
        connection.execute(text("DELETE FROM ballot"))
    assert any("0장인데" in finding for finding in _findings(library))


def test_a_ballot_by_name_belongs_to_a_voter_who_is_marked(library: Library) -> None:
    room = make_room(library)
    made = polls.make_poll(
        library, session_id=room.session_id, title="먼저", options=[polls.OptionDraft("가"), polls.OptionDraft("나")],
        secret=False,
    ).record  # fmt: skip
    poll = polls.open_poll(library, poll_id=made.id).record
    cast(room, poll, 0, 1)
    assert _findings(library) == []
    with library.write("tamper", journal=False) as work:
        row = work.rows.get_one(VoterMark, (poll.id, room.people[0].id))
        row.participant_id = room.people[1].id
    assert any("표시된 사람" in finding for finding in _findings(library))


def _execute(library: Library, *statements: str) -> None:
    with library.database.connection(reading=False) as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.fixture
def without_index(library: Library) -> Iterator[str]:
    """The name of an index that is missing; databases of a server are used again, so that it is there afterwards."""
    _execute(library, "DROP INDEX ix_idea_theme_id")
    yield "ix_idea_theme_id"
    _execute(library, "DROP INDEX IF EXISTS ix_idea_theme_id", "CREATE INDEX ix_idea_theme_id ON idea (theme_id)")


def test_an_index_that_is_missing_is_named_and_made_anew_as_is_said(library: Library, without_index: str) -> None:
    (finding,) = checks.check_library(library)
    assert f"색인 {without_index}이(가) 없습니다" in KO.tell(finding)
    assert "백업" in KO.tell(finding)
    _execute(library, str(dict(finding.values)["statement"]))
    assert _findings(library) == []


def test_an_index_of_other_columns_is_as_good_as_none(library: Library, without_index: str) -> None:
    _execute(library, f"CREATE INDEX {without_index} ON idea (number)")
    assert len(_findings(library)) == 1


def test_a_photo_without_its_file_and_a_changed_file_are_found(library: Library) -> None:
    room = make_room(library)
    for colour in ("red", "blue"):
        out = io.BytesIO()
        Image.new("RGB", (90, 60), colour).save(out, "JPEG")
        pictures.add_picture(library, project_id=room.project_id, data=out.getvalue(), session_id=room.session_id)
    assert _findings(library) == []
    one, other = (picture.content for picture in pictures.list_pictures(library, session_id=room.session_id))
    with library.database.connection(reading=False) as connection:
        connection.execute(text("DELETE FROM picture_content WHERE sha256 = :name"), {"name": one})
        connection.execute(
            text("UPDATE picture_content SET whole = :whole WHERE sha256 = :name"), {"name": other, "whole": b"x"}
        )
    assert _findings(library) == ["사진 1장의 파일이 없습니다.", "사진 1장의 파일이 바뀌었습니다."]
    english = [load_language("en").tell(finding) for finding in checks.check_library(library)]
    assert english == ["The file of a photo is missing.", "The file of a photo was changed."]


_ONE = "(SELECT id FROM ballot LIMIT 1)"


@pytest.mark.parametrize(
    "tampering",
    [
        f"UPDATE ballot SET choices = (SELECT b.choices FROM ballot b WHERE b.id <> ballot.id LIMIT 1) WHERE id = {_ONE}",
        f"UPDATE ballot SET choices = '{{}}' WHERE id = {_ONE}",
        f"UPDATE ballot SET choices = NULL WHERE id = {_ONE}",
        f"UPDATE ballot SET sector = 'citizen' WHERE id = {_ONE}",
    ],
)
def test_a_ballot_that_is_changed_after_the_close_is_found(library: Library, tampering: str) -> None:
    room = make_room(library)
    poll = open_poll(room)
    for voter, marks in enumerate([(0, 1), (1,)]):
        cast(room, poll, voter, *marks)
    assert _findings(library) == []
    polls.close_poll(library, poll_id=poll.id)
    assert _findings(library) == []
    with library.database.connection(reading=False) as connection:
        connection.execute(text(tampering))
    (finding,) = _findings(library)
    assert "투표용지가 바뀌었습니다" in finding


def test_an_open_ballot_among_the_sealed_is_found(library: Library) -> None:
    room = make_room(library)
    cast(room, open_poll(room), 0, 1)
    with library.database.connection(reading=False) as connection:
        connection.execute(text("UPDATE ballot SET choices = '{}'"))
    assert any("투표용지가 바뀌었습니다" in finding for finding in _findings(library))


@pytest.mark.parametrize(
    ("tampering", "table"),
    [
        ("UPDATE idea SET lab_session_id = 'x'", "idea"),
        ("UPDATE journal_entry SET at = 'yesterday' WHERE sequence = 3", "journal_entry"),
        ("UPDATE lab_session SET state = 'nonsense'", "lab_session"),
        ("UPDATE project SET title = x'ff00'", "project"),
        ("UPDATE idea SET number = 'many'", "idea"),
        ("UPDATE journal_entry SET details = 'no document' WHERE sequence = 3", "journal_entry"),
        ("DROP TABLE answer_theme", "answer_theme"),
        ("ALTER TABLE poll DROP COLUMN close_reason", "poll"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_table(library: Library, tampering: str, table: str) -> None:
    if not library.database.is_sqlite:
        pytest.skip("a server takes no such values")
    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="의자")
    with closing(sqlite3.connect(library.place)) as connection:
        connection.execute(tampering)
        connection.commit()
    assert any(finding.startswith(f"{table} 표") for finding in _findings(library))


@pytest.mark.parametrize(
    "tampering",
    ["UPDATE journal_head SET sequence = sequence + 1", "DELETE FROM journal_head", "DELETE FROM journal_entry"],
)
def test_a_journal_that_lost_its_head_or_all_of_it_is_found(library: Library, tampering: str) -> None:
    make_room(library)
    with library.database.connection(reading=False) as connection:
        connection.execute(text(tampering))
        if tampering.endswith("entry"):
            connection.execute(text("DELETE FROM journal_head"))
    assert any("기록" in finding for finding in _findings(library))


@pytest.mark.parametrize("content", ["{}", "[1]", '{"details": 1}'])
def test_an_entry_from_elsewhere_that_says_nothing_is_found(library: Library, content: str) -> None:
    with library.database.connection(reading=False) as connection:
        connection.execute(
            text("INSERT INTO imported_entry (digest, before, sequence, content) VALUES (:one, :one, 1, :content)"),
            {"one": "0" * 64, "content": content},
        )
    assert len(_findings(library)) == 1

"""`check` finds what does not fit, and nothing where all is well."""

import io
from uuid import uuid4

import pytest
from PIL import Image
from sqlalchemy import text

from tests.builders import KO, cast, make_room, open_poll
from workshop.models.tables.votes import VoterMark
from workshop.services.ideas import pictures
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

"""`check` finds what does not fit, and nothing where all is well."""

from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.builders import KO, cast, make_room, open_poll
from workshop.services import checks
from workshop.services.library import Library


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
        from workshop.models.enums import Channel
        from workshop.models.tables.votes import Ballot

        work.add(Ballot(poll_id=poll.id, id=uuid4(), choices={}, channel=Channel.SCREEN))
    assert any("2장인데" in finding for finding in _findings(library))
    with library.database.connection(reading=False) as connection:
        connection.execute(text("DELETE FROM ballot"))
    assert any("0장인데" in finding for finding in _findings(library))

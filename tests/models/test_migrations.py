"""A library of an older version is opened as it was: everything in it is still there."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from tests import postgresql
from workshop.models.database import SCHEMA_VERSION, open_database, schema_version
from workshop.models.enums import BallotKind, Channel, CountingRule, PollState
from workshop.models.migrations.runner import migrate
from workshop.models.sqlite_file import APPLICATION_ID
from workshop.models.tables.all import METADATA
from workshop.services.keeping import checks
from workshop.services.keeping.library import open_library
from workshop.services.voting import polls, results

_PROJECT, _PHASE, _SESSION, _PERSON = (uuid4().hex for _ in range(4))


def _first_version(place: Path) -> None:
    """A library of the first version with a project, a session and a participant."""
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        migrate(connection, to="1")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql("PRAGMA user_version=1")
    engine.dispose()
    with closing(sqlite3.connect(place)) as raw, raw:
        _insert(raw, "project", id=_PROJECT, title="안심 통학로")
        _insert(raw, "phase", id=_PHASE, project_id=_PROJECT, kind="planning", state="open")
        _insert(
            raw, "lab_session", id=_SESSION, project_id=_PROJECT, phase_id=_PHASE, number=1, title="문제 발굴",
            state="running", opened_at="2026-05-09 05:00:00.000000",
        )  # fmt: skip
        _insert(
            raw, "participant", id=_PERSON, project_id=_PROJECT, number=1, code="01-234", sector="citizen", practice=0
        )


def _insert(raw: sqlite3.Connection, table: str, **values: object) -> None:
    """A row; what is not given and must not be empty gets something plain."""
    for _place, name, kind, needed, _default, _key in raw.execute(f"PRAGMA table_info({table})"):
        if needed and name not in values:
            plain = (
                "2026-05-09 05:00:00.000000" if kind.startswith("DATETIME") else "2026-05-09" if kind == "DATE" else ""
            )
            values[name] = 0 if kind in {"INTEGER", "BOOLEAN"} else "{}" if kind == "JSON" else plain
    marks = ", ".join("?" * len(values))
    raw.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))


def test_votes_of_the_first_version_keep_their_ballots_and_their_counts(tmp_path: Path) -> None:
    place = tmp_path / "library.workshop"
    _first_version(place)
    closed, running, option = (uuid4() for _ in range(3))
    with closing(sqlite3.connect(place)) as raw, raw:
        for poll, state in ((closed, "revealed"), (running, "open")):
            _insert(
                raw, "poll", id=poll.hex, project_id=_PROJECT, lab_session_id=_SESSION, title="먼저 바꿀 것",
                ballot="approval", dots=2, per_option=1, electorate="present", source="own", shuffled=0, state=state,
                lot_seed="00ff", opened_at="2026-05-09 05:00:00.000000",
                closed_at="2026-05-09 05:10:00.000000" if state == "revealed" else None,
            )  # fmt: skip
        _insert(raw, "poll_option", id=option.hex, poll_id=closed.hex, position=0, text="벤치")
        for channel in ("screen", "screen", "paper"):
            choices = json.dumps({str(option): 1})
            _insert(raw, "ballot", poll_id=closed.hex, id=uuid4().hex, choices=choices, channel=channel)
        _insert(raw, "ballot", poll_id=running.hex, id=uuid4().hex, choices="{}", channel="screen")
        _insert(raw, "voter_mark", poll_id=running.hex, participant_id=_PERSON)

    library = open_library(place)
    result = results.poll_result(library, poll_id=closed)
    assert (result.poll.ballot, result.poll.rule, result.poll.secret) == (
        BallotKind.APPROVAL,
        CountingRule.APPROVAL,
        True,
    )
    assert result.ballots == 3
    assert result.lines[0].points == 3
    assert dict(result.by_channel) == {Channel.SCREEN: 2, Channel.PAPER: 1}
    interrupted = polls.get_poll(library, poll_id=running)
    assert interrupted.state is PollState.CLOSED  # its box was never sealed, so nobody goes on voting in it
    assert results.poll_result(library, poll_id=running).ballots == 1
    assert any(
        "3" in str(finding) for finding in checks.check_library(library)
    )  # the closed one has no voter marks here
    library.close()
    assert (tmp_path / "library.before-2.workshop").exists()


@pytest.mark.postgresql
def test_a_server_of_an_older_version_gets_room_for_large_amounts(postgresql_server: postgresql.Server) -> None:
    name = postgresql_server.create()
    address = postgresql_server.url(name)
    engine = create_engine(address)
    with engine.begin() as connection:
        migrate(connection, to="7")
    engine.dispose()
    database = open_database(address)
    try:
        assert schema_version(database) == SCHEMA_VERSION
        with database.connection(reading=True) as connection:
            kinds = {
                (table, column["name"]): str(column["type"])
                for table in ("poll", "poll_option")
                for column in inspect(connection).get_columns(table)
            }
            assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    finally:
        database.close()
        postgresql_server.drop(name)
    assert (kinds["poll", "budget"], kinds["poll_option", "cost"]) == ("BIGINT", "BIGINT")

"""Gathering a report from the library, and putting it safely into a file."""

import errno
import json
import os
from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.builders import cast, make_room, open_poll
from tests.reports.reading import finish, page_texts, squeezed
from workshop.language import Language
from workshop.models.enums import ActivityKind, AgeBand, FollowUpKind, Presence, Sector
from workshop.models.errors import FullDiskError, NotFoundError, WorkshopError
from workshop.services import reporting
from workshop.services.ideas.ideas import add_idea
from workshop.services.ideas.themes import add_theme
from workshop.services.keeping.library import Library
from workshop.services.keeping.writing import write_file
from workshop.services.people.attendance import everyone_present, set_presence
from workshop.services.people.participants import register_participant
from workshop.services.projects.follow_ups import add_follow_up
from workshop.services.projects.projects import create_project
from workshop.services.reporting import gathering
from workshop.services.sessions.agenda import add_activity
from workshop.services.sessions.lab_sessions import prepare_session
from workshop.services.sessions.running import close_session, start_session
from workshop.services.voting import polls

NAME, CONTACT = "홍길동아무개", "010-1234-5678"


@pytest.fixture
def session_id(library: Library, korean: Language) -> UUID:
    """A running session with twelve people, two ideas under a theme and a decision."""
    library = library.at(lambda: datetime(2026, 5, 9, 5, 2, tzinfo=UTC))
    project = create_project(library, title="안심 통학로", language=korean, host="행복시", document_prefix="HB").record
    people = [
        register_participant(
            library, project_id=project.id, sector=Sector.CITIZEN, age_band=band, name=NAME, contact=CONTACT
        ).record
        for band in [AgeBand.FORTIES] * 6 + [AgeBand.FIFTIES] * 5 + [AgeBand.TEENS] * 2
    ]
    session = prepare_session(
        library, project_id=project.id, language=korean, title="첫 모임", on=date(2026, 5, 9), starts_at=time(14, 0)
    ).record
    theme = add_theme(library, project_id=project.id, title="어두운 길").record
    add_activity(library, session_id=session.id, kind=ActivityKind.IDEA_BOOTH, title="생각 모으기", minutes=20)
    start_session(library, session_id=session.id)
    everyone_present(library, session_id=session.id)
    set_presence(library, session_id=session.id, participant_id=people[0].id, presence=Presence.LEFT)
    for text in ("가로등을 더 밝게", "공원 뒷길의 나무를 다듬기"):
        add_idea(library, session_id=session.id, text=text, author=people[1].id, theme_id=theme.id)
    add_follow_up(
        library,
        project_id=project.id,
        session_id=session.id,
        kind=FollowUpKind.DECISION,
        text="조도 조사",
        reason="많은 분이 원해서",
    )
    return session.id


def test_everything_of_the_session_is_gathered(library: Library, session_id: UUID) -> None:
    record = reporting.gather_session_report(library, session_id=session_id)
    assert record.session.title == "첫 모임"
    assert [idea.text for idea in record.board.ideas] == ["가로등을 더 밝게", "공원 뒷길의 나무를 다듬기"]
    assert [theme.title for theme in record.board.themes] == ["어두운 길"]
    assert [item.reason for item in record.follow_ups] == ["많은 분이 원해서"]
    assert (record.attendance.present, record.attendance.left_early, record.attendance.expected) == (12, 1, 0)


def test_nobody_can_be_known_from_the_data(library: Library, session_id: UUID) -> None:
    record = reporting.gather_session_report(library, session_id=session_id)
    data = reporting.report_data(record).decode()
    assert NAME not in data
    assert CONTACT not in data
    assert all(idea.author is None for idea in record.board.ideas)
    assert [(line.word, line.upto, line.count) for line in record.attendance.by_age] == [
        (AgeBand.TEENS, AgeBand.FORTIES, 8),
        (AgeBand.FIFTIES, None, 5),
    ]


def test_a_result_is_told_when_it_is_revealed_or_the_session_is_over(library: Library) -> None:
    room = make_room(library)
    revealed, kept_back = open_poll(room), open_poll(room)
    for poll in (revealed, kept_back):
        cast(room, poll, 0, 1, 2)
        polls.close_poll(library, poll_id=poll.id)
    polls.reveal_poll(library, poll_id=revealed.id)

    def told() -> set[UUID]:
        record = reporting.gather_session_report(library, session_id=room.session_id)
        return {each.poll.id for each in record.polls if each.result is not None}

    assert told() == {revealed.id}
    close_session(library, session_id=room.session_id)
    assert told() == {revealed.id, kept_back.id}


def test_checksum_is_that_of_the_data_and_changes_with_it(library: Library, session_id: UUID) -> None:
    first = reporting.gather_session_report(library, session_id=session_id)
    again = reporting.gather_session_report(library, session_id=session_id)
    assert first.checksum == again.checksum
    assert len(first.checksum) == 64
    assert json.loads(reporting.report_data(first))["session"]["title"] == "첫 모임"
    add_idea(library, session_id=session_id, text="하나 더")
    assert reporting.gather_session_report(library, session_id=session_id).checksum != first.checksum


def test_checksum_does_not_depend_on_the_clock_of_the_laptop(library: Library, session_id: UUID) -> None:
    record = reporting.gather_session_report(library, session_id=session_id)
    assert reporting.report_data(replace(record, utc_offset=-300)) == reporting.report_data(record)


def test_laptop_on_utc_shows_the_time_of_the_room(
    library: Library, session_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "utc_offset", lambda moment: 0)
    assert reporting.gather_session_report(library, session_id=session_id).utc_offset == 540


def test_session_becomes_a_pdf(library: Library, session_id: UUID, korean: Language) -> None:
    content, told = finish(reporting.session_report(library, session_id=session_id, language=korean))
    assert squeezed("공원 뒷길의 나무를 다듬기") in squeezed(page_texts(content))
    assert told[-1] == 1.0


def test_project_becomes_a_pdf(library: Library, session_id: UUID, english: Language) -> None:
    project = reporting.gather_session_report(library, session_id=session_id).project
    content, _ = finish(reporting.project_report(library, project_id=project.id, language=english))
    text = " ".join(page_texts(content))
    assert "1 session has been held." in text
    assert "어두운 길" in text


def test_unknown_session_is_said_so(library: Library, korean: Language) -> None:
    with pytest.raises(NotFoundError):
        finish(reporting.session_report(library, session_id=uuid4(), language=korean))


def test_report_is_put_in_its_place(tmp_path: Path) -> None:
    target = tmp_path / "보고서.pdf"
    target.write_bytes(b"old")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["보고서.pdf"]


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [(errno.ENOSPC, FullDiskError, "no room"), (errno.EROFS, WorkshopError, "cannot be saved")],
)
def test_disk_that_refuses_is_one_sentence_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[WorkshopError], words: str
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind, match=words):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError, match="gone"):
        write_file(tmp_path / "gone" / "report.pdf", b"new")


def test_build_can_be_left_half_way(library: Library, session_id: UUID, korean: Language) -> None:
    work: Generator[float, None, bytes] = reporting.session_report(library, session_id=session_id, language=korean)
    assert 0 <= next(work) < 1
    work.close()

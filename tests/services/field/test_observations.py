"""Shifts and observations: noted in a moment, led on to issues and departments, linked both ways."""

import io
from datetime import timedelta
from uuid import UUID

import pytest
from PIL import Image

from tests.builders import Room, make_room
from workshop.models.enums import IssueSource, ServiceKind
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.models.field_enums import Severity
from workshop.services.field import observation_links, observations, shifts
from workshop.services.ideas import local_issues, pictures
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups


@pytest.fixture
def room(library: Library) -> Room:
    return make_room(library)


@pytest.fixture
def service_id(room: Room) -> UUID:
    return city_services.add_service(
        room.library, project_id=room.project_id, title="걷는 버스", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record.id


def _photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (90, 60), "red").save(out, "JPEG")
    return out.getvalue()


def test_what_is_seen_in_a_shift_is_at_its_place_and_by_its_operator(room: Room, service_id: UUID) -> None:
    library = room.library
    shift = shifts.add_shift(library, service_id=service_id, operator=room.people[2].id, place="솔밭사거리").record
    for severity in (Severity.NOTE, Severity.DANGER, Severity.MINOR):
        observations.add_observation(
            library, service_id=service_id, shift_id=shift.id, text="차가 빠르게 돎", severity=severity
        )
    seen = observations.list_observations(library, project_id=room.project_id, shift_id=shift.id)
    assert [(one.number, one.operator, one.place) for one in seen] == [(n, 3, "솔밭사거리") for n in (1, 2, 3)]
    told = shifts.list_shifts(library, project_id=room.project_id)[0]
    assert (told.operator, told.observations, told.worst) == (3, 3, Severity.DANGER)


def test_a_shift_ends_after_it_begins_and_within_a_day(room: Room, service_id: UUID) -> None:
    library, now = room.library, room.library.now()
    for wrong in (now - timedelta(minutes=1), now + timedelta(hours=25)):
        with pytest.raises(InputError):
            shifts.add_shift(library, service_id=service_id, starts_at=now, ends_at=wrong)
    shift = shifts.add_shift(library, service_id=service_id).record
    assert shifts.end_shift(library, shift_id=shift.id).record.ends_at is not None
    with pytest.raises(RefusedError):
        shifts.end_shift(library, shift_id=shift.id)
    to_come = shifts.add_shift(library, service_id=service_id, starts_at=now + timedelta(days=1)).record
    with pytest.raises(RefusedError):
        shifts.end_shift(library, shift_id=to_come.id)


def test_a_removed_shift_leaves_what_was_seen_and_undo_puts_it_back(room: Room, service_id: UUID) -> None:
    library = room.library
    shift = shifts.add_shift(library, service_id=service_id).record
    observations.add_observation(library, service_id=service_id, shift_id=shift.id, text="반사띠가 없음")
    shifts.remove_shift(library, shift_id=shift.id)
    assert observations.list_observations(library, project_id=room.project_id)[0].shift_id is None
    undo.undo(library)
    assert observations.list_observations(library, project_id=room.project_id)[0].shift_id == shift.id


def test_an_observation_becomes_an_issue_with_its_photo(room: Room, service_id: UUID) -> None:
    library = room.library
    shift = shifts.add_shift(library, service_id=service_id, operator=room.people[0].id, place="뒷문").record
    seen = observations.add_observation(library, service_id=service_id, shift_id=shift.id, text="턱이 높음").record
    pictures.add_picture(library, project_id=room.project_id, data=_photo(), observation_id=seen.id)
    linked = observation_links.issue_from_observation(library, observation_id=seen.id).record
    issue = local_issues.list_issues(library, project_id=room.project_id)[0]
    assert (linked.local_issue_id, linked.issue, linked.pictures) == (issue.id, issue.number, 1)
    assert (issue.text, issue.place, issue.source, issue.author) == ("턱이 높음", "뒷문", IssueSource.OBSERVATION, 1)
    assert (issue.source_note, issue.pictures) == ("걷는 버스", 1)
    assert [one.id for one in observation_links.observations_of_issue(library, issue_id=issue.id)] == [seen.id]
    with pytest.raises(RefusedError):
        observation_links.issue_from_observation(library, observation_id=seen.id)
    local_issues.remove_issue(library, issue_id=issue.id)
    assert observations.list_observations(library, project_id=room.project_id)[0].issue is None


def test_an_observation_becomes_a_follow_up_of_its_department(room: Room, service_id: UUID) -> None:
    library = room.library
    seen = observations.add_observation(
        library, service_id=service_id, text="가로등이 꺼짐", department="도로과", session_id=room.session_id
    ).record
    item = observation_links.follow_up_from_observation(library, observation_id=seen.id).record
    assert (item.text, item.department, item.observation_id) == ("가로등이 꺼짐", "도로과", seen.id)
    assert item.lab_session_id == room.session_id
    now = observations.list_observations(library, project_id=room.project_id)[0]
    assert now.follow_ups == (item.id,)
    observations.remove_observation(library, observation_id=seen.id)
    assert follow_ups.list_follow_ups(library, project_id=room.project_id)[0].observation_id is None


def test_an_observation_goes_with_its_photos(room: Room, service_id: UUID) -> None:
    library = room.library
    seen = observations.add_observation(library, service_id=service_id, text="움푹 팬 길").record
    pictures.add_picture(library, project_id=room.project_id, data=_photo(), observation_id=seen.id)
    observations.remove_observation(library, observation_id=seen.id)
    assert pictures.list_pictures(library, project_id=room.project_id) == ()
    undo.undo(library)
    assert observations.list_observations(library, project_id=room.project_id)[0].pictures == 1


def test_bad_input_is_refused(room: Room, service_id: UUID) -> None:
    library = room.library
    other = city_services.add_service(
        library, project_id=room.project_id, title="밝기 지도", kind=ServiceKind.USED_BY_CITIZENS
    ).record
    shift = shifts.add_shift(library, service_id=service_id).record
    for wrong in ({"text": " "}, {"text": "가" * 5_001}, {"text": "a", "place": "가" * 301}):
        with pytest.raises(InputError):
            observations.add_observation(library, service_id=service_id, **wrong)
    with pytest.raises(InputError):
        observations.add_observation(library, service_id=other.id, shift_id=shift.id, text="다른 서비스")
    city_services.remove_service(library, service_id=other.id)
    with pytest.raises(NotFoundError):
        observations.add_observation(library, service_id=other.id, text="사라진 서비스")
    assert observations.list_observations(library, project_id=room.project_id) == ()

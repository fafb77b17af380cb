"""Who goes on taking part follows from attendance, shifts and consents; a report tells nothing of a few."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.builders import KO, FakeClock, Room, make_project, make_room
from workshop.models.enums import ConsentPurpose, Presence, ServiceKind
from workshop.models.records.report_options import ReportOptions
from workshop.models.records.retention import RetentionCounts, RetentionRecord
from workshop.services.field import shifts
from workshop.services.keeping.library import Library
from workshop.services.people import attendance, participants
from workshop.services.people.retention import project_retention, told_retention
from workshop.services.projects import city_services
from workshop.services.reporting import gather_project_report, report_data
from workshop.services.sessions import lab_sessions, running

EVERYTHING = ReportOptions(suppress_small=False)


class Town:
    """A room with a service, and a clock that goes on between what happens."""

    def __init__(self, library: Library, people: int) -> None:
        self.clock = FakeClock()
        self.library = library.at(self.clock)
        self.room: Room = make_room(self.library, people=people)
        self.service_id = self.service("걷는 버스")

    def service(self, title: str) -> UUID:
        return city_services.add_service(
            self.library, project_id=self.room.project_id, title=title, kind=ServiceKind.PROVIDED_BY_CITIZENS
        ).record.id

    def shift(self, person: int, service_id: UUID | None = None, **at: float) -> UUID:
        """A shift of a participant, some time from now."""
        return shifts.add_shift(
            self.library, service_id=service_id or self.service_id, operator=self.room.people[person].id,
            starts_at=self.clock() + timedelta(**at),
        ).record.id  # fmt: skip

    def session(self, *came: int) -> UUID:
        """The room's session ends and another one begins, to which some come, a week later."""
        running.close_session(self.library, session_id=self.room.session_id)
        self.clock.forward(days=7)
        session = lab_sessions.prepare_session(
            self.library, project_id=self.room.project_id, language=KO, template_key="idea-workshop"
        ).record
        running.start_session(self.library, session_id=session.id)
        for person in came:
            attendance.set_presence(
                self.library, session_id=session.id, participant_id=self.room.people[person].id,
                presence=Presence.PRESENT,
            )  # fmt: skip
        return session.id

    def retention(self) -> RetentionRecord:
        return project_retention(self.library, project_id=self.room.project_id)

    def told(self, options: ReportOptions | None = None) -> RetentionCounts:
        return told_retention(self.retention(), options or ReportOptions())


@pytest.fixture
def town(library: Library) -> Town:
    return Town(library, 12)


def test_of_an_empty_project_there_is_nothing_to_tell(library: Library) -> None:
    found = project_retention(library, project_id=make_project(library))
    assert found == RetentionRecord()
    assert told_retention(found, ReportOptions()).is_empty


def test_who_ran_a_service_after_a_session_moved_from_it_to_the_service(town: Town) -> None:
    second = town.session(2, 4)
    town.clock.forward(days=1)
    other = town.service("밝기 지도")
    for person, service_id in ((4, town.service_id), (1, town.service_id), (4, other)):
        town.shift(person, service_id)
        town.clock.forward(hours=1)
    found = town.retention()
    assert (found.attended, found.returning) == (12, 2)
    one, two = found.moves
    assert (one.number, one.session_id, one.service_title, one.shifts) == (2, town.room.session_id, "걷는 버스", 1)
    assert (two.number, two.session_id, two.service_title, two.shifts) == (5, second, "걷는 버스", 2)
    assert two.session_opened_at < two.first_shift_at


def test_nobody_moved_who_ran_it_before_or_will_only_run_it_or_never_came(town: Town) -> None:
    town.shift(0, days=-1)  # an operator before the first session
    town.shift(0, hours=1)
    town.shift(1, days=3)  # planned
    attendance.set_presence(
        town.library, session_id=town.room.session_id, participant_id=town.room.people[2].id, presence=Presence.EXPECTED
    )
    town.shift(2)
    shifts.add_shift(town.library, service_id=town.service_id)  # of nobody in particular
    town.clock.forward(hours=2)
    assert town.retention().moves == ()
    town.clock.forward(days=3)
    assert [move.number for move in town.retention().moves] == [2]


def test_without_the_shift_nobody_has_moved(town: Town) -> None:
    town.clock.forward(hours=1)
    shift_id = town.shift(3)
    assert [move.number for move in town.retention().moves] == [4]
    shifts.remove_shift(town.library, shift_id=shift_id)
    assert town.retention().moves == ()


def test_whoever_agreed_is_called_again_until_the_consent_is_gone(town: Town) -> None:
    first, second, third = (person.id for person in town.room.people[:3])
    for person, given in ((third, True), (first, True), (second, False)):
        participants.set_consent(town.library, participant_id=person, purpose=ConsentPurpose.CALL_AGAIN, given=given)
    participants.set_consent(town.library, participant_id=second, purpose=ConsentPurpose.USE, given=True)
    assert town.retention().call_again == (1, 3)
    participants.set_consent(town.library, participant_id=first, purpose=ConsentPurpose.CALL_AGAIN, given=False)
    participants.erase_participant(town.library, participant_id=third)
    assert town.retention().call_again == ()


def test_another_project_is_not_counted(town: Town) -> None:
    town.clock.forward(hours=1)
    town.shift(0)
    other = make_room(town.library, people=2)
    assert project_retention(town.library, project_id=other.project_id).moves == ()
    assert project_retention(town.library, project_id=other.project_id).attended == 2


def test_a_report_holds_back_how_many_moved_where_they_are_few(town: Town) -> None:
    town.clock.forward(hours=1)
    for person in range(4):
        town.shift(person)
    told = town.told()
    assert (told.moved, told.moves, told.others, told.holds_back) == (None, (), 0, True)
    open_told = town.told(EVERYTHING)
    assert (open_told.moved, [move.people for move in open_told.moves], open_told.holds_back) == (4, [4], False)
    town.shift(4)
    told = town.told()
    assert (told.moved, [move.people for move in told.moves], told.holds_back) == (5, [5], False)


def test_few_of_one_way_are_held_back_with_another_way_that_would_give_them_away(town: Town) -> None:
    town.clock.forward(hours=1)
    other = town.service("밝기 지도")
    for person in range(7):
        town.shift(person)
    for person in range(7, 9):
        town.shift(person, other)
    told = town.told()
    assert (told.moved, told.moves, told.others) == (9, (), 9)
    assert [(move.service_title, move.people) for move in town.told(EVERYTHING).moves] == [
        ("걷는 버스", 7),
        ("밝기 지도", 2),
    ]
    third = town.service("골목 신고")
    for person in range(9, 12):
        town.shift(person, third)
    told = town.told()
    assert [(move.service_title, move.people) for move in told.moves] == [("걷는 버스", 7)]
    assert (told.moved, told.others) == (12, 5)


@pytest.mark.parametrize(("agreed", "told"), [(0, 0), (1, None), (4, None), (5, 5)])
def test_a_report_holds_back_few_who_want_to_be_called(town: Town, agreed: int, told: int | None) -> None:
    for person in town.room.people[:agreed]:
        participants.set_consent(town.library, participant_id=person.id, purpose=ConsentPurpose.CALL_AGAIN, given=True)
    assert town.told().call_again == told
    assert town.told(EVERYTHING).call_again == agreed


def test_the_data_of_a_report_tell_no_more_than_its_pages(town: Town) -> None:
    town.clock.forward(hours=1)
    for person in range(3):
        town.shift(person)
    record = gather_project_report(town.library, project_id=town.room.project_id)
    assert record.retention == RetentionCounts(attended=12, moved=None)
    data = report_data(record).decode()
    assert '"moved":null' in data
    assert not any(str(person.id) in data for person in town.room.people)
    whole = gather_project_report(town.library, project_id=town.room.project_id, options=EVERYTHING)
    assert whole.retention.moved == 3

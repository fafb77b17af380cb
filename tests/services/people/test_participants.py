"""The register: numbers, codes, consent, and personal data that can be destroyed."""

import pytest

from tests.builders import cast, make_project, make_room, open_poll
from workshop.models.enums import AgeBand, ConsentPurpose, Gender, Sector
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.services.ideas import ideas
from workshop.services.keeping import checks
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import projects
from workshop.services.voting import polls, results


def test_numbers_follow_one_another_and_codes_differ(library: Library) -> None:
    project_id = make_project(library)
    people = participants.register_many(library, project_id=project_id, count=60).record
    assert [person.number for person in people] == list(range(1, 61))
    assert len({person.code for person in people}) == 60
    assert all(person.code.startswith(f"{person.number:02}-") for person in people)


@pytest.mark.parametrize("count", [0, -3, 501])
def test_a_count_outside_the_room_is_refused(library: Library, count: int) -> None:
    with pytest.raises(InputError, match="500"):
        participants.register_many(library, project_id=make_project(library), count=count)


def test_what_was_told_is_in_the_register_and_each_consent_by_itself(library: Library) -> None:
    project_id = make_project(library)
    made = participants.register_participant(
        library,
        project_id=project_id,
        sector=Sector.EXPERT,
        age_band=AgeBand.SIXTIES,
        gender=Gender.WOMAN,
        neighbourhood="역동",
        name="김하늘",
        motive="손주의 통학로",
        consents=[ConsentPurpose.USE],
    ).record
    participants.set_consent(library, participant_id=made.id, purpose=ConsentPurpose.PHOTOGRAPHS, given=False)
    (person,) = participants.list_people(library, project_id=project_id)
    assert (person.entry.name, person.participant.age_band) == ("김하늘", AgeBand.SIXTIES)
    assert {consent.purpose: consent.given for consent in person.consents} == {
        ConsentPurpose.USE: True,
        ConsentPurpose.PHOTOGRAPHS: False,
    }


def test_destroying_personal_data_leaves_every_count_and_no_name_on_the_disk(library: Library) -> None:
    room = make_room(library)
    person = room.people[0]
    participants.edit_participant(
        library, participant_id=person.id, name="홍길동전화공일공", bands=(AgeBand.TEENS, None)
    )
    ideas.add_idea(library, session_id=room.session_id, text="의견은 남는다", author=person.id)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    polls.close_poll(library, poll_id=poll.id)
    participants.erase_participant(library, participant_id=person.id)
    entry = participants.list_people(library, project_id=room.project_id)[0]
    assert (entry.entry.name, entry.participant.age_band) == ("", None)
    assert results.poll_result(library, poll_id=poll.id).ballots == 1
    assert len(ideas.idea_board(library, session_id=room.session_id).ideas) == 1
    assert checks.check_library(library) == ()
    if library.database.file is not None:
        name = "홍길동전화공일공".encode()
        for file in library.database.file.parent.glob(f"{library.database.file.name}*"):
            assert name not in file.read_bytes()


def test_a_code_of_another_project_is_not_known(library: Library) -> None:
    room = make_room(library)
    other = make_project(library, "다른 과제")
    with pytest.raises(RefusedError):
        participants.find_by_code(library, project_id=other, code=room.people[0].code)


@pytest.mark.parametrize("code", ["", "abc", "123", "99-999", "٣٤-٥٦٧", "1" * 400])
def test_nonsense_is_no_code(library: Library, code: str) -> None:
    room = make_room(library)
    with pytest.raises(RefusedError):
        participants.find_by_code(library, project_id=room.project_id, code=code)


def test_a_removed_project_leaves_no_row(library: Library) -> None:
    from sqlalchemy import func, select

    from workshop.models.tables.all import METADATA

    room = make_room(library)
    ideas.add_idea(library, session_id=room.session_id, text="사라질 것", author=room.people[0].id)
    poll = open_poll(room)
    cast(room, poll, 0, 1)
    projects.delete_project(library, project_id=room.project_id)
    with library.read() as rows:
        left = {
            name: rows.scalar(select(func.count()).select_from(table))
            for name, table in METADATA.tables.items()
            if not name.startswith("journal")
        }
    assert not any(left.values()), left
    with pytest.raises(NotFoundError):
        projects.get_project(library, project_id=room.project_id)
    assert checks.check_library(library) == ()

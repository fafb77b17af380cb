"""Evaluations held against each other: in pairs only by those who agree, types and sessions without giving anybody away."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from tests.builders import KO, Room, make_room
from workshop.models.enums import ConsentPurpose, ServiceKind, Stage
from workshop.models.records.evaluations import AnswerValue, FormRecord
from workshop.services.evaluation import answers, comparisons, evaluations
from workshop.services.keeping.library import Library
from workshop.services.people import participants
from workshop.services.projects import city_services
from workshop.services.sessions import lab_sessions, running


def service_of(room: Room, kind: ServiceKind = ServiceKind.USED_BY_CITIZENS, title: str = "밝기 지도") -> UUID:
    return city_services.add_service(room.library, project_id=room.project_id, title=title, kind=kind).record.id


def answered(
    room: Room, rows: Sequence[Sequence[int]], stage: Stage, service: UUID | None, *, people: bool = False,
    instrument: str = "sus",
) -> FormRecord:  # fmt: skip
    """A closed form with these answers to its scale items, by the people of the room in turn or by nobody known."""
    library = room.library
    form = evaluations.make_form(
        library, session_id=room.session_id, instrument=instrument, language=KO, stage=stage, service_id=service
    ).record
    evaluations.open_form(library, form_id=form.id)
    for place, row in enumerate(rows):
        keys = [item.key for item in form.items if item.kind == "likert"]
        values: dict[str, AnswerValue] = dict(zip(keys, row, strict=True))
        who = room.people[place].id if people else None
        answers.submit_answer(library, form_id=form.id, values=values, answer_id=uuid4(), participant_id=who)
    return evaluations.close_form(library, form_id=form.id).record


def agree(room: Room, n: int, *, given: bool = True) -> None:
    for person in room.people[:n]:
        participants.set_consent(room.library, participant_id=person.id, purpose=ConsentPurpose.USE, given=given)


def test_before_and_after_are_paired_by_those_who_agreed(library: Library) -> None:
    room = make_room(library)
    service = service_of(room)
    agree(room, 2)
    answered(room, [[2] * 10] * 3, Stage.BASELINE, service, people=True)
    answered(room, [[4, 2] * 5] * 3, Stage.AFTER, service, people=True)
    (change,) = comparisons.service_changes(library, project_id=room.project_id)
    assert change.paired == 2
    assert [(item.better, item.same, item.worse) for item in change.items[:2]] == [(2, 0, 0), (0, 2, 0)]
    (scale,) = change.scales
    assert (scale.before.value, scale.after.value) == (50, 75)
    assert (scale.paired, scale.better, scale.effect, scale.side) == (2, 2, "large", 1)


def test_who_takes_the_agreement_back_is_paired_no_more(library: Library) -> None:
    room = make_room(library)
    service = service_of(room)
    agree(room, 2)
    answered(room, [[2] * 10] * 2, Stage.BASELINE, service, people=True)
    answered(room, [[4] * 10] * 2, Stage.AFTER, service, people=True)
    agree(room, 1, given=False)
    (change,) = comparisons.service_changes(library, project_id=room.project_id)
    assert change.paired == 1


def test_without_codes_the_groups_stand_side_by_side(library: Library) -> None:
    room = make_room(library)
    service = service_of(room)
    answered(room, [[1] * 10], Stage.BASELINE, service)
    answered(room, [[5] * 10], Stage.AFTER, service)
    (change,) = comparisons.service_changes(library, project_id=room.project_id)
    assert change.paired == 0
    assert change.items[0].effect == "large"


def test_every_later_stage_is_held_against_the_baseline_and_open_forms_against_nothing(library: Library) -> None:
    room = make_room(library)
    service = service_of(room)
    for stage, step in ((Stage.BASELINE, 2), (Stage.DURING, 3), (Stage.AFTER, 4)):
        form = answered(room, [[step] * 10], stage, service)
    found = comparisons.service_changes(library, project_id=room.project_id)
    assert [(each.before.form.stage, each.after.form.stage) for each in found] == [
        (Stage.BASELINE, Stage.DURING), (Stage.BASELINE, Stage.AFTER),
    ]  # fmt: skip
    evaluations.open_form(library, form_id=form.id)
    (still,) = comparisons.service_changes(library, project_id=room.project_id)
    assert still.after.form.stage is Stage.DURING


def test_types_of_service_with_few_answers_are_held_back(library: Library) -> None:
    room = make_room(library)
    kinds = dict(zip(ServiceKind, (12, 11, 4), strict=True))
    for kind, n in kinds.items():
        answered(room, [[4, 2] * 5] * n, Stage.AFTER, service_of(room, kind, title=kind))
    (found,) = comparisons.type_comparisons(library, project_id=room.project_id)
    # Four would be worked out from the whole, so the smaller of the others is held back too.
    assert [(group.kind, group.result.respondents if group.result else None) for group in found.groups] == [
        (ServiceKind.SOPHISTICATION, 12), (ServiceKind.USED_BY_CITIZENS, None), (ServiceKind.PROVIDED_BY_CITIZENS, None),
    ]  # fmt: skip
    assert found.groups[0].result is not None
    assert found.groups[0].result.score == "75.0"


def test_one_type_alone_is_no_comparison(library: Library) -> None:
    room = make_room(library)
    answered(room, [[3] * 10] * 12, Stage.AFTER, service_of(room))
    assert comparisons.type_comparisons(library, project_id=room.project_id) == ()


def test_sessions_over_time_leave_a_gap_where_few_answered(library: Library) -> None:
    room = make_room(library)
    answered(room, [[5] * 4] * 6, Stage.DURING, None, instrument="session-feedback")
    running.close_session(library, session_id=room.session_id)
    for n in (4, 5):
        session = lab_sessions.prepare_session(
            library, project_id=room.project_id, language=KO, template_key="problem-finding"
        ).record
        running.start_session(library, session_id=session.id)
        later = Room(library, room.project_id, session.id, room.people)
        answered(later, [[5, 4, 3, 3]] * n, Stage.DURING, None, instrument="session-feedback")
        running.close_session(library, session_id=session.id)
    (trend,) = comparisons.session_trends(library, project_id=room.project_id)
    assert (trend.key, trend.low, trend.high) == ("top2", 0, 100)
    assert [(point.n, point.value) for point in trend.points] == [(6, 100), (4, None), (5, 50)]

"""What the report of a project tells of its services in the field, and what it keeps to itself."""

from tests.builders import KO, make_room
from workshop.models.enums import ServiceKind
from workshop.models.field_enums import PilotDecision, Severity
from workshop.models.records.field import by_severity
from workshop.reports.sections.indicators import indicator_blocks
from workshop.reports.sections.observations import observation_blocks
from workshop.reports.sections.pilots import pilot_blocks
from workshop.reports.sections.wording import Words
from workshop.services.field import indicators, observations, overview, pilots, readings, shifts
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services
from workshop.services.reporting import finished, gather_project_report, project_report, report_data


def test_it_is_told_without_who_ran_which_shift(library: Library) -> None:
    room = make_room(library)
    empty, service = (
        city_services.add_service(
            library, project_id=room.project_id, title=title, kind=ServiceKind.PROVIDED_BY_CITIZENS
        ).record
        for title in ("빈 서비스", "걷는 버스")
    )
    one = indicators.add_indicator(
        library, project_id=room.project_id, service_id=service.id, title="함께 걷는 어린이", unit="명", target=40
    ).record
    for value in ("12.5", "38"):
        readings.add_reading(library, indicator_id=one.id, value=value)
    pilot = pilots.add_pilot(library, project_id=room.project_id, service_id=service.id, title="두 노선").record
    pilots.decide_pilot(library, pilot_id=pilot.id, decision=PilotDecision.CHANGE, reason="비가 잦음")
    shift = shifts.add_shift(library, service_id=service.id, operator=room.people[1].id).record
    for severity in (Severity.MINOR, Severity.DANGER, Severity.MINOR):
        observations.add_observation(
            library, service_id=service.id, shift_id=shift.id, text="차가 섬", severity=severity
        )

    known = overview.field_of(library, project_id=room.project_id)
    assert [each.service and each.service.id for each in known.services] == [service.id, empty.id, None]
    told = overview.gather_field_report(library, project_id=room.project_id)
    assert [each.service and each.service.title for each in told.services] == ["걷는 버스"]
    assert {seen.operator for seen in told.observations} == {None}
    assert by_severity(told.observations) == ((Severity.DANGER, 1), (Severity.MINOR, 2))
    for make in (indicator_blocks, pilot_blocks, observation_blocks):
        assert make(told, Words(KO, 540)), make.__name__
    assert b'"12.5"' in report_data(gather_project_report(library, project_id=room.project_id))  # in its own digits
    assert finished(project_report(library, project_id=room.project_id, language=KO)).startswith(b"%PDF")

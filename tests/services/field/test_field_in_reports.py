"""What the report of a project tells of its services in the field, and what it keeps to itself."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.builders import KO, make_room
from workshop.models.enums import PhaseKind, ServiceKind
from workshop.models.field_enums import PilotDecision, Severity
from workshop.models.records.field import by_severity
from workshop.reports.sections.indicators import indicator_blocks
from workshop.reports.sections.observations import observation_blocks
from workshop.reports.sections.pilots import pilot_blocks
from workshop.reports.sections.wording import Words
from workshop.services.field import indicators, observations, overview, pilots, readings, shifts
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services
from workshop.services.projects.phases import list_phases
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


def test_a_phase_tells_what_was_read_tried_and_seen_in_its_own_days(library: Library) -> None:
    room = make_room(library)
    service = city_services.add_service(
        library, project_id=room.project_id, title="걷는 버스", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record
    read = indicators.add_indicator(
        library, project_id=room.project_id, service_id=service.id, title="어린이", target=20
    ).record
    indicators.add_indicator(library, project_id=room.project_id, service_id=service.id, title="아직 재지 않음")
    for value, month, kind in (
        (12, 4, PhaseKind.PLANNING),
        (18, 7, PhaseKind.OPERATION),
        (25, 11, PhaseKind.EVALUATION),
    ):
        readings.add_reading(library, indicator_id=read.id, value=value, on=date(2026, month, 2), phase=kind)
    for title, days in (
        ("여름", (date(2026, 6, 1), date(2026, 9, 1))),
        ("가을", (date(2026, 11, 9), None)),
        ("언젠가", (None, None)),
    ):
        pilots.add_pilot(
            library, project_id=room.project_id, service_id=service.id, title=title, starts_on=days[0], ends_on=days[1]
        )
    for month in (5, 7, 11):
        seen_at = datetime(2026, month, 20, 12, tzinfo=UTC)
        observations.add_observation(library, service_id=service.id, text=f"{month}월", seen_at=seen_at)
    phase = list_phases(library, project_id=room.project_id)[2]

    def told(opened: date | None, closed: date | None) -> tuple[list[str], list[str], list[str]]:
        chosen = replace(phase, opened_on=opened, closed_on=closed)
        found = overview.gather_field_report(library, project_id=room.project_id, phase=chosen)
        latest = [str(one.latest.value) for one in found.indicators if one.latest]
        return latest, [one.title for one in found.pilots], [one.text for one in found.observations]

    assert told(date(2026, 6, 1), date(2026, 10, 30)) == (["18"], ["여름"], ["7월"])
    assert told(date(2026, 8, 1), None) == (["18"], ["여름", "가을"], ["11월"])
    assert told(None, None) == (["18"], [], [])

"""Pilots: planned by a template, measured, decided on with a reason, and found again from what they came from."""

from datetime import date
from decimal import Decimal

import pytest

from tests.builders import KO, FakeClock, make_project
from workshop.models.enums import FollowUpKind, ProposalState, ServiceKind
from workshop.models.errors import InputError, RefusedError
from workshop.models.field_enums import CheckpointKind, PilotDecision, PilotState, Standing
from workshop.models.records.pilots import PilotRecord
from workshop.services.field import checkpoints, indicators, pilot_measures, pilots, readings
from workshop.services.ideas import proposals
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services, follow_ups

FIRST, LAST = date(2026, 4, 1), date(2026, 5, 1)


@pytest.fixture
def pilot(library: Library) -> PilotRecord:
    project_id = make_project(library)
    service = city_services.add_service(
        library, project_id=project_id, title="걷는 버스", kind=ServiceKind.PROVIDED_BY_CITIZENS
    ).record
    return pilots.add_pilot(
        library, project_id=project_id, service_id=service.id, title="두 노선 시험",
        hypothesis="함께 걸으면 차로 오는 아이가 준다", starts_on=FIRST, ends_on=LAST,
    ).record  # fmt: skip


def _now(library: Library, pilot: PilotRecord) -> PilotRecord:
    return next(one for one in pilots.list_pilots(library, project_id=pilot.project_id) if one.id == pilot.id)


def test_the_template_plans_three_meetings_and_a_report_in_one_step(library: Library, pilot: PilotRecord) -> None:
    planned = checkpoints.plan_checkpoints(library, pilot_id=pilot.id, language=KO).record
    assert [(one.kind, one.planned_on) for one in planned.checkpoints] == [
        (CheckpointKind.START, FIRST), (CheckpointKind.MIDTERM, date(2026, 4, 16)), (CheckpointKind.FINAL, LAST),
        (CheckpointKind.REPORT, date(2026, 5, 15)),
    ]  # fmt: skip
    assert planned.checkpoints[0].title == "시작 회의"
    assert planned.checkpoints[0].agenda
    again = checkpoints.plan_checkpoints(library, pilot_id=pilot.id, language=KO).record
    assert again.checkpoints == planned.checkpoints
    undo.undo(library)
    assert _now(library, pilot).checkpoints == ()


def test_a_pilot_without_days_takes_the_weeks_of_the_template(library: Library, pilot: PilotRecord) -> None:
    pilots.edit_pilot(library, pilot_id=pilot.id, starts_on=(None,), ends_on=(None,))
    planned = checkpoints.plan_checkpoints(library.at(FakeClock()), pilot_id=pilot.id, language=KO).record
    assert planned.starts_on is not None
    assert planned.ends_on is not None
    assert (planned.ends_on - planned.starts_on).days == 7 * checkpoints.agile_piloting().weeks


def test_a_check_point_keeps_what_came_out_of_it(library: Library, pilot: PilotRecord) -> None:
    own = checkpoints.add_checkpoint(library, pilot_id=pilot.id, title="우천 점검", planned_on=date(2026, 4, 10)).record
    point = own.checkpoints[0]
    with pytest.raises(InputError):
        checkpoints.edit_checkpoint(library, checkpoint_id=point.id, held_on=(date(9999, 1, 1),))
    held = checkpoints.edit_checkpoint(
        library, checkpoint_id=point.id, held_on=(date(2026, 4, 11),), outcome="우산 줄을 나눈다"
    ).record.checkpoints[0]
    assert (held.held_on, held.outcome) == (date(2026, 4, 11), "우산 줄을 나눈다")
    assert checkpoints.remove_checkpoint(library, checkpoint_id=point.id).record.checkpoints == ()


def test_an_indicator_is_read_within_the_time_of_the_pilot(library: Library, pilot: PilotRecord) -> None:
    indicator = indicators.add_indicator(
        library, project_id=pilot.project_id, service_id=pilot.service_id, title="함께 걷는 아이", unit="명", baseline=0,
        target=40,
    ).record  # fmt: skip
    for value, day in ((5, date(2026, 3, 31)), (18, date(2026, 4, 10)), (32, LAST), (50, date(2026, 5, 2))):
        readings.add_reading(library, indicator_id=indicator.id, value=value, on=day)
    measured = pilot_measures.add_measure(library, pilot_id=pilot.id, indicator_id=indicator.id, target="30").record
    measure = measured.measures[0]
    assert (measure.title, measure.value, measure.read_on) == ("함께 걷는 아이", Decimal(32), LAST)
    assert (measure.target, measure.standing) == (Decimal(30), Standing.REACHED)
    by_its_own = pilot_measures.edit_measure(library, measure_id=measure.id, target=(None,)).record.measures[0]
    assert (by_its_own.target, by_its_own.standing) == (Decimal(40), Standing.ON_THE_WAY)
    with pytest.raises(RefusedError):
        pilot_measures.edit_measure(library, measure_id=measure.id, value=("3",))
    with pytest.raises(RefusedError):
        pilot_measures.add_measure(library, pilot_id=pilot.id, indicator_id=indicator.id)


def test_a_measure_of_its_own_has_target_and_reading(library: Library, pilot: PilotRecord) -> None:
    made = pilot_measures.add_measure(library, pilot_id=pilot.id, title="결석한 도우미", unit="회", target="2").record
    measure = made.measures[0]
    assert measure.standing is Standing.NO_READING
    read = pilot_measures.edit_measure(library, measure_id=measure.id, value=("3",)).record.measures[0]
    assert (read.standing, read.read_on) == (Standing.REACHED, library.today())  # more is better unless said otherwise
    with pytest.raises(InputError):
        pilot_measures.edit_measure(library, measure_id=measure.id, value=("세 번",))
    emptied = pilot_measures.edit_measure(library, measure_id=measure.id, value=(None,)).record.measures[0]
    assert (emptied.value, emptied.read_on) == (None, None)


def test_a_decision_needs_a_reason_and_becomes_a_follow_up_once(library: Library, pilot: PilotRecord) -> None:
    with pytest.raises(RefusedError):
        pilots.follow_up_from_pilot(library, pilot_id=pilot.id, language=KO)
    with pytest.raises(InputError):
        pilots.decide_pilot(library, pilot_id=pilot.id, decision=PilotDecision.SCALE, reason=" ")
    with pytest.raises(InputError):
        pilots.decide_pilot(library, pilot_id=pilot.id, decision=PilotDecision.STOP, reason="비", on=date(2026, 3, 1))
    decided = pilots.decide_pilot(library, pilot_id=pilot.id, decision=PilotDecision.SCALE, reason="목표를 넘음").record
    assert (decided.state, decided.decided_on) == (PilotState.ENDED, library.today())
    item = pilots.follow_up_from_pilot(library, pilot_id=pilot.id, language=KO, department="교육지원청").record
    assert (item.kind, item.reason, item.pilot_id) == (FollowUpKind.DECISION, "목표를 넘음", pilot.id)
    assert "두 노선 시험" in item.text
    assert _now(library, pilot).follow_up_id == item.id
    with pytest.raises(RefusedError):
        pilots.follow_up_from_pilot(library, pilot_id=pilot.id, language=KO)
    with pytest.raises(RefusedError):
        pilots.remove_pilot(library, pilot_id=pilot.id)
    follow_ups.remove_follow_up(library, follow_up_id=item.id)
    pilots.remove_pilot(library, pilot_id=pilot.id)
    assert pilots.list_pilots(library, project_id=pilot.project_id) == ()


def test_going_on_takes_the_decision_back(library: Library, pilot: PilotRecord) -> None:
    pilots.decide_pilot(library, pilot_id=pilot.id, decision=PilotDecision.STOP, reason="도우미가 모자람")
    on = pilots.set_pilot_state(library, pilot_id=pilot.id, state=PilotState.RUNNING).record
    assert (on.decision, on.reason, on.decided_on) == (None, "", None)


def test_days_the_wrong_way_round_are_refused(library: Library, pilot: PilotRecord) -> None:
    with pytest.raises(InputError):
        pilots.edit_pilot(library, pilot_id=pilot.id, ends_on=(date(2026, 3, 1),))
    with pytest.raises(InputError):
        pilots.add_pilot(library, project_id=pilot.project_id, title="아무것도 아닌 것")
    assert _now(library, pilot) == pilot


def test_a_proposal_is_tried_out_and_its_service_has_the_pilot(library: Library) -> None:
    project_id = make_project(library)
    proposal = proposals.add_proposal(
        library, project_id=project_id, title="쉬어 가는 의자", service_kind=ServiceKind.USED_BY_CITIZENS
    ).record
    pilot = pilots.add_pilot(library, project_id=project_id, proposal_id=proposal.id, title="의자 세 개").record
    assert proposals.get_proposal(library, proposal_id=proposal.id).state is ProposalState.PILOT
    with pytest.raises(RefusedError):
        proposals.remove_proposal(library, proposal_id=proposal.id)
    service = proposals.make_service(library, proposal_id=proposal.id).record
    assert (_now(library, pilot).service_id, _now(library, pilot).service_title) == (service.id, "쉬어 가는 의자")

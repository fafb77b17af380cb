"""Indicators: what was read is kept exactly, what was corrected keeps how it was, and where it stands is told in words."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FakeClock, make_project
from workshop.models.enums import PhaseKind, Role, ServiceKind
from workshop.models.errors import InputError, NotFoundError, RefusedError
from workshop.models.field_enums import Better, Standing
from workshop.models.records.indicators import IndicatorRecord, standing_of
from workshop.services.field import indicators, pilot_measures, pilots, readings
from workshop.services.keeping import undo
from workshop.services.keeping.library import Library
from workshop.services.projects import city_services


def make_service(library: Library, project_id: UUID, title: str = "보행신호 연장") -> UUID:
    return city_services.add_service(
        library, project_id=project_id, title=title, kind=ServiceKind.SOPHISTICATION
    ).record.id


@pytest.fixture
def indicator(library: Library) -> IndicatorRecord:
    project_id = make_project(library)
    return indicators.add_indicator(
        library, project_id=project_id, service_id=make_service(library, project_id), title="다 건너지 못한 사람",
        unit="명/일", better=Better.LESS, baseline="34", target="10",
    ).record  # fmt: skip


def _now(library: Library, one: IndicatorRecord) -> IndicatorRecord:
    return next(each for each in indicators.list_indicators(library, project_id=one.project_id) if each.id == one.id)


def test_where_an_indicator_stands(library: Library, indicator: IndicatorRecord) -> None:
    assert indicator.standing is Standing.NO_READING
    for value, standing, way in (
        ("34", Standing.NOT_BETTER, Fraction(0)), ("28", Standing.ON_THE_WAY, Fraction(1, 4)),
        ("10.0", Standing.REACHED, Fraction(1)),
    ):  # fmt: skip
        readings.add_reading(library, indicator_id=indicator.id, value=value)
        now = _now(library, indicator)
        assert (now.standing, now.way_done) == (standing, way)


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2))
def test_both_directions_mirror_each_other(value: Decimal, baseline: Decimal, target: Decimal) -> None:
    more = standing_of(value, better=Better.MORE, baseline=baseline, target=target)
    less = standing_of(-value, better=Better.LESS, baseline=-baseline, target=-target)
    assert more is less


def test_a_corrected_reading_keeps_how_it_was_and_undo_brings_it_back(
    library: Library, indicator: IndicatorRecord
) -> None:
    made = readings.add_reading(library, indicator_id=indicator.id, value="21", source="현장 계수").record
    for value in ("12", "12", "11.5"):
        readings.correct_reading(library, reading_id=made.id, value=value)
    one = _now(library, indicator).readings[0]
    assert one.value == Decimal("11.5")
    assert [(each.number, each.value, each.role) for each in one.earlier] == [
        (1, Decimal(21), Role.FACILITATOR), (2, Decimal(12), Role.FACILITATOR),
    ]  # fmt: skip
    undo.undo(library)
    undo.undo(library)
    assert _now(library, indicator).readings[0].earlier == ()
    undo.redo(library)
    assert [each.value for each in _now(library, indicator).readings[0].earlier] == [Decimal(21)]


def test_readings_stand_in_the_order_of_their_days(library: Library, indicator: IndicatorRecord) -> None:
    at = library.at(FakeClock())
    for day in (date(2026, 5, 8), date(2026, 4, 1), date(2026, 5, 1)):
        readings.add_reading(at, indicator_id=indicator.id, value=day.month * 100 + day.day, on=day)
    assert [one.value for one in _now(library, indicator).readings] == [401, 501, 508]


def test_a_reading_belongs_to_the_phase_that_was_open(library: Library, indicator: IndicatorRecord) -> None:
    assert readings.add_reading(library, indicator_id=indicator.id, value=1).record.phase is PhaseKind.PREPARATION
    named = readings.add_reading(library, indicator_id=indicator.id, value=1, phase=PhaseKind.EVALUATION).record
    assert named.phase is PhaseKind.EVALUATION


def test_bad_input_changes_nothing(library: Library, indicator: IndicatorRecord) -> None:
    for wrong in ({"value": "많이"}, {"value": "3", "on": date(9999, 1, 1)}, {"value": "3", "source": "가" * 301}):
        with pytest.raises(InputError):
            readings.add_reading(library, indicator_id=indicator.id, **wrong)
    for wrong in ({"target": ("40",)}, {"title": " "}, {"baseline": ("x",)}, {"better": Better.MORE}):
        with pytest.raises(InputError):
            indicators.edit_indicator(library, indicator_id=indicator.id, **wrong)
    assert _now(library, indicator) == indicator


def test_a_service_with_indicators_stays_and_one_that_is_gone_takes_none(
    library: Library, indicator: IndicatorRecord
) -> None:
    assert indicator.service_id is not None
    with pytest.raises(RefusedError):
        city_services.remove_service(library, service_id=indicator.service_id)
    gone = make_service(library, indicator.project_id, "사라질 서비스")
    city_services.remove_service(library, service_id=gone)
    with pytest.raises(NotFoundError):
        indicators.add_indicator(library, project_id=indicator.project_id, service_id=gone, title="이용자")


def test_an_indicator_goes_with_its_readings_but_not_while_a_pilot_needs_it(
    library: Library, indicator: IndicatorRecord
) -> None:
    made = readings.add_reading(library, indicator_id=indicator.id, value=20).record
    readings.correct_reading(library, reading_id=made.id, value=19)
    pilot = pilots.add_pilot(
        library, project_id=indicator.project_id, service_id=indicator.service_id, title="두 곳 시범"
    ).record
    measured = pilot_measures.add_measure(library, pilot_id=pilot.id, indicator_id=indicator.id).record
    with pytest.raises(RefusedError):
        indicators.remove_indicator(library, indicator_id=indicator.id)
    pilot_measures.remove_measure(library, measure_id=measured.measures[0].id)
    indicators.remove_indicator(library, indicator_id=indicator.id)
    assert indicators.list_indicators(library, project_id=indicator.project_id) == ()
    undo.undo(library)
    assert len(_now(library, indicator).readings[0].earlier) == 1

"""Evaluations held against each other: a service at its stages, types of service, sessions over time.

Only closed forms of sessions that were no practice are compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.methods.statistics import groups_to_show
from workshop.models.enums import FormState, ItemKind, ServiceKind, Stage
from workshop.models.errors import NotFoundError
from workshop.models.records.comparisons import SessionTrend, TrendPoint, TypeComparison, TypeGroup
from workshop.models.records.evaluations import AnswerRecord, FormRecord, FormResult, ServiceChange
from workshop.models.records.reports import SMALLEST_GROUP, is_small
from workshop.models.records.scores import Method
from workshop.models.tables.evaluations import EvaluationForm
from workshop.models.tables.projects import CityService, Phase
from workshop.models.tables.sessions import LabSession
from workshop.services.evaluation.answer_rows import answers_of
from workshop.services.evaluation.evaluations import form_record
from workshop.services.evaluation.instruments import find_instrument
from workshop.services.evaluation.scoring import change_of, score_form
from workshop.services.keeping.library import Library

Held = tuple[FormRecord, list[AnswerRecord]]
_TREND_SCALES = {Method.SUS: "sus", Method.UEQ_S: "overall", Method.NPS: "nps"}


def service_changes(library: Library, *, project_id: UUID) -> tuple[ServiceChange, ...]:
    """Every service that was evaluated at several stages with the same instrument, the latest form of each stage.

    What came after is held against the baseline; where there was none, after against during.
    """
    with library.read() as rows:
        latest: dict[tuple[UUID | None, str], dict[Stage, EvaluationForm]] = {}
        for form, _session, _phase in _closed_forms(rows, project_id):
            if form.service_id is not None:
                latest.setdefault((form.service_id, form.instrument), {})[form.stage] = form
        pairs: list[tuple[EvaluationForm, EvaluationForm]] = []
        for stages in latest.values():
            first = next((stages[stage] for stage in (Stage.BASELINE, Stage.DURING) if stage in stages), None)
            later = [stages[stage] for stage in (Stage.DURING, Stage.AFTER) if stage in stages]
            pairs += [(first, form) for form in later if first is not None and form is not first]
        found = [_change(_held(rows, before), _held(rows, after)) for before, after in pairs]
    return tuple(change for change in found if change.before.respondents and change.after.respondents)


def type_comparisons(library: Library, *, project_id: UUID) -> tuple[TypeComparison, ...]:
    """Types of service (M8) by each instrument and stage, where two or more types were asked about.

    Types with fewer than ten answers are held back, with another one where the whole would give them away.
    """
    with library.read() as rows:
        kinds = {
            service.id: service.kind
            for service in rows.scalars(select(CityService).where(CityService.project_id == project_id))
        }
        held: dict[tuple[str, Stage], dict[ServiceKind, list[Held]]] = {}
        for form, _session, _phase in _closed_forms(rows, project_id):
            kind = kinds.get(form.service_id) if form.service_id else None
            if kind is not None and form_is_counted(form):
                by_kind = held.setdefault((form.instrument, form.stage), {})
                by_kind.setdefault(kind, []).append(_held(rows, form))
        order = list(Stage)
        chosen = sorted(held.items(), key=lambda item: (item[0][0], order.index(item[0][1])))
        found = [_compared(instrument, stage, by_kind) for (instrument, stage), by_kind in chosen if len(by_kind) > 1]
    return tuple(found)


def session_trends(library: Library, *, project_id: UUID) -> tuple[SessionTrend, ...]:
    """Every instrument that was put in two sessions or more, for a service or for none, in the order of the sessions."""
    with library.read() as rows:
        held: dict[tuple[str, UUID | None], list[tuple[LabSession, Phase, Held]]] = {}
        for form, session, phase in _closed_forms(rows, project_id):
            if form_is_counted(form):
                held.setdefault((form.instrument, form.service_id), []).append((session, phase, _held(rows, form)))
        found = [_trend(forms) for forms in held.values()]
    return tuple(trend for trend in found if sum(point.n > 0 for point in trend.points) > 1)


def form_is_counted(form: EvaluationForm) -> bool:
    """Whether an instrument comes to something that can be held against another form of it."""
    return form.method in {*_TREND_SCALES, Method.LIKERT}


def _closed_forms(rows: Session, project_id: UUID) -> list[tuple[EvaluationForm, LabSession, Phase]]:
    """Closed forms with their sessions and phases, in the order of the sessions."""
    chosen = (
        select(EvaluationForm, LabSession, Phase)
        .join(LabSession, LabSession.id == EvaluationForm.lab_session_id)
        .join(Phase, Phase.id == LabSession.phase_id)
        .where(EvaluationForm.project_id == project_id, EvaluationForm.state == FormState.CLOSED)
        .where(LabSession.practice.is_(False))
        .order_by(LabSession.on, LabSession.opened_at, EvaluationForm.opened_at, EvaluationForm.id)
    )
    return [(form, session, phase) for form, session, phase in rows.execute(chosen)]


def _held(rows: Session, form: EvaluationForm) -> Held:
    return form_record(rows, form), answers_of(rows, form.id)


def _change(before: Held, after: Held) -> ServiceChange:
    return change_of(score_form(*before), before[1], score_form(*after), after[1])


def _pooled(held: Sequence[Held]) -> FormResult:
    """All answers to forms of one instrument together, under the newest of the forms."""
    answers = [answer for _form, given in held for answer in given]
    return score_form(replace(held[-1][0], answers=len(answers)), answers)


def _compared(instrument: str, stage: Stage, by_kind: dict[ServiceKind, list[Held]]) -> TypeComparison:
    results = {kind: _pooled(held) for kind, held in by_kind.items()}
    sizes = {str(kind): result.respondents for kind, result in results.items()}
    shown = groups_to_show(sizes, least=SMALLEST_GROUP)
    groups = tuple(
        TypeGroup(
            kind,
            len({form.service_id for form, _given in by_kind[kind]}),
            results[kind] if str(kind) in shown else None,
        )
        for kind in ServiceKind
        if kind in by_kind
    )
    method = next(iter(results.values())).method
    return TypeComparison(instrument, _title(next(iter(results.values())).form), method, stage, groups)


def _trend(forms: Iterable[tuple[LabSession, Phase, Held]]) -> SessionTrend:
    """The forms of one session are counted together."""
    groups = [list(group) for _key, group in groupby(forms, key=lambda each: each[0].id)]
    results = [_pooled([held for _session, _phase, held in group]) for group in groups]
    points = [_point(*group[0][:2], result) for group, result in zip(groups, results, strict=True)]
    result = results[-1]
    scale = next((each for each in result.scores.scales if each.key == _TREND_SCALES.get(result.method)), None)
    ends = (scale.low, scale.high) if scale else (0, 100)
    key = scale.key if scale else "top2"
    form = result.form
    return SessionTrend(form.instrument, _title(form), form.method, form.service_title, key, *ends, tuple(points))


def _title(form: FormRecord) -> dict[str, str]:
    """The title of a form's instrument; the form's own where that is no longer there."""
    try:
        return find_instrument(form.instrument).title.by_language()
    except NotFoundError:
        return {"ko": form.title}


def _point(session: LabSession, phase: Phase, result: FormResult) -> TrendPoint:
    value = trend_value(result) if not is_small(result.respondents) else None
    n = result.respondents
    return TrendPoint(session.id, phase.kind, session.number, session.title, session.on, n, value)


def trend_value(result: FormResult) -> Fraction | None:
    """What a form comes to in one number: its score, or the share (per cent) of answers in the two highest steps."""
    wanted = _TREND_SCALES.get(result.method)
    if wanted:
        return next((scale.value for scale in result.scores.scales if scale.key == wanted), None)
    scaled = [item for item in result.items if item.item.kind is ItemKind.LIKERT and item.n]
    n = sum(item.n for item in scaled)
    top = sum(item.counts.get(str(step), 0) for item in scaled for step in (item.item.high, item.item.high - 1))
    return Fraction(100 * top, n) if n else None
